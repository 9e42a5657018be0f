"""Requests about personal data with their clocks; what is kept about a number; erasing with two pairs of eyes."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import select

from api.complaints.models import ReporterContact
from api.core.database import Database
from api.journal.models import Entry
from api.privacy.models import Erasure, SubjectRequest
from tests.complaints.make import contact, put_photo, send
from tests.support.clients import SignedIn

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.one_database]
NAME, PHONE = "Vũ Thị Người Báo", "0912345678"
WHY = {"reason": "Người dân đến trụ sở đề nghị"}


@pytest.fixture
def officer(sign_in: Callable[..., SignedIn]) -> SignedIn:
    return sign_in("officer")


def take(officer: SignedIn, **more: object) -> dict[str, Any]:
    sent = {"id": str(uuid4()), "kind": "erase", "channel": "phone", "name": NAME, "phone": PHONE, "words": "Xin xóa"}
    made = officer.post("/api/privacy/requests", json=sent | more)
    assert made.status_code == 201, made.text
    found: dict[str, Any] = made.json()
    return found


def step(officer: SignedIn, request: dict[str, Any], name: str, body: object, version: int | None = None) -> Response:
    headers = {"If-Match": f'"{version or request["version"]}"'}
    return officer.post(f"/api/privacy/requests/{request['id']}/{name}", json=body, headers=headers)


def order(officer: SignedIn) -> dict[str, Any]:
    made = officer.post("/api/privacy/erasures", json={"id": str(uuid4()), "phone": PHONE} | WHY)
    assert made.status_code == 201, made.text
    found: dict[str, Any] = made.json()
    return found


def test_J6_a_request_runs_through_the_register_with_its_terms(officer: SignedIn) -> None:
    request = take(officer, received_at="2026-11-20T02:00:00Z")
    assert request["answer_due_at"].startswith("2026-11-25T16:59") and request["due_at"].startswith("2026-12-05T16:59")
    answered = step(officer, request, "answer", {"text": "Xã đã nhận, sẽ xóa trong hạn"}).json()
    extended = step(officer, answered, "extension", {"reason": "Cần đối chiếu hồ sơ"}).json()
    assert extended["due_at"].startswith("2026-12-20T16:59")
    twice = step(officer, extended, "extension", {"reason": "Thêm nữa"})
    assert twice.json()["code"] == "request_extended_already"
    done = step(officer, extended, "outcome", {"state": "done", "text": "Đã xóa"}).json()
    assert done["state"] == "done"
    assert step(officer, done, "answer", {"text": "Lại"}).json()["code"] == "request_ended"
    assert officer.get("/api/privacy/requests").json() == [done]


def test_J6_with_processors_there_are_twenty_days(officer: SignedIn) -> None:
    request = take(officer, received_at="2026-11-20T02:00:00Z", has_processors=True)
    assert request["due_at"].startswith("2026-12-10T16:59")


def test_J6_changes_need_the_version_that_was_read(officer: SignedIn) -> None:
    request = take(officer)
    step(officer, request, "answer", {"text": "Đã trả lời"})
    stale = step(officer, request, "answer", {"text": "Khác"}, version=1)
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, 2)
    assert officer.post(f"/api/privacy/requests/{request['id']}/answer", json={"text": "x y z"}).status_code == 428


def test_J6_who_asked_is_sealed_and_seen_only_behind_a_logged_click(officer: SignedIn, database: Database) -> None:
    request = take(officer)
    assert NAME not in officer.get("/api/privacy/requests").text
    with database.session(writes=False) as session:
        stored = str(session.exec(select(SubjectRequest)).one().model_dump())
    assert not [secret for secret in (NAME, PHONE, "Xin xóa") if secret in stored]
    seen = officer.post(f"/api/privacy/requests/{request['id']}/identity-views").json()
    assert seen == {"name": NAME, "phone": PHONE, "words": "Xin xóa"}
    with database.session(writes=False) as session:
        assert "identity_viewed" in session.exec(select(Entry.verb)).all()


def test_J6_terms_and_rules_are_data_with_a_source(officer: SignedIn) -> None:
    [answer, *_] = officer.get("/api/privacy/terms").json()
    assert (answer["amount"], answer["span"]) == (2, "working_days") and answer["source"]
    wish = {"amount": 3, "span": "working_days", "source": "Thử"}
    assert officer.put("/api/privacy/terms/answer", json=wish).status_code == 428
    assert officer.put("/api/privacy/terms/answer", json=wish, headers={"If-Match": '"1"'}).json()["version"] == 2
    assert officer.put("/api/privacy/terms/answer", json=wish, headers={"If-Match": '"1"'}).status_code == 412
    rule = {"amount": 6, "span": "months", "source": "Thử", "is_active": False}
    changed = officer.put("/api/privacy/retention-rules/contact", json=rule, headers={"If-Match": '"1"'})
    assert (changed.json()["amount"], changed.json()["is_active"]) == (6, False)
    assert {each["code"] for each in officer.get("/api/privacy/retention-preview").json()} >= {"contact", "original"}


def test_J6_what_is_kept_about_a_number_can_be_handed_out(
    client: TestClient, officer: SignedIn, database: Database
) -> None:
    photo = str(uuid4())
    sent = send(client, contact=contact(NAME, PHONE), photos=[photo])
    put_photo(client, sent["id"], photo)
    send(client, contact=contact("Người khác", "0987654321"))
    held = officer.post("/api/privacy/subject-exports", json={"phone": "+84912345678"} | WHY)
    assert held.headers["cache-control"] == "no-store"
    [case] = held.json()["cases"]
    assert (case["code"], case["name"], case["phone"], len(case["photos"])) == (sent["code"], NAME, PHONE, 1)
    assert "Người khác" not in held.text
    with database.session(writes=False) as session:
        [entry] = session.exec(select(Entry).where(Entry.verb == "subject_exported")).all()
    assert entry.detail["cases"] == [sent["code"]] and PHONE not in str(entry.detail)


def test_J6_an_erasure_waits_for_a_second_person(
    client: TestClient, officer: SignedIn, sign_in: Callable[..., SignedIn], database: Database
) -> None:
    sent = send(client, contact=contact(NAME, PHONE))
    ordered = order(officer)
    assert (ordered["hint"], ordered["cases"], ordered["is_mine"]) == ("…678", 1, True)
    own = officer.post(f"/api/privacy/erasures/{ordered['id']}/confirmation")
    assert (own.status_code, own.json()["code"]) == (409, "second_person_needed")
    administrator = sign_in("administrator")
    assert PHONE not in administrator.get("/api/privacy/erasures").text
    done = administrator.post(f"/api/privacy/erasures/{ordered['id']}/confirmation").json()["done"]
    assert done == {"contacts": 1, "originals": 0, "cases": 0, "words_kept": [sent["code"]]}
    with database.session(writes=False) as session:
        assert session.exec(select(ReporterContact)).first() is None
        told = str([entry.detail for entry in session.exec(select(Entry)).all()])
        stored = str(session.exec(select(Erasure)).one().model_dump())
    assert PHONE not in told + stored and NAME not in told + stored
    assert officer.post("/api/privacy/subject-exports", json={"phone": PHONE} | WHY).json()["cases"] == []
    again = administrator.post(f"/api/privacy/erasures/{ordered['id']}/confirmation")
    assert again.json()["code"] == "erasure_ended"


def test_J6_an_order_can_be_taken_back(officer: SignedIn) -> None:
    ordered = order(officer)
    withdrawn = officer.post(f"/api/privacy/erasures/{ordered['id']}/withdrawal").json()
    assert withdrawn["withdrawn_at"] and withdrawn["done"] is None


def test_J6_the_administrator_sees_no_reporter_by_these_doors(sign_in: Callable[..., SignedIn]) -> None:
    administrator = sign_in("administrator")
    assert administrator.post("/api/privacy/subject-exports", json={"phone": PHONE} | WHY).status_code == 403
    assert administrator.get("/api/privacy/requests").status_code == 403
