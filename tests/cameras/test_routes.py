"""Cameras (plan 2.4b): what is signed is taken once, a person looks, a case is made or the clock erases."""

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from api.cameras import event_actions, rules
from api.cameras.bridge import sign
from api.cameras.models import CameraEvent
from api.complaints.models import Complaint
from api.core import clock
from api.core.database import Database
from api.media.models import Picture
from tests.photos import small_photo
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
CAMERA = "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c55"
EVENTS = f"/api/cameras/{CAMERA}/events"
JPEG = {"Content-Type": "image/jpeg"}


def wish(**more: object) -> dict[str, object]:
    return {
        "code": "CAM-01", "name": "Cổng chợ Mẫu", "owner": "Công an xã (mẫu)", "place_kind": "road",
        "lat": 20.9089, "lon": 106.1793, "purpose": "Phát hiện đổ rác trái quy định", "retention_days": 7,
        "source_name": "cho_mau", "place_words": "Cổng chợ", **more,
    }  # fmt: skip


@pytest.fixture
def officer(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("officer", unit="PKT")


@pytest.fixture
def key(officer: SignedIn) -> str:
    made = officer.put(f"/api/cameras/{CAMERA}", json=wish(), headers={"If-Match": '"0"'})
    assert made.status_code == 200, made.text
    found = officer.post(f"/api/cameras/{CAMERA}/key", headers={"If-Match": '"1"'}).json()
    key: str = found["key"]
    return key


def thing(reference: str, *, ago: float = 60, end: float | None = None, **more: object) -> dict[str, object]:
    start = clock.now().timestamp() - ago
    return {"id": reference, "camera": "cho_mau", "start_time": start, "end_time": end and start + end, **more}


def tell(client: TestClient, key: str, message: dict[str, Any], *, now: datetime | None = None) -> Any:
    body = orjson.dumps(message)
    headers = sign(key, "POST", EVENTS, body, now=now or clock.now()) | {"Content-Type": "application/json"}
    return client.post(EVENTS, content=body, headers=headers)


def show(client: TestClient, key: str, reference: str, *, data: bytes | None = None, query: str = "") -> Any:
    target, body = f"{EVENTS}/{reference}/photos/picture{query}", data or small_photo()
    return client.put(target, content=body, headers=sign(key, "PUT", target, body, now=clock.now()) | JPEG)


def queue(officer: SignedIn, state: str = "waiting") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = officer.get(f"/api/camera-events?state={state}").json()["items"]
    return found


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=lambda order: "".join(map(str, order)))
@pytest.mark.one_database
def test_2_4b_new_update_end_and_picture_may_come_in_any_order(
    client: TestClient, officer: SignedIn, key: str, order: tuple[int, ...]
) -> None:
    start = clock.now() - timedelta(seconds=60)
    base = {"id": "5.1-a", "camera": "cho_mau", "start_time": start.timestamp(), "label": "person"}
    taken = start.strftime("%Y-%m-%dT%H:%M:%SZ")
    sent = [
        lambda: tell(client, key, {"type": "new", "before": {}, "after": {**base, "end_time": None}}),
        lambda: tell(client, key, {"type": "update", "after": {**base, "entered_zones": ["bai"], "top_score": 0.8}}),
        lambda: tell(client, key, {"type": "end", "after": {**base, "end_time": start.timestamp() + 9}}),
        lambda: show(client, key, "5.1-a", query=f"?taken_at={taken}"),
    ]
    for at in order:
        answer = sent[at]()
        assert answer.status_code == 200, answer.text
    event = queue(officer)[0]
    assert (event["labels"], event["zones"], event["score"]) == (["person"], ["bai"], 0.8)
    assert event["picture_count"] == 1
    assert event["ended_at"] is not None
    assert len(queue(officer)) == 1


def test_2_4b_a_replayed_or_altered_or_old_message_is_refused(
    client: TestClient, officer: SignedIn, key: str, seeded: Database
) -> None:
    body = orjson.dumps({"type": "new", "after": thing("1.1-a", label="person")})
    headers = sign(key, "POST", EVENTS, body, now=clock.now()) | {"Content-Type": "application/json"}
    assert client.post(EVENTS, content=body, headers=headers).json()["state"] == "waiting"
    assert_problem(client.post(EVENTS, content=body, headers=headers), 409, "camera_message_replayed")
    assert_problem(client.post(EVENTS, content=body + b" ", headers=headers), 401, "camera_signature_wrong")
    message = {"type": "new", "after": thing("1.2-a", label="person")}
    late = tell(client, key, message, now=clock.now() - timedelta(minutes=6))
    assert_problem(late, 401, "camera_signature_wrong")
    assert_problem(tell(client, "cd" * 32, message), 401, "camera_signature_wrong")
    wrong = small_photo() + b"\0"
    target = f"{EVENTS}/1.1-a/photos/picture"
    other = sign(key, "PUT", target, b"another body", now=clock.now()) | JPEG
    assert_problem(client.put(target, content=wrong, headers=other), 401, "camera_signature_wrong")
    with seeded.session(writes=False) as session:
        assert [one.reference for one in session.exec(select(CameraEvent))] == ["1.1-a"]


def test_2_4b_a_new_key_ends_the_old_one_and_a_resting_camera_is_not_heard(
    client: TestClient, officer: SignedIn, key: str
) -> None:
    officer.post(f"/api/cameras/{CAMERA}/key", headers={"If-Match": '"2"'})
    message = {"type": "new", "after": thing("1.1-a", label="person")}
    assert_problem(tell(client, key, message), 401, "camera_signature_wrong")
    newest = officer.post(f"/api/cameras/{CAMERA}/key", headers={"If-Match": '"3"'}).json()["key"]
    assert tell(client, newest, message).status_code == 200
    officer.put(f"/api/cameras/{CAMERA}", json=wish(is_active=False), headers={"If-Match": '"4"'})
    assert_problem(tell(client, newest, message), 401, "camera_signature_wrong")


def test_2_4b_messages_of_a_wrong_time_camera_or_shape_are_refused_with_a_reason(
    client: TestClient, officer: SignedIn, key: str
) -> None:
    day = 86_400
    assert_problem(tell(client, key, {"after": thing("1.1-a", ago=8 * day, label="x")}), 422, "camera_event_too_old")
    assert_problem(tell(client, key, {"after": thing("1.1-a", ago=-day, label="x")}), 422, "camera_event_in_future")
    other = {"after": thing("1.1-a", label="x") | {"camera": "other"}}
    assert_problem(tell(client, key, other), 422, "camera_of_another")
    assert_problem(tell(client, key, {"type": "new"}), 422, "invalid")
    assert_problem(show(client, key, "unknown"), 404, "camera_event_not_found")
    ignored = tell(client, key, {"after": thing("1.9-a", label="x", false_positive=True)})
    assert ignored.json()["state"] == "ignored"
    assert queue(officer) == []


def test_2_4b_a_review_and_its_events_are_one_thing_to_look_at(client: TestClient, officer: SignedIn, key: str) -> None:
    tell(client, key, {"type": "end", "after": thing("1.1-a", end=5, label="person")})
    grouped = {"detections": ["1.1-a", "1.2-b"], "objects": ["truck"]}
    tell(client, key, {"type": "new", "after": thing("1.0-r", severity="alert", data=grouped)})
    tell(client, key, {"type": "end", "after": thing("1.2-b", end=5, label="bag")})
    show(client, key, "1.2-b")
    (event,) = queue(officer)
    assert (event["labels"], event["is_alert"], event["picture_count"]) == (["bag", "person", "truck"], True, 1)
    officer.post("/api/camera-events/dismissals", json={"ids": [event["id"]], "reason": "not_waste"})
    assert queue(officer) == []
    assert len(queue(officer, "dismissed")) == 1


def test_2_4b_a_look_is_written_down_and_a_dismissal_can_be_taken_back(
    client: TestClient, officer: SignedIn, key: str
) -> None:
    tell(client, key, {"reference": "plain-1", "taken_at": clock.now().isoformat(), "words": "Có người đổ rác"})
    show(client, key, "plain-1")
    event = queue(officer)[0]
    assert "large" not in str(event)
    seen = officer.post(f"/api/camera-events/{event['id']}/looks").json()
    assert seen["pictures"][0]["photo"]["large"].startswith("/media/")
    assert [look["what"] for look in seen["looks"]] == ["camera_event_looked", "camera_picture_received"]
    body = {"ids": [event["id"]], "reason": "unclear"}
    assert officer.post("/api/camera-events/dismissals", json=body).json()["waiting"] == 0
    assert_problem(officer.post("/api/camera-events/dismissals", json=body), 409, "camera_event_decided")
    assert officer.delete(f"/api/camera-events/{event['id']}/dismissal").json()["waiting"] == 1
    log = officer.get(f"/api/cameras/{CAMERA}/log").json()["items"]
    assert [one["what"] for one in log[:2]] == ["camera_event_taken_back", "camera_event_dismissed"]


def test_P1_2_4b_a_case_carries_the_picture_and_the_way_it_came(
    client: TestClient, officer: SignedIn, key: str, seeded: Database
) -> None:
    tell(client, key, {"type": "end", "after": thing("1.1-a", end=5, label="person")})
    show(client, key, "1.1-a")
    event = queue(officer)[0]
    order = {"id": str(uuid4()), "category": "dump_water", "words": "Camera ghi cảnh đổ rác"}
    made = officer.post(f"/api/camera-events/{event['id']}/case", json=order)
    assert made.status_code == 201, made.text
    assert officer.post(f"/api/camera-events/{event['id']}/case", json=order).status_code == 200
    detail = officer.get(f"/api/desk/complaints/{order['id']}").json()
    assert (detail["channel"], len(detail["photos"]), detail["photos"][0]["is_public"]) == ("camera", 1, False)
    chain = officer.get(f"/api/camera-evidence/{order['id']}").json()["items"][0]
    assert len(chain["pictures"][0]["sha256"]) == 64
    assert chain["looks"][0]["what"] == "camera_case_made"
    assert client.get(f"/api/complaints/{made.json()['code']}").json()["photos"] == []
    other = officer.post(f"/api/camera-events/{event['id']}/case", json=order | {"id": str(uuid4())})
    assert_problem(other, 409, "camera_event_decided")
    with seeded.session(writes=True) as session:
        later = clock.now() + timedelta(days=30)
        assert event_actions.erase_due(session, now=later) == 0
        assert session.get_one(Complaint, chain_id(order)).photo_count == 1


def chain_id(order: dict[str, str]) -> Any:
    return Complaint.__table__.c.id.type.python_type(order["id"])  # type: ignore[attr-defined]


def test_2_4b_what_nobody_made_a_case_of_is_erased_in_time_with_its_picture(
    client: TestClient, officer: SignedIn, key: str, seeded: Database
) -> None:
    for reference in ("1.1-a", "1.2-b"):
        tell(client, key, {"type": "end", "after": thing(reference, end=5, label="person")})
        show(client, key, reference)
    first = queue(officer)[0]
    officer.post("/api/camera-events/dismissals", json={"ids": [first["id"]], "reason": "not_waste"})
    now = clock.now()
    with seeded.session(writes=True) as session:
        assert event_actions.erase_due(session, now=now + timedelta(days=6)) == 0
        assert event_actions.erase_due(session, now=now + timedelta(days=7, minutes=2)) == 2
        assert session.exec(select(Picture)).all() == []
        assert session.exec(select(CameraEvent)).all() == []
    assert officer.get(f"/api/cameras/{CAMERA}/log").json()["items"][0]["what"] == "camera_events_erased"


def test_2_4b_everybody_is_told_of_cameras_and_of_nothing_they_saw(
    client: TestClient, officer: SignedIn, key: str
) -> None:
    tell(client, key, {"type": "end", "after": thing("1.1-a", end=5, label="person")})
    (notice,) = client.get("/api/camera-notices").json()["items"]
    assert set(notice) == {
        "code", "name", "owner", "hamlet_name", "place_words", "purpose", "retention_days", "notice_on",
    }  # fmt: skip
    hidden = officer.put(f"/api/cameras/{CAMERA}", json=wish(is_public=False), headers={"If-Match": '"2"'})
    assert hidden.status_code == 200
    assert client.get("/api/camera-notices").json()["items"] == []


def test_2_4b_the_register_keeps_codes_apart_and_versions(officer: SignedIn, key: str) -> None:
    twin = officer.put(f"/api/cameras/{uuid4()}", json=wish(code="cam-01"), headers={"If-Match": '"0"'})
    assert_problem(twin, 409, "camera_code_taken")
    stale = officer.put(f"/api/cameras/{CAMERA}", json=wish(), headers={"If-Match": '"1"'})
    assert_problem(stale, 412, "stale")
    nowhere = wish(place_words="", lat=None, lon=None)
    answer = officer.put(f"/api/cameras/{CAMERA}", json=nowhere, headers={"If-Match": '"2"'})
    assert_problem(answer, 422, "invalid")
    sign_photo = officer.put(f"/api/cameras/{CAMERA}/photos/{uuid4()}", content=small_photo(), headers=JPEG).json()
    assert sign_photo["items"][0]["notice_photo"]["large"].startswith("/media/")


def test_2_4b_a_key_is_not_stored(officer: SignedIn, key: str, seeded: Database) -> None:
    assert rules.key_of(b"another secret", uuid4(), 1) != key
    assert key not in str(officer.get("/api/cameras").json())
