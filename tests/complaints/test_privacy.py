"""A case that went its whole way, with secrets at every step: what strangers can read of it, word for word."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.complaints.models import Complaint
from api.core.database import Database
from tests import photos
from tests.complaints.make import contact, payload
from tests.support.clients import SignedIn
from tests.support.doors import doors

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.one_database]
EXACT = (20.908913, 106.179317)
SECRETS = {
    "the reporter's name": "Bùi Văn Kín", "the phone": "0987654321", "the phone, folded": "987654321",
    "the words": "Nhà ông hàng xóm", "the place in words": "Trước cổng nhà tôi", "the latitude": "20.908913",
    "the longitude": "106.179317", "a note": "Ghi chú kín", "a finding": "Ý kiến kín", "the officer": "Ngô Thị Kín",
    "the login": "ngo.kin", "the assignment": "Giao kín", "the check on site": "Biên bản kín",
    "no photo because": "Máy hỏng kín", "the question": "Câu hỏi kín", "the answer": "Trả lời kín",
    "the camera": "SERIAL-12345678",
}  # fmt: skip
PUBLIC_FIELDS = {
    "deadline", "extension",
    "code", "type", "category", "category_label", "status", "status_label", "tone", "title", "words", "hamlet", "place",
    "received_on", "due_on", "resolved_on", "unit_name", "reply", "resolution", "reject_reason", "stop_words", "photos",
    "timeline", "merged_into", "follower_count", "rating",
}  # fmt: skip


@pytest.fixture
def case(client: TestClient, sign_in: Callable[..., SignedIn]) -> dict[str, Any]:
    """Reported with a contact and two photos, asked, answered, given out, resolved, replied; one photo is public."""
    officer = sign_in("officer", name=SECRETS["the officer"], login=SECRETS["the login"])
    shown, kept = str(uuid4()), str(uuid4())
    place = {"lat": EXACT[0], "lon": EXACT[1], "source": "gps", "words": SECRETS["the place in words"]}
    who = contact(SECRETS["the reporter's name"], SECRETS["the phone"])
    sent = payload(words=SECRETS["the words"], place=place, contact=who, photos=[shown, kept])
    receipt = client.post("/api/complaints", json=sent).json()
    for seed, photo in enumerate((shown, kept)):
        arrived = client.put(
            f"/api/complaints/{sent['id']}/photos/{photo}", content=photos.small_photo(seed),
            headers={"Content-Type": "image/jpeg"},
        )  # fmt: skip
        assert arrived.status_code == 201
    asked = {"text": SECRETS["the question"]}
    change(officer, sent["id"], "POST", "question", asked)
    answered = {"id": str(uuid4()), "words": SECRETS["the answer"]}
    client.post("/api/tracking/answer", json=answered, headers={"X-Tracking-Token": receipt["token"]})
    unit = officer.get("/api/session").json()["account"]["unit"]["id"]
    given = {"unit_id": unit, "assignee_id": str(officer.account.id), "note": SECRETS["the assignment"]}
    change(officer, sent["id"], "POST", "assignment", given)
    change(officer, sent["id"], "POST", "verification", {"note": SECRETS["the check on site"]})
    done = {"text": "Đã dọn sạch", "no_photo_reason": SECRETS["no photo because"]}
    change(officer, sent["id"], "POST", "resolution", done)
    change(officer, sent["id"], "POST", "reply", {"text": "Xin cảm ơn"})
    change(officer, sent["id"], "PATCH", f"photos/{shown}", {"is_public": True})
    change(officer, sent["id"], "PATCH", "", {"public_words": "Rác ở mương"})
    for who_notes, text in ((officer, SECRETS["a note"]), (sign_in("front"), SECRETS["a finding"])):
        who_notes.post(f"/api/desk/complaints/{sent['id']}/notes", json={"id": str(uuid4()), "text": text})
    desk = officer.get(f"/api/desk/complaints/{sent['id']}").text
    assert all(SECRETS[name] in desk for name in ("the words", "a note", "a finding", "the answer", "the latitude"))
    return receipt | {"kept": kept, "shown": shown}


def change(officer: SignedIn, complaint_id: str, method: str, door: str, body: dict[str, Any]) -> None:
    address = f"/api/desk/complaints/{complaint_id}"
    version = officer.get(address).headers["etag"]
    answer = officer.request(method, f"{address}/{door}".rstrip("/"), json=body, headers={"If-Match": version})
    assert answer.status_code == 200, answer.text


def public_answers(app: FastAPI, client: TestClient, case: dict[str, Any]) -> Iterator[tuple[str, bytes, str]]:
    """(door, body, headers) of every door a stranger may open, and of the pictures that these answers name."""
    queue = [
        (door.name, door.address(code=case["code"], complaint_id=case["id"]))
        for door in doors(app)
        if door.is_public and door.method == "GET" and door.path != "/api/tracking"
    ]
    queue += [("the map", "/api/complaints/map?bbox=-180,-90,180,90"), ("the list", "/api/complaints?status=replied")]
    for name, address in queue:
        answer = client.get(address)
        yield name, answer.content, str(answer.headers)
        queue += [(name, found) for found in set(re.findall(r"/media/[\w-]{20,}/[a-z.]+", answer.text))]


def test_no_public_answer_holds_a_secret(app: FastAPI, client: TestClient, case: dict[str, Any]) -> None:
    secrets = SECRETS | {"the token": case["token"], "the id": case["id"], "a photo not approved": case["kept"]}
    read, found = 0, []
    for name, body, headers in public_answers(app, client, case):
        read += 1
        plain = body.decode("utf-8", "replace") + headers
        plain += json.dumps(json.loads(body), ensure_ascii=False) if is_json(body) else ""
        found += [f"{name}: {what}" for what, secret in secrets.items() if secret in plain]
    assert read > 20
    assert found == []


def is_json(body: bytes) -> bool:
    return body[:1] in (b"{", b"[")


def test_the_page_of_a_case_has_just_the_fields_the_rules_name(client: TestClient, case: dict[str, Any]) -> None:
    shown = client.get(f"/api/complaints/{case['code']}").json()
    assert set(shown) == PUBLIC_FIELDS
    assert [photo["id"] for photo in shown["photos"]] == [case["shown"]]
    assert set(shown["photos"][0]) == {"id", "kind", "large", "thumb", "width", "height", "placeholder"}
    assert {name for step in shown["timeline"] for name in step} == {"on", "status", "label", "unit_name"}
    assert shown["words"] == "Rác ở mương"
    days = [shown["received_on"], shown["due_on"], shown["resolved_on"], *(step["on"] for step in shown["timeline"])]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)


def test_the_reporters_own_page_shows_no_staff_and_no_contact(client: TestClient, case: dict[str, Any]) -> None:
    answer = client.get("/api/tracking", headers={"X-Tracking-Token": case["token"]})
    assert answer.status_code == 200
    told = {"the question", "the latitude"}  # neither is shown any more: answered, and rounded
    assert [what for what, secret in SECRETS.items() if secret in answer.text and what not in told] == []
    assert answer.json()["place"] != {"lat": EXACT[0], "lon": EXACT[1]}
    assert len(answer.json()["photos"]) == 2


def test_a_stranger_who_knows_the_ids_gets_nothing_for_them(
    client: TestClient, case: dict[str, Any], database: Database
) -> None:
    with database.session(writes=False) as session:
        fingerprint = session.get_one(Complaint, UUID(case["id"])).fingerprint
    kept = f"/media/{case['kept']}/large.jpg"
    for address in (f"/api/complaints/{case['id']}", f"/api/complaints/{fingerprint}", kept):
        assert client.get(address).status_code == 404
    assert client.get(f"/api/desk/complaints/{case['id']}").status_code == 401
