"""What the figures mean: random stories against a recount by hand, percentiles, what may be told in public."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.complaints.models import Status
from api.complaints.rules import MOVES
from api.statistics import rules
from api.statistics.models import Outcome
from api.statistics.rules import Event, Meter
from api.worktime.rules import Calendar
from tests.statistics import naive

S = Status
METER = Meter(Calendar())
MONDAY = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)  # 09:00 in the commune
UNITS = [UUID(int=number) for number in (1, 2, 3)]
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 3, 1), timezones=st.just(UTC))


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    """Any way through the workflow, at any pace."""
    state, moment, events = S.SUBMITTED, MONDAY, []
    for _ in range(draw(st.integers(0, 14))):
        moves = sorted(MOVES[state])
        if not moves:
            break
        state = draw(st.sampled_from(moves))
        moment += timedelta(minutes=draw(st.integers(0, 5000)))
        unit = draw(st.sampled_from(UNITS)) if state is S.ASSIGNED else None
        photos = draw(st.integers(0, 1)) if state is S.RESOLVED else 0
        events.append(Event(moment, state, unit, photos))
    return events


def hours(*passed: tuple[float, Status, int | None, int]) -> list[Event]:
    """(hours after Monday 09:00, state, unit, after-photos)"""
    return [Event(MONDAY + timedelta(hours=h), to, UNITS[u] if u is not None else None, p) for h, to, u, p in passed]


@settings(max_examples=120, deadline=None)
@given(stories())
def test_L3_every_story_adds_up_to_what_a_count_by_hand_says(events: list[Event]) -> None:
    told = rules.story(MONDAY, events, METER)
    for step in rules.STEP_NAMES:
        found = round(told.steps[step]) if step in told.finished else None
        assert found == naive.step_minutes(MONDAY, events, step), step
    assert (None if told.whole is None else round(told.whole)) == naive.whole_minutes(MONDAY, events)
    assert told.answered_at == naive.last_reply(events)
    assert told.outcome == naive.outcome(events)
    assert told.handovers == naive.changes_of_holder(events)
    for unit_id, part in told.units.items():
        assert round(part.held) == naive.held_minutes(MONDAY, events, unit_id)
        assert part.reopened == naive.reopened_by(events, unit_id)


@settings(max_examples=200, deadline=None)
@given(MOMENTS, MOMENTS)
def test_L3_the_meter_shows_what_the_calendar_counts(start: datetime, end: datetime) -> None:
    start, end = min(start, end), max(start, end)
    assert METER.minutes(start, end) == pytest.approx(Calendar().worked_between(start, end).total_seconds() / 60)


def test_L3_the_time_a_resident_was_waited_for_is_nobodys() -> None:
    events = hours((1, S.NEED_INFO, None, 0), (2, S.SUBMITTED, None, 0), (2.5, S.ACCEPTED, None, 0))
    assert rules.story(MONDAY, events, METER).steps["receive"] == 90


def test_L7_closing_early_gains_nothing_when_the_case_comes_back() -> None:
    """Resolved in an hour without work, reopened the next morning, then really done by another unit."""
    early = hours((0, S.ACCEPTED, None, 0), (0, S.ASSIGNED, 0, 0), (1, S.RESOLVED, None, 0), (1, S.REPLIED, None, 0))
    later = hours(
        (24, S.REOPENED, None, 0), (24, S.ASSIGNED, 1, 0), (26, S.RESOLVED, None, 1), (26, S.REPLIED, None, 0)
    )
    told = rules.story(MONDAY, early + later, METER)
    hasty, honest = told.units[UNITS[0]], told.units[UNITS[1]]
    assert (hasty.reopened, hasty.has_resolved, honest.reopened, honest.has_resolved) == (1, False, 0, True)
    assert told.whole == pytest.approx(9.5 * 60)  # from receipt on: a day of 7.5 hours, and the two more
    assert told.answered_at == later[-1].at


def test_L7_done_needs_a_photo_and_what_was_passed_on_stands_aside() -> None:
    bare = hours((0, S.ACCEPTED, None, 0), (0, S.ASSIGNED, 0, 0), (1, S.RESOLVED, None, 0))
    assert rules.story(MONDAY, bare, METER).outcome is Outcome.UNPROVEN
    assert rules.story(MONDAY, hours((1, S.REJECTED, None, 0)), METER).outcome is Outcome.REJECTED
    passed = hours((1, S.TRANSFERRED_OUT, None, 0), (2, S.CLOSED, None, 0))
    assert rules.story(MONDAY, passed, METER).outcome is Outcome.TRANSFERRED


@given(st.lists(st.integers(0, 500), max_size=60), st.sampled_from([0.5, 0.9]))
def test_L3_a_percentile_of_counts_is_that_of_the_list(values: list[int], share: float) -> None:
    found = rules.percentile(Counter(values), share)
    assert (None if found is None else round(found / 60, 1)) == naive.percentile(values, share)


def test_L4_fewer_than_five_are_not_told_and_more_are_rounded() -> None:
    assert [rules.public_count(n) for n in (0, 1, 4, 5, 7, 8, 42)] == [0, None, None, 5, 5, 10, 40]
    assert [rules.public_share(1, 4), rules.public_share(1, 5), rules.public_share(0, 0)] == [None, 20, None]
