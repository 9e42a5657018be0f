"""Reading the journal."""

from uuid import UUID

from sqlmodel import Session, col, select

from api.journal.models import Entry


def about(session: Session, subject_kind: str, subject_id: UUID) -> list[Entry]:
    """Everything that happened to one thing, oldest first."""
    statement = (
        select(Entry).where(Entry.subject_kind == subject_kind, Entry.subject_id == subject_id).order_by(col(Entry.id))
    )
    return list(session.exec(statement))
