"""What may be said in public, and how a violation stands on any day."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from api.crews import rules
from api.crews.models import CrewPublication, CrewViolation, PublicationState, ViolationState

PEOPLE = ["Nguyễn Văn Mẫu", "Trần Thị Cán Bộ (mẫu)", "Lan"]


@pytest.mark.parametrize(
    "told",
    [
        "Ông Nguyễn Văn Mẫu không che bạt",
        "nguyen van mau, tổ trưởng",
        "Trần Thị Cán Bộ lập biên bản",
        "Xe 34C-123.45 chở quá tải",
        "xe 34c 12345",
        "Gọi 0912 345 678",
        "CCCD 030190001234",
    ],
)
def test_2_4c_words_that_name_a_person_a_plate_or_a_number_are_refused(told: str) -> None:
    with pytest.raises(rules.NamesPerson):
        rules.check_words(told, PEOPLE)


@pytest.mark.parametrize(
    "told",
    [
        "Xe chở rác không che bạt",
        "Khắc phục trước ngày 05/12/2026",
        "Nghị định 45/2022/NĐ-CP, 2.000.000 đồng",
        "Hoa lan",
    ],
)
def test_2_4c_plain_words_pass(told: str) -> None:
    rules.check_words(told, PEOPLE)


def violation(**more: Any) -> CrewViolation:
    values = {"found_on": date(2026, 3, 1), "due_on": date(2026, 3, 10), "remedied_on": date(2026, 3, 20)} | more
    return CrewViolation(id=uuid4(), crew_id=uuid4(), words="", **values)


@pytest.mark.parametrize(
    ("day", "state"),
    [(10, ViolationState.OPEN), (11, ViolationState.OVERDUE), (20, ViolationState.REMEDIED)],
)
def test_2_4c_a_violation_stands_as_it_did_on_any_day(day: int, state: ViolationState) -> None:
    assert rules.state_on(violation(), date(2026, 3, day)) is state
    void = violation(voided_on=date(2026, 3, 5))
    assert rules.state_on(void, date(2026, 3, day)) is ViolationState.VOID


def test_2_4c_what_is_withdrawn_or_past_its_time_is_not_shown() -> None:
    one = CrewPublication(state=PublicationState.PUBLISHED, published_on=date(2026, 3, 1), shown_until=date(2026, 4, 1))
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 4, 1), date(2026, 4, 2)]
    assert [rules.shown_on(one, day) for day in days] == [False, True, True, False]
    one.withdrawn_on = date(2026, 3, 15)
    assert (rules.shown_on(one, date(2026, 3, 14)), rules.shown_on(one, date(2026, 3, 15))) == (True, False)


def test_2_4c_who_collects_does_not_inspect() -> None:
    centre = uuid4()
    rules.check_collects(uuid4(), {centre})
    rules.check_collects(None, {centre})
    with pytest.raises(rules.CollectsItself):
        rules.check_collects(centre, {centre})
