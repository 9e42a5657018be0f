"""What a stranger can read, tried with a case that has everything a stranger must not: nothing of it comes out."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from api import seeding
from api.core import clock
from api.core.database import Database
from api.core.settings import Settings
from tests.support.clients import SignedIn
from tests.support.doors import doors

pytestmark = pytest.mark.one_database

REPORTER, REPORTER_PHONE = "Vũ Thị Người Báo", "0987654321"
WORDS, NOTE = "Lời kể riêng của người báo", "Ghi chú chỉ cán bộ xem"
OFFICER, LOGIN = "Ngô Thị Cán Bộ Kín", "can.bo.kin"
SECRETS = (REPORTER, REPORTER_PHONE, NOTE, OFFICER, LOGIN)
STAFF_FIELDS = {
    "login", "phone", "password_hash", "permissions", "role", "assignee", "assignee_id", "has_contact", "reporter",
    "contact_name", "accuracy_m", "notes", "moves", "taken_at", "gps", "is_hidden", "is_public", "public_words", "by",
    "actor", "token_hash", "fingerprint", "near", "officers",
}  # fmt: skip
OTHER_MEANING = {"GET /api/outline": {"accuracy_m"}, "GET /api/catalogue": {"moves"}}  # of a line, of the workflow
ITS_OWN = {"GET /api/openapi.json", "HEAD /api/openapi.json", "GET /metrics"}  # speak about fields, not about people


@pytest.fixture
def officer(sign_in: Callable[..., SignedIn], database: Database, settings: Settings) -> SignedIn:
    with database.session(writes=True) as session:
        seeding.seed(session, settings)
    return sign_in("officer", name=OFFICER, login=LOGIN)


@pytest.fixture
def case(client: TestClient, officer: SignedIn) -> dict[str, Any]:
    """A complaint with a contact, taken up by an officer who left a note."""
    sent = {
        "id": str(uuid4()), "words": WORDS, "reported_at": clock.now().isoformat(),
        "place": {"lat": 20.90891, "lon": 106.17931, "accuracy_m": 7, "source": "gps", "words": "Trước cổng nhà tôi"},
        "contact": {"name": REPORTER, "phone": REPORTER_PHONE, "consent": True, "consent_version": "2026-11"},
    }  # fmt: skip
    made = client.post("/api/complaints", json=sent)
    assert made.status_code == 201, made.text
    desk = f"/api/desk/complaints/{sent['id']}"
    unit_id = officer.get("/api/session").json()["account"]["unit"]["id"]
    given = {"unit_id": unit_id, "assignee_id": str(officer.account.id), "note": NOTE}
    assigned = officer.post(f"{desk}/assignment", json=given, headers={"If-Match": '"1"'})
    noted = officer.post(f"{desk}/notes", json={"id": str(uuid4()), "text": NOTE})
    assert (assigned.status_code, noted.status_code) == (200, 201), assigned.text + noted.text
    return {"id": sent["id"], "code": made.json()["code"], "token": made.json()["token"]}


def public_reads(client: TestClient, app: FastAPI, case: dict[str, Any]) -> Iterator[tuple[str, Response]]:
    for door in doors(app):
        if door.is_public and door.method == "GET" and door.name not in ITS_OWN:
            address = door.address(code=case["code"], complaint_id=case["id"])
            yield door.name, client.get(address, headers={"X-Tracking-Token": case["token"]})


def fields(thing: Any) -> set[str]:
    """Every name anywhere in a JSON document."""
    if isinstance(thing, dict):
        return set(thing).union(*map(fields, thing.values()))
    return set().union(*map(fields, thing)) if isinstance(thing, list) else set()


def test_the_case_is_there_to_be_read(
    client: TestClient, app: FastAPI, case: dict[str, Any], officer: SignedIn
) -> None:
    read = {name: answer for name, answer in public_reads(client, app, case) if answer.status_code == 200}
    for name in ("GET /api/complaints", "GET /api/complaints/{code}", "GET /api/tracking"):
        assert case["code"] in read[name].text
    desk = officer.get(f"/api/desk/complaints/{case['id']}")
    assert all(secret in desk.text for secret in (NOTE, OFFICER, WORDS))
    assert fields(desk.json()) & STAFF_FIELDS


def test_no_public_door_shows_a_secret(client: TestClient, app: FastAPI, case: dict[str, Any]) -> None:
    shown = [
        f"{name} shows {secret}"
        for name, answer in public_reads(client, app, case)
        for secret in (*SECRETS, case["id"])
        if secret in answer.text and not (name == "GET /api/tracking" and secret == case["id"])
    ]
    assert shown == []


def test_words_are_shown_to_their_author_only_until_an_officer_approves_them(
    client: TestClient, app: FastAPI, case: dict[str, Any]
) -> None:
    showing = {name for name, answer in public_reads(client, app, case) if WORDS in answer.text}
    assert showing <= {"GET /api/tracking"}


def test_no_public_door_has_a_field_of_the_staff(client: TestClient, app: FastAPI, case: dict[str, Any]) -> None:
    read = public_reads(client, app, case)
    bodies = {name: answer.json() for name, answer in read if "json" in answer.headers["content-type"]}
    having = {name: fields(body) & STAFF_FIELDS - OTHER_MEANING.get(name, set()) for name, body in bodies.items()}
    assert len(bodies) > 10
    assert {name: found for name, found in having.items() if found} == {}


def test_the_exact_place_of_the_reporter_is_not_public(client: TestClient, app: FastAPI, case: dict[str, Any]) -> None:
    for name, answer in public_reads(client, app, case):
        if name != "GET /api/tracking":
            assert "20.90891" not in answer.text and "Trước cổng nhà tôi" not in answer.text, name
