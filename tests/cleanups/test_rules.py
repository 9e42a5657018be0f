"""What a check-in must say, what it cannot, and who may still correct it."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.accounts.models import Account, Role
from api.accounts.rules import Person
from api.cleanups import rules
from api.cleanups.models import Cleanup, EntryChannel, Outcome, Slot
from api.cleanups.schemas import CheckIn
from api.core import errors
from tests.cleanups.make import words

NOW = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 28)


def cleanup(**more: object) -> Cleanup:
    fields = {"outcome": Outcome.HELD, "participants": 85, "channel": EntryChannel.APP, "slot": Slot.MORNING}
    return Cleanup(id=uuid4(), hamlet_id=uuid4(), received_at=NOW, **(fields | more))


def person(role: Role = Role.OFFICER) -> Person:
    return Person(Account(id=uuid4(), name="Ai đó", login="ai", role=role, created_at=NOW))


@pytest.mark.parametrize(
    "fields",
    [
        {"forces": {"residents": 80, "youth": 5}},
        {"forces": {}},
        {"outcome": Outcome.NOT_HELD, "participants": None, "no_event_reason": "Mưa bão"},
    ],
)
def test_a_whole_check_in_is_taken(fields: dict[str, object]) -> None:
    rules.check_content(cleanup(**fields), photos=1)


@pytest.mark.parametrize(
    ("fields", "photos", "error", "field"),
    [
        ({"participants": None}, 1, rules.ParticipantsMissing, "participants"),
        ({"participants": 0}, 1, rules.ParticipantsMissing, "participants"),
        ({}, 0, rules.PhotoMissing, "photos"),
        ({}, 11, rules.TooManyPhotos, "photos"),
        ({"forces": {"residents": 80, "youth": 6}}, 1, rules.ForcesTooMany, "forces"),
        ({"no_event_reason": "Mưa"}, 1, rules.ReasonOutOfPlace, "no_event_reason"),
        ({"outcome": Outcome.NOT_HELD, "participants": None}, 0, rules.ReasonMissing, "no_event_reason"),
        ({"outcome": Outcome.NOT_HELD, "no_event_reason": "Mưa"}, 0, rules.AmountOutOfPlace, "participants"),
        (
            {"outcome": Outcome.NOT_HELD, "no_event_reason": "Mưa", "participants": None, "waste_kg": 0.0},
            0, rules.AmountOutOfPlace, "waste_kg",
        ),
        (
            {"outcome": Outcome.NOT_HELD, "no_event_reason": "Mưa", "participants": None, "forces": {"youth": 1}},
            0, rules.AmountOutOfPlace, "forces",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_or_cannot_be_is_said_at_its_field(
    fields: dict[str, object], photos: int, error: type[errors.Rejected], field: str
) -> None:
    with pytest.raises(error) as refusal:
        rules.check_content(cleanup(**fields), photos=photos)
    assert refusal.value.field == field


@pytest.mark.parametrize("channel", [EntryChannel.ZALO, EntryChannel.PAPER, EntryChannel.PHONE])
def test_what_came_by_zalo_paper_or_phone_needs_no_photo(channel: EntryChannel) -> None:
    rules.check_content(cleanup(channel=channel), photos=0)
    rules.check_channel(channel, person(Role.OFFICER))
    with pytest.raises(rules.ChannelWrong):
        rules.check_channel(channel, person(Role.HAMLET_HEAD))


@given(st.integers(-100, 100))
def test_a_day_is_taken_for_sixty_days_and_never_before_it_comes(ago: int) -> None:
    held_on = TODAY - timedelta(days=ago)
    if 0 <= ago <= rules.OLDEST_DAYS:
        rules.check_day(held_on, TODAY)
    else:
        with pytest.raises(rules.DayInFuture if ago < 0 else rules.DayTooOld):
            rules.check_day(held_on, TODAY)


def test_its_maker_corrects_for_seven_days_and_nobody_else() -> None:
    maker = person()
    own = cleanup(made_by=maker.id)
    last = NOW + timedelta(days=7)
    rules.check_correction(own, maker, last)
    assert rules.may_correct_until(own, maker.id, last) == last
    with pytest.raises(rules.CorrectionTooLate):
        rules.check_correction(own, maker, last + timedelta(seconds=1))
    with pytest.raises(errors.NotAllowed):
        rules.check_correction(own, person(), NOW)
    assert rules.may_correct_until(own, maker.id, last + timedelta(seconds=1)) is None
    assert rules.may_correct_until(own, uuid4(), NOW) is None


def test_the_fingerprint_is_that_of_the_content() -> None:
    sent = words(uuid4())
    first = rules.fingerprint(CheckIn.model_validate(sent))
    reordered = dict(reversed(sent.items()))
    assert rules.fingerprint(CheckIn.model_validate(reordered | {"trees": None, "before_photos": []})) == first
    for change in ({"participants": 86}, {"note": "khác"}, {"photos": [str(uuid4())]}, {"forces": {"residents": 61}}):
        assert rules.fingerprint(CheckIn.model_validate(sent | change)) != first
