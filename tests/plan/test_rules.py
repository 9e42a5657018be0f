"""How a row of the plan stands, by its kind of time: only some can ever be late."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from api.plan.models import DeadlineKind, PlanCondition, PlanItem, PlanNote, PlanPart, Progress, Standing
from api.plan.rules import state_of

TODAY = date(2026, 11, 24)  # a Tuesday


def item(kind: DeadlineKind, *, due_on: date | None = None, year: int | None = None) -> PlanItem:
    return PlanItem(
        id=uuid4(),
        code="x",
        part=PlanPart.TASK,
        position=0,
        title="Việc mẫu",
        deadline_kind=kind,
        due_on=due_on,
        year=year,
    )


def note(day: date, progress: Progress = Progress.RUNNING) -> PlanNote:
    made_at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    return PlanNote(
        id=uuid4(), item_id=uuid4(), day=day, progress=progress, words="x", made_by=uuid4(), made_at=made_at
    )


def condition(happened_on: date | None) -> PlanCondition:
    return PlanCondition(id=uuid4(), item_id=uuid4(), position=0, words="x", happened_on=happened_on)


def standing(row: PlanItem, *notes: PlanNote, on: date = TODAY, conditions: tuple[PlanCondition, ...] = ()) -> Standing:
    return state_of(row, conditions, notes, on).standing


def test_a_row_that_waits_for_somebody_outside_is_never_late() -> None:
    row = item(DeadlineKind.TRIGGER, due_on=date(2020, 1, 1))
    both = condition(date(2026, 6, 1)), condition(None)
    assert standing(row, conditions=both) is Standing.WAITING
    assert standing(row, on=date(2029, 12, 31), conditions=both) is Standing.WAITING
    happened = condition(date(2026, 6, 1)), condition(date(2026, 11, 1))
    assert standing(row, on=date(2026, 10, 31), conditions=happened) is Standing.WAITING
    assert standing(item(DeadlineKind.TRIGGER), conditions=happened) is Standing.NOT_BEGUN


def test_a_row_of_one_year_is_late_when_the_year_is_over() -> None:
    row = item(DeadlineKind.YEAR, year=2026)
    assert standing(row) is Standing.NOT_BEGUN
    assert standing(row, note(TODAY)) is Standing.RUNNING
    assert standing(row, on=date(2026, 12, 1)) is Standing.DUE_SOON
    assert standing(row, on=date(2027, 1, 1)) is Standing.LATE
    assert standing(row, note(date(2026, 12, 30), Progress.DONE), on=date(2027, 1, 1)) is Standing.DONE


def test_a_row_of_one_date_is_done_or_late_after_it() -> None:
    row = item(DeadlineKind.ONE_DATE, due_on=date(2026, 6, 6))
    assert standing(row, on=date(2026, 6, 6)) is Standing.DUE_SOON
    assert standing(row, on=date(2026, 6, 7)) is Standing.LATE
    assert standing(row, note(date(2026, 6, 6), Progress.DONE)) is Standing.DONE


def test_a_yearly_row_begins_anew_each_year() -> None:
    row, done = item(DeadlineKind.YEARLY), note(date(2026, 10, 1), Progress.DONE)
    assert standing(row, done) is Standing.DONE
    assert standing(row, done, on=date(2027, 1, 2)) is Standing.NOT_BEGUN


def test_a_weekly_row_begins_anew_on_monday() -> None:
    row, done = item(DeadlineKind.WEEKLY), note(date(2026, 11, 22), Progress.DONE)
    assert standing(row, done, on=date(2026, 11, 22)) is Standing.DONE
    assert standing(row, done, on=date(2026, 11, 23)) is not Standing.DONE


@pytest.mark.parametrize("kind", [DeadlineKind.BY_LAW, DeadlineKind.NONE])
def test_a_row_without_a_day_is_never_late(kind: DeadlineKind) -> None:
    assert standing(item(kind), on=date(2035, 1, 1)) in (Standing.NOT_BEGUN, Standing.STANDING)


def test_what_was_noted_later_does_not_count_on_an_earlier_day() -> None:
    row = item(DeadlineKind.YEAR, year=2026)
    assert standing(row, note(TODAY, Progress.DONE), on=date(2026, 11, 23)) is Standing.NOT_BEGUN


def test_a_unit_is_asked_when_nothing_was_said_for_long() -> None:
    row = item(DeadlineKind.YEAR, year=2026)
    assert state_of(row, (), (), TODAY).needs_word
    assert not state_of(row, (), [note(TODAY)], TODAY).needs_word
    assert state_of(row, (), [note(date(2026, 10, 1))], TODAY).needs_word
    assert not state_of(row, (), [note(TODAY, Progress.DONE)], TODAY).needs_word
