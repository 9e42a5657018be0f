"""Verified attendance (N5) and photos that deserve a second look (N7)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.cleanups import attendance_rules as rules
from api.cleanups.attendance_rules import Present
from api.core import clock
from api.core.database import Database
from api.places.models import Hamlet
from tests.cleanups.make import words
from tests.photos import phone_photo, small_photo
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
SECRET = "0f" * 20
NOW = datetime(2026, 11, 28, 0, 42, tzinfo=UTC)
JPEG = {"Content-Type": "image/jpeg"}


@pytest.fixture
def hamlet_id(database: Database) -> UUID:
    with database.session(writes=True) as session:
        return make_hamlet(session).id


def today(ago: int = 0) -> str:
    return (clock.day_of(clock.now()) - timedelta(days=ago)).isoformat()


def roll(hamlet_id: UUID, **more: object) -> dict[str, object]:
    return {
        "id": str(uuid4()), "hamlet_id": str(hamlet_id), "held_on": today(), "slot": "morning", "secret": SECRET,
        "opened_at": clock.now().isoformat(), **more,
    }  # fmt: skip


def presence(hamlet_id: UUID, people: int = 3, **more: object) -> dict[str, object]:
    at = clock.now()
    return {
        "id": str(uuid4()), "hamlet_id": str(hamlet_id), "code": rules.code_at(SECRET, at), "people": people,
        "device": uuid4().hex, "checked_at": at.isoformat(), **more,
    }  # fmt: skip


def reconciled(officer: SignedIn) -> dict[str, Any]:
    found: dict[str, Any] = officer.get("/api/cleanup-reconciliation").json()
    return found


def test_N5_a_code_lives_for_minutes_and_is_six_digits() -> None:
    code = rules.code_at(SECRET, NOW)
    assert len(code) == 6
    assert rules.fits(SECRET, code, NOW + timedelta(minutes=9))
    assert not rules.fits(SECRET, code, NOW + timedelta(minutes=16))
    assert not rules.fits("1f" * 20, code, NOW)
    assert rules.code_at(SECRET, NOW) != rules.code_at(SECRET, NOW + timedelta(minutes=5))


PRESENT = st.builds(
    Present, id=st.uuids(), device=st.sampled_from("abcde"), code=st.just(rules.code_at(SECRET, NOW)),
    people=st.integers(1, 30), checked_at=st.integers(0, 240).map(lambda seconds: NOW + timedelta(seconds=seconds)),
)  # fmt: skip


@given(st.lists(PRESENT, max_size=12), st.integers(1, 3))
def test_N5_no_phone_counts_twice_however_often_it_tells_and_by_however_many_rolls(
    told: list[Present], twins: int
) -> None:
    once = rules.tally([SECRET], told)
    again = rules.tally([SECRET] * twins, [*told, *told])
    assert (once.people, once.phones) == (again.people, again.phones)
    assert once.phones == len({one.device for one in told})
    assert once.people <= 30 * once.phones


@pytest.mark.parametrize("roll_first", [True, False])
def test_N5_presences_count_whichever_phone_reached_the_network_first(
    sign_in: SignIn, client: TestClient, hamlet_id: UUID, roll_first: bool
) -> None:
    head, opened = sign_in("hamlet_head"), roll(hamlet_id)
    letters = [presence(hamlet_id, 3), presence(hamlet_id, 2), presence(hamlet_id, 4, code="000000")]
    if letters[0]["code"] == "000000":
        pytest.skip("one code in a million")
    sent = [lambda: head.post("/api/attendance-rolls", json=opened)]
    told = [lambda letter=letter: client.post("/api/attendances", json=letter) for letter in letters]
    for send in sent + told if roll_first else told + sent:
        assert send().status_code == 201
    assert head.get(f"/api/attendance-rolls/{opened['id']}").json() | {} == {
        "id": opened["id"], "hamlet_id": str(hamlet_id), "hamlet_name": "Thôn Mẫu 3", "held_on": today(),
        "slot": "morning", "people": 5, "phones": 2,
    }  # fmt: skip
    again = client.post("/api/attendances", json=letters[0])
    assert (again.status_code, again.json()["is_counted"]) == (200, True)
    assert head.post("/api/attendance-rolls", json=opened).status_code == 200


def test_N5_the_heads_count_and_the_phones_stand_side_by_side_and_are_never_added(
    sign_in: SignIn, client: TestClient, hamlet_id: UUID
) -> None:
    head, officer = sign_in("hamlet_head"), sign_in("officer")
    head.post("/api/attendance-rolls", json=roll(hamlet_id))
    for people in (6, 5):
        client.post("/api/attendances", json=presence(hamlet_id, people))
    assert reconciled(officer)["events"][0]["cleanup_id"] is None
    check_in = words(hamlet_id, held_on=today())
    head.post("/api/cleanups", json=check_in)
    (event,) = reconciled(officer)["events"]
    assert (event["head_count"], event["checked"], event["phones"], event["differs"]) == (85, 11, 2, True)
    assert client.get(f"/api/cleanups/{check_in['id']}").json()["participants"] == 85
    assert_problem(head.get("/api/cleanup-reconciliation"), 403, "not_allowed")


def test_N5_nobody_learns_who_came(sign_in: SignIn, client: TestClient, hamlet_id: UUID) -> None:
    head = sign_in("hamlet_head")
    opened, there = roll(hamlet_id), presence(hamlet_id)
    head.post("/api/attendance-rolls", json=opened)
    answer = client.post("/api/attendances", json=there)
    for text in (answer.text, head.get(f"/api/attendance-rolls/{opened['id']}").text, client.get("/api/cleanups").text):
        assert SECRET not in text
        assert str(there["device"]) not in text


def test_N5_wrong_presences_are_refused_with_a_reason(client: TestClient, hamlet_id: UUID) -> None:
    for wrong in ({"code": "12345"}, {"people": 0}, {"people": 31}, {"device": "me"}, {"name": "Tư"}):
        assert_problem(client.post("/api/attendances", json=presence(hamlet_id) | wrong), 422, "invalid")
    old = presence(hamlet_id, checked_at=(clock.now() - timedelta(days=90)).isoformat())
    assert_problem(client.post("/api/attendances", json=old), 422, "cleanup_day_too_old")
    first = presence(hamlet_id)
    client.post("/api/attendances", json=first)
    assert_problem(client.post("/api/attendances", json=first | {"people": 9}), 409, "attendance_id_taken")


def test_N7_a_photo_of_an_earlier_week_is_flagged_and_never_refused(
    sign_in: SignIn, client: TestClient, hamlet_id: UUID
) -> None:
    officer = sign_in("officer")
    letters = [words(hamlet_id, held_on=today(ago), channel="zalo") for ago in (8, 1)]
    for letter in letters:
        officer.post("/api/cleanups", json=letter)
        address = f"/api/cleanups/{letter['id']}/photos/{letter['photos'][0]}"  # type: ignore[index]
        assert officer.put(address, content=small_photo(), headers=JPEG).status_code == 201
    (flag,) = reconciled(officer)["flags"]
    assert (flag["kind"], flag["cleanup_id"], flag["other_id"]) == ("reused", letters[1]["id"], letters[0]["id"])
    assert "flag" not in client.get(f"/api/cleanups/{letters[1]['id']}").text
    done = officer.post(f"/api/cleanup-flags/{flag['id']}/dismissal", json={"reason": "Ảnh cũ gửi nhầm, đã nhắc"})
    assert done.json()["flags"] == []
    again = officer.post(f"/api/cleanup-flags/{flag['id']}/dismissal", json={"reason": "x"})
    assert_problem(again, 404, "cleanup_flag_not_found")


def test_N7_a_photo_taken_far_away_is_flagged(sign_in: SignIn, database: Database, hamlet_id: UUID) -> None:

    with database.session(writes=True) as session:
        hamlet = session.get_one(Hamlet, hamlet_id)
        hamlet.latitude, hamlet.longitude = 20.80, 106.10  # the photos of the tests are taken at 20.9089, 106.1793
        session.add(hamlet)
    officer = sign_in("officer")
    letter = words(hamlet_id, held_on=today(), channel="zalo")
    officer.post("/api/cleanups", json=letter)
    address = f"/api/cleanups/{letter['id']}/photos/{letter['photos'][0]}"  # type: ignore[index]

    officer.put(address, content=phone_photo(), headers=JPEG)
    (flag,) = reconciled(officer)["flags"]
    assert flag["kind"] == "far"
    assert flag["distance_m"] > 10_000
