"""Schedules as people write them, and the next time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.collection_points import rules
from api.collection_points.schemas import Pickup
from api.core import clock

USUAL = rules.parse_schedule("T2,T4,T6 17:00-18:30; CN 7:00")
clocks = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
pickups = st.builds(
    lambda day, pair: Pickup(weekday=day, begins=min(pair), ends=max(pair) if pair[0] != pair[1] else None),
    st.integers(1, 7),
    st.tuples(clocks, clocks),
)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """In Vietnam; 23 November 2026 is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=clock.VIETNAM).astimezone(UTC)


def test_the_usual_way_to_write_it() -> None:
    assert [(pickup.weekday, pickup.begins, pickup.ends) for pickup in USUAL] == [
        (1, "17:00", "18:30"),
        (3, "17:00", "18:30"),
        (5, "17:00", "18:30"),
        (7, "07:00", None),
    ]


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("", ""),
        ("thứ 2 - thứ 6: 17h-18h30", "T2,T3,T4,T5,T6 17:00-18:30"),
        ("Hằng ngày 5h", "T2,T3,T4,T5,T6,T7,CN 05:00"),
        ("Thứ Bảy và Chủ nhật 7h30 – 8h", "T7,CN 07:30-08:00"),
        ("T2 7:00, 17:00-18:00", "T2 07:00, 17:00-18:00"),
        ("t3: 6:00\nCN6:00", "T3,CN 06:00"),
        ("T2 17:00 đến 18:00", "T2 17:00-18:00"),
    ],
)
def test_other_ways_are_understood_too(written: str, understood: str) -> None:
    assert rules.schedule_words(rules.parse_schedule(written)) == understood


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("T9 7:00", "Không hiểu ngày"),
        ("sáng 7:00", "Không hiểu ngày"),
        ("7:00", "Không hiểu ngày"),
        ("T6-T2 7:00", "Không hiểu ngày"),
        ("T2", "thiếu giờ"),
        ("T2 sáng sớm", "thiếu giờ"),
        ("T2 7:00 hoặc 8:00", "Không hiểu giờ"),
        ("T2 25:00", "không có trên đồng hồ"),
        ("T2 7:75", "không có trên đồng hồ"),
        ("T2 18:00-17:00", "phải sau giờ bắt đầu"),
        ("T2 7:00; T2 7:00", "trùng giờ vào T2"),
        ("T2 7:00-9:00; T2,T3 8:00", "trùng giờ vào T2"),
        ("hằng ngày " + ",".join(f"{hour}:00" for hour in range(8)), "hơn 50 lượt"),
    ],
)
def test_a_fault_is_named_in_the_words_of_the_writer(written: str, reason: str) -> None:
    with pytest.raises(rules.ScheduleRejected, match=reason) as refusal:
        rules.parse_schedule(written)
    assert refusal.value.field == "schedule"


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(written: str) -> None:
    try:
        rules.parse_schedule(written)
    except rules.ScheduleRejected as refusal:
        assert refusal.sentence.endswith(".")


@given(st.lists(pickups, max_size=8))
def test_a_schedule_written_out_is_read_back(schedule: list[Pickup]) -> None:
    try:
        ordered = rules.check_schedule(schedule)
    except rules.ScheduleRejected:
        return
    assert rules.parse_schedule(rules.schedule_words(ordered)) == ordered


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (moment(23, 8), moment(23, 17)),
        (moment(23, 17), moment(23, 17)),
        (moment(23, 18, 30), moment(23, 17)),
        (moment(23, 18, 31), moment(25, 17)),
        (moment(28, 20), moment(29, 7)),
        (moment(29, 7, 1), moment(30, 17)),
        (moment(23, 0), moment(23, 17)),
        (moment(22, 23, 59), moment(23, 17)),
    ],
)
def test_the_next_time_is_the_one_that_goes_on_or_the_one_that_comes(now: datetime, expected: datetime) -> None:
    assert rules.next_collection(USUAL, now) == expected


def test_once_a_week_means_in_seven_days_again() -> None:
    weekly = rules.parse_schedule("T2 7:00")
    assert rules.next_collection(weekly, moment(23, 7, 1)) == moment(30, 7)
    assert rules.next_collection([], moment(23, 7)) is None


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)))
def test_the_next_time_is_never_more_than_a_week_away(now: datetime) -> None:
    following = rules.next_collection(USUAL, now)
    assert following is not None
    assert timedelta(hours=-1.5) <= following - now <= timedelta(days=7)


def test_a_place_to_be_near_to_is_two_numbers_on_the_map() -> None:
    assert rules.read_near(" 20.9089, 106.1793 ") == (20.9089, 106.1793)
    for written in ("", "20.9", "91,106", "20.9,181", "20.9,106,1", "nan,inf", "20,9;106,1", "1e1,2"):
        with pytest.raises(rules.NearRejected):
            rules.read_near(written)
