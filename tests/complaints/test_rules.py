"""The workflow table and the pure decisions about a complaint."""

import math
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.complaints import rules
from api.complaints.models import Category, Complaint, Kind, PlaceSource, Status
from api.places import rules as geography

S = Status
# Written again, by hand, from the process the commune agreed to: a changed table must be changed here too.
ALLOWED = {
    "submitted": "need_info accepted rejected merged transferred_out withdrawn",
    "need_info": "submitted accepted rejected merged withdrawn",
    "accepted": "assigned need_info rejected merged transferred_out withdrawn",
    "assigned": "assigned verifying processing resolved need_info merged transferred_out withdrawn",
    "verifying": "assigned processing resolved need_info rejected merged transferred_out withdrawn",
    "processing": "assigned resolved need_info transferred_out withdrawn",
    "resolved": "replied reopened",
    "replied": "closed reopened",
    "closed": "reopened",
    "rejected": "reopened",
    "transferred_out": "closed reopened",
    "reopened": "assigned need_info transferred_out withdrawn",
    "withdrawn": "reopened",
    "merged": "",
}
PAIRS = [(before, after) for before in Status for after in Status]
START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def case(words: str = "", place_words: str = "") -> Complaint:
    return Complaint(
        id=uuid4(), code="KS-26-0001", fingerprint="", token_hash="", kind=Kind.COMPLAINT, title="", words=words,
        place_source=PlaceSource.WORDS, place_words=place_words, reported_at=START, received_at=START,
    )  # fmt: skip


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=lambda status: str(status))
def test_a_case_moves_only_where_the_process_lets_it(before: Status, after: Status) -> None:
    if after in ALLOWED[before].split():
        rules.check_move(before, after)
    else:
        with pytest.raises(rules.MoveNotAllowed) as refusal:
            rules.check_move(before, after)
        assert refusal.value.extra["status_now"] == before
        assert {one["code"] for one in refusal.value.extra["allowed"]} == set(ALLOWED[before].split())


def test_every_state_has_a_tone_a_clock_and_a_way_in() -> None:
    for table in (rules.MOVES, rules.TONES, rules.STEPS):
        assert set(table) == set(Status)
    reachable = {S.SUBMITTED}.union(*rules.MOVES.values())
    assert reachable == set(Status)


def test_whatever_is_not_at_an_end_counts_as_open() -> None:
    assert set(Status) - rules.OPEN == {S.REPLIED, S.CLOSED, S.REJECTED, S.MERGED, S.TRANSFERRED_OUT, S.WITHDRAWN}


@pytest.mark.parametrize(
    "typed", ["KS-26-0042", "ks-26-42", "ks 26 42", "KS260042", " Ks.26.042 ", "ks–26–0042", "KS -26 - 0042"]
)
def test_a_code_is_understood_however_it_is_typed(typed: str) -> None:
    assert rules.tidy_code(typed) == "KS-26-0042"


@pytest.mark.parametrize("typed", ["", "0042", "KS-26", "KS-26-", "K-26-1", "rác ở ao", "KS-26-0042-1", "KS-٢٦-٠٠٤٢"])
def test_what_is_no_code_is_not_taken_for_one(typed: str) -> None:
    assert rules.tidy_code(typed) is None


@given(st.integers(2020, 2099), st.integers(1, 9_999_999))
def test_a_code_survives_being_tidied(year: int, number: int) -> None:
    code = rules.code_of("KS", year, number)
    assert rules.tidy_code(code) == rules.tidy_code(code.lower().replace("-", " ")) == code


def test_a_title_is_the_first_line_else_the_category_else_the_place() -> None:
    category = Category(code="dump_water", label="Rác trên sông", short_label="Rác sông", icon="waves")
    assert rules.staff_title(case("\n  Rác ở ao \nhôi", "Ao làng"), category) == "Rác ở ao"
    assert rules.staff_title(case("", "Ao làng"), category) == "Rác trên sông"
    assert rules.staff_title(case("", "Ao làng"), None) == "Ao làng"
    assert rules.staff_title(case(), None) == "Phản ánh có ảnh"


@given(st.text(max_size=400))
def test_a_title_is_short_and_never_empty(words: str) -> None:
    title = rules.staff_title(case(words), None)
    assert 0 < len(title) <= rules.LONGEST_TITLE + 1
    assert "\n" not in title


def test_a_public_title_holds_none_of_the_reporters_words() -> None:
    assert rules.public_title("Rác sông, mương", "Thôn Mẫu 3") == "Rác sông, mương, Thôn Mẫu 3"
    assert rules.public_title(None, None) == "Phản ánh về rác thải"


def test_resolving_needs_a_photo_or_a_reason() -> None:
    rules.check_evidence(1, None)
    rules.check_evidence(0, "Máy hỏng")
    for reason in (None, ""):
        with pytest.raises(rules.EvidenceMissing):
            rules.check_evidence(0, reason)


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(1, 5000), st.floats(0, 2 * math.pi))
def test_the_box_around_a_place_holds_every_point_within_the_radius(
    lat: float, lon: float, radius_m: float, bearing: float
) -> None:
    west, south, east, north = rules.box_around(lat, lon, radius_m)
    there_lat = lat + (north - lat) * math.sin(bearing)
    there_lon = lon + (east - lon) * math.cos(bearing)
    assert west <= there_lon <= east and south <= there_lat <= north
    edge = geography.distance_m(geography.Point(lat, lon), geography.Point(north, lon))
    assert edge == pytest.approx(radius_m, rel=0.001)


def test_a_box_is_read_or_refused() -> None:
    assert rules.parse_box("106.1,20.8,106.3,21.0") == (106.1, 20.8, 106.3, 21.0)
    for text in ("", "1,2,3", "1,2,3,4,5", "a,b,c,d", "3,2,1,4", "0,0,0,91", "nan,nan,nan,nan", "-inf,0,inf,1"):
        with pytest.raises(rules.BoxBroken):
            rules.parse_box(text)
