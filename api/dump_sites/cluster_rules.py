"""Black spots in a cloud of reports: DBSCAN over place and time, on a grid so that thousands take no time."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import product
from typing import NamedTuple
from uuid import UUID

from api.places.rules import EARTH_RADIUS_M, Geometry, Point, distance_m, distance_to_m

Cell = tuple[int, int, int]
Spot = tuple[float, float, float]  # metres east, metres north, seconds


class Report(NamedTuple):
    id: UUID
    point: Point
    at: datetime


class Cluster(NamedTuple):
    """Reports of one place, oldest first. `recent` of them are of the last half of the window, `before` of the half
    before that: the place grows when more are recent."""

    reports: list[Report]
    center: Point
    radius_m: float
    recent: int
    before: int


def clusters(reports: Sequence[Report], *, metres: float, days: float, fewest: int) -> list[list[Report]]:
    """Reports that hang together: each has `fewest` (itself among them) so near in place and time, or is so near to
    one that has. The largest first; a report on the rim of two clusters goes with the earlier one."""
    ordered = sorted(reports, key=lambda report: (report.at, report.id))
    cloud = _Cloud([*_on_a_plane(ordered)], metres=metres, seconds=days * 86_400)
    groups: dict[Cell, list[Report]] = defaultdict(list)
    for index, cell in sorted(cloud.assigned(fewest).items()):
        groups[cell].append(ordered[index])
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].at, group[0].id))


def describe(reports: list[Report], *, days: int, now: datetime) -> Cluster:
    """Where the middle is, how far the reports reach, and whether it grows."""
    count = len(reports)
    center = Point(sum(one.point.lat for one in reports) / count, sum(one.point.lon for one in reports) / count)
    half = timedelta(days=days) / 2
    recent = sum(one.at > now - half for one in reports)
    before = sum(now - 2 * half < one.at <= now - half for one in reports)
    return Cluster(reports, center, max(distance_m(center, one.point) for one in reports), recent, before)


def belongs(point: Point, center: Point | None, outline: Geometry | None, *, metres: float) -> bool:
    """Whether a place lies inside a site's outline or within reach of it; without an outline, of its pin."""
    if outline:
        return distance_to_m(outline, point) <= metres
    return center is not None and distance_m(center, point) <= metres


def _on_a_plane(reports: Sequence[Report]) -> Iterator[Spot]:
    """A commune is flat enough for a plane that touches the Earth in its middle."""
    if not reports:
        return
    middle = sum(report.point.lat for report in reports) / len(reports)
    north = math.radians(1) * EARTH_RADIUS_M
    east = north * math.cos(math.radians(middle))
    for report in reports:
        yield report.point.lon * east, report.point.lat * north, report.at.timestamp()


class _Cloud:
    """Spots in cells so small that all of one cell are neighbours; only cells nearby need comparing."""

    def __init__(self, spots: list[Spot], *, metres: float, seconds: float) -> None:
        self.spots, self.metres, self.seconds = spots, metres, seconds
        side = metres / math.sqrt(2)
        self.cells: dict[Cell, list[int]] = defaultdict(list)
        for index, (x, y, t) in enumerate(spots):
            self.cells[int(x // side), int(y // side), int(t // seconds)].append(index)

    def assigned(self, fewest: int) -> dict[int, Cell]:
        """Spot → the cell that stands for its cluster; spots of no cluster are left out."""
        cores = {cell: some for cell in self.cells if (some := self._cores(cell, fewest))}
        roots = self._joined(cores)
        found = {index: roots[cell] for cell, indexes in cores.items() for index in indexes}
        for cell, indexes in self.cells.items():
            for index in indexes:
                if index not in found and (near := self._nearest_core(cell, index, cores)):
                    found[index] = roots[near]
        return found

    def _cores(self, cell: Cell, fewest: int) -> list[int]:
        own = self.cells[cell]
        if len(own) >= fewest:
            return own
        around = [index for other in self._around(cell) if other != cell for index in self.cells[other]]
        return [index for index in own if self._has(index, around, fewest - len(own))]

    def _has(self, index: int, others: list[int], fewest: int) -> bool:
        for other in others:
            fewest -= self._near(index, other)
            if fewest <= 0:
                return True
        return False

    def _joined(self, cores: dict[Cell, list[int]]) -> dict[Cell, Cell]:
        """Cells with core spots near one another hang together: each with the one that stands for all."""
        roots: dict[Cell, Cell] = {}
        for start in sorted(cores, key=lambda cell: min(cores[cell])):
            waiting = [] if start in roots else [start]
            roots.setdefault(start, start)
            for cell in waiting:  # grows while it is gone through
                for other in self._around(cell):
                    if other in cores and other not in roots and self._touch(cores[cell], cores[other]):
                        roots[other] = start
                        waiting.append(other)
        return roots

    def _touch(self, some: list[int], others: list[int]) -> bool:
        return any(self._near(one, other) for one in some for other in others)

    def _nearest_core(self, cell: Cell, index: int, cores: dict[Cell, list[int]]) -> Cell | None:
        near = [
            other
            for other in self._around(cell)
            if other in cores and any(self._near(index, core) for core in cores[other])
        ]
        return min(near, key=lambda other: min(cores[other]), default=None)

    def _around(self, cell: Cell) -> Iterator[Cell]:
        x, y, t = cell
        for dx, dy, dt in _OFFSETS:
            other = (x + dx, y + dy, t + dt)
            if other in self.cells:
                yield other

    def _near(self, one: int, other: int) -> bool:
        (ax, ay, at), (bx, by, bt) = self.spots[one], self.spots[other]
        dx, dy = ax - bx, ay - by
        return dx * dx + dy * dy <= self.metres * self.metres and abs(at - bt) <= self.seconds


_OFFSETS = tuple(product(range(-2, 3), range(-2, 3), range(-1, 2)))
