"""The clock of a case as staff, the resident and everybody see it: the same rule for all."""

from datetime import datetime

from api.complaints import deadlines
from api.complaints.deadline_schemas import ClockShape, ExtensionShape, PublicClock
from api.complaints.models import Complaint
from api.complaints.rules import Change
from api.complaints.timetable import MINUTE, Due, Timetable, answer_run, present_run
from api.core import clock


def step_clock(complaint: Complaint, changes: list[Change], timetable: Timetable, now: datetime) -> ClockShape | None:
    """The present step's; None when the case has ended or its step has no deadline."""
    run = present_run(changes, complaint.received_at)
    due = deadlines.present(complaint, run, changes, timetable) if complaint.is_open else None
    return shape(due, run.paused_since, timetable, now) if due else None


def answer_clock(complaint: Complaint, changes: list[Change], timetable: Timetable, now: datetime) -> ClockShape | None:
    """That of the answer; None once the case has ended."""
    run = answer_run(changes, complaint.received_at)
    due = timetable.wind(run, complaint.priority, deadlines.extension_of(complaint)) if complaint.is_open else None
    return shape(due, run.paused_since, timetable, now) if due else None


def shape(due: Due, paused_since: datetime | None, timetable: Timetable, now: datetime) -> ClockShape:
    reading = timetable.read(due, now)
    return ClockShape(
        step=due.step, started_at=due.began, due_at=due.at, minutes_used=reading.minutes_used,
        minutes_left=reading.minutes_left, day_minutes=int(due.day / MINUTE), paused_since=paused_since,
        extended_days=due.extended_days,
    )  # fmt: skip


def public_clock(shown: ClockShape | None, timetable: Timetable, now: datetime) -> PublicClock | None:
    """The clock of the answer in days only."""
    if shown is None:
        return None
    today, due_on = clock.day_of(shown.paused_since or now), clock.day_of(shown.due_at)
    ahead, behind = timetable.calendar.days_between(today, due_on), timetable.calendar.days_between(due_on, today)
    return PublicClock(due_on=due_on, days_left=ahead - behind, is_paused=shown.paused_since is not None)


def extension(complaint: Complaint) -> ExtensionShape | None:
    if complaint.extension_days is None or complaint.extended_at is None:
        return None
    reason = complaint.extension_reason or ""
    return ExtensionShape(days=complaint.extension_days, reason=reason, on=clock.day_of(complaint.extended_at))
