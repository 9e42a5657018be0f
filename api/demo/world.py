"""The demo's hamlets, people and collection points. Names say that they are made up."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlmodel import Session, select

from api.accounts.models import Account, Role, Unit
from api.accounts.rules import Person
from api.collection_points.models import CollectionPoint, PointKind
from api.core import secrets
from api.core.settings import Settings
from api.core.text import fold
from api.demo import land
from api.places import outline
from api.places.models import Hamlet

PASSWORD = "xanh-mau-2026"
HAMLETS = 12
POINTS = (
    (1, "Điểm tập kết cổng chợ mẫu", PointKind.COLLECTION_POINT, ((1, "17:00"), (3, "17:00"), (5, "17:00"))),
    (2, "Điểm tập kết đầu làng", PointKind.COLLECTION_POINT, ((2, "16:30"), (4, "16:30"), (6, "16:30"))),
    (3, "Điểm tập kết sau nhà văn hóa", PointKind.COLLECTION_POINT, ((1, "17:30"), (4, "17:30"), (7, "07:00"))),
    (4, "Trạm trung chuyển bãi đê", PointKind.TRANSFER_STATION, tuple((day, "06:00") for day in range(1, 8))),
    (5, "Thùng rác trường học mẫu", PointKind.PUBLIC_BIN, ((1, "16:00"), (3, "16:00"), (5, "16:00"))),
    (6, "Bể vỏ thuốc trừ sâu cánh đồng Đông", PointKind.HAZARDOUS, ()),
    (7, "Điểm tập kết ngã ba kênh", PointKind.COLLECTION_POINT, ((2, "17:00"), (5, "17:00"))),
    (8, "Điểm nhận rác cồng kềnh", PointKind.BULKY, ((6, "08:00"),)),
    (9, "Điểm tập kết ven đường mẫu", PointKind.COLLECTION_POINT, ((1, "16:45"), (3, "16:45"), (6, "16:45"))),
    (10, "Thùng rác sân thể thao", PointKind.PUBLIC_BIN, ((3, "17:15"), (7, "17:15"))),
)
PEOPLE = (
    ("quantri", "Nguyễn Văn Quản Trị (mẫu)", Role.ADMINISTRATOR, None, None),
    ("canbo", "Trần Thị Cán Bộ (mẫu)", Role.OFFICER, "PKT", None),
    ("dichvu", "Lê Văn Thu Gom (mẫu)", Role.OFFICER, "TTDV", None),
    ("congan", "Phạm Văn Trật Tự (mẫu)", Role.OFFICER, "CA", None),
    ("truongthon3", "Bà Hoàng Thị Thôn Ba (mẫu)", Role.HAMLET_HEAD, None, 3),
    ("truongthon5", "Ông Vũ Văn Thôn Năm (mẫu)", Role.HAMLET_HEAD, None, 5),
    ("lanhdao", "Đỗ Văn Lãnh Đạo (mẫu)", Role.LEADER, None, None),
    ("mattran", "Bùi Thị Mặt Trận (mẫu)", Role.FRONT, None, None),
)


@dataclass(frozen=True)
class World:
    hamlets: list[Hamlet]
    units: dict[str, Unit]
    people: dict[str, Person]


def demo_id(kind: str, name: object) -> UUID:
    """The same thing has the same id in every demo."""
    return uuid5(NAMESPACE_URL, f"demo:{kind}:{name}")


def build(session: Session, settings: Settings, now: datetime) -> World:
    hamlets = _hamlets(session)
    units = {unit.code: unit for unit in session.exec(select(Unit))}
    people = _people(session, settings, units, hamlets, now)
    _points(session, hamlets, now)
    session.flush()
    return World(hamlets, units, people)


def _hamlets(session: Session) -> list[Hamlet]:
    ring = [(x, y) for x, y in outline.GEOMETRY["coordinates"][0][:-1]]
    made = []
    for number, ((lon, lat), boundary) in enumerate(land.pieces(ring, HAMLETS, seed=26), start=1):
        hamlet = Hamlet(
            id=demo_id("hamlet", number), code=f"MAU{number:02d}", name=f"Thôn Mẫu {number}",
            households=180 + 23 * number, population=640 + 81 * number, latitude=lat, longitude=lon,
            boundary=boundary, valid_from=date(2025, 7, 1), search_text=fold(f"Thôn Mẫu {number} MAU{number:02d}"),
        )  # fmt: skip
        session.add(hamlet)
        made.append(hamlet)
    session.flush()
    return made


def _people(
    session: Session, settings: Settings, units: dict[str, Unit], hamlets: list[Hamlet], now: datetime
) -> dict[str, Person]:
    hashed = secrets.hash_password(PASSWORD, settings.password_memory_kib)
    people = {}
    for login, name, role, unit_code, hamlet_number in PEOPLE:
        unit = units[unit_code] if unit_code else None
        account = Account(
            id=demo_id("account", login), name=name, login=login, role=role, password_hash=hashed, created_at=now,
            is_head=login == "canbo", unit_id=unit.id if unit else None,
            hamlet_id=hamlets[hamlet_number - 1].id if hamlet_number else None,
        )  # fmt: skip
        session.add(account)
        people[login] = Person(account, unit)
    session.flush()
    return people


ACCEPTS = {
    PointKind.COLLECTION_POINT: ["recyclable", "food", "other"], PointKind.TRANSFER_STATION: ["other"],
    PointKind.HAZARDOUS: ["hazardous"], PointKind.BULKY: ["bulky"],
}  # fmt: skip

OPEN: dict[PointKind, list[dict[str, Any]]] = {
    PointKind.BULKY: [{"weekday": day, "from": "07:00", "to": "11:00"} for day in (6, 7)],
    PointKind.TRANSFER_STATION: [{"weekday": day, "from": "05:00", "to": "21:00"} for day in range(1, 8)],
}


def _points(session: Session, hamlets: list[Hamlet], now: datetime) -> None:
    for number, name, kind, times in POINTS:
        hamlet = hamlets[number - 1]
        session.add(
            CollectionPoint(
                id=demo_id("point", number), code=f"DTK-{number:02d}", name=name, kind=kind, hamlet_id=hamlet.id,
                latitude=(hamlet.latitude or 0) + 0.0011, longitude=(hamlet.longitude or 0) - 0.0009,
                place_words=f"Cạnh đường trục {hamlet.name}",
                schedule=[{"weekday": day, "from": start, "to": None} for day, start in times],
                opening_hours=OPEN.get(kind, []), households_served=90 + 31 * number,
                area_m2=12.0 + number, capacity_m3=3.5,
                accepts=ACCEPTS.get(kind, []), contact="Tổ thu gom mẫu",
                created_at=now - timedelta(weeks=26),
                search_text=fold(f"{name} DTK-{number:02d} {hamlet.name}"),
            )
        )  # fmt: skip
