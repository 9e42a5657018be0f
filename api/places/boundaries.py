"""Judging a boundary that somebody draws or brings: GeoJSON in, the same boundary without surprises out."""

import math
from typing import Any

from pydantic import JsonValue

from api.core import errors

MOST_VERTICES = 5_000
DIGITS = 6  # of a degree: 11 cm


class BoundaryRejected(errors.Rejected):
    code = "hamlet_boundary_rejected"
    says = "Ranh giới thôn không dùng được."

    def __init__(self, says: str) -> None:
        super().__init__(says, field="boundary")


def clean(raw: dict[str, JsonValue]) -> dict[str, Any]:
    """A closed Polygon or MultiPolygon in WGS 84 with longitude first; heights and foreign members dropped."""
    kind, coordinates = raw.get("type"), raw.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        raise BoundaryRejected("Ranh giới phải là GeoJSON kiểu Polygon hoặc MultiPolygon.")
    if kind == "Polygon":
        cleaned: list[Any] = _polygon(coordinates)
        vertices = sum(map(len, cleaned))
    else:
        cleaned = [_polygon(polygon) for polygon in _filled_list(coordinates)]
        vertices = sum(len(ring) for polygon in cleaned for ring in polygon)
    if vertices > MOST_VERTICES:
        raise BoundaryRejected(f"Ranh giới có hơn {MOST_VERTICES} điểm. Xin rút gọn rồi gửi lại.")
    return {"type": kind, "coordinates": cleaned}


def _polygon(rings: JsonValue) -> list[list[list[float]]]:
    return [_ring(ring) for ring in _filled_list(rings)]


def _ring(raw: JsonValue) -> list[list[float]]:
    ring = [_position(position) for position in _filled_list(raw)]
    if len(ring) < 4:
        raise BoundaryRejected("Mỗi vòng ranh giới cần ít nhất bốn điểm, điểm cuối trùng điểm đầu.")
    if ring[0] != ring[-1]:
        raise BoundaryRejected("Vòng ranh giới chưa khép kín: điểm cuối phải trùng điểm đầu.")
    if len({tuple(position) for position in ring}) < 3:
        raise BoundaryRejected("Vòng ranh giới không bao quanh diện tích nào.")
    return ring


def _position(raw: JsonValue) -> list[float]:
    if not isinstance(raw, list) or len(raw) < 2:
        raise BoundaryRejected("Mỗi điểm ranh giới gồm kinh độ và vĩ độ.")
    lon, lat = _degrees(raw[0], 180), _degrees(raw[1], 90)
    return [lon, lat]


def _degrees(raw: JsonValue, limit: int) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or (isinstance(raw, float) and math.isnan(raw)):
        raise BoundaryRejected("Tọa độ ranh giới phải là số.")
    if abs(raw) > limit:
        raise BoundaryRejected("Tọa độ ranh giới nằm ngoài bản đồ. Thứ tự phải là kinh độ trước, vĩ độ sau (WGS 84).")
    return round(float(raw), DIGITS)


def _filled_list(raw: JsonValue) -> list[JsonValue]:
    if not isinstance(raw, list) or not raw or len(raw) > MOST_VERTICES:
        raise BoundaryRejected("Tọa độ ranh giới thiếu hoặc quá nhiều.")
    return raw
