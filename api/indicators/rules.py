"""What a figure says: its share, whether the target is met, how far it is, where the trend leads. Values only."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, Decimal

from api.indicators.models import State

END = date(2030, 12, 31)
FEWEST_POINTS = 3
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Record:
    """One thing behind a figure: a hamlet, a site, a unit, a month. `counts`: it is in the numerator."""

    label: str
    counts: bool
    href: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Half:
    """One of the conditions that an indicator joins."""

    label: str
    numerator: Decimal
    denominator: Decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with everything it is made of."""

    numerator: Decimal
    denominator: Decimal
    records: tuple[Record, ...] = ()
    parts: tuple[Half, ...] = ()
    is_estimated: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """`target` in percent; a ceiling holds at or below it, a strict one only above it."""

    target: Decimal
    is_ceiling: bool = False
    is_strict: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the same pace leads by the end of 2030, in percent; None with too few points."""

    value: Decimal | None = None
    points: int = field(default=0)


def percent(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """To one decimal, cut and not rounded, so that 99.97 never reads as 100; None when there is nothing to count."""
    if denominator == 0:
        return None
    return (numerator * 100 / denominator).quantize(TENTH, rounding=ROUND_DOWN)


def state_of(numerator: Decimal, denominator: Decimal, aim: Aim) -> State:
    """Decided on the exact share, never on the rounded one."""
    if denominator == 0:
        return State.NONE
    share, whole = numerator * 100, aim.target * denominator
    if aim.is_ceiling:
        return State.MET if share <= whole else State.NOT_MET
    return State.MET if share > whole or (share == whole and not aim.is_strict) else State.NOT_MET


def distance(value: Decimal | None, aim: Aim) -> Decimal | None:
    """Percentage points still missing; 0 when met, None when there is nothing to count."""
    if value is None:
        return None
    return max(value - aim.target if aim.is_ceiling else aim.target - value, Decimal(0))


def outlook(points: Sequence[tuple[date, Decimal | None]], end: date = END) -> Outlook:
    """Least squares through what was measured, carried on to `end`, within 0 and 100."""
    known = [(Decimal(day.toordinal()), value) for day, value in points if value is not None]
    if len(known) < FEWEST_POINTS:
        return Outlook(points=len(known))
    count = Decimal(len(known))
    mean_x, mean_y = sum(x for x, _ in known) / count, sum(y for _, y in known) / count
    spread = sum((x - mean_x) ** 2 for x, _ in known)
    if spread == 0:
        return Outlook(points=len(known))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in known) / spread
    value = mean_y + slope * (Decimal(end.toordinal()) - mean_x)
    return Outlook(min(max(value, Decimal(0)), Decimal(100)).quantize(TENTH), len(known))
