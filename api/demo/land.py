"""Made-up hamlets: the commune's outline cut into pieces around made-up centres."""

import random
from typing import Any

Position = tuple[float, float]  # longitude, latitude


def pieces(outline: list[Position], count: int, seed: int) -> list[tuple[Position, dict[str, Any]]]:
    """`count` centres inside the outline, each with its GeoJSON polygon: what is nearer to it than to the others."""
    centres = _settle(outline, count, random.Random(seed))
    cut = [(centre, _cell(outline, centre, [other for other in centres if other != centre])) for centre in centres]
    return [
        (centre, {"type": "Polygon", "coordinates": [[[round(x, 6), round(y, 6)] for x, y in [*ring, ring[0]]]]})
        for centre, ring in cut
    ]


def _settle(outline: list[Position], count: int, dice: random.Random) -> list[Position]:
    """Random places, moved to the middle of their pieces a few times, so that the pieces come out alike."""
    west, east = min(x for x, _ in outline), max(x for x, _ in outline)
    south, north = min(y for _, y in outline), max(y for _, y in outline)
    centres: list[Position] = []
    while len(centres) < count:
        place = (dice.uniform(west, east), dice.uniform(south, north))
        if _inside(outline, place):
            centres.append(place)
    for _ in range(12):
        centres = [_middle(_cell(outline, c, [o for o in centres if o != c])) for c in centres]
    return sorted(centres)


def _cell(outline: list[Position], centre: Position, others: list[Position]) -> list[Position]:
    ring = outline
    for other in others:
        ring = _cut(ring, centre, other) or ring
    return ring


def _cut(ring: list[Position], keep: Position, drop: Position) -> list[Position]:
    """The part of the ring that is nearer to `keep` than to `drop` (Sutherland-Hodgman)."""
    a, b = drop[0] - keep[0], drop[1] - keep[1]
    limit = (drop[0] ** 2 + drop[1] ** 2 - keep[0] ** 2 - keep[1] ** 2) / 2
    kept: list[Position] = []
    for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
        h, t = a * here[0] + b * here[1] - limit, a * there[0] + b * there[1] - limit
        if h <= 0:
            kept.append(here)
        if h * t < 0:
            share = h / (h - t)
            kept.append((here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])))
    return kept


def _middle(ring: list[Position]) -> Position:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (x / (3 * area), y / (3 * area))


def _inside(ring: list[Position], place: Position) -> bool:
    x, y = place
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed
