"""Working time of the commune: golden cases of 2026 and what holds for every moment."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.core.clock import VIETNAM
from api.worktime.rules import OFFICE_HOURS, Calendar

CALENDAR = Calendar()
MAKE_UP = Calendar({date(2026, 6, 6): True, date(2026, 6, 8): False})  # a Saturday worked for a Monday off
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC))
HOURS = st.floats(0, 200).map(lambda hours: timedelta(hours=hours))


def at(written: str) -> datetime:
    """A moment in the commune."""
    return datetime.fromisoformat(written).replace(tzinfo=VIETNAM)


GOLDEN = [
    # within a shift, over lunch, to the very end of a shift, over the end of a day
    ("2026-11-30 09:00", 2, "2026-11-30 11:00"),
    ("2026-11-30 10:30", 2, "2026-11-30 14:30"),
    ("2026-11-30 09:30", 2, "2026-11-30 11:30"),
    ("2026-11-30 16:00", 2, "2026-12-01 08:30"),
    ("2026-11-30 07:30", 7.5, "2026-11-30 17:00"),
    # reported at noon, at night, before dawn: the clock begins with the next shift
    ("2026-11-30 12:15", 1, "2026-11-30 14:30"),
    ("2026-11-30 22:40", 2, "2026-12-01 09:30"),
    ("2026-12-01 03:00", 2, "2026-12-01 09:30"),
    ("2026-11-30 17:00", 0, "2026-12-01 07:30"),
    # the Day of Vietnamese Culture, 24 November
    ("2026-11-23 16:00", 2, "2026-11-25 08:30"),
    # weekends
    ("2026-11-27 16:30", 1, "2026-11-30 08:00"),
    ("2026-11-28 08:00", 8, "2026-12-01 08:00"),
    ("2026-11-29 23:59", 4, "2026-11-30 11:30"),
    # Tết 2026: from Saturday 14 February, the last day of the old year, to Friday 20 February; Monday 23 is worked
    ("2026-02-13 16:00", 2, "2026-02-23 08:30"),
    ("2026-02-17 09:00", 4, "2026-02-23 11:30"),
    # New Year's Day, a Thursday; Hùng Kings on 26 April, a Sunday, given back on Monday; 30 April and 1 May
    ("2025-12-31 16:00", 2, "2026-01-02 08:30"),
    ("2026-04-24 16:30", 1, "2026-04-28 08:00"),
    ("2026-04-29 16:00", 2, "2026-05-04 08:30"),
    ("2026-04-30 10:00", 7.5, "2026-05-04 17:00"),
    # 1 and 2 September; Monday 31 August is off for all, Saturday 22 August is worked for it
    ("2026-08-28 16:30", 1, "2026-09-03 08:00"),
    ("2026-09-02 09:00", 4, "2026-09-03 11:30"),
    ("2026-08-21 16:30", 1, "2026-08-22 08:00"),
]


@pytest.mark.parametrize(("start", "hours", "end"), GOLDEN)
def test_working_hours_end_when_the_clock_on_the_wall_says(start: str, hours: float, end: str) -> None:
    assert CALENDAR.add_working(at(start), timedelta(hours=hours)) == at(end)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-06-05 16:30", 1, "2026-06-06 08:00"),  # the Saturday is worked
        ("2026-06-06 16:30", 1, "2026-06-09 08:00"),  # the Monday is off
        ("2026-06-08 09:00", 4, "2026-06-09 11:30"),
    ],
)
def test_the_communes_own_days_go_before_the_calendar(start: str, hours: float, end: str) -> None:
    assert MAKE_UP.add_working(at(start), timedelta(hours=hours)) == at(end)


def test_a_holiday_worked_by_order_counts() -> None:
    worked = Calendar({date(2026, 9, 2): True})
    assert not CALENDAR.is_working(date(2026, 9, 2))
    assert worked.add_working(at("2026-09-02 09:00"), timedelta(hours=1)) == at("2026-09-02 10:00")


def test_the_zone_of_the_moment_does_not_matter() -> None:
    moment = at("2026-11-30 09:00")
    assert CALENDAR.add_working(moment.astimezone(UTC), timedelta(hours=4)) == at("2026-11-30 15:00")


@given(MOMENTS, HOURS, HOURS)
@settings(max_examples=150, deadline=None)
def test_more_work_never_ends_earlier(start: datetime, less: timedelta, more: timedelta) -> None:
    less, more = sorted((less, more))
    assert start <= CALENDAR.add_working(start, less) <= CALENDAR.add_working(start, more)


@given(MOMENTS, MOMENTS, HOURS)
@settings(max_examples=150, deadline=None)
def test_who_begins_later_never_ends_earlier(one: datetime, other: datetime, amount: timedelta) -> None:
    first, second = sorted((one, other))
    assert CALENDAR.add_working(first, amount) <= CALENDAR.add_working(second, amount)


@given(MOMENTS, HOURS)
@settings(max_examples=150, deadline=None)
def test_the_end_always_lies_in_a_shift_of_a_working_day(start: datetime, amount: timedelta) -> None:
    end = CALENDAR.add_working(start, amount).astimezone(VIETNAM)
    assert CALENDAR.is_working(end.date())
    assert any(opens <= end.time() <= closes for opens, closes in OFFICE_HOURS.shifts)


@given(MOMENTS, HOURS)
@settings(max_examples=100, deadline=None)
def test_the_working_time_between_start_and_end_is_what_was_asked_for(start: datetime, amount: timedelta) -> None:
    end, worked = CALENDAR.add_working(start, amount), timedelta(0)
    for begins, closes in CALENDAR.spans_after(start):
        if begins >= end:
            break
        worked += min(closes, end) - begins
    assert abs(worked - amount) < timedelta(milliseconds=1)


def test_the_longest_deadline_one_can_set_still_ends_in_a_shift() -> None:
    end = CALENDAR.add_working(at("2026-11-30 09:00"), timedelta(hours=7500)).astimezone(VIETNAM)
    assert CALENDAR.is_working(end.date())
    assert end.year == 2030
