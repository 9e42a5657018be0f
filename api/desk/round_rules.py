"""The order of a field round: nearest neighbour first, then 2-opt until no two legs are better the other way round."""

from collections.abc import Sequence
from itertools import pairwise

from api.places.rules import Point, distance_m

MOST_TURNS = 60


def route(start: Point, stops: Sequence[Point]) -> list[int]:
    """In which order to visit the stops, from `start` and not back: indices into `stops`."""
    points = [start, *stops]
    far = [[distance_m(a, b) for b in points] for a in points]
    order, left = [0], set(range(1, len(points)))
    while left:
        order.append(min(left, key=lambda one: (far[order[-1]][one], one)))
        left.remove(order[-1])
    return [one - 1 for one in _two_opt(order, far)[1:]]


def _two_opt(order: list[int], far: list[list[float]]) -> list[int]:
    """Turn pieces of the way round while that shortens it. The start stays first; the end is open."""
    for _ in range(MOST_TURNS):
        better = False
        for i in range(1, len(order) - 1):
            for j in range(i + 1, len(order)):
                a, b, c = order[i - 1], order[i], order[j]
                d = order[j + 1] if j + 1 < len(order) else None
                now = far[a][b] + (far[c][d] if d is not None else 0)
                then = far[a][c] + (far[b][d] if d is not None else 0)
                if then < now - 1e-6:
                    order[i : j + 1] = reversed(order[i : j + 1])
                    better = True
        if not better:
            break
    return order


def length_m(start: Point, stops: Sequence[Point]) -> int:
    """Metres of the way through all stops in this order, as the crow flies."""
    points = [start, *stops]
    return round(sum(distance_m(a, b) for a, b in pairwise(points)))
