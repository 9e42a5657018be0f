"""Equipment of the demo: a few things in several conditions, one norm, one repair."""

from datetime import datetime, timedelta

from sqlmodel import Session

from api.collection_points.models import PlaceKind
from api.core import clock
from api.demo.world import World, demo_id
from api.equipment import actions
from api.equipment.models import Condition
from api.equipment.schemas import NewEquipment, NewMaintenance, NormEdit

THINGS = (
    ("TB-01", "Thùng rác 240 lít chợ mẫu", "bin", 6, 240, Condition.GOOD, PlaceKind.MARKET, 2025),
    ("TB-02", "Thùng rác 120 lít trường học mẫu", "bin", 10, 120, Condition.GOOD, PlaceKind.SCHOOL, 2024),
    ("TB-03", "Xe gom đẩy tay 500 lít", "cart", 8, 500, Condition.TO_MEND, PlaceKind.HAMLET, 2021),
    ("TB-04", "Xe ba gác chở rác", "tricycle", 2, 1.5, Condition.GOOD, PlaceKind.HAMLET, 2023),
    ("TB-05", "Thùng rác cũ bến xe mẫu", "bin", 3, 120, Condition.BROKEN, PlaceKind.STATION, 2018),
)


def tell(session: Session, world: World, now: datetime) -> None:
    officer, today = world.people["canbo"], clock.day_of(now)
    for number, (code, name, kind, count, volume, condition, place, year) in enumerate(THINGS, 1):
        wish = NewEquipment(
            id=demo_id("equipment", number), code=code, name=name, kind=kind, count=count, volume=volume,
            condition=condition, place_kind=place, purchase_year=year, unit_id=world.units["TTDV"].id,
        )  # fmt: skip
        actions.add(session, wish, by=officer, now=now)
    work = NewMaintenance(
        id=demo_id("maintenance", 1), done_on=today - timedelta(days=30), work="Hàn khung 2 xe (mẫu)", cost_vnd=900_000
    )
    actions.mend(session, demo_id("equipment", 3), work, by=officer, now=now)
    norm = NormEdit(needed=8, source="Số mẫu, chưa phải quy định")
    actions.set_norm(session, PlaceKind.STATION, "bin", norm, version=0, by=officer, now=now)
