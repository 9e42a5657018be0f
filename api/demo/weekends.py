"""Eight weekends of clean-ups in the demo: held, excused and missed ones, entered by the officer or the head."""

import random
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from api.cleanups import actions, choice_actions, choice_queries
from api.cleanups.attendance_actions import dismiss_flag
from api.cleanups.attendance_queries import flags
from api.cleanups.choice_models import ChoiceKind
from api.cleanups.choice_schemas import CleanupChoiceEdit
from api.cleanups.models import EntryChannel, Outcome, Slot
from api.cleanups.schemas import CheckIn, Forces
from api.core import clock
from api.demo import photos
from api.demo.world import World, demo_id
from api.media.store import Store
from api.places.models import Hamlet

WEEKS = 8
REASONS = ("Mưa bão", "Thôn có việc tang", "Mùa gặt, bà con bận ngoài đồng")


def tell(session: Session, store: Store, world: World, dice: random.Random, now: datetime) -> None:
    """The last weekend of the two hamlets with a head stays open: it is for whoever tries the demo."""
    heads = {person.account.hamlet_id for person in world.people.values()}
    monday = clock.monday_of(clock.day_of(now))
    for week in range(WEEKS, 0, -1):
        for hamlet in world.hamlets:
            if week == 1 and hamlet.id in heads:
                continue
            day = monday - timedelta(weeks=week) + timedelta(days=dice.choice((5, 6, 6)))
            _weekend(session, store, world, dice, hamlet, day)
    _school(session, world, monday - timedelta(days=2))
    session.flush()
    for flag in flags(session)[2:]:  # the demo draws few pictures, so most look alike
        dismiss_flag(session, flag.id, "Ảnh mẫu vẽ giống nhau", by=world.people["canbo"], now=now)


def _school(session: Session, world: World, day: date) -> None:
    """A school held one beside the hamlet's own; what it gathered was counted in bags."""
    by, at = world.people["canbo"], datetime.combine(day, time(16), clock.VIETNAM)
    for number, label in enumerate(("Trường Tiểu học Mẫu", "Đoàn Thanh niên xã (mẫu)"), 1):
        wish = CleanupChoiceEdit(kind=ChoiceKind.ORGANISER, label=label, position=number)
        choice_actions.put(session, demo_id("organiser", number), wish, version=0, by=by, now=at)
    bag = next(one for one in choice_queries.every(session) if one.kind is ChoiceKind.HEAP)
    held = CheckIn(
        id=demo_id("cleanup", "school"), hamlet_id=world.hamlets[1].id, held_on=day, slot=Slot.AFTERNOON,
        organiser_id=demo_id("organiser", 1), outcome=Outcome.HELD, participants=64, heaps={bag.id: 9},
        waste_kg=9 * (bag.kilograms or 0), channel=EntryChannel.ZALO, made_at=at,
    )  # fmt: skip
    actions.record(session, held, by=by, now=at)


def _weekend(session: Session, store: Store, world: World, dice: random.Random, hamlet: Hamlet, day: date) -> None:
    chance = dice.random()
    if chance > 0.88:
        return  # missed, and nobody said why
    at = datetime.combine(day, time(10, dice.randrange(60)), clock.VIETNAM)
    name = f"{hamlet.code}-{day}"
    photo = demo_id("cleanup-photo", name)
    common = {
        "id": demo_id("cleanup", name),
        "hamlet_id": hamlet.id,
        "held_on": day,
        "made_at": at,
        "slot": Slot.MORNING,
    }
    if chance > 0.8:
        excused = CheckIn(
            **common, outcome=Outcome.NOT_HELD, no_event_reason=dice.choice(REASONS), channel=EntryChannel.ZALO
        )  # fmt: skip
        actions.record(session, excused, by=world.people["canbo"], now=at)
        return
    people = dice.randrange(28, 130)
    held = CheckIn(
        **common, outcome=Outcome.HELD, participants=people, waste_kg=dice.randrange(120, 1600, 20),
        forces=Forces(residents=people * 2 // 3, youth=people // 8, women=people // 6), channel=EntryChannel.ZALO,
        road_m=dice.randrange(200, 2400, 100), canal_m=dice.choice((None, 150, 400)),
        trees=dice.choice((None, None, 12)), photos=[photo],
    )  # fmt: skip
    cleanup, _ = actions.record(session, held, by=world.people["canbo"], now=at)
    taken = photos.upload(dice.randrange(photos.PLACES), is_clean=True)
    actions.add_photo(session, store, cleanup.id, photo, taken, by=world.people["canbo"], now=at)
