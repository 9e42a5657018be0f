"""A report of a banned sender is taken like any other, and waits apart until an officer has read it."""

from datetime import datetime

from sqlmodel import Session

from api.complaints import moderation_queries as queries
from api.complaints import moderation_rules as rules
from api.complaints.contacts import phone_key
from api.complaints.models import Complaint
from api.complaints.moderation_models import SenderTrace
from api.complaints.schemas import Submission
from api.core import clock, secrets


def screen(
    session: Session, complaint: Complaint, submission: Submission, *, address: str, secret: bytes, now: datetime
) -> None:
    """Keep what a ban can be made from, and set the case apart when one is in force.

    Set apart it is not new, not open, has no deadline and is not public; its sender notices nothing.
    """
    phone = phone_key(secret, submission.contact.phone) if submission.contact and submission.contact.phone else None
    network = address_key(secret, address)
    if network:
        session.add(SenderTrace(complaint_id=complaint.id, key=network, at=now))
    texts = [submission.words, submission.place.words]
    caught = queries.caught_by(session, phone=phone, address=network, texts=texts, today=clock.day_of(now))
    if caught is None:
        return
    complaint.quarantined_for = caught.value
    complaint.is_hidden, complaint.is_open = True, False
    complaint.due_at = complaint.due_soon_at = complaint.answer_due_at = None
    complaint.due_step = None
    session.add(complaint)


def address_key(secret: bytes, address: str) -> str | None:
    prefix = rules.prefix_of(address)
    return secrets.derive(secret, "network", prefix).hex() if prefix else None
