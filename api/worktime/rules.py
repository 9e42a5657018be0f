"""Working time of the commune: shifts, weekdays, holidays and make-up days (pure)."""

import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from api.core import errors
from api.core.clock import VIETNAM

FARTHEST_DAYS = 2000  # a thousand working days, the longest deadline one can set, end before
NO_TIME = timedelta(0)
Span = tuple[datetime, datetime]
LAW = "Bộ luật Lao động 2019, điều 112; lịch hoán đổi theo thông báo hằng năm của Chính phủ"


class ShiftsBroken(errors.Rejected):
    code = "shifts_broken"
    says = "Giờ làm việc chưa đúng: mỗi buổi cần giờ kết thúc sau giờ bắt đầu, buổi sau bắt đầu khi buổi trước đã xong."


class Hours(NamedTuple):
    """The shifts of a working day and the weekdays worked (1 = Monday), from a day on."""

    effective_from: date
    shifts: tuple[tuple[time, time], ...]
    weekdays: frozenset[int]

    @property
    def day_length(self) -> timedelta:
        """What "one working day" of a deadline stands for."""
        return sum((_length(shift) for shift in self.shifts), NO_TIME)


# Source: the usual office hours of communes; to be confirmed by the commune, which edits its own.
OFFICE_HOURS = Hours(
    date(2000, 1, 1), ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0))), frozenset({1, 2, 3, 4, 5})
)


@dataclass(frozen=True)
class National:
    """The law's days off of a year by name, and the Saturdays worked in exchange for some."""

    off: Mapping[date, str]
    worked: frozenset[date]


@lru_cache(maxsize=16)
def national(year: int) -> National:
    """Shared by threads, so made whole before anybody sees it."""
    library: Any = importlib.import_module("holidays")  # half a start's time to load, and not needed to start
    calendar = library.country_holidays("VN", years=year, language="vi")
    worked = frozenset(day for day in calendar.weekend_workdays if day.year == year)
    return National(dict(calendar.items()), worked)


@dataclass(frozen=True)
class Calendar:
    """`exceptions` say of a day whether it is worked, before the law is asked. `hours`: oldest first."""

    exceptions: Mapping[date, bool] = field(default_factory=dict)
    hours: Sequence[Hours] = (OFFICE_HOURS,)
    _spans: dict[date, list[Span]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def hours_on(self, day: date) -> Hours:
        """Those in force; the oldest ones before any began."""
        return next((one for one in reversed(self.hours) if one.effective_from <= day), self.hours[0])

    def is_working(self, day: date) -> bool:
        if day in self.exceptions:
            return self.exceptions[day]
        law = national(day.year)
        return day in law.worked or (day.isoweekday() in self.hours_on(day).weekdays and day not in law.off)

    def spans_of(self, day: date) -> list[Span]:
        """The shifts of this day as moments; none when it is off. Lists go over the same days row by row."""
        spans = self._spans.get(day)
        if spans is None:
            spans = self._spans[day] = self._spans_anew(day)
        return spans

    def _spans_anew(self, day: date) -> list[Span]:
        if not self.is_working(day):
            return []
        return [
            (datetime.combine(day, opens, VIETNAM), datetime.combine(day, closes, VIETNAM))
            for opens, closes in self.hours_on(day).shifts
        ]

    def spans_after(self, start: datetime) -> Iterator[Span]:
        """Working spans from `start` on, in order; ends after FARTHEST_DAYS."""
        first = start.astimezone(VIETNAM).date()
        for ahead in range(FARTHEST_DAYS):
            for begin, end in self.spans_of(first + timedelta(days=ahead)):
                if end > start:
                    yield max(begin, start.astimezone(VIETNAM)), end

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

    def worked_between(self, start: datetime, end: datetime, pauses: Sequence[Span] = ()) -> timedelta:
        """Working time from `start` to `end` less what lies in `pauses` (in order, apart). Zero when end <= start.

        For clocks and for statistics: a case's step took so much of the commune's own time.
        """
        inside = [(max(begin, start), min(stop, end)) for begin, stop in pauses]
        waits = sum((self._worked(*wait) for wait in inside if wait[0] < wait[1]), NO_TIME)
        return self._worked(start, end) - waits

    def _worked(self, start: datetime, end: datetime) -> timedelta:
        total = NO_TIME
        day, last = start.astimezone(VIETNAM).date(), end.astimezone(VIETNAM).date()
        while day <= last:
            for opens, closes in self.spans_of(day):
                total += max(NO_TIME, min(closes, end) - max(opens, start))
            day += timedelta(days=1)
        return total

    def days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`."""
        days = (start + timedelta(days=ahead) for ahead in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)


class SpecialDay(NamedTuple):
    """A day that is not as its weekday would have it, and why."""

    day: date
    is_working: bool
    name: str
    source: str
    is_own: bool  # entered by the commune, not the law's
    version: int  # of the commune's entry; 0 when there is none


def special_days(year: int, own: Mapping[date, SpecialDay]) -> list[SpecialDay]:
    """All of a year in order: the law's, and the commune's own in their place."""
    law = national(year)
    found = {day: SpecialDay(day, False, name, LAW, False, 0) for day, name in law.off.items()}
    found |= {day: SpecialDay(day, True, "Làm bù", LAW, False, 0) for day in law.worked}
    found |= {day: entry for day, entry in own.items() if day.year == year}
    return [found[day] for day in sorted(found)]


def check_shifts(shifts: Sequence[tuple[time, time]]) -> None:
    """Each ends after it begins, and before the next one begins."""
    in_order = [moment for shift in shifts for moment in shift]
    if any(later <= earlier for earlier, later in pairwise(in_order)):
        raise ShiftsBroken(field="shifts")


def _length(shift: tuple[time, time]) -> timedelta:
    opens, closes = (timedelta(hours=moment.hour, minutes=moment.minute) for moment in shift)
    return closes - opens
