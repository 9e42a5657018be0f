"""How much speaks for two cases being the same: place, time, category, words, pictures."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from api.complaints import duplicate_rules
from api.complaints.duplicate_rules import LIKELY, Look, compare, likeness
from api.complaints.duplicate_schemas import ReasonKind
from api.places.rules import Point

HERE = Point(20.9089, 106.1793)
NOON = datetime(2026, 11, 30, 5, 0, tzinfo=UTC)
WORDS = "Rác đổ cạnh mương sau nhà văn hóa, mùi hôi."
PICTURE = "f0e1d2c3b4a59687"


def look(**more: Any) -> Look:
    known = {"point": HERE, "at": NOON, "category": "dump_water", "words": WORDS, "hashes": ()}
    return Look(**known | more)


def kinds(one: Look, other: Look) -> list[ReasonKind]:
    return [reason.kind for reason in compare(one, other)[1]]


def test_D4_the_same_heap_reported_twice_is_suggested_with_every_reason() -> None:
    score, reasons = compare(look(), look(point=Point(20.9090, 106.1793), at=NOON + timedelta(days=1)))
    assert score >= 90
    assert reasons[0].kind is ReasonKind.PLACE
    assert {reason.kind: reason.value for reason in reasons} == {
        ReasonKind.PLACE: 11, ReasonKind.TIME: 1, ReasonKind.CATEGORY: 1, ReasonKind.WORDS: 100,
    }  # fmt: skip


def test_D4_the_same_category_and_day_alone_are_not_enough() -> None:
    score, _ = compare(look(words=""), look(point=Point(20.93, 106.21), words=""))
    assert score < LIKELY


def test_D5_words_count_without_diacritics() -> None:
    assert likeness(WORDS, "rac do canh muong, sau nha van hoa; mui hoi") == 1.0
    assert likeness(WORDS, "Xe thu gom chưa tới hai ngày nay ở đầu ngõ") < 0.2
    assert likeness("Rác", "Rác") == 0.0  # one word says nothing


@pytest.mark.parametrize(
    ("other", "expected"),
    [(PICTURE, 0), ("f0e1d2c3b4a59684", 2), ("f0e1d2c3b4a596f0", 6), ("0f1e2d3c4b5a6978", 64)],
)
def test_D4_pictures_are_compared_by_the_bits_that_differ(other: str, expected: int) -> None:
    assert duplicate_rules.differing_bits(PICTURE, other) == expected


def test_D4_the_same_picture_is_enough_even_far_away() -> None:
    far = look(point=Point(20.95, 106.25), words="", category=None, hashes=[PICTURE])
    score, reasons = compare(look(words="", category=None, hashes=[PICTURE]), far)
    assert score >= LIKELY and reasons[0].kind is ReasonKind.PICTURE


def test_D4_two_dark_pictures_are_not_the_same_picture() -> None:
    assert ReasonKind.PICTURE not in kinds(look(hashes=["0" * 16]), look(hashes=["0" * 16]))


@given(
    some.floats(20.8, 21.0), some.floats(106.0, 106.3), some.integers(0, 200), some.text(max_size=60),
    some.text(max_size=60), some.lists(some.integers(0, 2**64 - 1).map(lambda n: f"{n:016x}"), max_size=3),
)  # fmt: skip
def test_D4_comparing_is_fair_both_ways_and_within_bounds(
    lat: float, lon: float, days: int, one: str, other: str, hashes: list[str]
) -> None:
    first = look(words=one, hashes=hashes)
    second = look(point=Point(lat, lon), at=NOON + timedelta(days=days), words=other, hashes=hashes[:1])
    assert compare(first, second)[0] == compare(second, first)[0]
    assert 0 <= compare(first, second)[0] <= 100
