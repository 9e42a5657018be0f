"""Whether two cases tell of the same thing: points for place, time, category, words and pictures."""

from collections.abc import Collection
from datetime import datetime
from itertools import pairwise, product
from typing import NamedTuple

from api.complaints.duplicate_schemas import Reason, ReasonKind
from api.core.text import fold
from api.places.rules import Point, distance_m

LIKELY = 40  # points from which on a case is suggested
REACH_M = 300
REACH_DAYS = 60
# The most points each kind of evidence gives; together more than 100 is 100.
PLACE, TIME, CATEGORY, WORDS, PICTURE = 40, 15, 15, 30, 60
SAME_PICTURE_BITS, LIKE_PICTURE_BITS = 2, 10  # of 64; recompressed photos differ by 2 at most, others by 20 and more
FEWEST_WORDS = 3
FEWEST_EDGES = 4


class Look(NamedTuple):
    """A case as far as it can be compared. `hashes`: the 64-bit dHash of its pictures in hexadecimal."""

    point: Point | None
    at: datetime
    category: str | None
    words: str
    hashes: Collection[str]


def compare(one: Look, other: Look) -> tuple[int, list[Reason]]:
    """(score 0 to 100, what speaks for it, the strongest first)."""
    found = [_place(one, other), _time(one, other), _category(one, other), _words(one, other), _picture(one, other)]
    told = sorted(((points, reason) for points, reason in found if points > 0), key=lambda pair: -pair[0])
    return min(100, sum(points for points, _ in told)), [reason for _, reason in told]


def _place(one: Look, other: Look) -> tuple[int, Reason]:
    metres = distance_m(one.point, other.point) if one.point and other.point else REACH_M
    return round(PLACE * max(0.0, 1 - metres / REACH_M)), Reason(kind=ReasonKind.PLACE, value=round(metres))


def _time(one: Look, other: Look) -> tuple[int, Reason]:
    days = abs((one.at - other.at).total_seconds()) / 86_400
    return round(TIME * max(0.0, 1 - days / REACH_DAYS)), Reason(kind=ReasonKind.TIME, value=int(days))


def _category(one: Look, other: Look) -> tuple[int, Reason]:
    is_same = one.category is not None and one.category == other.category
    return CATEGORY if is_same else 0, Reason(kind=ReasonKind.CATEGORY, value=int(is_same))


def _words(one: Look, other: Look) -> tuple[int, Reason]:
    share = likeness(one.words, other.words)
    return round(WORDS * share), Reason(kind=ReasonKind.WORDS, value=round(100 * share))


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the two texts' words and pairs of words, without diacritics; 0 for a word or two."""
    mine, theirs = _pieces(one), _pieces(other)
    if min(len(mine), len(theirs)) < 2 * FEWEST_WORDS - 1:
        return 0.0
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


def _pieces(text: str) -> set[str]:
    """Single words are the same by chance; two in a row (most Vietnamese words) hardly ever."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(text)).split()
    return {*words, *(f"{first} {second}" for first, second in pairwise(words))}


def _picture(one: Look, other: Look) -> tuple[int, Reason]:
    pairs = product(filter(says_something, one.hashes), filter(says_something, other.hashes))
    bits = min((differing_bits(*pair) for pair in pairs), default=64)
    points = PICTURE if bits <= SAME_PICTURE_BITS else PICTURE // 2 if bits <= LIKE_PICTURE_BITS else 0
    return points, Reason(kind=ReasonKind.PICTURE, value=bits)


def differing_bits(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def says_something(dhash: str) -> bool:
    """A wall, the night or a covered lens have nearly no edges: such pictures are all alike."""
    return FEWEST_EDGES <= int(dhash, 16).bit_count() <= 64 - FEWEST_EDGES
