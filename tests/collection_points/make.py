"""Collection points for tests."""

from datetime import UTC, datetime
from uuid import uuid4

from sqlmodel import Session

from api.collection_points import rules
from api.collection_points.models import CollectionPoint, PointKind, PointState
from api.collection_points.schemas import stored
from api.core import text
from api.places.models import Hamlet

USUAL = "T2,T4,T6 17:00-18:30; CN 07:00"


def make_point(
    session: Session, name: str = "Điểm tập kết Thôn Mẫu 3", *, code: str | None = None, hamlet: Hamlet | None = None,
    kind: PointKind = PointKind.COLLECTION_POINT, state: PointState = PointState.OPEN, schedule: str = USUAL,
    place: tuple[float, float] | None = (20.9089, 106.1793),
) -> CollectionPoint:  # fmt: skip
    latitude, longitude = place or (None, None)
    point = CollectionPoint(
        id=uuid4(), code=code or f"TK-{uuid4().hex[:6].upper()}", name=name, kind=kind, state=state,
        hamlet_id=hamlet.id if hamlet else None, latitude=latitude, longitude=longitude,
        schedule=stored(rules.parse_schedule(schedule)), contact="Trung tâm Dịch vụ tổng hợp",
        search_text=text.fold(name), created_at=datetime(2026, 11, 1, 1, 0, tzinfo=UTC),
    )  # fmt: skip
    session.add(point)
    session.flush()
    return point


def plan(**more: object) -> dict[str, object]:
    """A new point as the desk sends it."""
    return {
        "id": str(uuid4()),
        "code": "TK-01",
        "name": "Điểm tập kết cổng làng",
        "kind": "collection_point",
        "lat": 20.9089,
        "lon": 106.1793,
        "schedule": [{"weekday": 1, "from": "17:00", "to": "18:30"}],
    } | more
