"""The clock of a case: which step runs since when, how long it may take, what is left, when it stands still (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from api.complaints.models import Deadline, DeadlineUnit, Priority, Status
from api.complaints.rules import STEPS, Change
from api.core import clock
from api.worktime.rules import Calendar, Span

ALERTS = (0.5, 0.8, 1.0)  # shares of a step's time at which somebody is reminded
MINUTE = timedelta(minutes=1)
WHOLE_DAY = timedelta(days=1)
ANSWER = "reply"  # the step that is owed to the resident, from the day of receipt on
WAIT = "need_info"  # how long the commune waits for a resident's answer
EXTENSION = "extend"  # the most by which the step "resolve" may be extended, once


class Run(NamedTuple):
    """A step under way: since when, and when the clock stood still because the resident had been asked."""

    step: str | None
    began: datetime
    pauses: tuple[Span, ...] = ()
    paused_since: datetime | None = None


def present_run(changes: Sequence[Change], received_at: datetime) -> Run:
    """The step that runs now. A question stops its clock; when work goes on in the same step, so does the clock.
    Moves that keep the step (on site, then at work) do not begin it anew; giving the case to somebody else does."""
    run = Run(STEPS[Status.SUBMITTED], received_at)
    for change in changes:
        step = STEPS[change.after]
        if change.after is Status.NEED_INFO:
            run = run._replace(paused_since=change.at)
        elif run.paused_since and step == run.step:
            run = run._replace(pauses=(*run.pauses, (run.paused_since, change.at)), paused_since=None)
        elif change.before is None or step != run.step or change.before is change.after:
            run = Run(step, change.at)
    return run


def answer_run(changes: Sequence[Change], received_at: datetime) -> Run:
    """The clock of the answer: from receipt, or from the last reopening, less all waiting for the resident."""
    run = Run(ANSWER, received_at)
    for change in changes:
        if change.after is Status.REOPENED or change.before is None:
            run = Run(ANSWER, change.at)
        elif change.after is Status.NEED_INFO:
            run = run._replace(paused_since=change.at)
        elif run.paused_since:
            run = run._replace(pauses=(*run.pauses, (run.paused_since, change.at)), paused_since=None)
    return run


def asked_from(changes: Sequence[Change]) -> Status | None:
    """The state in which the resident was asked; None when nobody waits for an answer."""
    last = changes[-1] if changes else None
    return last.before if last and last.after is Status.NEED_INFO else None


class Extension(NamedTuple):
    """More time for the work, given once, with a reason that everybody may read."""

    days: int
    given_at: datetime


@dataclass(frozen=True)
class Due:
    """A clock, wound up. `marks`: when each share of ALERTS is used up; the last one is the deadline."""

    step: str
    began: datetime
    marks: tuple[datetime, ...]
    allowed: timedelta
    day: timedelta  # what one day of this clock is; WHOLE_DAY: it runs day and night
    run: Run
    extended_days: int

    @property
    def at(self) -> datetime:
        return self.marks[-1]

    @property
    def soon_at(self) -> datetime:
        return self.marks[-2]


class Reading(NamedTuple):
    """What a clock shows. Minutes of the clock's own time: working time, or all of it; negative left: too late."""

    minutes_used: int
    minutes_left: int


@dataclass(frozen=True)
class Timetable:
    """The commune's deadlines with its calendar. `edition` names the state of both that due times are reckoned by."""

    deadlines: Sequence[Deadline]
    calendar: Calendar
    edition: int = 0

    def rule(self, step: str, priority: Priority, began: datetime) -> Deadline | None:
        """The rule in force on the day the step began; None when there was none."""
        day = clock.day_of(began)
        fitting = [one for one in self.deadlines if (one.step, one.priority) == (step, priority)]
        return max(
            (one for one in fitting if one.effective_from <= day), key=lambda one: one.effective_from, default=None
        )

    def due(self, step: str, priority: Priority, began: datetime) -> Due | None:
        """The clock of a step without pauses; None when the commune has set no deadline for it."""
        return self.wind(Run(step, began), priority)

    def wind(self, run: Run, priority: Priority, extension: Extension | None = None) -> Due | None:
        """The clock of this run; None when its step has no deadline. An extension counts for the work it was given
        for and for the answer, not for a run that began later."""
        rule = self.rule(run.step, priority, run.began) if run.step else None
        if rule is None or run.step is None:
            return None
        works = rule.unit in (DeadlineUnit.WORKING_HOURS, DeadlineUnit.WORKING_DAYS)
        day = self.calendar.hours_on(clock.day_of(run.began)).day_length if works else WHOLE_DAY
        in_days = rule.unit in (DeadlineUnit.WORKING_DAYS, DeadlineUnit.DAYS)
        more = extension.days if extension and self._counts(run, extension) else 0
        allowed = (day if in_days else timedelta(hours=1)) * rule.amount + day * more
        marks = tuple(self._after(run, allowed * share, works) for share in ALERTS)
        return Due(run.step, run.began, marks, allowed, day, run, more)

    @staticmethod
    def _counts(run: Run, extension: Extension) -> bool:
        return run.step in ("resolve", ANSWER) and run.began <= extension.given_at

    def _after(self, run: Run, amount: timedelta, works: bool) -> datetime:
        """When `amount` of the clock's time is used up. What was late before a question stays late after it."""
        start = run.began
        for stops, goes_on in run.pauses:
            ran = self.passed(start, stops, works=works)
            if amount <= ran:
                break
            amount, start = amount - ran, goes_on
        return self.calendar.add_working(start, amount) if works else start + amount

    def passed(self, start: datetime, end: datetime, pauses: Sequence[Span] = (), *, works: bool) -> timedelta:
        """Time of a clock between two moments, less its pauses."""
        if works:
            return self.calendar.worked_between(start, end, pauses)
        inside = (min(stop, end) - max(begin, start) for begin, stop in pauses)
        return max(end - start, timedelta(0)) - sum((wait for wait in inside if wait > timedelta(0)), timedelta(0))

    def read(self, due: Due, now: datetime) -> Reading:
        """What the clock shows; while it stands still, what it showed when it stopped."""
        until = due.run.paused_since or now
        used = self.passed(due.began, until, due.run.pauses, works=due.day != WHOLE_DAY)
        return Reading(int(used / MINUTE), int((due.allowed - used) / MINUTE))

    def left(self, step: str, priority: Priority, began: datetime, due_at: datetime, now: datetime) -> tuple[int, int]:
        """(minutes left, minutes of a day) of a clock that runs, from what a list knows of it."""
        rule = self.rule(step, priority, began)
        works = rule is not None and rule.unit in (DeadlineUnit.WORKING_HOURS, DeadlineUnit.WORKING_DAYS)
        day = self.calendar.hours_on(clock.day_of(began)).day_length if works else WHOLE_DAY
        is_late = due_at < now
        left = -self.passed(due_at, now, works=works) if is_late else self.passed(now, due_at, works=works)
        return int(left / MINUTE), int(day / MINUTE)
