"""Pure decisions about places: inside or outside, how far, which hamlet, how exactly the public may know."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from api.core import errors, text
from api.places import outline
from api.places.models import Hamlet

EARTH_RADIUS_M = 6_371_008.8
NEAREST_CENTER_M = 3_000  # further away than this, no hamlet is guessed
PUBLIC_GRID_M = 100
Ring = Sequence[Sequence[float]]
Geometry = Mapping[str, Any]  # GeoJSON: nested lists of numbers


class Point(NamedTuple):
    """Degrees, WGS 84."""

    lat: float
    lon: float


class ValidityReversed(errors.Rejected):
    code = "hamlet_validity_reversed"
    says = "Ngày hết hiệu lực phải sau ngày có hiệu lực."


class SuccessorWrong(errors.Conflict):
    code = "hamlet_successor_wrong"
    says = "Thôn kế tiếp chưa đúng."


def distance_m(a: Point, b: Point) -> float:
    """Along the surface of the Earth (haversine)."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b.lon - a.lon) / 2
    h = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, h)))


def contains(geometry: Geometry, point: Point) -> bool:
    """True if the point lies in a Polygon or MultiPolygon, and not in one of its holes."""
    return any(_in_polygon(polygon, point) for polygon in polygons(geometry))


def distance_to_m(geometry: Geometry, point: Point) -> float:
    """0 inside, else how far it is to the nearest edge; for things that are near."""
    if contains(geometry, point):
        return 0.0
    return min(_from_edge_m(point, a, b) for a, b in _edges(geometry))


def area_m2(geometry: Geometry) -> float:
    """On a plane that touches the Earth at the polygon, holes taken off; good for a few kilometres."""
    return sum(_ring_m2(outer) - sum(map(_ring_m2, holes)) for outer, *holes in polygons(geometry))


def middle(geometry: Geometry) -> Point:
    """The mean of the corners of the first polygon."""
    ring = polygons(geometry)[0][0][:-1]
    return Point(sum(corner[1] for corner in ring) / len(ring), sum(corner[0] for corner in ring) / len(ring))


def polygons(geometry: Geometry) -> list[list[Ring]]:
    """Each polygon as [outer ring, hole, …]."""
    coordinates = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "Polygon" else coordinates


def hamlet_at(point: Point, hamlets: Iterable[Hamlet]) -> Hamlet | None:
    """The hamlet whose boundary holds the point; else the nearest centre within 3 km; else None."""
    known = list(hamlets)
    inside = [hamlet for hamlet in known if hamlet.boundary and contains(hamlet.boundary, point)]
    best = min(inside or known, key=lambda hamlet: (_from_center_m(hamlet, point), hamlet.code), default=None)
    if best is None or (not inside and _from_center_m(best, point) > NEAREST_CENTER_M):
        return None
    return best


def is_outside_commune(point: Point) -> bool:
    """A soft check: the outline is good to about 100 m, so a point that near to it counts as inside."""
    if contains(outline.GEOMETRY, point):
        return False
    return all(_from_edge_m(point, a, b) > outline.ACCURACY_M for a, b in _edges(outline.GEOMETRY))


def rounded(lat: float, lon: float) -> Point:
    """The node of a 100 m grid nearest to the place: what the public may know. The same place, the same node."""
    step = math.degrees(PUBLIC_GRID_M / EARTH_RADIUS_M)
    row = min(90.0, max(-90.0, round(lat / step) * step))
    wide = step / max(0.01, math.cos(math.radians(row)))
    column = min(180.0, max(-180.0, round(lon / wide) * wide))
    return Point(round(row, 5) + 0.0, round(column, 5) + 0.0)


def is_valid_on(hamlet: Hamlet, day: date) -> bool:
    return hamlet.valid_from <= day and (hamlet.valid_to is None or day < hamlet.valid_to)


def check_validity(valid_from: date, valid_to: date | None) -> None:
    if valid_to is not None and valid_to <= valid_from:
        raise ValidityReversed(field="valid_to")


def check_successor(hamlet: Hamlet, successor: Hamlet, chain: Sequence[Hamlet]) -> None:
    """`chain`: the successors of the successor. Time goes one way: none of them may be the hamlet itself."""
    if hamlet.valid_to is None:
        raise SuccessorWrong("Thôn có thôn kế tiếp thì cần ngày hết hiệu lực.", field="valid_to")
    if hamlet.id in {successor.id, *(later.id for later in chain)}:
        raise SuccessorWrong("Một thôn không thể là thôn kế tiếp của chính nó.", field="successor_id")
    if not is_valid_on(successor, hamlet.valid_to):
        raise SuccessorWrong("Thôn kế tiếp chưa hoặc không còn hiệu lực vào ngày đó.", field="successor_id")


def is_same_name(one: str, other: str) -> bool:
    """Tolerant of diacritics, case, blanks and the word "thôn" in front."""
    return _bare_name(one) == _bare_name(other)


def search_text(name: str, former_commune: str, code: str) -> str:
    return text.fold(f"{name} {former_commune} {code}")[:400]


def spoken_names(name: str, former_commune: str, code: str) -> tuple[str, ...]:
    """How people may call a hamlet: with and without "thôn", by its former commune, by its code."""
    commune = text.fold(former_commune).removeprefix("xa ").removeprefix("thi tran ")
    bare = _bare_name(name)
    return tuple(spoken for spoken in (name, bare if not bare.isdigit() else "", commune, code) if spoken)


def _bare_name(name: str) -> str:
    return text.fold(name).removeprefix("thon ").strip()


def _from_center_m(hamlet: Hamlet, point: Point) -> float:
    if hamlet.latitude is None or hamlet.longitude is None:
        return math.inf
    return distance_m(Point(hamlet.latitude, hamlet.longitude), point)


def _ring_m2(ring: Ring) -> float:
    """The shoelace formula."""
    metre = math.radians(1) * EARTH_RADIUS_M
    shrink = math.cos(math.radians(ring[0][1]))
    x, y = ([(corner[axis] - ring[0][axis]) * metre for corner in ring] for axis in (0, 1))
    return abs(sum(x[i - 1] * y[i] - x[i] * y[i - 1] for i in range(len(ring)))) * shrink / 2


def _in_polygon(rings: Sequence[Ring], point: Point) -> bool:
    outer, *holes = rings
    return _in_ring(outer, point) and not any(_in_ring(hole, point) for hole in holes)


def _in_ring(ring: Ring, point: Point) -> bool:
    """Counts how often a ray to the east crosses the ring; the box around it spares most rings the counting."""
    lat, lon = point
    if not (min(p[1] for p in ring) <= lat <= max(p[1] for p in ring)):
        return False
    if not (min(p[0] for p in ring) <= lon <= max(p[0] for p in ring)):
        return False
    inside = False
    for i, (x, y, *_) in enumerate(ring):
        before_x, before_y = ring[i - 1][:2]
        if (y > lat) != (before_y > lat) and lon < (before_x - x) * (lat - y) / (before_y - y) + x:
            inside = not inside
    return inside


def _edges(geometry: Geometry) -> Iterator[tuple[Point, Point]]:
    for rings in polygons(geometry):
        for ring in rings:
            for i in range(1, len(ring)):
                yield Point(ring[i - 1][1], ring[i - 1][0]), Point(ring[i][1], ring[i][0])


def _from_edge_m(point: Point, a: Point, b: Point) -> float:
    """From a point to a short line, on a plane that touches the Earth at the point."""
    metre = math.radians(1) * EARTH_RADIUS_M
    shrink = math.cos(math.radians(point.lat))
    ax, ay = (a.lon - point.lon) * metre * shrink, (a.lat - point.lat) * metre
    bx, by = (b.lon - point.lon) * metre * shrink, (b.lat - point.lat) * metre
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + along * dx, ay + along * dy)
