"""The periods people report by: pure day arithmetic.

Source: Decree 09/2019/NĐ-CP art. 12 (windows of regular reports); weeks begin on Monday.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from api.core import clock, errors
from api.indicators.models import PeriodKind, Scheme

HOW_MANY = {
    PeriodKind.WEEK: 53, PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2,
    PeriodKind.NINE_MONTHS: 1, PeriodKind.YEAR: 1,
}  # fmt: skip
MONTHS = {
    PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.NINE_MONTHS: 9, PeriodKind.YEAR: 12,
}  # fmt: skip
CLOSING_DAY = 14


class NoSuchPeriod(errors.Rejected):
    code = "no_such_period"
    says = "Không có kỳ báo cáo này."


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both inside."""

    scheme: Scheme
    kind: PeriodKind
    first: date
    last: date
    label: str


def period(scheme: Scheme, kind: PeriodKind, year: int, number: int) -> Period:
    """The `number`-th period of its kind in a year, from 1. NoSuchPeriod when there is none."""
    if kind not in HOW_MANY or scheme is Scheme.CUSTOM or not 1 <= number <= HOW_MANY[kind]:
        raise NoSuchPeriod
    if kind is PeriodKind.WEEK:
        return _week(scheme, year, number)
    last_month = MONTHS[kind] * number
    first_month = last_month - MONTHS[kind] + 1
    if scheme is Scheme.CALENDAR:
        first, last = date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
    else:
        last = date(year, last_month, CLOSING_DAY)
        before = date(year, first_month, 1) - timedelta(days=1)
        first = before.replace(day=CLOSING_DAY + 1)
    return Period(scheme, kind, first, last, label(kind, year, number))


def custom(first: date, last: date) -> Period:
    """Free dates; NoSuchPeriod when they are out of order or longer than six years."""
    if last < first or last - first > timedelta(days=366 * 6):
        raise NoSuchPeriod(field="last")
    words = f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    return Period(Scheme.CUSTOM, PeriodKind.CUSTOM, first, last, words)


def label(kind: PeriodKind, year: int, number: int) -> str:
    """As reports name it."""
    if kind is PeriodKind.HALF:
        return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
    return {
        PeriodKind.WEEK: f"tuần {number} năm {year}",
        PeriodKind.MONTH: f"tháng {number} năm {year}",
        PeriodKind.QUARTER: f"quý {('I', 'II', 'III', 'IV')[(number - 1) % 4]} năm {year}",
        PeriodKind.NINE_MONTHS: f"9 tháng năm {year}",
        PeriodKind.YEAR: f"năm {year}",
    }[kind]


def newest_closed(scheme: Scheme, kind: PeriodKind, today: date) -> Period:
    """The last period of the kind that is over."""
    found = [
        one
        for year in (today.year - 1, today.year)
        for number in range(1, HOW_MANY[kind] + 1)
        if (one := _or_none(scheme, kind, year, number)) and one.last < today
    ]
    return found[-1]


def _or_none(scheme: Scheme, kind: PeriodKind, year: int, number: int) -> Period | None:
    try:
        return period(scheme, kind, year, number)
    except NoSuchPeriod:
        return None


def _week(scheme: Scheme, year: int, number: int) -> Period:
    """ISO weeks; the decree leaves weeks to whoever asks for them."""
    try:
        first = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise NoSuchPeriod from None
    assert first == clock.monday_of(first)
    return Period(scheme, PeriodKind.WEEK, first, first + timedelta(days=6), label(PeriodKind.WEEK, year, number))
