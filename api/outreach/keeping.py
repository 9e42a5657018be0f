"""Setting one entry of the lists of this room: against the version that was read, with a row in the journal."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, SQLModel

from api.accounts.rules import Person
from api.core import errors
from api.core.shapes import Input, Output
from api.journal import actions as journal
from api.journal.rules import differences

Row = TypeVar("Row", bound=SQLModel)
HIDDEN = "…"


def put(
    session: Session, table: type[Row], key: UUID | str | int, change: Input, shape: type[Output],
    *, version: int, by: Person, now: datetime, read: Callable[[Row], Output] | None = None,
    private: frozenset[str] = frozenset(), **fresh: Any,
) -> Row:  # fmt: skip
    """The entry as `change` has it. `version`: the one that was read, 0 for a new entry.

    The same sent again changes nothing, whatever its version. Stale, with the entry as `shape`, when somebody was
    faster; `read` makes that shape where it is more than the row. `fresh`: further columns of a new row, of any kind.
    `private`: fields whose values stay out of the journal, which forgets nothing.
    """
    row: Any = session.get(table, key, with_for_update=True, populate_existing=True)
    values = change.model_dump()
    found = differences(row, values) if row else None
    if row and not found:
        return row  # type: ignore[no-any-return]
    if version != (row.version if row else 0):
        current = (read(row) if read else shape.model_validate(row)) if row else None
        raise errors.Stale(current=current.model_dump(mode="json") if current else None)
    verb = "changed" if row else "added"
    row = row or table(**{table.__mapper__.primary_key[0].name: key}, version=0, **fresh)  # type: ignore[attr-defined]
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    session.flush()
    told: dict[str, Any] = found or change.model_dump(mode="json")
    told |= dict.fromkeys(private & told.keys(), HIDDEN)
    detail = {"changes" if found else "after": told}
    record(session, f"{table.__tablename__}_{verb}", row, key, by=by, now=now, **detail)
    return row  # type: ignore[no-any-return]


def check_version(row: Row, version: int, *, read: Callable[[Row], Output]) -> None:
    """Stale, with the thing as `read` shows it, unless `version` is the one that stands."""
    if row.version != version:  # type: ignore[attr-defined]
        raise errors.Stale(current=read(row).model_dump(mode="json"))


def record(
    session: Session, verb: str, row: SQLModel, key: UUID | str | int, *, by: Person, now: datetime, **detail: Any
) -> None:
    """One fact about an entry. `detail`: any JSON value."""
    subject_id = key if isinstance(key, UUID) else None
    if subject_id is None:
        detail["key"] = key
    journal.record(session, verb, str(row.__tablename__), subject_id, actor=by.name, actor_id=by.id, now=now, **detail)
