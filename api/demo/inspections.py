"""Inspections of some points in the demo: one compliant, one with faults, one long ago; the others still to be done."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from api.checklists import actions, rules
from api.checklists import queries as checklists
from api.checklists.models import ItemMark
from api.checklists.schemas import ItemAnswer, NewInspection
from api.collection_points.inspection_queries import KIND
from api.collection_points.models import CollectionPoint
from api.core import clock
from api.demo.world import World, demo_id

FAULTS = {"leakproof_containers": "Một thùng nứt đáy", "schedule_posted": "Biển đã mờ"}
VISITS: tuple[tuple[int, dict[str, str]], ...] = (
    (12, {}),
    (20, FAULTS),
    (35, {}),
    (250, {}),
)  # days ago, what was found wrong


def tell(session: Session, world: World, now: datetime) -> None:
    checklist = checklists.in_force(session, KIND, clock.day_of(now))
    points = session.exec(select(CollectionPoint).order_by(col(CollectionPoint.code))).all()
    for point, (days, faults) in zip(points, VISITS, strict=False):
        at = now - timedelta(days=days)
        asked = rules.asked(checklist.items, point.kind.value)
        answers = {
            item["code"]: ItemAnswer(
                mark=ItemMark.NOT_MET if item["code"] in faults else ItemMark.MET, note=faults.get(item["code"], "")
            )
            for item in asked
        }
        wish = NewInspection(
            id=demo_id("inspection", point.code), checklist_id=checklist.id, subject_id=point.id,
            inspected_on=clock.day_of(at), made_at=at, answers=answers,
        )  # fmt: skip
        actions.record(session, KIND, point.kind.value, wish, by=world.people["canbo"], now=now)
