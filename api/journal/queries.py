"""Reading the journal."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.journal.models import Entry


def about(session: Session, subject_kind: str, subject_id: UUID) -> list[Entry]:
    """Everything that happened to one thing, oldest first."""
    statement = (
        select(Entry).where(Entry.subject_kind == subject_kind, Entry.subject_id == subject_id).order_by(col(Entry.id))
    )
    return list(session.exec(statement))


def head(session: Session) -> str:
    """A mark that changes whenever anything changes.

    SQLite writes one change after the other, so the newest entry's number will do. In PostgreSQL an entry can be
    committed after one with a higher number: there, the mark says which transactions have ended.
    """
    if session.get_bind().dialect.name == "postgresql":
        snapshot = session.scalar(sa.select(sa.cast(sa.func.pg_current_snapshot(), sa.Text)))
        return str(snapshot).replace(",", ".")  # a comma would end an ETag
    return str(session.scalar(sa.select(sa.func.max(col(Entry.id)))) or 0)
