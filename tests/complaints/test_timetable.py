"""Deadlines in their own units, on the commune's calendar."""

from datetime import date

import pytest

from api.complaints.models import Deadline, DeadlineUnit, Priority
from api.complaints.timetable import Timetable
from tests.worktime.test_rules import CALENDAR, at


def timetable(amount: float, unit: DeadlineUnit) -> Timetable:
    rule = Deadline(step="resolve", priority=Priority.NORMAL, amount=amount, unit=unit, effective_from=date(2026, 1, 1))
    return Timetable([rule], CALENDAR)


@pytest.mark.parametrize(
    ("amount", "unit", "end", "presses"),
    [
        (5, DeadlineUnit.WORKING_DAYS, "2026-12-07 09:00", "2026-12-04 09:00"),
        (8, DeadlineUnit.WORKING_HOURS, "2026-12-01 09:30", "2026-12-01 07:54"),  # at 6.4 of 8 hours
        (24, DeadlineUnit.HOURS, "2026-12-01 09:00", "2026-12-01 04:12"),
        (5, DeadlineUnit.DAYS, "2026-12-05 09:00", "2026-12-04 09:00"),
    ],
)
def test_a_deadline_is_counted_in_its_own_unit_and_presses_at_four_fifths(
    amount: float, unit: DeadlineUnit, end: str, presses: str
) -> None:
    due = timetable(amount, unit).due("resolve", Priority.NORMAL, at("2026-11-30 09:00"))
    assert due and (due.at, due.soon_at) == (at(end), at(presses))


def test_a_step_without_a_rule_has_no_deadline() -> None:
    assert timetable(5, DeadlineUnit.DAYS).due("resolve", Priority.URGENT, at("2026-11-30 09:00")) is None
