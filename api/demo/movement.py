"""Household sorting in the demo: three checks of each hamlet, most of them better each time."""

import random
from datetime import datetime, timedelta

from sqlmodel import Session

from api.core import clock
from api.demo.world import World, demo_id
from api.hamlet_life import sorting_actions
from api.hamlet_life.sorting_models import Method
from api.hamlet_life.sorting_schemas import NewSortingCount


def tell(session: Session, world: World, dice: random.Random, now: datetime) -> None:
    """One hamlet was never counted, one not for long; the head of the third entered the own count."""
    today = clock.day_of(now)
    for number, hamlet in enumerate(world.hamlets, start=1):
        share = dice.randrange(18, 60)
        ages = () if number == 12 else (420, 260) if number == 11 else (260, 150, 12 + number)
        for age in ages:
            households = hamlet.households or 200
            sorting = households * share // 100
            count = NewSortingCount(
                id=demo_id("sorting", f"{hamlet.code}-{age}"), hamlet_id=hamlet.id, made_at=now - timedelta(days=age),
                checked_on=max(today - timedelta(days=age), hamlet.valid_from), households=households, sorting=sorting,
                composting=sorting // 4, method=Method.ESTIMATED if age > 300 else Method.COUNTED,
            )  # fmt: skip
            by = world.people["truongthon3" if number == 3 else "canbo"]
            sorting_actions.record(session, count, by=by, now=now - timedelta(days=age))
            share = min(97, share + dice.randrange(-3, 24))
