"""What the reporter of a case said, and may still say."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.accounts.rules import Person
from api.complaints import feedback_rules as rules
from api.complaints import group_queries, queries
from api.complaints.feedback_models import Feedback, FeedbackKind
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
    """What is open to the reporter now, by the commune's own window.

    Of a merged case: about the result of the one it goes on in, unless that is hidden.
    """
    master = group_queries.master(session, complaint)
    if master is not complaint and master.is_hidden:
        return rules.NOTHING
    ends = None
    if master.replied_at is not None:
        due = queries.timetable(session).due(rules.WINDOW, master.priority, master.replied_at)
        ends = due.at if due else None
    found = rules.say(master.status, master.replied_at, ends, now)
    return found if master is complaint else found._replace(may_change=False)


def rating(session: Session, master: Complaint) -> int | None:
    """What all reporters of a case and of those merged into it say together of its last result; None: nobody yet."""
    cases = [master.id, *(one.id for one in group_queries.members(session, master.id))]
    statement = select(Feedback).where(
        col(Feedback.complaint_id).in_(cases), Feedback.kind == FeedbackKind.RATING,
        col(Feedback.at) >= (master.replied_at or master.received_at),
    )  # fmt: skip
    newest = {one.complaint_id: one.stars for one in session.exec(statement.order_by(col(Feedback.at)))}
    return rules.together([stars for stars in newest.values() if stars])


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
