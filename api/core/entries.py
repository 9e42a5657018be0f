"""Rows that are never overwritten: a correction is a new row that names the one it replaces.

So every figure can be had as of any day, and as it was known then.
"""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from api.core import errors
from api.core.database import UtcDateTime

_OURS = {"made_by", "received_at"}


class Entry(SQLModel):
    """What each such row has; the tables add `replaces_id`, unique, with a foreign key to themselves."""

    id: UUID = Field(primary_key=True)
    made_by: UUID | None = Field(default=None, foreign_key="account.id")  # None: shipped with the software
    received_at: datetime = Field(sa_type=UtcDateTime)


Row = TypeVar("Row", bound=Entry)


class EntryNotFound(errors.NotFound):
    code = "entry_not_found"
    says = "Không tìm thấy số liệu cần sửa."


class EntryIdTaken(errors.Conflict):
    """Says nothing about what is stored under that id."""

    code = "entry_id_taken"
    says = "Mã này đã dùng cho số liệu khác. Xin tải lại trang rồi nhập lại."


class EntryReplaced(errors.Conflict):
    """`replaced_by` is the row that stands now."""

    code = "entry_replaced"
    says = "Số liệu này đã có bản sửa khác. Xin tải lại trang để xem bản mới nhất."


def enter(session: Session, row: Row) -> tuple[Row, bool]:
    """The row, and whether it is new. The same one sent again gives the first one back."""
    if known := _known(session, row):
        return known, False
    if replaces := _replaces(row):
        kind = type(row)
        if session.get(kind, replaces) is None:
            raise EntryNotFound(field="replaces_id")
        successor = session.exec(select(kind).where(_column(kind) == replaces)).first()
        if successor is not None:
            raise EntryReplaced(replaced_by=str(successor.id))
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError:  # somebody was faster between the question and the answer
        if known := _known(session, row):
            return known, False
        raise EntryReplaced from None
    return row, True


def standing(kind: type[Row], *, known_at: datetime | None = None) -> SelectOfScalar[Row]:
    """The rows that nothing replaces; as of `known_at`, those that had come by then."""
    later = aliased(kind)
    replaced = sa.select(_column(later)).where(_column(later) == col(kind.id))
    statement = select(kind)
    if known_at is not None:
        replaced = replaced.where(col(later.received_at) <= known_at)
        statement = statement.where(col(kind.received_at) <= known_at)
    return statement.where(~sa.exists(replaced))


def _known(session: Session, row: Row) -> Row | None:
    known = session.get(type(row), row.id)
    if known is not None and _content(known) != _content(row):
        raise EntryIdTaken
    return known


def _content(row: Entry) -> dict[str, object]:
    return row.model_dump(exclude=_OURS)


def _replaces(row: Entry) -> UUID | None:
    found: UUID | None = getattr(row, "replaces_id", None)
    return found


def _column(kind: type[Entry]) -> sa.ColumnElement[UUID | None]:
    column: sa.ColumnElement[UUID | None] = kind.replaces_id  # type: ignore[attr-defined]
    return column
