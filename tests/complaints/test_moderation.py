"""Words with their history, flags of readers, the ban list: nothing is lost, a stranger's click hides nothing."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.complaints import moderation_rules as rules
from tests.complaints.make import contact, send, track
from tests.support.clients import SignedIn

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.one_database]
PHONE = "0912345678"


@pytest.fixture
def officer(sign_in: Callable[..., SignedIn]) -> SignedIn:
    return sign_in("officer")


def desk(officer: SignedIn, complaint_id: str) -> dict[str, Any]:
    found: dict[str, Any] = officer.get(f"/api/desk/complaints/{complaint_id}").json()
    return found


def change(officer: SignedIn, complaint_id: str, method: str, door: str, body: object) -> Response:
    version = {"If-Match": f'"{desk(officer, complaint_id)["version"]}"'}
    return officer.request(method, f"/api/desk/complaints/{complaint_id}{door}", json=body, headers=version)


def flag(client: TestClient, code: str, **more: object) -> Response:
    return client.post(f"/api/complaints/{code}/flags", json={"id": str(uuid4()), "reason": "personal"} | more)


def ban(officer: SignedIn, **more: object) -> Response:
    return officer.post("/api/desk/bans", json={"id": str(uuid4()), "reason": "Báo khống nhiều lần"} | more)


def queue(officer: SignedIn) -> dict[str, Any]:
    found: dict[str, Any] = officer.get("/api/desk/moderation").json()
    return found


def test_J3_public_words_keep_the_original_and_every_former_wording(client: TestClient, officer: SignedIn) -> None:
    sent = send(client, words="Nhà ông Tám đổ rác")
    for words in ("Nhà dân đổ rác", "Có rác ở mương", None):
        assert change(officer, sent["id"], "PATCH", "", {"public_words": words}).status_code == 200
    former = officer.get(f"/api/desk/complaints/{sent['id']}/public-wordings").json()
    assert [each["words"] for each in former] == ["Nhà dân đổ rác", "Có rác ở mương", None]
    assert {each["by"] for each in former} == {officer.account.name}
    assert desk(officer, sent["id"])["words"] == "Nhà ông Tám đổ rác"
    assert client.get(f"/api/complaints/{sent['code']}").json()["words"] is None


def test_J3_hiding_a_case_needs_a_reason_that_stays_in_its_history(client: TestClient, officer: SignedIn) -> None:
    sent = send(client)
    refused = change(officer, sent["id"], "PATCH", "", {"is_hidden": True})
    assert refused.status_code == 422 and "lý do" in refused.json()["errors"][0]["detail"]
    hidden = change(officer, sent["id"], "PATCH", "", {"is_hidden": True, "hide_reason": "Nêu tên người"})
    assert hidden.json()["timeline"][-1]["text"] == "Nêu tên người"
    assert client.get(f"/api/complaints/{sent['code']}").status_code == 404


def test_J4_a_reader_flags_a_case_and_an_officer_decides(client: TestClient, officer: SignedIn) -> None:
    sent = send(client)
    assert flag(client, sent["code"], words="Có biển số xe").status_code == 201
    assert client.get(f"/api/complaints/{sent['code']}").status_code == 200, "a flag hides nothing"
    [case] = queue(officer)["flagged"]
    assert (case["code"], case["flags"][0]["words"]) == (sent["code"], "Có biển số xe")
    decided = change(officer, sent["id"], "POST", "/flag-decision", {"outcome": "hidden", "reason": "Lộ biển số"})
    assert decided.json()["is_hidden"] and queue(officer)["flagged"] == []
    assert client.get(f"/api/complaints/{sent['code']}").status_code == 404


def test_J4_the_same_flag_sent_again_is_one_and_other_content_under_its_id_is_refused(
    client: TestClient, officer: SignedIn
) -> None:
    sent, one = send(client), str(uuid4())
    assert [flag(client, sent["code"], id=one).status_code for _ in range(2)] == [201, 201]
    assert flag(client, sent["code"], id=one, reason="child").json()["code"] == "flag_id_taken"
    assert len(queue(officer)["flagged"][0]["flags"]) == 1
    assert flag(client, "KS-26-9999").status_code == 404
    assert flag(client, sent["code"], photo_id=str(uuid4())).json()["code"] == "photo_not_found"


def test_J4_what_an_officer_kept_does_not_come_up_again(client: TestClient, officer: SignedIn) -> None:
    sent = send(client)
    flag(client, sent["code"])
    change(officer, sent["id"], "POST", "/flag-decision", {"outcome": "kept", "reason": "Không có gì riêng tư"})
    assert flag(client, sent["code"]).status_code == 201
    assert queue(officer)["flagged"] == []


def test_J4_the_button_cannot_be_abused_without_end(client: TestClient) -> None:
    sent = send(client)
    answers = [flag(client, sent["code"]).status_code for _ in range(rules.MOST_FLAGS_A_DAY + 1)]
    assert answers == [201] * rules.MOST_FLAGS_A_DAY + [429]


def test_J5_a_banned_phone_is_taken_and_waits_apart(client: TestClient, officer: SignedIn) -> None:
    made = ban(officer, kind="phone", phone="+84 912 345 678", expires_on="2099-01-01")
    assert made.status_code == 201 and made.json()["hint"] == "…678" and PHONE not in made.text
    before = officer.get("/api/desk/counts").json()
    sent = send(client, contact=contact(phone=PHONE))
    assert sent["code"] and sent["due_at"] is None
    assert officer.get("/api/desk/counts").json() == before
    for asked in ("queue=all", "queue=all&q=muong", f"queue=all&q={sent['code']}"):
        assert officer.get(f"/api/desk/complaints?{asked}").json()["items"] == []
    assert (
        client.get("/api/complaints").json()["items"]
        == []
        == client.get("/api/complaints/map?bbox=-180,-90,180,90").json()["items"]
    )
    assert client.get(f"/api/complaints/{sent['code']}").status_code == 404
    assert track(client, sent["token"]).status_code == 200, "its sender notices nothing"
    [waiting] = queue(officer)["quarantined"]
    assert (waiting["code"], waiting["why"]) == (sent["code"], "phone")


def test_J5_a_case_let_in_is_new_and_has_its_deadline_from_now_on(client: TestClient, officer: SignedIn) -> None:
    ban(officer, kind="word", word="vay tiền")
    sent = send(client, words="Cho VAY TIEN, gọi ngay")
    assert queue(officer)["quarantined"][0]["why"] == "word"
    answer = change(officer, sent["id"], "POST", "/quarantine-decision", {"decision": "let_in", "text": "Có rác thật"})
    assert answer.json()["due_at"] and not answer.json()["is_hidden"]
    assert officer.get("/api/desk/counts").json()["new"] == 1
    again = change(officer, sent["id"], "POST", "/quarantine-decision", {"decision": "refuse", "text": "Quảng cáo"})
    assert (again.status_code, again.json()["code"]) == (409, "not_quarantined")


def test_J5_a_case_refused_from_there_says_why_to_its_sender(client: TestClient, officer: SignedIn) -> None:
    ban(officer, kind="word", word="vay tiền")
    sent = send(client, words="Cho vay tiền")
    refused = {"decision": "refuse", "text": "Đây là quảng cáo"}
    assert change(officer, sent["id"], "POST", "/quarantine-decision", refused).json()["status"] == "rejected"
    assert track(client, sent["token"]).json()["stop_words"] == "Đây là quảng cáo"


def test_J5_a_sender_is_banned_by_a_case_without_anybody_seeing_the_number(
    client: TestClient, officer: SignedIn
) -> None:
    first = send(client, contact=contact(phone=PHONE))
    assert ban(officer, kind="phone", complaint_id=first["id"]).json()["hint"] == first["code"]
    send(client, contact=contact(phone=PHONE))
    assert len(queue(officer)["quarantined"]) == 1
    anonymous = send(client)
    assert ban(officer, kind="phone", complaint_id=anonymous["id"]).json()["code"] == "ban_sender_unknown"


def test_J5_entries_are_reviewed_lifted_and_end_by_themselves(client: TestClient, officer: SignedIn) -> None:
    over = ban(officer, kind="word", word="cũ rồi", expires_on="2020-01-01").json()
    lifted = ban(officer, kind="word", word="sai rồi").json()
    wish = {"reason": "Chặn nhầm", "is_lifted": True}
    assert officer.patch(f"/api/desk/bans/{lifted['id']}", json=wish).status_code == 428
    changed = officer.patch(f"/api/desk/bans/{lifted['id']}", json=wish, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    stale = officer.patch(f"/api/desk/bans/{lifted['id']}", json=wish, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, 2)
    send(client, words="cũ rồi, sai rồi")
    assert queue(officer)["quarantined"] == []
    shown = {entry["id"]: entry for entry in officer.get("/api/desk/bans").json()}
    assert not shown[over["id"]]["is_in_force"] and shown[lifted["id"]]["made_by"] == officer.account.name


def test_J5_an_empty_entry_is_refused(officer: SignedIn) -> None:
    for kind in ("phone", "address", "word"):
        assert ban(officer, kind=kind).status_code == 422


@pytest.mark.parametrize(
    ("address", "prefix"),
    [
        ("203.0.113.9", "4:cb0071"),
        ("::ffff:203.0.113.200", "4:cb0071"),
        ("2001:db8:1:2::5", "6:20010db80001"),
        ("x", None),
    ],
)
def test_J5_an_address_stands_for_its_network(address: str, prefix: str | None) -> None:
    assert rules.prefix_of(address) == prefix


@pytest.mark.parametrize(("text", "caught"), [("Cho VAY TIỀN!", True), ("vay-tien", True), ("váy tiềnn", False)])
def test_J5_a_word_is_found_however_it_is_written_and_only_as_a_whole(text: str, caught: bool) -> None:
    assert rules.word_in(text, ["vay tien"]) is caught
