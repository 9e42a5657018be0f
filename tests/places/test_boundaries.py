"""Boundaries that somebody draws or brings."""

import json

import pytest

from api.places import boundaries
from tests.places.make import square

RING = [[106.1, 20.9], [106.2, 20.9], [106.2, 20.95], [106.1, 20.9]]
NAN = float("nan")


def polygon(*rings: object) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def test_a_good_boundary_comes_back_without_heights_and_foreign_members() -> None:
    raw = polygon([[106.12345678, 20.9, 7.5], [106.2, 20.9], [106.2, 20.95], [106.12345678, 20.9, 7.5]])
    cleaned = boundaries.clean(raw | {"crs": {"type": "name"}, "name": "x"})
    assert cleaned == polygon([[106.123457, 20.9], [106.2, 20.9], [106.2, 20.95], [106.123457, 20.9]])
    assert boundaries.clean(cleaned) == cleaned


def test_a_multipolygon_is_a_boundary_too() -> None:
    raw = {"type": "MultiPolygon", "coordinates": [square(20.9, 106.1)["coordinates"], [RING]]}
    assert boundaries.clean(raw)["type"] == "MultiPolygon"


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"type": "Point", "coordinates": [106.1, 20.9]},
        {"type": ["Polygon"], "coordinates": [RING]},
        {"type": "Polygon"},
        polygon(),
        polygon([]),
        polygon("ring"),
        polygon(RING[:3]),
        polygon([*RING[:3], [106.11, 20.9]]),
        polygon([RING[0]] * 4),
        polygon([[20.9, 106.1], [20.9, 106.2], [20.95, 106.2], [20.9, 106.1]]),
        polygon([[106.1, 91], *RING[1:3], [106.1, 91]]),
        polygon([[NAN, 20.9], *RING[1:3], [NAN, 20.9]]),
        polygon([[10**400, 20.9], *RING[1:3], [10**400, 20.9]]),
        polygon([[float("inf"), 20.9], *RING[1:3], [float("inf"), 20.9]]),
        polygon([["106.1", 20.9], *RING[1:3], ["106.1", 20.9]]),
        polygon([[True, 20.9], *RING[1:3], [True, 20.9]]),
        polygon([[106.1], *RING[1:3], [106.1]]),
        {"type": "MultiPolygon", "coordinates": [RING]},
    ],
    ids=lambda raw: json.dumps(raw)[:60],
)
def test_anything_else_is_refused_at_the_field(raw: dict[str, object]) -> None:
    with pytest.raises(boundaries.BoundaryRejected) as refusal:
        boundaries.clean(raw)
    assert refusal.value.field == "boundary"


@pytest.mark.parametrize(
    ("vertices", "fits"), [(boundaries.MOST_VERTICES, True), (boundaries.MOST_VERTICES + 1, False)]
)
def test_a_boundary_has_at_most_five_thousand_vertices(vertices: int, fits: bool) -> None:
    middle = [[106.1 + i / 1_000_000, 20.9] for i in range(vertices - 2)]
    ring = [[106.1, 20.8], *middle, [106.1, 20.8]]
    halves = {"type": "MultiPolygon", "coordinates": [[ring]]}
    if fits:
        assert boundaries.clean(halves)
    else:
        with pytest.raises(boundaries.BoundaryRejected):
            boundaries.clean(halves)
