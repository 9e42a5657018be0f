"""Black spots in a cloud of reports: the fast way finds what the plain definition of DBSCAN says."""

import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from api.dump_sites import cluster_rules
from api.dump_sites.cluster_rules import Report
from api.places.rules import Point, distance_m
from tests.dump_sites.make import outline

NOW = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
METRE = 1 / 111_195  # degrees of latitude


def report(number: int, north: float, east: float = 0.0, days_ago: float = 1.0) -> Report:
    """`north` and `east` in metres from a corner of the commune."""
    place = Point(20.9 + north * METRE, 106.18 + east * METRE / 0.93421)
    return Report(UUID(int=number), place, NOW - timedelta(days=days_ago))


def naive(reports: list[Report], *, metres: float, days: float, fewest: int) -> set[frozenset[UUID]]:
    """The core reports of each cluster, straight from the definition."""

    def near(one: Report, other: Report) -> bool:
        return distance_m(one.point, other.point) <= metres and abs(one.at - other.at) <= timedelta(days=days)

    cores = [one for one in reports if sum(near(one, other) for other in reports) >= fewest]
    groups: list[set[UUID]] = []
    left = {core.id: core for core in cores}
    while left:
        waiting = [left.pop(next(iter(left)))]
        group = {one.id for one in waiting}
        for one in waiting:
            joined = [other for other in left.values() if near(one, other)]
            for other in joined:
                waiting.append(left.pop(other.id))
                group.add(other.id)
        groups.append(group)
    return {frozenset(group) for group in groups}


@pytest.mark.parametrize("seed", range(8))
def test_2_3_clusters_are_those_of_the_definition(seed: int) -> None:
    dice = random.Random(seed)
    heaps = [(dice.uniform(0, 600), dice.uniform(0, 600)) for _ in range(6)]
    reports = [
        report(number, *(centre + dice.gauss(0, 35) for centre in dice.choice(heaps)), days_ago=dice.uniform(0, 200))
        for number in range(150)
    ]
    found = cluster_rules.clusters(reports, metres=60, days=30, fewest=3)
    expected = naive(reports, metres=60, days=30, fewest=3)
    cores = set().union(*expected)
    assert {frozenset(one.id for one in group if one.id in cores) for group in found} == expected
    assert len({one.id for group in found for one in group}) == sum(map(len, found))


def test_2_3_three_reports_near_in_place_and_time_are_a_black_spot() -> None:
    near = [report(1, 0, days_ago=40), report(2, 20, days_ago=20), report(3, 45, days_ago=2)]
    [group] = cluster_rules.clusters(near, metres=60, days=60, fewest=3)
    assert [one.id.int for one in group] == [1, 2, 3]
    assert cluster_rules.clusters(near[:2], metres=60, days=60, fewest=3) == []
    assert cluster_rules.clusters([], metres=60, days=60, fewest=3) == []
    late = [report(1, 0, days_ago=200), *near[1:]]
    assert cluster_rules.clusters(late, metres=60, days=60, fewest=3) == []


def test_2_3_a_place_grows_when_more_reports_are_recent() -> None:
    reports = [report(1, 0, days_ago=50), report(2, 0, days_ago=20), report(3, 30, days_ago=1)]
    found = cluster_rules.describe(reports, days=60, now=NOW)
    assert (found.before, found.recent) == (1, 2)
    assert found.radius_m == pytest.approx(20, abs=0.5)


def test_a_place_belongs_to_an_outline_it_lies_in_or_near() -> None:
    drawn = outline(20.9, 106.18)  # 11 m to each side
    for metres, reach, is_there in ((5, 1, True), (40, 35, True), (40, 20, False)):
        point = Point(20.9 + metres * METRE, 106.18)
        assert cluster_rules.belongs(point, None, drawn, metres=reach) is is_there
    assert cluster_rules.belongs(Point(20.9, 106.18), Point(20.9, 106.1801), None, metres=20)
    assert not cluster_rules.belongs(Point(20.9, 106.18), None, None, metres=20)
