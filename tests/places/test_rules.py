"""Decisions about places."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.places import outline, rules
from api.places.models import Hamlet
from api.places.rules import Point
from tests.places.make import square

CENTER = Point(20.9089, 106.1793)
points = st.builds(Point, st.floats(20.8, 21.0), st.floats(106.1, 106.3))


def hamlet(code: str, *, lat: float | None = None, lon: float | None = None, **more: object) -> Hamlet:
    days = {"valid_from": date(2025, 7, 1)}
    return Hamlet(id=uuid4(), code=code, name=f"Thôn {code}", latitude=lat, longitude=lon, **(days | more))


def with_hole() -> dict[str, object]:
    outer, hole = square(20.9, 106.2, half=0.01), square(20.9, 106.2, half=0.002)
    return {"type": "Polygon", "coordinates": [outer["coordinates"][0], hole["coordinates"][0]]}


def test_a_kilometre_north_is_a_kilometre() -> None:
    assert rules.distance_m(Point(20.0, 106.0), Point(20.0 + 1 / 111.195, 106.0)) == pytest.approx(1000, abs=1)


@given(points, points)
def test_distance_is_the_same_both_ways_and_nothing_to_oneself(a: Point, b: Point) -> None:
    assert rules.distance_m(a, b) == pytest.approx(rules.distance_m(b, a))
    assert rules.distance_m(a, a) == 0


@pytest.mark.parametrize(
    ("point", "inside"),
    [
        (Point(20.905, 106.205), True),
        (Point(20.9, 106.2), False),
        (Point(20.9005, 106.2005), False),
        (Point(20.9, 106.211), False),
        (Point(20.911, 106.2), False),
    ],
)
def test_a_hole_is_not_inside(point: Point, inside: bool) -> None:
    assert rules.contains(with_hole(), point) is inside


@pytest.mark.parametrize(("lon", "inside"), [(106.11, True), (106.15, False), (106.19, True)])
def test_between_the_arms_of_a_horseshoe_one_is_outside(lon: float, inside: bool) -> None:
    west, east, south, north = 106.10, 106.20, 20.90, 20.95
    arms = [[106.18, north], [106.18, 20.91], [106.12, 20.91], [106.12, north]]
    ring = [[west, south], [east, south], [east, north], *arms, [west, north], [west, south]]
    assert rules.contains({"type": "Polygon", "coordinates": [ring]}, Point(20.93, lon)) is inside


def test_each_part_of_a_multipolygon_counts() -> None:
    parts = [square(20.9, lon)["coordinates"] for lon in (106.1, 106.2)]
    geometry = {"type": "MultiPolygon", "coordinates": parts}
    assert rules.contains(geometry, Point(20.9, 106.1))
    assert rules.contains(geometry, Point(20.9, 106.2))
    assert not rules.contains(geometry, Point(20.9, 106.15))


@given(st.floats(20.88, 20.94), st.floats(106.17, 106.23))
def test_a_square_holds_what_lies_between_its_sides(lat: float, lon: float) -> None:
    expected = abs(lat - 20.91) < 0.005 and abs(lon - 106.2) < 0.005
    on_edge = abs(abs(lat - 20.91) - 0.005) < 1e-9 or abs(abs(lon - 106.2) - 0.005) < 1e-9
    assert on_edge or rules.contains(square(20.91, 106.2), Point(lat, lon)) is expected


def test_the_boundary_decides_before_the_nearest_centre() -> None:
    near = hamlet("A", lat=20.9089, lon=106.1793)
    holder = hamlet("B", lat=20.95, lon=106.25, boundary=square(20.9089, 106.1793))
    assert rules.hamlet_at(CENTER, [near, holder]) is holder


def test_without_a_boundary_the_nearest_centre_within_three_kilometres_is_taken() -> None:
    west, east = hamlet("A", lat=20.9089, lon=106.160), hamlet("B", lat=20.9089, lon=106.190)
    assert rules.hamlet_at(CENTER, [west, east, hamlet("C")]) is east
    assert rules.hamlet_at(Point(20.9089, 106.23), [west, east]) is None
    assert rules.hamlet_at(CENTER, [hamlet("C")]) is None
    assert rules.hamlet_at(CENTER, []) is None


def test_the_commune_s_own_middle_is_inside_and_its_neighbours_are_not() -> None:
    assert not rules.is_outside_commune(CENTER)
    assert rules.is_outside_commune(Point(20.95, 106.18))
    assert rules.is_outside_commune(Point(20.86, 106.18))
    assert rules.is_outside_commune(Point(21.03, 105.85))


def test_within_the_outline_s_own_accuracy_nothing_is_called_outside() -> None:
    lon, lat = max(outline.GEOMETRY["coordinates"][0], key=lambda position: position[1])
    assert not rules.is_outside_commune(Point(lat + 0.0008, lon))
    assert rules.is_outside_commune(Point(lat + 0.0012, lon))


def test_the_outline_is_the_whole_commune() -> None:
    ring = outline.GEOMETRY["coordinates"][0]
    assert len(ring) == 53
    assert ring[0] == ring[-1]
    assert outline.FEATURE["properties"]["source"]


@given(st.floats(-89, 89), st.floats(-179.9, 179.9))
def test_a_rounded_place_stays_near_and_rounding_again_moves_nothing(lat: float, lon: float) -> None:
    once = rules.rounded(lat, lon)
    assert rules.distance_m(Point(lat, lon), once) < 75
    assert rules.rounded(*once) == once


def test_neighbours_on_the_grid_are_a_hundred_metres_apart() -> None:
    here = rules.rounded(*CENTER)
    east = next(node for i in range(12) if (node := rules.rounded(here.lat, here.lon + 0.0001 * i)) != here)
    north = next(node for i in range(12) if (node := rules.rounded(here.lat + 0.0001 * i, here.lon)).lat != here.lat)
    assert rules.distance_m(here, east) == pytest.approx(100, abs=2)
    assert rules.distance_m(here, Point(north.lat, here.lon)) == pytest.approx(100, abs=2)


def test_two_places_in_one_cell_cannot_be_told_apart() -> None:
    here = rules.rounded(*CENTER)
    assert rules.rounded(here.lat + 0.0003, here.lon - 0.0003) == here


@pytest.mark.parametrize(
    ("day", "valid"),
    [(date(2025, 6, 30), False), (date(2025, 7, 1), True), (date(2026, 6, 30), True), (date(2026, 7, 1), False)],
)
def test_a_hamlet_is_valid_from_its_first_day_to_before_its_last(day: date, valid: bool) -> None:
    assert rules.is_valid_on(hamlet("A", valid_to=date(2026, 7, 1)), day) is valid


@pytest.mark.parametrize("written", ["Hòa Ché", "hoà ché", "HOA CHE", "  thôn  Hoà Ché ", "Thon hoa che"])
def test_a_name_is_known_however_it_is_written(written: str) -> None:
    assert rules.is_same_name("Thôn Hòa Ché", written)
    assert not rules.is_same_name("Thôn Hòa Ché 2", written)
