"""The roadmap of the demo: some points planned, one moved, the rest still without an entry."""

from datetime import datetime, timedelta

from sqlmodel import Session

from api.core import clock
from api.demo import photos
from api.demo.world import World, demo_id
from api.media.store import Store
from api.roadmap import actions, photo_actions
from api.roadmap.models import RoadmapAction, RoadmapSide, RoadmapState
from api.roadmap.schemas import NewRoadmapEntry, RoadmapPlan

PLANS = (
    (1, RoadmapAction.REPAIR, 2026, 28_000_000, RoadmapState.DONE),
    (2, RoadmapAction.REPAIR, 2027, 35_000_000, RoadmapState.APPROVED),
    (4, RoadmapAction.UPGRADE, 2027, 280_000_000, RoadmapState.PROPOSED),
    (5, RoadmapAction.CLOSE, 2028, 8_000_000, RoadmapState.PROPOSED),
)


def tell(session: Session, store: Store, world: World, now: datetime) -> None:
    officer, since = world.people["canbo"], clock.day_of(now) - timedelta(days=20)
    for number, action, year, cost, state in PLANS:
        plan = RoadmapPlan(
            action=action, year=year, cost_vnd=cost, state=state, since=since, funding_source="Ngân sách xã (mẫu)",
            is_proposal=action is RoadmapAction.UPGRADE,
        )  # fmt: skip
        wish = NewRoadmapEntry(id=demo_id("roadmap", number), point_id=demo_id("point", number), plan=plan)
        actions.add(session, wish, by=officer, now=now)
    plan = RoadmapPlan(action=RoadmapAction.BUILD, year=2029, cost_vnd=320_000_000, since=since, is_proposal=True)
    wish = NewRoadmapEntry(id=demo_id("roadmap", 50), name="Điểm mới đầu làng (mẫu)", plan=plan)
    actions.add(session, wish, by=officer, now=now)
    later = plan.model_copy(update={"year": 2030})
    actions.plan(session, wish.id, later, version=1, by=officer, now=now)
    for number, side in enumerate(RoadmapSide):
        picture, upload = demo_id("roadmap-photo", side), photos.upload(3, is_clean=bool(number))
        photo_actions.add(session, store, demo_id("roadmap", 1), picture, side, upload, by=officer, now=now)
