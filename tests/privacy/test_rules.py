"""Terms of requests and times of keeping, with the calendar of the commune."""

from datetime import UTC, date, datetime

import pytest

from api.privacy import rules
from api.privacy.models import Span
from api.worktime.rules import Calendar

WORKING = Calendar().is_working


def vn(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}:59+07:00")


@pytest.mark.parametrize(
    ("start", "amount", "span", "end"),
    [
        ("2026-11-23T08:00", 2, Span.WORKING_DAYS, "2026-11-26T23:59"),  # over the Day of Culture
        ("2026-11-27T16:00", 2, Span.WORKING_DAYS, "2026-12-01T23:59"),  # over a weekend
        ("2026-12-31T09:00", 2, Span.WORKING_DAYS, "2027-01-05T23:59"),  # over New Year and a weekend
        ("2027-02-04T09:00", 2, Span.WORKING_DAYS, "2027-02-12T23:59"),  # over Tết
        ("2026-11-23T08:00", 15, Span.DAYS, "2026-12-08T23:59"),
        ("2026-11-23T08:00", 20, Span.DAYS, "2026-12-13T23:59"),
    ],
)
def test_J6_a_term_ends_with_its_last_day(start: str, amount: int, span: Span, end: str) -> None:
    assert rules.term_end(vn(start), amount, span, WORKING) == vn(end)


@pytest.mark.parametrize(
    ("now", "amount", "span", "before"),
    [
        ("2026-11-23", 12, Span.MONTHS, "2025-11-23"),
        ("2026-03-31", 1, Span.MONTHS, "2026-02-28"),
        ("2026-01-31", 24, Span.MONTHS, "2024-01-31"),
        ("2026-11-23", 30, Span.DAYS, "2026-10-24"),
    ],
)
def test_J6_the_time_of_keeping_is_counted_back(now: str, amount: int, span: Span, before: str) -> None:
    moment = datetime.combine(date.fromisoformat(now), datetime.min.time(), UTC)
    assert rules.before(moment, amount, span).date().isoformat() == before


def test_J6_the_sweep_runs_at_night_only() -> None:
    assert rules.is_night(datetime(2026, 11, 23, 19, 0, tzinfo=UTC))  # two in the morning in Vietnam
    assert not rules.is_night(datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
