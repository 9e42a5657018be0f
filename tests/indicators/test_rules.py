"""What a figure says, and the periods it is told for: values only."""

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.indicators.models import PeriodKind, Scheme, State
from api.indicators.periods import NoSuchPeriod, custom, newest_closed, period
from api.indicators.rules import Aim, distance, outlook, percent, state_of

FULL, CEILING, ABOVE_HALF = Aim(Decimal(100)), Aim(Decimal(30), is_ceiling=True), Aim(Decimal(50), is_strict=True)
ONE, NOTHING = Decimal(1), Decimal(0)


def test_nothing_to_count_is_not_a_hundred_percent() -> None:
    assert percent(NOTHING, NOTHING) is None
    assert state_of(NOTHING, NOTHING, FULL) is State.NONE
    assert distance(None, FULL) is None


def test_a_share_is_cut_and_never_rounded_up_to_the_target() -> None:
    assert percent(Decimal(9999), Decimal(10000)) == Decimal("99.9")
    assert state_of(Decimal(9999), Decimal(10000), FULL) is State.NOT_MET


def test_K5b_is_a_ceiling() -> None:
    assert state_of(Decimal(30), Decimal(100), CEILING) is State.MET
    assert state_of(Decimal(31), Decimal(100), CEILING) is State.NOT_MET
    assert distance(Decimal("34.5"), CEILING) == Decimal("4.5")
    assert distance(Decimal(10), CEILING) == 0


def test_K5c_is_met_only_above_one_half() -> None:
    assert state_of(Decimal(5), Decimal(10), ABOVE_HALF) is State.NOT_MET
    assert state_of(Decimal(6), Decimal(10), ABOVE_HALF) is State.MET


@pytest.mark.parametrize(
    ("kind", "number", "first", "last"),
    [
        (PeriodKind.MONTH, 1, "2025-12-15", "2026-01-14"),
        (PeriodKind.MONTH, 3, "2026-02-15", "2026-03-14"),
        (PeriodKind.QUARTER, 1, "2025-12-15", "2026-03-14"),
        (PeriodKind.QUARTER, 4, "2026-09-15", "2026-12-14"),
        (PeriodKind.HALF, 1, "2025-12-15", "2026-06-14"),
        (PeriodKind.HALF, 2, "2026-06-15", "2026-12-14"),
        (PeriodKind.NINE_MONTHS, 1, "2025-12-15", "2026-09-14"),
        (PeriodKind.YEAR, 1, "2025-12-15", "2026-12-14"),
    ],
)
def test_the_windows_of_decree_09(kind: PeriodKind, number: int, first: str, last: str) -> None:
    found = period(Scheme.DECREE09, kind, 2026, number)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@given(st.integers(2021, 2034), st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF]), st.booleans())
def test_the_periods_of_a_year_join_without_gap_or_overlap(year: int, kind: PeriodKind, is_decree: bool) -> None:
    scheme = Scheme.DECREE09 if is_decree else Scheme.CALENDAR
    count = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2}[kind]
    found = [period(scheme, kind, year, number) for number in range(1, count + 1)]
    whole = period(scheme, PeriodKind.YEAR, year, 1)
    assert (found[0].first, found[-1].last) == (whole.first, whole.last)
    assert all((after.first - before.last).days == 1 for before, after in itertools.pairwise(found))


def test_a_week_begins_on_monday_and_a_year_may_have_52_or_53() -> None:
    assert period(Scheme.CALENDAR, PeriodKind.WEEK, 2026, 53).first == date(2026, 12, 28)
    with pytest.raises(NoSuchPeriod):
        period(Scheme.CALENDAR, PeriodKind.WEEK, 2025, 53)
    with pytest.raises(NoSuchPeriod):
        period(Scheme.CALENDAR, PeriodKind.QUARTER, 2026, 5)
    with pytest.raises(NoSuchPeriod):
        custom(date(2026, 2, 1), date(2026, 1, 1))


def test_the_newest_closed_period_is_over() -> None:
    assert newest_closed(Scheme.DECREE09, PeriodKind.MONTH, date(2026, 11, 15)).label == "tháng 11 năm 2026"
    assert newest_closed(Scheme.DECREE09, PeriodKind.MONTH, date(2026, 11, 14)).label == "tháng 10 năm 2026"
    assert newest_closed(Scheme.CALENDAR, PeriodKind.YEAR, date(2026, 11, 24)).label == "năm 2025"


def test_the_trend_is_carried_on_and_stays_a_share() -> None:
    rising = [(date(2026, month, 1), Decimal(month)) for month in range(1, 7)]
    assert outlook(rising, date(2026, 7, 1)).value == pytest.approx(Decimal(7), abs=Decimal("0.3"))
    assert outlook(rising).value is not None and outlook(rising).value <= 100  # type: ignore[operator]
    assert outlook(rising[:2]).value is None
    assert outlook([(day, None) for day, _ in rising]).value is None
