"""What the reporter of a case said, and may still say."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.accounts.rules import Person
from api.complaints import feedback_rules as rules
from api.complaints import queries
from api.complaints.feedback_models import Feedback
from api.complaints.models import Complaint
from api.journal.models import Entry


def said(session: Session, complaint_id: UUID) -> list[Feedback]:
    """Everything, oldest first."""
    statement = select(Feedback).where(Feedback.complaint_id == complaint_id)
    return list(session.exec(statement.order_by(col(Feedback.at), col(Feedback.id))))


def count(session: Session, complaint_id: UUID) -> int:
    statement = select(sa.func.count()).select_from(Feedback).where(col(Feedback.complaint_id) == complaint_id)
    return session.exec(statement).one()


def say(session: Session, complaint: Complaint, *, now: datetime) -> rules.Say:
    """What is open to the reporter now, by the commune's own window."""
    ends = None
    if complaint.replied_at is not None:
        due = queries.timetable(session).due(rules.WINDOW, complaint.priority, complaint.replied_at)
        ends = due.at if due else None
    return rules.say(complaint.status, complaint.replied_at, ends, now)


def has_resolved(session: Session, complaint: Complaint, by: Person) -> bool:
    """Whether `by`, or somebody of the same unit, has called the work on this case done before."""
    same = col(Account.id) == by.id
    if by.account.unit_id:
        same = sa.or_(same, col(Account.unit_id) == by.account.unit_id)
    statement = (
        select(Entry.id)
        .join(Account, col(Account.id) == col(Entry.actor_id))
        .where(Entry.subject_kind == queries.SUBJECT, Entry.subject_id == complaint.id, Entry.verb == "resolved", same)
        .limit(1)
    )
    return session.exec(statement).first() is not None
