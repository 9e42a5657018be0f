"""Golden days of 2026 and 2027: the law's holidays by the library, exchange days by the commune's own table."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.worktime import rules
from api.worktime.actions import SEED_DAYS
from api.worktime.rules import Calendar, SpecialDay
from tests.worktime.test_rules import CALENDAR, HOURS, MOMENTS, at

SHIPPED = Calendar({day: is_working for day, is_working, _ in SEED_DAYS})


def days(first: str, last: str) -> list[date]:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [begin + timedelta(days=ahead) for ahead in range((end - begin).days + 1)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-01-01", "2026-01-04"),  # New Year: Friday 2 January exchanged for Saturday 10 (12729/VPCP-KGVX)
        ("2026-02-14", "2026-02-22"),  # Tết Bính Ngọ
        ("2026-04-25", "2026-04-27"),  # the Hùng kings on a Sunday, given back on Monday
        ("2026-04-30", "2026-05-03"),
        ("2026-08-29", "2026-09-02"),  # Monday 31 August exchanged for Saturday 22
        ("2026-11-24", "2026-11-24"),
        ("2027-01-01", "2027-01-03"),
        ("2027-02-04", "2027-02-10"),  # Tết Đinh Mùi, the days that fall on the weekend given back
        ("2027-04-16", "2027-04-18"),
        ("2027-04-30", "2027-05-03"),  # 1 May on a Saturday, given back on Monday
        ("2027-09-02", "2027-09-05"),
        ("2027-11-24", "2027-11-24"),
    ],
)
def test_I3_nobody_works_on_the_holidays_of_2026_and_2027(first: str, last: str) -> None:
    off = days(first, last)
    assert [day for day in off if SHIPPED.is_working(day)] == []
    assert SHIPPED.is_working(off[-1] + timedelta(days=1))


@pytest.mark.parametrize("day", ["2026-01-10", "2026-08-22"])
def test_I3_make_up_saturdays_are_worked(day: str) -> None:
    assert SHIPPED.is_working(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2025-12-31 16:00", 2, "2026-01-05 08:30"),  # over New Year with its exchange day
        ("2026-01-09 16:30", 1, "2026-01-10 08:00"),  # the Saturday that is worked for it
        ("2026-11-27 16:59", 1, "2026-11-30 08:29"),  # Friday, a minute before the end
        ("2026-12-31 16:30", 1, "2027-01-04 08:00"),
        ("2027-02-03 16:00", 2, "2027-02-11 08:30"),  # over Tết
        ("2027-04-29 16:00", 2, "2027-05-04 08:30"),
    ],
)
def test_I4_working_hours_run_over_holidays_and_lunch(start: str, hours: float, end: str) -> None:
    assert SHIPPED.add_working(at(start), timedelta(hours=hours)) == at(end)


def test_I3_a_year_names_each_special_day_and_why() -> None:
    own = {day: SpecialDay(day, is_working, name, "12729", True, 1) for day, is_working, name in SEED_DAYS}
    shown = {one.day: one for one in rules.special_days(2026, own)}
    assert shown[date(2026, 2, 17)].name == "Tết Nguyên Đán"
    assert (shown[date(2026, 8, 22)].is_working, shown[date(2026, 1, 10)].is_own) == (True, True)


SUMMER = rules.Hours(date(2026, 6, 1), ((rules.time(7, 0), rules.time(12, 0)),), frozenset({1, 2, 3, 4, 5, 6}))


def test_I4_hours_change_from_their_day_on_and_not_before() -> None:
    calendar = Calendar(hours=(rules.OFFICE_HOURS, SUMMER))
    assert calendar.add_working(at("2026-05-29 16:00"), timedelta(hours=2)) == at("2026-06-01 08:00")
    assert calendar.is_working(date(2026, 6, 6))  # a Saturday
    assert not calendar.is_working(date(2026, 5, 30))
    assert calendar.hours_on(date(2026, 6, 2)).day_length == timedelta(hours=5)


def test_I4_shifts_out_of_order_are_refused() -> None:
    with pytest.raises(rules.ShiftsBroken):
        rules.check_shifts([(rules.time(13, 30), rules.time(17)), (rules.time(7, 30), rules.time(11, 30))])


def test_I6_a_pause_over_tet_takes_no_working_time_of_its_own() -> None:
    pause = (at("2026-02-13 16:00"), at("2026-02-23 08:30"))
    assert CALENDAR.worked_between(at("2026-02-13 15:00"), at("2026-02-23 09:30"), [pause]) == timedelta(hours=2)


@given(MOMENTS, HOURS)
@settings(max_examples=60, deadline=None)
def test_I2_what_is_added_is_what_was_worked(start: rules.datetime, amount: timedelta) -> None:
    worked = CALENDAR.worked_between(start, CALENDAR.add_working(start, amount))
    assert abs(worked - amount) < timedelta(milliseconds=1)


@given(st.lists(MOMENTS, min_size=3, max_size=3))
@settings(max_examples=40, deadline=None)
def test_I2_working_time_adds_up_and_is_never_below_zero(moments: list[rules.datetime]) -> None:
    first, middle, last = sorted(moments)
    whole = CALENDAR.worked_between(first, last)
    assert whole == CALENDAR.worked_between(first, middle) + CALENDAR.worked_between(middle, last)
    assert CALENDAR.worked_between(last, first) == timedelta(0) <= whole
    assert CALENDAR.worked_between(first, last, [(first, middle)]) == CALENDAR.worked_between(middle, last)
