"""Setting the clock of a case by the commune's deadlines and calendar as they stand."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from api.complaints import queries
from api.complaints.models import Complaint, Status
from api.complaints.rules import Change
from api.complaints.timetable import ANSWER, EXTENSION, WAIT, Due, Extension, Run, Timetable, answer_run, present_run


def set_clock(session: Session, complaint: Complaint, changes: Sequence[Change]) -> None:
    """Set the deadlines that the case's state stands for, from all `changes` of its state, the newest included."""
    reckon(complaint, changes, queries.timetable(session))


def reckon(complaint: Complaint, changes: Sequence[Change], timetable: Timetable) -> None:
    """The same with a timetable at hand. What has ended keeps the day on which its answer was due."""
    run = present_run(changes, complaint.received_at)
    due = running(complaint, run, changes, timetable)
    complaint.due_step = due.step if due else None
    complaint.step_began_at = run.began
    complaint.due_at = due.at if due else None
    complaint.due_soon_at = due.soon_at if due else None
    complaint.watch_at = due.marks[0] if due else _end_of_waiting(complaint, run, timetable)
    complaint.clock_edition = timetable.edition
    if complaint.is_open:
        answer = timetable.wind(answer_run(changes, complaint.received_at), complaint.priority, extension_of(complaint))
        complaint.answer_due_at = answer.at if answer else None


def running(complaint: Complaint, run: Run, changes: Sequence[Change], timetable: Timetable) -> Due | None:
    """The clock of the present step; None when none runs. The reply is owed since receipt, not since the work ended."""
    if run.paused_since or not complaint.is_open:
        return None
    return present(complaint, run, changes, timetable)


def present(complaint: Complaint, run: Run, changes: Sequence[Change], timetable: Timetable) -> Due | None:
    """The clock of the present step, standing still or not."""
    owed = answer_run(changes, complaint.received_at) if run.step == ANSWER else run
    return timetable.wind(owed, complaint.priority, extension_of(complaint))


def extension_of(complaint: Complaint) -> Extension | None:
    if complaint.extension_days is None or complaint.extended_at is None:
        return None
    return Extension(complaint.extension_days, complaint.extended_at)


def _end_of_waiting(complaint: Complaint, run: Run, timetable: Timetable) -> datetime | None:
    """Until when the commune waits for the resident's answer."""
    if complaint.status is not Status.NEED_INFO or run.paused_since is None:
        return None
    due = timetable.due(WAIT, complaint.priority, run.paused_since)
    return due.at if due else None


def most_days(complaint: Complaint, timetable: Timetable, now: datetime) -> int | None:
    """By how many days the case may still be extended; None when it may not."""
    if complaint.extended_at is not None or complaint.due_step != "resolve":
        return None
    rule = timetable.rule(EXTENSION, complaint.priority, now)
    return int(rule.amount) if rule else None
