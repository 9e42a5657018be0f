"""What the house does by the clock of open cases: remind, stop waiting for residents, reckon deadlines anew."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account, Role, Unit
from api.complaints import actions, deadlines, queries, timetable
from api.complaints.models import Complaint, Status
from api.complaints.timetable import ALERTS, Timetable
from api.journal import actions as journal
from api.notifications import actions as notifications

MOST_AT_ONCE = 200
WAITED_WORDS = "Quá hạn chờ bổ sung, phản ánh trở lại để xử lý tiếp."


def look(session: Session, *, now: datetime) -> int:
    """One batch of the cases whose moment has come; returns how many. A clock that stands still reminds nobody."""
    times = queries.timetable(session)
    statement = (
        select(Complaint)
        .where(col(Complaint.watch_at) <= now)
        .order_by(col(Complaint.watch_at))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    cases = session.exec(statement).all()
    for complaint in cases:
        if complaint.status is Status.NEED_INFO:
            stop_waiting(session, complaint, now=now)
        else:
            remind(session, complaint, times, now=now)
        session.add(complaint)
    session.flush()
    return len(cases)


def stop_waiting(session: Session, complaint: Complaint, *, now: datetime) -> None:
    """No answer within the set time: the case goes back to where it was, and its clock goes on."""
    back = timetable.asked_from(queries.changes(session, complaint.id)) or Status.SUBMITTED
    actions.move(session, complaint, back, "question_expired", by=journal.SYSTEM, now=now, text=WAITED_WORDS)


def remind(session: Session, complaint: Complaint, times: Timetable, *, now: datetime) -> None:
    """One row for everybody who must know by now, once for each step and share of its time."""
    changes = queries.changes(session, complaint.id)
    run = timetable.present_run(changes, complaint.received_at)
    due = deadlines.running(complaint, run, changes, times)
    passed = [share for share, mark in zip(ALERTS, due.marks, strict=True) if mark <= now] if due else []
    complaint.watch_at = next((mark for mark in due.marks if mark > now), None) if due else None
    if due is None or not passed:
        return
    percent = round(passed[-1] * 100)
    for account_id in _receivers(session, complaint, passed[-1]):
        notifications.enqueue(
            session, f"deadline_{percent}", actions.SUBJECT, complaint.id, account_id=account_id,
            dedupe=f"{due.step}{due.began:%y%m%dT%H%M%S}", now=now,
            code=complaint.code, step=due.step, due_at=due.at.isoformat(),
        )  # fmt: skip


def handlers_and_hotline(session: Session, complaint: Complaint) -> list[UUID]:
    """The accounts that must know at once when something happens to a case."""
    return _receivers(session, complaint, ALERTS[1])


def _receivers(session: Session, complaint: Complaint, share: float) -> list[UUID]:
    """From half on who handles it, from four fifths on the hotline too, at the end the leaders."""
    hotline = col(Account.unit_id).in_(select(Unit.id).where(Unit.is_hotline))
    if complaint.assignee_id:
        handles = col(Account.id) == complaint.assignee_id
    else:
        handles = col(Account.unit_id) == complaint.unit_id if complaint.unit_id else hotline
    who = [handles]
    if share >= ALERTS[1]:
        who.append(hotline)
    if share >= ALERTS[2]:
        who.append(col(Account.role) == Role.LEADER)
    return list(session.exec(select(Account.id).where(sa.or_(*who), col(Account.is_active))))


def reckon_anew(session: Session, *, already: int, now: datetime) -> tuple[int, bool]:
    """The deadlines of one batch of open cases by the calendar as it stands now; (how many, whether there are more).

    Cases that have ended keep theirs. The last batch writes one journal row, for it and those `already` done.
    """
    times = queries.timetable(session)
    statement = (
        select(Complaint)
        .where(col(Complaint.is_open), col(Complaint.clock_edition) < times.edition)
        .order_by(col(Complaint.id))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    cases = session.exec(statement).all()
    for complaint in cases:
        deadlines.reckon(complaint, queries.changes(session, complaint.id), times)
        session.add(complaint)
    session.flush()
    more = len(cases) == MOST_AT_ONCE
    if not more and (done := already + len(cases)):
        journal.record(
            session, "deadlines_reckoned", "calendar", None, actor=journal.SYSTEM, now=now, cases=done,
            edition=times.edition,
        )  # fmt: skip
    return len(cases), more
