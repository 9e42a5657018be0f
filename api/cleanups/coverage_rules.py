"""Which hamlet held a clean-up in which week: pure decisions over hamlets, entries, excuses and the calendar.

Plan 1.1 and indicator K1: Saturday or Sunday, either counts, both count once. A hamlet of the past is counted as long
as it was valid; what was entered for it later belongs to its successor of that day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from api.cleanups.coverage_models import WeekMark

WEEK = timedelta(days=7)
SATURDAY, SUNDAY = 5, 6
MOST_WEEKS = 110


@dataclass(frozen=True, slots=True)
class Place:
    """A hamlet with its days: valid from the first, no longer on `until`."""

    id: UUID
    since: date
    until: date | None
    successor: UUID | None = None

    def is_valid(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Told:
    """One entry: held, or not held with a reason."""

    id: UUID
    hamlet: UUID
    day: date
    is_held: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Excuse:
    """For one hamlet, or for all when `hamlet` is None; both days inside."""

    hamlet: UUID | None
    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One hamlet in one week (named by its Monday)."""

    hamlet: UUID
    week: date
    mark: WeekMark
    entries: tuple[UUID, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """`held` of `asked` in one week; None when nobody was asked."""

    held: int
    asked: int

    @property
    def share(self) -> Decimal | None:
        return Decimal(self.held) / self.asked if self.asked else None


def weeks_between(first: date, last: date) -> list[date]:
    """The Mondays of the weeks whose Sunday lies within both days: a weekend belongs to the period it ends in."""
    sunday = first + timedelta(days=(SUNDAY - first.weekday()) % 7)
    found = []
    while sunday <= last:
        found.append(sunday - timedelta(days=6))
        sunday += WEEK
    return found


def grid(
    places: Sequence[Place],
    weeks: Sequence[date],
    told: Iterable[Told],
    excuses: Sequence[Excuse],
    today: date,
    entry_days: int,
) -> list[Cell]:
    """A cell for each hamlet and week, hamlets outside, weeks inside."""
    by_id = {place.id: place for place in places}
    by_cell: dict[tuple[UUID, date], list[Told]] = defaultdict(list)
    for one in told:
        if one.day.weekday() in (SATURDAY, SUNDAY):
            by_cell[_owner(by_id, one), one.day - timedelta(days=one.day.weekday())].append(one)
    return [
        _cell(place, week, by_cell.get((place.id, week), []), excuses, today, entry_days)
        for place in places
        for week in weeks
    ]


def shares(cells: Iterable[Cell], *, counts_excused: bool) -> dict[date, Share]:
    """Week -> how many of the asked hamlets held one. Open cells are not asked yet."""
    asked = (WeekMark.HELD, WeekMark.MISSED, WeekMark.EXCUSED) if counts_excused else (WeekMark.HELD, WeekMark.MISSED)
    held: dict[date, int] = defaultdict(int)
    whole: dict[date, int] = defaultdict(int)
    for cell in cells:
        held[cell.week] += cell.mark is WeekMark.HELD
        whole[cell.week] += cell.mark in asked
    return {week: Share(held[week], whole[week]) for week in sorted(whole)}


def monthly_shares(cells: Iterable[Cell], *, counts_excused: bool, least: int) -> dict[date, Share]:
    """Month (its first day) -> how many of the asked hamlets held at least so many weekends in it.

    A weekend belongs to the month its Sunday is in. Of a hamlet asked for fewer (set up in the middle, excused where
    that is not asked for, a month that is not over) no more than these are wanted.
    """
    asked = (WeekMark.HELD, WeekMark.MISSED, WeekMark.EXCUSED) if counts_excused else (WeekMark.HELD, WeekMark.MISSED)
    weeks: dict[tuple[date, UUID], list[bool]] = defaultdict(list)
    for cell in cells:
        if cell.mark in asked:
            weeks[(cell.week + timedelta(days=6)).replace(day=1), cell.hamlet].append(cell.mark is WeekMark.HELD)
    months: dict[date, list[bool]] = defaultdict(list)
    for (month, _), held in weeks.items():
        months[month].append(sum(held) >= min(least, len(held)))
    return {month: Share(sum(met), len(met)) for month, met in sorted(months.items())}


def mean(found: Mapping[date, Share]) -> tuple[Decimal, int]:
    """(sum of the shares of weeks or months, number of those that had anybody to ask)."""
    known = [one.share for one in found.values() if one.share is not None]
    return sum(known, Decimal(0)), len(known)


def streak(cells: Iterable[Cell]) -> int:
    """Weeks in a row up to now that one hamlet held; an excused or open week neither adds nor breaks."""
    count = 0
    for cell in sorted(cells, key=lambda cell: cell.week, reverse=True):
        if cell.mark is WeekMark.HELD:
            count += 1
        elif cell.mark in (WeekMark.MISSED, WeekMark.ABSENT):
            break
    return count


def _owner(by_id: Mapping[UUID, Place], one: Told) -> UUID:
    """The hamlet that stood for this one on that day."""
    place, seen = by_id.get(one.hamlet), set[UUID]()
    while place and not place.is_valid(one.day) and place.successor and place.id not in seen:
        seen.add(place.id)
        place = by_id.get(place.successor)
    return place.id if place else one.hamlet


def _cell(
    place: Place, week: date, told: Sequence[Told], excuses: Sequence[Excuse], today: date, entry_days: int
) -> Cell:
    saturday, sunday = week + timedelta(days=SATURDAY), week + timedelta(days=SUNDAY)
    entries = tuple(one.id for one in told)
    if any(one.is_held for one in told):
        return Cell(place.id, week, WeekMark.HELD, entries)
    if not place.is_valid(sunday):
        return Cell(place.id, week, WeekMark.ABSENT, entries)
    reason = next((one.reason for one in told if one.reason), "") or next(
        (
            one.reason
            for one in excuses
            if one.hamlet in (None, place.id) and one.first <= sunday and one.last >= saturday
        ),
        "",
    )
    if reason:
        return Cell(place.id, week, WeekMark.EXCUSED, entries, reason)
    is_over = today > sunday + timedelta(days=entry_days)
    return Cell(place.id, week, WeekMark.MISSED if is_over else WeekMark.OPEN, entries)
