"""The doors to the clean-ups: status, shape, permission, privacy."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from api.core import clock
from api.core.database import Database
from tests.cleanups.make import not_held, words
from tests.photos import small_photo
from tests.places.make import make_hamlet

SignIn = Callable[..., TestClient]
JPEG = {"Content-Type": "image/jpeg"}
SUMMARY = {
    "id", "hamlet_id", "hamlet_name", "held_on", "slot", "organiser_id", "organiser", "outcome", "participants",
    "waste_kg", "no_event_reason", "thumb", "version",
}  # fmt: skip
STAFF_ONLY = {"channel", "made_by", "is_mine", "may_correct_until", "made_at", "received_at", "photos_missing"}
PRIVATE = ("Phạm Văn Trưởng Thôn", "Ông Tư", "Bà Năm", "made_by", "channel")


@pytest.fixture
def hamlet_id(database: Database) -> UUID:
    with database.session(writes=True) as session:
        return make_hamlet(session).id


def today(ago: int = 0) -> str:
    return (clock.day_of(clock.now()) - timedelta(days=ago)).isoformat()


def sent(hamlet_id: UUID, **more: object) -> dict[str, object]:
    return words(hamlet_id, held_on=today(), **more)


def test_a_head_checks_in_and_may_send_it_again(sign_in: SignIn, hamlet_id: UUID) -> None:
    head, check_in = sign_in("hamlet_head"), sent(hamlet_id)
    first = head.post("/api/cleanups", json=check_in)
    assert (first.status_code, first.headers["etag"], first.headers["cache-control"]) == (201, '"1"', "no-store")
    assert first.json()["photos_missing"] == check_in["photos"]
    assert first.json()["is_mine"] is True
    again = head.post("/api/cleanups", json=check_in)
    assert (again.status_code, again.json()) == (200, first.json())


def test_another_content_under_the_id_learns_nothing(sign_in: SignIn, hamlet_id: UUID) -> None:
    head, check_in = sign_in("hamlet_head"), sent(hamlet_id)
    head.post("/api/cleanups", json=check_in)
    answer = head.post("/api/cleanups", json=check_in | {"participants": 1, "forces": None})
    assert (answer.status_code, answer.json()["code"]) == (409, "cleanup_id_taken")
    assert answer.json().keys() == {"type", "title", "status", "detail", "code", "request_id"}


def test_a_second_check_in_of_the_day_is_led_to_the_first(sign_in: SignIn, hamlet_id: UUID) -> None:
    head, check_in = sign_in("hamlet_head"), sent(hamlet_id)
    head.post("/api/cleanups", json=check_in)
    answer = head.post("/api/cleanups", json=sent(hamlet_id))
    assert (answer.status_code, answer.json()["code"]) == (409, "cleanup_already_recorded")
    assert answer.json()["existing_id"] == check_in["id"]


def test_N7_what_another_person_tells_of_the_same_event_is_kept_beside_it_and_never_counted(
    sign_in: SignIn, hamlet_id: UUID
) -> None:
    head, officer, first = sign_in("hamlet_head"), sign_in("officer"), sent(hamlet_id)
    head.post("/api/cleanups", json=first)
    photo = str(uuid4())
    second = sent(hamlet_id, participants=55, forces={"youth": 10}, photos=[photo], channel="zalo")
    answers = [officer.post("/api/cleanups", json=second) for _ in range(2)]
    assert [(one.status_code, one.json()["id"]) for one in answers] == [(201, second["id"]), (200, second["id"])]
    jpeg = {"Content-Type": "image/jpeg"}
    address = f"/api/cleanups/{second['id']}"
    assert officer.put(f"{address}/photos/{photo}", content=small_photo(), headers=jpeg).status_code == 201
    assert head.put(f"{address}/photos/{photo}", content=small_photo(), headers=jpeg).status_code == 403
    kept = officer.get(address).json()
    assert (kept["id"], kept["participants"]) == (first["id"], first["participants"]), "the first one counts"
    (beside,) = kept["second_reports"]
    assert beside["changes"]["participants"] == {"before": first["participants"], "after": 55}
    assert len(officer.get(f"/api/cleanups?hamlet_id={hamlet_id}").json()["items"]) == 1
    (twice,) = officer.get("/api/cleanup-reconciliation").json()["twice"]
    assert (twice["cleanup_id"], twice["second_id"]) == (first["id"], second["id"])
    settlement, version = f"/api/cleanup-second-reports/{second['id']}/settlement", {"If-Match": '"1"'}
    assert head.post(settlement, json={"use": True}, headers=version).status_code == 403
    settled = officer.post(settlement, json={"use": True}, headers=version).json()
    assert (settled["participants"], settled["forces"]) == (55, {"youth": 10})
    assert settled["waste_kg"] == first["waste_kg"], "what the second says nothing about stays"
    assert officer.post(settlement, json={"use": True}, headers={"If-Match": '"2"'}).status_code == 404
    assert officer.get("/api/cleanup-reconciliation").json()["twice"] == []


def test_N7_a_second_report_that_says_the_contrary_takes_the_whole_place(sign_in: SignIn, hamlet_id: UUID) -> None:
    head, officer, first = sign_in("hamlet_head"), sign_in("officer"), sent(hamlet_id)
    head.post("/api/cleanups", json=first)
    rain = {name: first[name] for name in ("hamlet_id", "held_on", "slot", "made_at")}
    second = rain | {"id": str(uuid4()), "outcome": "not_held", "no_event_reason": "Mưa to", "channel": "phone"}
    assert officer.post("/api/cleanups", json=second).status_code == 201
    settlement = f"/api/cleanup-second-reports/{second['id']}/settlement"
    settled = officer.post(settlement, json={"use": True}, headers={"If-Match": '"1"'}).json()
    assert (settled["outcome"], settled["no_event_reason"], settled["participants"]) == ("not_held", "Mưa to", None)
    assert settled["waste_kg"] is None


def test_N7_a_second_report_that_is_set_aside_changes_nothing(sign_in: SignIn, hamlet_id: UUID) -> None:
    head, officer, first = sign_in("hamlet_head"), sign_in("officer"), sent(hamlet_id)
    head.post("/api/cleanups", json=first)
    second = sent(hamlet_id, participants=70, forces=None, channel="zalo")
    officer.post("/api/cleanups", json=second)
    settlement = f"/api/cleanup-second-reports/{second['id']}/settlement"
    stale = officer.post(settlement, json={"use": False}, headers={"If-Match": '"7"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    settled = officer.post(settlement, json={"use": False}, headers={"If-Match": '"1"'}).json()
    assert settled["participants"] == first["participants"]
    assert settled["second_reports"][0]["is_used"] is False


@pytest.mark.parametrize("is_same", [True, False])
def test_of_many_at_once_one_is_recorded(sign_in: SignIn, hamlet_id: UUID, is_same: bool) -> None:
    head, first = sign_in("hamlet_head"), sent(hamlet_id)
    letters = [first if is_same else sent(hamlet_id) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda letter: head.post("/api/cleanups", json=letter), letters))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == ([200] * 7 + [201] if is_same else [201] + [409] * 7)
    if not is_same:
        winner = next(answer.json()["id"] for answer in answers if answer.status_code == 201)
        assert {answer.json()["existing_id"] for answer in answers if answer.status_code == 409} == {winner}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"participants": 0}, "participants"),
        ({"participants": -1}, "participants"),
        ({"participants": 10_001}, "participants"),
        ({"waste_kg": 1e7}, "waste_kg"),
        ({"forces": {"residents": 86}}, "forces"),
        ({"forces": {"dogs": 2}}, "forces.dogs"),
        ({"photos": []}, "photos"),
        ({"held_on": "tomorrow"}, "held_on"),
        ({"held_on": 0}, "held_on"),
        ({"held_on": "2020-01-01"}, "held_on"),
        ({"outcome": "not_held"}, "no_event_reason"),
        ({"made_by": str(uuid4())}, "made_by"),
        ({"received_at": "2026-11-21T00:00:00Z"}, "received_at"),
        ({"note": "x" * 2001}, "note"),
        ({"channel": "paper"}, "channel"),
    ],
)
def test_a_bad_field_is_named(sign_in: SignIn, hamlet_id: UUID, change: dict[str, object], field: str) -> None:
    if change.get("held_on") == "tomorrow":
        change = {"held_on": today(-1)}
    answer = sign_in("hamlet_head").post("/api/cleanups", json=sent(hamlet_id) | change)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_what_the_phone_leaves_empty_may_be_null(sign_in: SignIn, hamlet_id: UUID) -> None:
    head = sign_in("hamlet_head")
    empty = {"note": None, "in_kind": None, "forces": None, "waste_kg": None, "no_event_reason": None}
    assert head.post("/api/cleanups", json=sent(hamlet_id, **empty)).status_code == 201
    answer = head.post("/api/cleanups", json=not_held(hamlet_id, held_on=today(1), participants=None, waste_kg=None))
    assert answer.status_code == 201


def test_nobody_outside_learns_who_reported_or_gave(sign_in: SignIn, client: TestClient, hamlet_id: UUID) -> None:
    head, check_in = sign_in("hamlet_head"), sent(hamlet_id, funding_vnd=500_000)
    head.post("/api/cleanups", json=check_in)
    listed = client.get("/api/cleanups")
    [item] = listed.json()["items"]
    detail = client.get(f"/api/cleanups/{check_in['id']}")
    assert item.keys() == SUMMARY
    assert not STAFF_ONLY & detail.json().keys()
    assert (detail.json()["note"], detail.json()["in_kind"], detail.json()["photos"]) == (None, None, [])
    for answer in (listed, detail):
        assert not [word for word in PRIVATE if word in json.dumps(answer.json(), ensure_ascii=False)]
    assert detail.headers["vary"].lower().startswith("cookie")
    assert listed.headers["cache-control"] == detail.headers["cache-control"] == "no-cache"


def test_staff_see_the_record_and_it_is_not_kept(sign_in: SignIn, hamlet_id: UUID) -> None:
    head, check_in = sign_in("hamlet_head"), sent(hamlet_id)
    head.post("/api/cleanups", json=check_in)
    answer = sign_in("front").get(f"/api/cleanups/{check_in['id']}")
    assert answer.json().keys() >= STAFF_ONLY
    assert (answer.json()["made_by"], answer.json()["is_mine"]) == ("Phạm Văn Trưởng Thôn", False)
    assert answer.json()["may_correct_until"] is None
    assert answer.headers["cache-control"] == "no-store"


def test_the_list_is_filtered_paged_and_kept(sign_in: SignIn, client: TestClient, hamlet_id: UUID) -> None:
    officer = sign_in("officer")
    for ago in range(3):
        officer.post("/api/cleanups", json=sent(hamlet_id) | {"held_on": today(ago)})
    answer = client.get("/api/cleanups", params={"from": today(1), "to": today(0), "hamlet_id": str(hamlet_id)})
    assert [item["held_on"] for item in answer.json()["items"]] == [today(0), today(1)]
    assert answer.json()["next"] is None
    assert client.get("/api/cleanups", headers={"If-None-Match": "x"}).status_code == 200
    etag = client.get("/api/cleanups").headers["etag"]
    assert client.get("/api/cleanups", headers={"If-None-Match": etag}).status_code == 304
    assert client.get("/api/cleanups?cursor=made-up").json()["code"] == "cursor_broken"


def test_the_maker_corrects_and_staff_read_the_history(sign_in: SignIn, client: TestClient, hamlet_id: UUID) -> None:
    head, check_in = sign_in("hamlet_head"), sent(hamlet_id)
    head.post("/api/cleanups", json=check_in)
    address = f"/api/cleanups/{check_in['id']}"
    assert head.patch(address, json={"participants": 90}).status_code == 428
    changed = head.patch(address, json={"participants": 90}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["etag"], changed.json()["participants"]) == (200, '"2"', 90)
    stale = head.patch(address, json={"participants": 91}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["participants"]) == (412, 90)
    officer = sign_in("officer")
    assert officer.patch(address, json={"participants": 1}, headers={"If-Match": '"2"'}).status_code == 403
    history = officer.get(f"{address}/history")
    assert [entry["verb"] for entry in history.json()] == ["recorded", "corrected"]
    assert history.json()[1]["changes"]["participants"] == {"before": 85, "after": 90}
    assert history.headers["cache-control"] == "no-store"
    assert client.get(f"{address}/history").status_code == 401


def test_a_photo_follows_and_may_be_sent_again(sign_in: SignIn, client: TestClient, hamlet_id: UUID) -> None:
    head, photo_id = sign_in("hamlet_head"), uuid4()
    check_in = sent(hamlet_id, photos=[str(photo_id)])
    head.post("/api/cleanups", json=check_in)
    address = f"/api/cleanups/{check_in['id']}/photos/{photo_id}"
    for status in (201, 200):
        answer = head.put(address, content=small_photo(), headers=JPEG)
        assert (answer.status_code, answer.json()["id"]) == (status, str(photo_id))
    assert head.put(address, content=small_photo(2), headers=JPEG).json()["code"] == "picture_id_taken"
    unknown = head.put(f"/api/cleanups/{check_in['id']}/photos/{uuid4()}", content=small_photo(), headers=JPEG)
    assert (unknown.status_code, unknown.json()["code"]) == (404, "cleanup_photo_not_found")
    assert client.get("/api/cleanups").json()["items"][0]["thumb"] is None  # nobody has looked yet
    assert head.get(head.get(f"/api/cleanups/{check_in['id']}").json()["thumb"]).headers["content-type"] == "image/webp"
    assert client.put(address, content=small_photo(), headers=JPEG).status_code == 401


@pytest.mark.parametrize(
    ("role", "status"),
    [("officer", 201), ("hamlet_head", 201), ("administrator", 403), ("leader", 403), ("front", 201)],
)
def test_officers_and_heads_report(sign_in: SignIn, hamlet_id: UUID, role: str, status: int) -> None:
    assert sign_in(role).post("/api/cleanups", json=sent(hamlet_id)).status_code == status


def test_a_head_of_another_hamlet_does_not(sign_in: SignIn, client: TestClient, hamlet_id: UUID) -> None:
    other = sign_in("hamlet_head", hamlet="Thôn Mẫu 1")
    assert other.post("/api/cleanups", json=sent(hamlet_id)).json()["code"] == "not_allowed"
    assert client.post("/api/cleanups", json=sent(hamlet_id)).json()["code"] == "sign_in_needed"
    assert client.get(f"/api/cleanups/{uuid4()}").json()["code"] == "cleanup_not_found"


def test_a_refused_photo_is_given_up_and_another_takes_its_place(sign_in: SignIn, hamlet_id: UUID) -> None:
    head, photo_id, other = sign_in("hamlet_head"), uuid4(), uuid4()
    check_in = sent(hamlet_id, photos=[str(photo_id)])
    head.post("/api/cleanups", json=check_in)
    photos = f"/api/cleanups/{check_in['id']}/photos"
    assert sign_in("officer").delete(f"{photos}/{photo_id}").json()["code"] == "not_allowed"
    assert [head.delete(f"{photos}/{photo_id}").status_code for _ in range(2)] == [204, 204]
    for status in (201, 200):
        answer = head.put(f"{photos}/{other}?kind=after", content=small_photo(), headers=JPEG)
        assert answer.status_code == status
    assert head.delete(f"{photos}/{other}").json()["code"] == "cleanup_photo_arrived"
    record = head.get(f"/api/cleanups/{check_in['id']}").json()
    assert (record["photos_missing"], [photo["id"] for photo in record["photos"]]) == ([], [str(other)])


def test_1_1_the_way_that_was_cleaned_is_shown_to_everybody(
    client: TestClient, sign_in: SignIn, hamlet_id: UUID
) -> None:
    head, route = sign_in("hamlet_head"), [[106.179, 20.909], [106.1801, 20.9093]]
    told = sent(hamlet_id, route=route)
    assert head.post("/api/cleanups", json=told).json()["route"] == route
    address = f"/api/cleanups/{told['id']}"
    assert client.get(address).json()["route"] == route
    assert head.patch(address, json={"route": None}, headers={"If-Match": '"1"'}).json()["route"] == []


@pytest.mark.parametrize("route", [[[20.9, 106.1, 3]], [[106.1, 200]], [[106.1, 20.9]] * 301, "walk"])
def test_1_1_a_way_that_cannot_be_is_refused_at_its_field(sign_in: SignIn, hamlet_id: UUID, route: object) -> None:
    answer = sign_in("hamlet_head").post("/api/cleanups", json=sent(hamlet_id, route=route))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"].startswith("route")
