"""Working time of the commune: Monday to Friday, two shifts, holidays and make-up days (pure)."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from api.core.clock import VIETNAM

# Source: the commune's usual office hours; to be confirmed by the commune.
SHIFTS = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))
HOURS_A_DAY = 7.5
FARTHEST_DAYS = 2000  # a thousand working days, the longest deadline one can set, end before


@lru_cache(maxsize=16)
def _national(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The law's days off of a year, and the Saturdays worked in exchange for some. Shared by threads, so whole."""
    library: Any = importlib.import_module("holidays")  # half a start's time to load, and not needed to start
    calendar = library.country_holidays("VN", years=year)
    return frozenset(calendar), frozenset(calendar.weekend_workdays)


@dataclass(frozen=True)
class Calendar:
    """`exceptions` say of a day whether it is worked, before the law's own holidays are asked."""

    exceptions: Mapping[date, bool] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        if day in self.exceptions:
            return self.exceptions[day]
        off, worked = _national(day.year)
        return day in worked or (day.weekday() < 5 and day not in off)

    def spans_after(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Working spans from `start` on, in order; ends after FARTHEST_DAYS."""
        local = start.astimezone(VIETNAM)
        for ahead in range(FARTHEST_DAYS):
            day = local.date() + timedelta(days=ahead)
            if not self.is_working(day):
                continue
            for opens, closes in SHIFTS:
                begin = max(datetime.combine(day, opens, VIETNAM), local)
                end = datetime.combine(day, closes, VIETNAM)
                if begin < end:
                    yield begin, end

    def add_working(self, start: datetime, amount: timedelta) -> datetime:
        """The moment at which `amount` of working time after `start` is used up."""
        left = amount
        moment = start
        for begin, end in self.spans_after(start):
            moment = begin
            if left <= end - begin:
                return begin + left
            left -= end - begin
        return moment + left
