"""Putting messages into the outbox, in the transaction of what they tell of."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, col, select

from api.notifications.models import OutboxMessage


def enqueue(
    session: Session,
    occasion: str,
    subject_kind: str,
    subject_id: UUID,
    *,
    dedupe: str = "",
    account_id: UUID | None = None,
    now: datetime,
    **detail: Any,  # any JSON value, no contacts of a reporter
) -> OutboxMessage:
    """One message per occasion, subject, receiver and `dedupe`; enqueued again it stays the first one."""
    key = f"{occasion}:{subject_id}:{account_id or 'reporter'}:{dedupe}"[:120]
    known = session.exec(select(OutboxMessage).where(col(OutboxMessage.dedupe_key) == key)).first()
    if known:
        return known
    message = OutboxMessage(
        id=uuid4(), dedupe_key=key, occasion=occasion, subject_kind=subject_kind, subject_id=subject_id,
        account_id=account_id, detail=detail, created_at=now, due_at=now,
    )  # fmt: skip
    session.add(message)
    return message
