"""The commune's deadlines with its calendar: when a step must be done (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from api.complaints.models import Deadline, DeadlineUnit, Priority
from api.worktime.rules import HOURS_A_DAY, Calendar

DUE_SOON_SHARE = 0.8


@dataclass(frozen=True)
class Due:
    """When a step must be done, and when it begins to press (at 80 % of its time)."""

    step: str
    at: datetime
    soon_at: datetime


@dataclass(frozen=True)
class Timetable:
    """The commune's deadlines with its calendar."""

    deadlines: Mapping[tuple[str, Priority], Deadline]
    calendar: Calendar

    def due(self, step: str, priority: Priority, start: datetime) -> Due | None:
        """None when the commune has set no deadline for this step."""
        rule = self.deadlines.get((step, priority))
        if rule is None:
            return None
        return Due(step, self._after(start, rule, 1.0), self._after(start, rule, DUE_SOON_SHARE))

    def _after(self, start: datetime, rule: Deadline, share: float) -> datetime:
        amount = rule.amount * share
        if rule.unit is DeadlineUnit.HOURS:
            return start + timedelta(hours=amount)
        if rule.unit is DeadlineUnit.DAYS:
            return start + timedelta(days=amount)
        hours = amount * (HOURS_A_DAY if rule.unit is DeadlineUnit.WORKING_DAYS else 1)
        return self.calendar.add_working(start, timedelta(hours=hours))
