"""Putting messages into the outbox, in the transaction of what they tell of."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
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


def settle(
    session: Session, subject_kind: str, subject_id: UUID, *, occasions: str = "deadline_", now: datetime
) -> None:
    """What was told of a thing is over: it has moved on, and nobody need be reminded any more.

    `occasions`: how those begin that are meant.
    """
    told = col(OutboxMessage.occasion).startswith(occasions, autoescape=True)
    session.execute(
        sa.update(OutboxMessage)
        .where(
            col(OutboxMessage.subject_id) == subject_id, col(OutboxMessage.subject_kind) == subject_kind, told,
            col(OutboxMessage.read_at).is_(None),
        )
        .values(read_at=now)
    )  # fmt: skip


def mark_read(session: Session, account_id: UUID, ids: Sequence[UUID], *, now: datetime) -> None:
    """The person has seen these of their own notices; all of them when `ids` is empty."""
    own = sa.update(OutboxMessage).where(
        col(OutboxMessage.account_id) == account_id, col(OutboxMessage.read_at).is_(None)
    )
    session.execute((own.where(col(OutboxMessage.id).in_(ids)) if ids else own).values(read_at=now))
