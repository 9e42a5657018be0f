"""Staff take down what they are told: by telephone, Zalo, on paper, in person, by the hamlet head."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.complaints.models import Complaint, Priority, ReporterContact
from api.core.database import Database
from tests.complaints.make import contact, payload, put_photo, send, track, verbs
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn
from tests.support.doors import doors

pytestmark = pytest.mark.usefixtures("seeded")
SignIn = Callable[..., SignedIn]
DOOR = "/api/desk/complaints"


def told(**more: Any) -> dict[str, Any]:
    """What a caller told, as the desk's form sends it."""
    place = {"source": "words", "words": "Sau nhà văn hóa Thôn Mẫu 3"}
    return payload(place=place) | {"channel": "phone", "external_ref": None, "priority": None} | more


def case_of(session: Session, receipt: dict[str, Any]) -> Complaint:
    return session.get_one(Complaint, UUID(receipt["id"]))


def test_A5_an_officer_takes_down_a_call_and_reads_out_the_code(sign_in: SignIn, database: Database) -> None:
    officer = sign_in("officer", name="Phạm Thị Trực")
    body = told(contact=contact(), external_ref="1022-26-004512", priority="urgent", type="difficulty")
    answer = officer.post(DOOR, json=body)
    assert answer.status_code == 201, answer.text
    receipt = answer.json()
    assert receipt["url"].endswith(f"/theo-doi#{receipt['token']}") and receipt["qr_svg"].startswith("<svg")
    assert track(officer, receipt["token"]).json()["type"] == "difficulty"
    with database.session(writes=False) as session:
        case = case_of(session, receipt)
        assert (case.channel, case.external_ref, case.priority) == ("phone", "1022-26-004512", Priority.URGENT)
        assert case.due_at is not None and case.answer_due_at is not None
        kept = session.get_one(ReporterContact, case.id)
        assert kept.noted_by_id == officer.account.id and kept.phone_key
        assert "submitted" in verbs(session, case.id)
    desk = officer.get(f"{DOOR}/{receipt['id']}").json()
    assert (desk["channel_label"], desk["intake"]["external_ref"]) == ("Điện thoại", "1022-26-004512")
    assert desk["timeline"][0]["by"] == "Phạm Thị Trực"


def test_A5_the_same_call_sent_again_is_one_case_with_one_receipt(sign_in: SignIn) -> None:
    officer, body = sign_in("officer"), told(contact=contact(), priority="urgent")
    first, again = officer.post(DOOR, json=body), officer.post(DOOR, json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert {**first.json(), "due_at": None} == {**again.json(), "due_at": None}
    assert_problem(officer.post(DOOR, json=body | {"channel": "zalo"}), 409, "complaint_id_taken")


def test_A5_photos_of_a_call_follow_as_a_residents_do(sign_in: SignIn) -> None:
    officer, photo = sign_in("officer"), str(uuid4())
    receipt = officer.post(DOOR, json=told(photos=[photo])).json()
    assert receipt["photos_missing"] == [photo]
    assert put_photo(officer, receipt["id"], photo).status_code == 201


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"channel": "pigeon"}, "channel_unknown"),
        ({"type": "denunciation"}, "payload_invalid"),
        ({"external_ref": "x" * 61}, "payload_invalid"),
        ({"priority": "at once"}, "payload_invalid"),
        ({"contact": contact() | {"consent": False}}, "payload_invalid"),
        ({"status": "closed"}, "payload_invalid"),
    ],
)
def test_A5_what_does_not_fit_is_refused_with_words(sign_in: SignIn, wrong: dict[str, Any], code: str) -> None:
    answer = sign_in("officer").post(DOOR, json=told(**wrong))
    assert_problem(answer, 422)
    assert answer.json()["code"] == code or code == "payload_invalid"


def test_A5_only_the_hotline_and_hamlet_heads_take_reports_down(sign_in: SignIn, client: TestClient) -> None:
    for stranger in (sign_in("officer", unit="TTDV"), sign_in("leader"), sign_in("front"), sign_in("administrator")):
        assert_problem(stranger.post(DOOR, json=told()), 403, "not_allowed")
    assert_problem(client.post(DOOR, json=told()), 401, "sign_in_needed")


def test_A5_a_hamlet_head_enters_for_the_own_hamlet_only(sign_in: SignIn) -> None:
    head = sign_in("hamlet_head", hamlet="Thôn Mẫu 3")
    other = sign_in("hamlet_head", hamlet="Thôn Mẫu 4").account.hamlet_id
    own = {"hamlet_id": str(head.account.hamlet_id), "source": "hamlet"}
    taken = head.post(DOOR, json=told(channel="hamlet_head", place=own))
    assert taken.status_code == 201, taken.text
    assert head.get(f"{DOOR}/{taken.json()['id']}").json()["channel"] == "hamlet_head"
    assert_problem(head.post(DOOR, json=told(channel="phone", place=own)), 422, "channel_unknown")
    elsewhere = {"hamlet_id": str(other), "source": "hamlet"}
    assert_problem(head.post(DOOR, json=told(channel="hamlet_head", place=elsewhere)), 422, "hamlet_elsewhere")


def test_A5_residents_send_difficulties_and_proposals_too_but_never_a_legal_type(client: TestClient) -> None:
    for kind in ("difficulty", "proposal"):
        assert track(client, send(client, type=kind, category=kind)["token"]).json()["type"] == kind
    assert_problem(client.post("/api/complaints", json=payload(type="complaint_legal")), 422)
    assert_problem(client.post("/api/complaints", json=payload(channel="phone")), 422)


@pytest.mark.one_database
def test_A5_no_door_that_shows_cases_tells_who_reported(app: FastAPI, client: TestClient, sign_in: SignIn) -> None:
    officer = sign_in("officer")
    who = contact("Đặng Thị Giữ Kín", "0977665544")
    hamlet_id = str(sign_in("hamlet_head", hamlet="Thôn Mẫu 3").account.hamlet_id)
    place = {"hamlet_id": hamlet_id, "source": "hamlet"}
    receipt = officer.post(DOOR, json=told(contact=who, place=place)).json()
    people: list[TestClient] = [client, officer, sign_in("officer", unit="TTDV"), sign_in("administrator")]
    people += [sign_in("hamlet_head", hamlet="Thôn Mẫu 3"), sign_in("leader"), sign_in("front")]
    known = {"complaint_id": receipt["id"], "code": receipt["code"]}
    lists = ["/api/desk/complaints?queue=all", "/api/desk/complaints?queue=all&q=0977665544"]
    addresses = lists + [
        door.address(**known) for door in doors(app) if door.method == "GET" and "/events" not in door.path
    ]
    found = [address for person in people for address in addresses if names(person.get(address).text)]
    assert len(addresses) > 40
    assert found == []
    seen = officer.post(f"{DOOR}/{receipt['id']}/contact-views")
    assert names(seen.text)
    assert "contact_viewed" in [step["verb"] for step in officer.get(f"{DOOR}/{receipt['id']}").json()["timeline"]]


def names(text: str) -> bool:
    return "Giữ Kín" in text or "0977665544" in text or "977665544" in text
