"""Crews (plan 2.4c): register, inspection, violations with remedies, and publication by two persons."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.core import clock
from api.core.database import Database
from api.crews import queries
from tests.photos import small_photo
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
NEW = {"If-Match": '"0"'}
JPEG = {"content": small_photo(), "headers": {"Content-Type": "image/jpeg"}}
LEADER = "Nguyễn Văn Mẫu"


def at(version: int) -> dict[str, str]:
    return {"If-Match": f'"{version}"'}


def day(ago: int = 0) -> str:
    return (clock.day_of(clock.now()) - timedelta(days=ago)).isoformat()


def crew_wish(**more: object) -> dict[str, Any]:
    return {
        "code": "TG-01", "name": "Tổ số 1 (mẫu)", "organisation": "Hợp tác xã Mẫu", "leader": LEADER,
        "routes": [{"words": "Đường chính", "weekdays": [1, 4]}], "members": 5, "valid_from": day(400), **more,
    }  # fmt: skip


def violation_wish(**more: object) -> dict[str, Any]:
    return {
        "found_on": day(20), "words": f"Xe của {LEADER} không che bạt.", "rule": "Thông tư 02/2022, điều 27",
        "remedy": "Lắp bạt.", "due_on": day(5), **more,
    }  # fmt: skip


@pytest.fixture
def keeper(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("officer", unit="PKT", name="Trần Thị Soạn")


def read_rows(database: Database, ago: int, since: int | None = None) -> list[tuple[str, str]]:
    """As a report asks for them."""
    today = clock.day_of(clock.now())
    first = today - timedelta(days=since) if since else None
    with database.session(writes=False) as session:
        rows = queries.violations_on(session, today - timedelta(days=ago), since=first)
        return [(crew.code, violation.rule) for violation, crew in rows]


@pytest.fixture
def crew(keeper: SignedIn) -> str:
    crew = str(uuid4())
    assert keeper.put(f"/api/crews/{crew}", json=crew_wish(), headers=NEW).status_code == 200
    return crew


def found(keeper: SignedIn, crew: str, **more: object) -> str:
    violation = str(uuid4())
    address = f"/api/crews/{crew}/violations/{violation}"
    assert keeper.put(address, json=violation_wish(**more), headers=NEW).status_code == 200
    return violation


def told(violation: str, **more: object) -> dict[str, Any]:
    return {"violation_id": violation, "fault": "Xe không che bạt", "remedy": "Lắp bạt", "ground": "Mục 2.4c", **more}


def inspection_of(client: TestClient, crew: str, **more: object) -> dict[str, Any]:
    checklist = client.get("/api/checklists/crew").json()
    return {
        "id": str(uuid4()), "checklist_id": checklist["id"], "subject_id": crew, "inspected_on": day(),
        "made_at": clock.now().isoformat(),
        "answers": {item["code"]: {"mark": "met", "note": ""} for item in checklist["items"]}, **more,
    }  # fmt: skip


def test_2_4c_the_register_holds_crews_contracts_with_scans_and_routes(keeper: SignedIn, crew: str) -> None:
    contract, scan = str(uuid4()), str(uuid4())
    wish = {"number": "05/HĐ", "signed_on": day(30), "valid_from": day(30), "valid_to": None, "value_vnd": 3 * 10**9}
    address = f"/api/crews/{crew}/contracts/{contract}"
    assert keeper.put(address, json=wish, headers=NEW).status_code == 200
    assert_problem(keeper.put(address, json=wish, headers=NEW), 412, "stale")
    assert_problem(keeper.put(address, json=wish | {"valid_to": day(31)}, headers=at(1)), 422, "crew_days_reversed")
    photo = f"/api/crew-contracts/{contract}/photos/{scan}"
    assert [keeper.put(photo, **JPEG).status_code for _ in range(2)] == [201, 200]
    detail = keeper.get(f"/api/crews/{crew}").json()
    assert (detail["contracts"][0]["value_vnd"], len(detail["contracts"][0]["scans"])) == (3 * 10**9, 1)
    assert (detail["crew"]["contract_number"], detail["crew"]["routes"][0]["weekdays"]) == ("05/HĐ", [1, 4])
    then = keeper.get(f"/api/crews?on={day(31)}").json()
    assert (then["crews"][0]["contract_number"], then["working"], then["inspected"]) == (None, 1, 0)
    taken = keeper.put(f"/api/crews/{uuid4()}", json=crew_wish(code="tg-01"), headers=NEW)
    assert_problem(taken, 409, "crew_code_taken")
    assert_problem(keeper.put(f"/api/crews/{crew}", json=crew_wish()), 428)


def test_2_4c_an_inspection_item_by_item_is_taken_in_once(keeper: SignedIn, crew: str) -> None:
    photo = {"id": str(uuid4()), "item": "vehicle_no_leak"}
    wish = inspection_of(keeper, crew, photos=[photo])
    wish["answers"]["vehicle_no_leak"] = {"mark": "not_met", "note": "Rỉ nước"}
    assert [keeper.post("/api/crew-inspections", json=wish).status_code for _ in range(2)] == [201, 200]
    assert keeper.put(f"/api/crew-inspections/{wish['id']}/photos/{photo['id']}", **JPEG).status_code == 201
    spare = f"/api/crew-inspections/{wish['id']}/photos/{uuid4()}"
    assert keeper.delete(spare).status_code == 204
    detail = keeper.get(f"/api/crews/{crew}").json()
    assert (detail["crew"]["verdict"], detail["inspections"][0]["missed"]) == (
        "not_compliant", ["Xe, thùng không rò rỉ nước rác"],
    )  # fmt: skip
    assert found(keeper, crew, inspection_id=wish["id"])
    strange = violation_wish(inspection_id=str(uuid4()))
    answer = keeper.put(f"/api/crews/{crew}/violations/{uuid4()}", json=strange, headers=NEW)
    assert_problem(answer, 404, "inspection_not_found")
    assert_problem(
        keeper.post("/api/crew-inspections", json=inspection_of(keeper, str(uuid4()))), 404, "crew_not_found"
    )


def test_2_4c_the_unit_that_collects_does_not_inspect_itself(keeper: SignedIn, crew: str, sign_in: SignIn) -> None:
    centre, violation = sign_in("officer", unit="TTDV"), found(keeper, crew)
    register = centre.get("/api/crews").json()
    assert "không tự kiểm tra" in register["hindrance"] and keeper.get("/api/crews").json()["hindrance"] == ""
    own = f"/api/crews/{crew}/violations/{uuid4()}"
    publication = f"/api/crew-publications/{uuid4()}"
    for answer in (
        centre.post("/api/crew-inspections", json=inspection_of(centre, crew)),
        centre.put(own, json=violation_wish(), headers=NEW),
        centre.put(publication, json=told(violation), headers=NEW),
    ):
        assert_problem(answer, 409, "crew_collects_itself")
    assert keeper.put(publication, json=told(violation), headers=NEW).status_code == 200
    for step, wish in (("check", {"is_right": True}), ("withdrawal", {"words": "x"})):
        assert_problem(centre.put(f"{publication}/{step}", json=wish, headers=at(1)), 409, "crew_collects_itself")
    assert centre.put(f"/api/crews/{uuid4()}", json=crew_wish(code="TG-9"), headers=NEW).status_code == 200


def test_2_4c_which_units_collect_is_data_with_a_source(keeper: SignedIn, crew: str, sign_in: SignIn) -> None:
    setting = keeper.get("/api/crew-settings")
    assert "2.4c" in setting.json()["source"] and len(setting.json()["collecting_unit_ids"]) == 1
    none: dict[str, object] = {"collecting_unit_ids": [], "source": "Quyết định mẫu"}
    assert_problem(sign_in("officer", unit="TTDV").put("/api/crew-settings", json=none, headers=at(1)), 403)
    assert keeper.put("/api/crew-settings", json=none, headers=at(1)).status_code == 200
    assert_problem(keeper.put("/api/crew-settings", json=none, headers=at(1)), 412, "stale")
    centre = sign_in("officer", unit="TTDV")
    assert centre.post("/api/crew-inspections", json=inspection_of(centre, crew)).status_code == 201


def test_2_4c_a_violation_has_a_deadline_and_is_followed_until_it_is_remedied(keeper: SignedIn, crew: str) -> None:
    violation = found(keeper, crew)
    address, photo = f"/api/crews/{crew}/violations/{violation}", f"/api/crew-violations/{violation}/photos"
    assert keeper.get("/api/crews").json()["late_violations"] == 1
    assert keeper.get(f"/api/crews?on={day(10)}").json()["late_violations"] == 0
    assert keeper.put(f"{photo}/{uuid4()}?of_remedy=true", **JPEG).status_code == 201
    done = violation_wish(remedied_on=day(2), result="Đã lắp bạt.")
    assert_problem(keeper.put(address, json=done | {"remedied_on": "2099-01-01"}, headers=at(1)), 422)
    [one] = keeper.put(address, json=done, headers=at(1)).json()["violations"]
    assert (one["state"], one["photos"][0]["kind"]) == ("remedied", "remedy")
    assert keeper.get("/api/crews").json()["open_violations"] == 0
    assert keeper.get(f"/api/crews?on={day(3)}").json()["open_violations"] == 1
    void = violation_wish(is_void=True)
    assert_problem(keeper.put(address, json=void, headers=at(2)), 422, "crew_void_without_words")
    gone = keeper.put(address, json=void | {"void_words": "Ghi nhầm tổ"}, headers=at(2)).json()
    assert gone["violations"][0]["state"] == "void"


def test_2_4c_a_result_is_public_only_after_a_second_person_has_checked_it(
    keeper: SignedIn, crew: str, sign_in: SignIn, client: TestClient
) -> None:
    violation, police = found(keeper, crew), sign_in("officer", unit="CA", name="Phạm Văn Duyệt")
    one = f"/api/crew-publications/{uuid4()}"
    named = keeper.put(one, json=told(violation, outcome=f"Nhắc {LEADER}"), headers=NEW)
    assert_problem(named, 422, "crew_words_name_person")
    assert named.json()["errors"][0]["field"] == "outcome"
    assert keeper.put(one, json=told(violation), headers=NEW).status_code == 200
    second = keeper.put(f"/api/crew-publications/{uuid4()}", json=told(violation), headers=NEW)
    assert_problem(second, 409, "crew_publication_exists")
    assert client.get("/api/crew-results").json() == []
    assert_problem(keeper.put(f"{one}/check", json={"is_right": True}, headers=at(1)), 409, "crew_same_person")
    assert [row["may_check"] for row in police.get("/api/crew-publications").json()] == [True]
    back = {"is_right": False}
    assert_problem(police.put(f"{one}/check", json=back, headers=at(1)), 422, "crew_returned_without_words")
    police.put(f"{one}/check", json=back | {"words": "Thiếu hạn"}, headers=at(1))
    assert keeper.put(one, json=told(violation, remedy="Lắp bạt trước 05/12"), headers=at(2)).status_code == 200
    assert_problem(police.put(f"{one}/check", json={"is_right": True}, headers=at(2)), 412, "stale")
    assert police.put(f"{one}/check", json={"is_right": True}, headers=at(3)).json()["state"] == "published"
    assert_problem(keeper.put(one, json=told(violation), headers=at(4)), 409, "crew_publication_fixed")
    [shown] = client.get("/api/crew-results").json()
    assert (shown["organisation"], shown["remedy"]) == ("Hợp tác xã Mẫu", "Lắp bạt trước 05/12")
    void = violation_wish(is_void=True, void_words="Nhầm")
    answer = keeper.put(f"/api/crews/{crew}/violations/{violation}", json=void, headers=at(1))
    assert_problem(answer, 409, "crew_violation_published")
    keeper.put(f"{one}/withdrawal", json={"words": "Hết hạn"}, headers=at(4))
    assert client.get("/api/crew-results").json() == []


def test_2_4c_everybody_reads_an_organisation_and_never_a_person(
    keeper: SignedIn, crew: str, sign_in: SignIn, client: TestClient
) -> None:
    violation, one = found(keeper, crew), f"/api/crew-publications/{uuid4()}"
    keeper.put(one, json=told(violation), headers=NEW)
    sign_in("officer", unit="CA", name="Phạm Văn Duyệt").put(f"{one}/check", json={"is_right": True}, headers=at(1))
    answer = client.get("/api/crew-results")
    assert set(answer.json()[0]) == {
        "id", "organisation", "fault", "remedy", "outcome", "ground", "published_on", "due_on", "is_remedied",
        "remedied_on",
    }  # fmt: skip
    for name in (LEADER, "Trần Thị Soạn", "Phạm Văn Duyệt", "Tổ số 1", "không che bạt."):
        assert name not in answer.text
    assert client.get("/api/crew-results", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert_problem(client.get("/api/crews"), 401)


def test_2_4c_a_report_gets_the_violations_of_its_period(keeper: SignedIn, crew: str, seeded: Database) -> None:
    found(keeper, crew)
    assert read_rows(seeded, 0) == read_rows(seeded, 0, since=20) == [("TG-01", "Thông tư 02/2022, điều 27")]
    assert read_rows(seeded, 21) == read_rows(seeded, 0, since=19) == []


def test_2_4c_a_name_is_not_smuggled_in_by_the_organisation(keeper: SignedIn, crew: str) -> None:
    violation = found(keeper, crew)
    person = crew_wish(organisation=f"Hộ kinh doanh {LEADER}")
    keeper.put(f"/api/crews/{crew}", json=person, headers=at(1))
    answer = keeper.put(f"/api/crew-publications/{uuid4()}", json=told(violation), headers=NEW)
    assert_problem(answer, 422, "crew_words_name_person")
