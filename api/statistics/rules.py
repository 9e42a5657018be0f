"""What the figures mean: a case's story added up, percentiles, and what may be told in public (pure)."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from api.complaints.models import Status
from api.complaints.rules import STEPS
from api.core.clock import VIETNAM
from api.statistics.models import Outcome
from api.worktime.rules import Calendar

S = Status
STEP_NAMES = ("receive", "assign", "verify", "resolve", "reply")
HELD = frozenset({S.ASSIGNED, S.VERIFYING, S.PROCESSING})  # the unit's own time
ASIDE = {S.REJECTED: Outcome.REJECTED, S.MERGED: Outcome.MERGED, S.TRANSFERRED_OUT: Outcome.TRANSFERRED}
ANSWERED = frozenset({S.REPLIED, S.CLOSED})
SMALLEST = 5  # fewer cases than this could point at somebody
DAY_ZERO = date(2020, 1, 1)  # nothing is older than the system


class Meter:
    """Working seconds since DAY_ZERO at any moment: the difference of two is the time worked between them."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._before = {DAY_ZERO: 0.0}
        self._spans: dict[date, list[tuple[datetime, datetime]]] = {}
        self._last = DAY_ZERO

    def at(self, moment: datetime) -> float:
        day = moment.astimezone(VIETNAM).date()
        if day < DAY_ZERO:
            return 0.0
        self._fill(day)
        inside = (min(end, moment) - begin for begin, end in self._spans[day] if begin < moment)
        return self._before[day] + sum(part.total_seconds() for part in inside)

    def minutes(self, start: datetime, end: datetime) -> float:
        return (self.at(end) - self.at(start)) / 60

    def _fill(self, day: date) -> None:
        while self._last <= day:
            spans = self._calendar.spans_of(self._last)
            total = sum((end - begin).total_seconds() for begin, end in spans)
            self._spans[self._last] = spans
            self._before[self._last + timedelta(days=1)] = self._before[self._last] + total
            self._last += timedelta(days=1)


class Event(NamedTuple):
    """A change of state. `unit_id`: who holds the case from now on, when it was given to somebody."""

    at: datetime
    to: Status
    unit_id: UUID | None = None
    after_photos: int = 0


@dataclass
class UnitPart:
    held: float = 0.0
    is_holder: bool = False
    has_resolved: bool = False
    reopened: int = 0
    handed_on: int = 0


@dataclass
class Story:
    """A case added up. Minutes are working time without the time that the resident was waited for."""

    outcome: Outcome = Outcome.OPEN
    steps: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    finished: set[str] = field(default_factory=set)
    whole: float | None = None
    answered_at: datetime | None = None
    was_resolved: bool = False
    reopened: int = 0
    handovers: int = 0
    units: dict[UUID, UnitPart] = field(default_factory=dict)


def story(received_at: datetime, events: Iterable[Event], meter: Meter) -> Story:
    """What a case's journal says, added up. Every visit of a step counts, so closing early saves nothing."""
    told = Story()
    state, since, waited = S.SUBMITTED, received_at, 0.0
    holder: UUID | None = None
    resolution: Event | None = None
    resolver: UUID | None = None
    for event in events:
        spent = meter.minutes(since, event.at)
        waited += spent if state is S.NEED_INFO else 0
        _spend(told, state, event.to, spent, holder)
        if event.unit_id and event.unit_id != holder:
            _hand_over(told, holder, event.unit_id)
            holder = event.unit_id
        if event.to is S.RESOLVED:
            resolution, resolver, told.was_resolved = event, holder, True
        elif event.to is S.REOPENED:
            told.reopened += 1
            if resolution and resolver:
                told.units[resolver].reopened += 1
            resolution = resolver = told.whole = told.answered_at = None
        elif event.to is S.REPLIED:
            told.answered_at, told.whole = event.at, meter.minutes(received_at, event.at) - waited
        state, since = event.to, event.at
    told.outcome = _outcome(state, resolution)
    if holder:
        told.units[holder].is_holder = True
    if resolver:
        told.units[resolver].has_resolved = True
    return told


def _spend(told: Story, state: Status, to: Status, spent: float, holder: UUID | None) -> None:
    step = STEPS[state]
    if step is None:
        return
    told.steps[step] += spent
    if STEPS[to] != step and to is not S.NEED_INFO and to not in ASIDE:
        told.finished.add(step)
    if holder and state in HELD:
        told.units[holder].held += spent


def _hand_over(told: Story, before: UUID | None, to: UUID) -> None:
    told.units.setdefault(to, UnitPart())
    if before:
        told.handovers += 1
        told.units[before].handed_on += 1


def _outcome(state: Status, resolution: Event | None) -> Outcome:
    if state in ASIDE:
        return ASIDE[state]
    if resolution:
        return Outcome.DONE if resolution.after_photos else Outcome.UNPROVEN
    return Outcome.TRANSFERRED if state in ANSWERED else Outcome.OPEN


def percentile(histogram: Mapping[int, int], share: float) -> int | None:
    """The smallest value at or below which `share` of all lie; None of nothing."""
    total = sum(histogram.values())
    wanted, seen = math.ceil(share * total), 0
    for value in sorted(histogram):
        seen += histogram[value]
        if seen >= wanted:
            return value
    return None


def public_count(count: int) -> int | None:
    """Rounded to fives, so that two tables cannot be taken from one another; None: there are some, fewer than five."""
    if 0 < count < SMALLEST:
        return None
    return 5 * ((count + 2) // 5)


def public_share(count: int, of: int) -> int | None:
    """Whole per cent; None when it would speak of fewer than five cases."""
    return round(100 * count / of) if of >= SMALLEST else None
