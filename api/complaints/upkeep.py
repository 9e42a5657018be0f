"""What happens to cases by the passing of time alone."""

from datetime import datetime

from sqlmodel import Session, col, select

from api.complaints import queries, triage
from api.complaints.models import Complaint, Status
from api.journal import actions as journal

MOST_AT_ONCE = 200


def close_answered(session: Session, *, now: datetime) -> int:
    """End the cases whose reply nobody has objected to within the set time; returns how many."""
    timetable = queries.timetable(session)
    statement = (
        select(Complaint)
        .where(Complaint.status == Status.REPLIED, ~col(Complaint.is_restricted))
        .order_by(col(Complaint.replied_at))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    closed = 0
    for complaint in session.exec(statement):
        due = timetable.due("close", complaint.priority, complaint.replied_at or now)
        if due and due.at <= now:
            triage.close(session, complaint, by=journal.SYSTEM, now=now)
            closed += 1
    return closed
