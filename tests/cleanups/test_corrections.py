"""Correcting check-ins: what changed is told, and the whole must still hold."""

from datetime import date, datetime
from uuid import uuid4

import pytest
from sqlmodel import Session

from api.accounts.rules import Person
from api.cleanups import actions, queries, rules
from api.cleanups.models import Cleanup
from api.cleanups.schemas import Correction
from api.core import errors
from api.places.models import Hamlet
from tests.cleanups.make import make_cleanup, verbs
from tests.places.make import make_hamlet


def correct(session: Session, cleanup: Cleanup, by: Person, now: datetime, **wish: object) -> Cleanup:
    correction = Correction.model_validate(wish)
    return actions.correct(session, cleanup.id, correction, version=cleanup.version, by=by, now=now)


def test_a_correction_keeps_before_and_after_in_the_journal(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    cleanup = make_cleanup(session, head, hamlet.id, now=now)
    extra = uuid4()
    correct(session, cleanup, head, now, participants=90, forces={"residents": 70}, photos=[str(extra)])
    assert (cleanup.participants, cleanup.forces, cleanup.waste_kg, cleanup.version) == (90, {"residents": 70}, 1200, 2)
    entry = queries.history(session, cleanup)[-1]
    assert (entry.verb, entry.by) == ("corrected", head.name)
    assert entry.changes == {
        "participants": {"before": 85, "after": 90},
        "forces": {"before": {"residents": 60, "youth": 15}, "after": {"residents": 70}},
        "photos": {"before": 1, "after": 2},
    }
    assert [photo.position for photo in queries.photos(session, cleanup.id)] == [0, 1]


def test_a_correction_that_changes_nothing_is_none(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    cleanup = make_cleanup(session, head, hamlet.id, now=now)
    declared = [str(photo.id) for photo in queries.photos(session, cleanup.id)]
    correct(session, cleanup, head, now, participants=85, photos=declared, no_event_reason=None)
    assert (cleanup.version, verbs(session, cleanup)) == (1, ["recorded"])


def test_the_whole_must_hold_after_a_correction(session: Session, hamlet: Hamlet, head: Person, now: datetime) -> None:
    cleanup = make_cleanup(session, head, hamlet.id, now=now)
    make_cleanup(session, head, hamlet.id, now=now, held_on="2026-11-22")
    other = make_hamlet(session, "Thôn Mẫu 1")
    wishes: list[tuple[type[errors.HouseError], dict[str, object]]] = [
        (rules.ForcesTooMany, {"participants": 10}),
        (rules.ParticipantsMissing, {"participants": None}),
        (rules.AmountOutOfPlace, {"outcome": "not_held", "no_event_reason": "Mưa"}),
        (rules.DayInFuture, {"held_on": "2026-12-01"}),
        (actions.CleanupAlreadyRecorded, {"held_on": "2026-11-22"}),
        (errors.NotAllowed, {"hamlet_id": str(other.id)}),
        (rules.ChannelWrong, {"channel": "paper"}),
        (rules.TooManyPhotos, {"photos": [str(uuid4()) for _ in range(10)]}),
    ]
    for error, wish in wishes:
        with pytest.raises(error):
            correct(session, cleanup, head, now, **wish)
        session.refresh(cleanup)
    assert (cleanup.version, cleanup.participants, cleanup.held_on) == (1, 85, date(2026, 11, 21))


def test_a_held_day_can_be_corrected_to_one_not_held(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    cleanup = make_cleanup(session, head, hamlet.id, now=now)
    empty = {"participants": None, "forces": None, "waste_kg": None}
    correct(session, cleanup, head, now, outcome="not_held", no_event_reason="Báo nhầm ngày", **empty)
    assert (cleanup.participants, cleanup.forces) == (None, {})


def test_who_corrects_an_old_version_gets_the_present_one(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    cleanup = make_cleanup(session, head, hamlet.id, now=now)
    with pytest.raises(errors.Stale) as refusal:
        actions.correct(session, cleanup.id, Correction(participants=1), version=9, by=head, now=now)
    assert refusal.value.extra["current"].participants == 85
