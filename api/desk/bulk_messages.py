"""Messages of a bulk act: they wait until it can no longer be undone, and one reporter gets one of them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.complaints import queries
from api.complaints.models import ReporterContact
from api.core import secrets
from api.notifications.models import OutboxMessage


def hold(session: Session, complaints: list[str], secret: bytes, *, now: datetime, until: datetime) -> None:
    """Keep the act's messages back; of several to one phone the first goes, naming the other cases."""
    session.flush()
    first: dict[str, OutboxMessage] = {}
    for message in _messages(session, [UUID(key) for key in complaints], made_at=now):
        message.due_at = until
        session.add(message)
        phone = _phone(session, message, secret)
        if phone and (known := first.setdefault(phone, message)) is not message:
            _tell_within(session, known, message)
            message.sent_at = until  # told within the first one


def _phone(session: Session, message: OutboxMessage, secret: bytes) -> str | None:
    """Opened in memory, to compare; written nowhere."""
    contact = session.get(ReporterContact, message.subject_id) if message.account_id is None else None
    return secrets.unseal(secret, contact.sealed_phone) if contact and contact.sealed_phone else None


def take_back(session: Session, complaints: list[UUID], undone: set[UUID], *, made_at: datetime) -> None:
    """What has been undone is not told. What stays, and was to be told within such a message, gets one again."""
    session.flush()
    messages = _messages(session, complaints, made_at=made_at)
    lost = [one for one in messages if one.subject_id in undone and (one.sent_at is None or one.attempts == 0)]
    staying = [one for one in messages if one.subject_id not in undone]
    first: dict[str, OutboxMessage] = {}
    for message in staying:
        message.detail = {name: value for name, value in message.detail.items() if name != "also"}
        told_in = message.detail.pop("told_in", str(message.id))
        known = first.setdefault(told_in, message)
        if known is message:
            message.sent_at = None
        else:
            _tell_within(session, known, message)
        session.add(message)
    for message in lost:
        session.delete(message)
    session.flush()


def _tell_within(session: Session, known: OutboxMessage, message: OutboxMessage) -> None:
    if known.subject_id != message.subject_id:
        code = queries.require(session, message.subject_id).code
        known.detail = {**known.detail, "also": [*known.detail.get("also", []), code]}
        session.add(known)
    message.detail = {**message.detail, "told_in": str(known.id)}


def _messages(session: Session, complaints: list[UUID], *, made_at: datetime) -> list[OutboxMessage]:
    statement = select(OutboxMessage).where(
        col(OutboxMessage.subject_id).in_(complaints), col(OutboxMessage.created_at) == made_at
    )
    return list(session.exec(statement.order_by(col(OutboxMessage.id))))
