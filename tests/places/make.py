"""Hamlets for tests."""

from datetime import date
from uuid import uuid4

from sqlmodel import Session, select

from api.core import text
from api.places.models import Hamlet

CENTER = (20.9089, 106.1793)  # latitude, longitude


def square(latitude: float, longitude: float, *, half: float = 0.005) -> dict[str, object]:
    """A square GeoJSON polygon, about 1 km wide, around a point."""
    corners = (longitude - half, longitude + half, latitude - half, latitude + half)
    west, east, south, north = (round(degrees, 6) for degrees in corners)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def make_hamlet(
    session: Session, name: str = "Thôn Mẫu 3", *, code: str | None = None, center: tuple[float, float] = CENTER,
    valid_from: date = date(2025, 7, 1), valid_to: date | None = None, households: int | None = 300,
) -> Hamlet:  # fmt: skip
    """The hamlet of this name, made if it is not there yet, with a square boundary around its centre."""
    if known := session.exec(select(Hamlet).where(Hamlet.name == name)).first():
        return known
    hamlet = Hamlet(
        id=uuid4(), code=code or f"T{uuid4().hex[:6]}", name=name, households=households, latitude=center[0],
        longitude=center[1], boundary=square(*center), valid_from=valid_from, valid_to=valid_to,
        search_text=text.fold(name),
    )  # fmt: skip
    session.add(hamlet)
    session.flush()
    return hamlet
