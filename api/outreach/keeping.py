"""Setting one entry of the lists of this room: against the version that was read, with a row in the journal."""

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


def put(
    session: Session, table: type[Row], key: UUID | str | int, change: Input, shape: type[Output],
    *, version: int, by: Person, now: datetime, **fresh: Any,
) -> Row:  # fmt: skip
    """The entry as `change` has it. `version`: the one that was read, 0 for a new entry.

    The same sent again changes nothing, whatever its version. Stale, with the entry as `shape`, when somebody was
    faster. `fresh`: further columns of a new row, of any kind.
    """
    row: Any = session.get(table, key, with_for_update=True, populate_existing=True)
    values = change.model_dump()
    found = differences(row, values) if row else None
    if row and not found:
        return row  # type: ignore[no-any-return]
    if version != (row.version if row else 0):
        raise errors.Stale(current=shape.model_validate(row).model_dump(mode="json") if row else None)
    verb = "changed" if row else "added"
    row = row or table(**{table.__mapper__.primary_key[0].name: key}, version=0, **fresh)  # type: ignore[attr-defined]
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    session.flush()
    detail = {"changes": found} if found else {"after": change.model_dump(mode="json")}
    record(session, f"{table.__tablename__}_{verb}", row, key, by=by, now=now, **detail)
    return row  # type: ignore[no-any-return]


def record(
    session: Session, verb: str, row: SQLModel, key: UUID | str | int, *, by: Person, now: datetime, **detail: Any
) -> None:
    """One fact about an entry. `detail`: any JSON value."""
    subject_id = key if isinstance(key, UUID) else None
    if subject_id is None:
        detail["key"] = key
    journal.record(session, verb, str(row.__tablename__), subject_id, actor=by.name, actor_id=by.id, now=now, **detail)
