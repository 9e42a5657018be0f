"""Fill an empty installation with the demo, once."""

import random

from sqlmodel import select

from api.accounts.models import Account, Role
from api.core import clock
from api.core.database import Database
from api.core.settings import Settings
from api.demo import (
    cameras,
    crews,
    dumps,
    equipment,
    inspections,
    movement,
    outreach,
    papers,
    plan,
    rhythm,
    roadmap,
    supervision,
    waste,
    weekends,
)
from api.demo.story import Teller
from api.demo.world import PASSWORD, PEOPLE, build
from api.media.store import Store

HOTLINE = "0220 000 0000"  # of nobody
ROLE_WORDS = {
    Role.ADMINISTRATOR: "Quản trị / administrator",
    Role.OFFICER: "Cán bộ / officer",
    Role.HAMLET_HEAD: "Trưởng thôn / hamlet head",
    Role.LEADER: "Lãnh đạo / leader",
    Role.FRONT: "Mặt trận / front",
}


def load(database: Database, settings: Settings) -> bool:
    """True when the demo was put in, False when it was there. An installation with other people is left alone."""
    with database.session(writes=True) as session:
        if session.exec(select(Account)).first() is not None:
            return False
        now = clock.now()
        world = build(session, settings, now)
        store = Store(settings.media_dir, reserve_mb=settings.storage_reserve_mb)
        Teller(session, store, settings, world, random.Random(2026), now).tell()
        weekends.tell(session, store, world, random.Random(394), now)
        movement.tell(session, world, random.Random(16), now)
        plan.tell(session, world, now)
        outreach.tell(session, settings, world, now)
        waste.tell(session, world, random.Random(5), now)
        dumps.tell(session, store, world, now)
        inspections.tell(session, world, now)
        supervision.tell(session, world, now)
        crews.tell(session, world, now)
        equipment.tell(session, world, now)
        cameras.tell(session, store, settings, world, now)
        roadmap.tell(session, store, world, now)
        papers.tell(session, settings, world, now)
        rhythm.tell(session, world, now)
    return True


def sign_ins() -> list[str]:
    """One line for each person of the demo."""
    return [f"  {ROLE_WORDS[role]:<28} {login:<12} {PASSWORD}" for login, _, role, _, _ in PEOPLE]
