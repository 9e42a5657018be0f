"""What the law gives another procedure: closed to everybody but the hotline, its sender sent to the right desk."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.complaints.make import contact, send, track
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
SignIn = Callable[..., SignedIn]
DESK = "/api/desk/complaints"
REASON = "Nội dung đề nghị xem xét lại quyết định xử phạt"
HERE = "106.0,20.0,107.0,22.0"


def retype(person: SignedIn, case_id: str, kind: str, **more: Any) -> Any:
    version = person.get(f"{DESK}/{case_id}").headers.get("etag", '"1"')
    return person.post(f"{DESK}/{case_id}/retyping", json={"type": kind, "reason": REASON} | more,
                       headers={"If-Match": version})  # fmt: skip


def listed(person: SignedIn, **query: str) -> list[str]:
    return [one["code"] for one in person.get(DESK, params={"queue": "all"} | query).json()["items"]]


@pytest.fixture
def officer(sign_in: SignIn) -> SignedIn:
    return sign_in("officer")


def test_A6_a_restricted_case_is_gone_for_everybody_but_the_hotline(
    client: TestClient, officer: SignedIn, sign_in: SignIn
) -> None:
    receipt = send(client, contact=contact(), words="Đề nghị xem lại quyết định phạt nhà tôi")
    answer = retype(officer, receipt["id"], "complaint_legal")
    assert answer.status_code == 200, answer.text
    shown = answer.json()
    assert shown["type"] == "complaint_legal" and shown["is_hidden"] and shown["due_at"] is None
    assert [shown["intake"][name] for name in ("is_restricted", "original_type", "retyped_reason")] == [
        True,
        "complaint",
        REASON,
    ]
    assert_problem(client.get(f"/api/complaints/{receipt['code']}"), 404, "complaint_not_found")
    assert receipt["code"] not in client.get("/api/complaints").text
    assert receipt["code"] not in client.get("/api/complaints/map", params={"bbox": HERE}).text
    for other in (sign_in("officer", unit="TTDV"), sign_in("leader"), sign_in("front"), sign_in("administrator")):
        assert_problem(other.get(f"{DESK}/{receipt['id']}"), 404, "complaint_not_found")
        assert receipt["code"] not in listed(other) + listed(other, q=receipt["code"]) + listed(
            other, q="quyết định phạt"
        )
        assert listed(other, queue="restricted") == []
        assert receipt["code"] not in other.get("/api/desk/map", params={"queue": "all", "bbox": HERE}).text
    assert listed(officer) == [] and listed(officer, queue="restricted") == [receipt["code"]]
    assert officer.get("/api/desk/counts").json()["new"] == 0


def test_A6_its_sender_reads_where_to_go_and_nothing_is_asked_any_more(client: TestClient, officer: SignedIn) -> None:
    receipt = send(client)
    before = track(client, receipt["token"]).json()
    assert before["guidance"] is None
    retype(officer, receipt["id"], "denunciation")
    told = track(client, receipt["token"]).json()
    assert "nơi tiếp công dân" in told["guidance"]
    assert told["question"] is None and told["is_overdue"] is False


def test_A6_a_restricted_case_stands_still_until_the_hotline_gives_it_back(
    client: TestClient, officer: SignedIn, sign_in: SignIn
) -> None:
    receipt = send(client)
    retype(officer, receipt["id"], "complaint_legal")
    address = f"{DESK}/{receipt['id']}"
    version = {"If-Match": officer.get(address).headers["etag"]}
    assert_problem(officer.post(f"{address}/acceptance", json={}, headers=version), 409, "case_restricted")
    assert_problem(officer.patch(address, json={"is_hidden": False}, headers=version), 409, "case_restricted")
    assert_problem(retype(officer, receipt["id"], "complaint_legal"), 409, "type_unchanged")
    back = retype(officer, receipt["id"], "complaint").json()
    assert (back["intake"]["is_restricted"], back["is_hidden"], back["status"]) == (False, False, "submitted")
    assert back["due_at"] is not None and back["intake"]["original_type"] == "complaint"
    assert client.get(f"/api/complaints/{receipt['code']}").status_code == 200
    assert track(client, receipt["token"]).json()["guidance"] is None
    assert listed(sign_in("officer", unit="TTDV")) == [receipt["code"]]


def test_A6_what_was_hidden_before_stays_hidden_when_it_is_given_back(client: TestClient, officer: SignedIn) -> None:
    receipt = send(client)
    address = f"{DESK}/{receipt['id']}"
    hide = {"is_hidden": True, "hide_reason": "Có tên người"}
    officer.patch(address, json=hide, headers={"If-Match": officer.get(address).headers["etag"]})
    retype(officer, receipt["id"], "complaint_legal")
    retype(officer, receipt["id"], "denunciation")
    assert retype(officer, receipt["id"], "proposal").json()["is_hidden"] is True


def test_A6_only_the_hotline_re_types_and_gives_a_reason(
    client: TestClient, officer: SignedIn, sign_in: SignIn
) -> None:
    receipt = send(client)
    assert_problem(retype(sign_in("officer", unit="TTDV"), receipt["id"], "denunciation"), 403, "not_allowed")
    assert_problem(retype(officer, receipt["id"], "denunciation", reason=" "), 422)
    address = f"{DESK}/{receipt['id']}/retyping"
    assert_problem(officer.post(address, json={"type": "proposal", "reason": "x"}), 428)
    stale = officer.post(address, json={"type": "proposal", "reason": "x"}, headers={"If-Match": '"9"'})
    assert assert_problem(stale, 412)["current"]["code"] == receipt["code"]
    assert retype(officer, receipt["id"], "proposal").json()["type"] == "proposal"


def test_A6_the_guidance_is_the_communes_own_to_edit(officer: SignedIn, sign_in: SignIn, client: TestClient) -> None:
    found = {one["code"]: one for one in officer.get("/api/catalogue/legal-kinds").json()}
    assert set(found) == {"complaint_legal", "denunciation"} and all(one["source"] for one in found.values())
    edit = {name: found["denunciation"][name] for name in ("label", "guidance", "source")}
    edit |= {"public_text": "Kính mời Ông/Bà đến phòng số 2."}
    address = "/api/catalogue/legal-kinds/denunciation"
    assert officer.put(address, json=edit, headers={"If-Match": '"1"'}).json()["version"] == 2
    assert_problem(officer.put(address, json=edit, headers={"If-Match": '"1"'}), 412)
    assert_problem(officer.put("/api/catalogue/legal-kinds/proposal", json=edit, headers={"If-Match": '"0"'}), 422)
    receipt = send(client)
    retype(officer, receipt["id"], "denunciation")
    assert track(client, receipt["token"]).json()["guidance"] == "Kính mời Ông/Bà đến phòng số 2."
