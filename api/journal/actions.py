"""Writing the journal, in the transaction of the change itself."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.journal import chain
from api.journal.models import Entry

RESIDENT = "Người dân"
SYSTEM = "Hệ thống"


def record(
    session: Session,
    verb: str,
    subject_kind: str,
    subject_id: UUID | None,
    *,
    actor: str,
    actor_id: UUID | None = None,
    now: datetime,
    **detail: Any,  # any JSON value
) -> Entry:
    """Add one fact. `actor` is the name shown; residents are always RESIDENT."""
    entry = Entry(
        at=now,
        actor=actor,
        actor_id=actor_id,
        verb=verb,
        subject_kind=subject_kind,
        subject_id=subject_id,
        detail=detail,
    )
    session.add(entry)
    chain.remember(session, entry)
    return entry
