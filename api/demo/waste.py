"""Twelve months of the waste ledger in the demo: what arose is estimated, what was collected was weighed."""

import random
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from api.core import clock
from api.demo.world import World, demo_id
from api.waste_ledger import actions
from api.waste_ledger.models import Flow, Source
from api.waste_ledger.schemas import NewWasteEntry

FACILITY = "Trạm cân mẫu"


def tell(session: Session, world: World, dice: random.Random, now: datetime) -> None:
    population = sum(hamlet.population or 0 for hamlet in world.hamlets)
    month = clock.day_of(now).replace(day=1)
    for age in range(1, 13):
        month = (month - timedelta(days=1)).replace(day=1)
        _month(session, world, dice, month, age, population, now)


def _month(
    session: Session, world: World, dice: random.Random, month: date, age: int, population: int, now: datetime
) -> None:
    """Longer ago less was collected and more of it landfilled."""
    arose = population * 0.5 * 30 / 1000
    collected = round(arose * (0.93 - 0.012 * age + dice.random() * 0.02), 1)
    landfilled = round(collected * (0.26 + 0.021 * age), 1)
    lines: tuple[tuple[Flow, Source, float | None, dict[str, Any]], ...] = (  # any: more fields of an entry
        (Flow.GENERATED, Source.ESTIMATE, None, {"population": population}),
        (Flow.COLLECTED, Source.WEIGH_BRIDGE, collected, {"ticket": f"THANG-{month:%m%y}", "facility": FACILITY}),
        (Flow.LANDFILLED, Source.WEIGH_BRIDGE, landfilled, {"ticket": f"CL-{month:%m%y}", "facility": FACILITY}),
        (Flow.TREATED, Source.CONTRACT, round(collected - landfilled, 1), {}),
        (Flow.COMPOSTED, Source.ESTIMATE, round(arose * 0.03, 1),
         {"at_source": True, "is_estimate": True, "words": "Số hộ ủ phân × 1,2 kg một ngày"}),
    )  # fmt: skip
    for flow, source, tonnes, more in lines:
        entry = NewWasteEntry(
            id=demo_id("waste", f"{month}-{flow}"), month=f"{month:%Y-%m}", flow=flow, source=source, tonnes=tonnes,
            **more,
        )  # fmt: skip
        actions.record(session, entry, by=world.people["canbo"], now=now)
