"""The doors to the plan, its obstacles and its estimates."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from api.accounts.models import Unit
from api.core import clock
from api.core.database import Database
from tests.journeys.visits import addresses
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
# Tables a to e of the plan, row by row, as the commune's document has them.
ROWS = Path(__file__).with_name("rows.txt").read_text().split()


@pytest.fixture
def officer(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("officer", unit="PKT")


def new_note(**more: object) -> dict[str, object]:
    today = clock.day_of(clock.now()).isoformat()
    return {"id": str(uuid4()), "day": today, "progress": "running", "words": "Đã khảo sát 10/12 điểm.", **more}


def row(client: TestClient, code: str) -> dict[str, Any]:
    items: list[dict[str, Any]] = client.get("/api/plan").json()["items"]
    return next(one for one in items if one["code"] == code)


def test_a_fresh_installation_shows_every_row_of_the_plan(officer: SignedIn) -> None:
    items = officer.get("/api/plan").json()["items"]
    assert [one["code"] for one in items] == ROWS
    assert len([one for one in items if one["part"] == "task"]) == 19
    assert all(one["leads"] for one in items if one["part"] in ("task", "indicator"))


def test_every_link_of_the_plan_leads_to_a_page(officer: SignedIn) -> None:
    links = {one["link"] for one in officer.get("/api/plan").json()["items"] if one["link"]}
    pages = [re.compile(re.sub(r":\w+", "[^/]+", page)) for page in addresses() if ":rest" not in page]
    assert [link for link in links if not any(page.fullmatch(link) for page in pages)] == []


def test_the_rows_that_wait_for_the_city_or_a_ministry_wait(officer: SignedIn) -> None:
    waiting = {
        one["code"] for one in officer.get("/api/plan?on=2030-12-31").json()["items"] if one["standing"] == "waiting"
    }
    assert waiting == {"2.1a", "2.1c", "2.1d"}
    conditions = officer.get("/api/plan/2.1d").json()["conditions"]
    assert len(conditions) == 2, "the building ministry and the city"
    for condition in conditions:
        changed = officer.put(
            f"/api/plan/2.1d/conditions/{condition['id']}",
            json={"happened_on": "2026-11-01", "document": "QĐ mẫu"}, headers={"If-Match": '"1"'},
        )  # fmt: skip
        assert changed.status_code == 200
    assert row(officer, "2.1d")["standing"] == "not_begun"


def test_a_unit_may_lead_and_be_partner_of_the_same_row(officer: SignedIn) -> None:
    item = officer.get("/api/plan/1.5").json()
    assert "VHXH" in item["lead_codes"] and "VHXH" in item["partner_codes"]


def test_a_lead_says_how_it_goes_on_and_the_same_note_twice_is_one(officer: SignedIn) -> None:
    note = new_note()
    first, again = (officer.post("/api/plan/2.2c/notes", json=note) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert [one["words"] for one in again.json()["notes"]] == [note["words"]]
    assert row(officer, "2.2c")["standing"] in ("running", "due_soon")
    assert_problem(officer.post("/api/plan/2.2c/notes", json=note | {"words": "Khác"}), 409, "plan_note_id_taken")
    assert_problem(officer.post("/api/plan/2.2c/notes", json=new_note(day="2099-01-01")), 422, "note_in_the_future")


def test_a_unit_notes_only_what_it_leads_or_has_a_part_in(seeded: Database, sign_in: SignIn) -> None:
    police = sign_in("officer", unit="CA")
    assert police.post("/api/plan/2.4b/notes", json=new_note()).status_code == 201
    assert_problem(police.post("/api/plan/2.1b/notes", json=new_note()), 403, "not_allowed")
    assert police.get("/api/plan/2.1b").json()["may_note"] is False
    assert sign_in("front").post("/api/plan/1.4/notes", json=new_note()).status_code == 201


def test_number_and_date_of_the_plan_can_be_entered_when_it_is_issued(officer: SignedIn) -> None:
    before = officer.get("/api/plan/D0").json()
    edit = {
        "title": before["title"], "words": "Số 15/KH-UBND ngày 05/6/2026", "leads": [], "partners": [],
        "deadline_kind": "none", "deadline_words": "", "due_on": None, "year": None, "product": "", "source": "Bản ký",
    }  # fmt: skip
    assert_problem(officer.put("/api/plan/D0", json=edit), 428)
    answer = officer.put("/api/plan/D0", json=edit, headers={"If-Match": f'"{before["version"]}"'})
    assert answer.json()["words"] == "Số 15/KH-UBND ngày 05/6/2026"
    assert_problem(officer.put("/api/plan/D0", json=edit, headers={"If-Match": '"1"'}), 412, "stale")
    assert_problem(officer.get("/api/plan/9.9"), 404, "plan_item_not_found")


def test_O4_an_obstacle_goes_up_and_comes_back_decided(seeded: Database, sign_in: SignIn) -> None:
    head, leader, other = sign_in("hamlet_head"), sign_in("leader"), sign_in("hamlet_head", hamlet="Thôn Mẫu 9")
    wish = {"id": str(uuid4()), "item_code": "2.2c", "words": "Chưa có đất cho điểm tập kết.", "proposal": "Xin đất"}
    raised = head.post("/api/obstacles", json=wish)
    assert (raised.status_code, head.post("/api/obstacles", json=wish).status_code) == (201, 200)
    assert (raised.json()["hamlet_name"], raised.json()["state"]) == ("Thôn Mẫu 3", "open")
    assert other.get("/api/obstacles").json()["items"] == [], "another hamlet's are not shown"
    address, version = f"/api/obstacles/{wish['id']}", {"If-Match": '"1"'}
    assert_problem(
        leader.put(f"{address}/removal", json={"removed_on": "2026-11-01"}, headers=version),
        409,
        "obstacle_not_decided",
    )
    assert_problem(head.put(f"{address}/decision", json={"decision": "x"}, headers=version), 403, "not_allowed")
    decided = leader.put(f"{address}/decision", json={"decision": "Giao Phòng Kinh tế rà soát."}, headers=version)
    assert (decided.json()["state"], decided.json()["decided_on"]) == ("decided", clock.day_of(clock.now()).isoformat())
    removed = leader.put(f"{address}/removal", json={"removed_on": "2026-11-01"}, headers={"If-Match": '"2"'})
    assert removed.json()["state"] == "removed"
    assert [one["decision"] for one in head.get("/api/obstacles").json()["items"]] == ["Giao Phòng Kinh tế rà soát."]


def test_B2_each_lead_unit_estimates_its_own_rows_and_the_year_is_summed_up(
    officer: SignedIn, sign_in: SignIn, database: Database
) -> None:
    centre = sign_in("officer", unit="TTDV")
    with database.session(writes=False) as session:
        units = {unit.code: str(unit.id) for unit in session.exec(select(Unit))}

    def line(unit: str, amount: int, source: str, state: str = "draft") -> dict[str, object]:
        money = {"amount_vnd": amount, "source": source, "state": state}
        return {"item_code": "2.2b", "unit_id": units[unit], "year": 2027, **money}

    new = {"If-Match": '"0"'}
    mine = f"/api/estimates/{uuid4()}"
    assert centre.put(mine, json=line("TTDV", 24_000_000, "Ngân sách xã"), headers=new).status_code == 200
    assert_problem(centre.put(f"/api/estimates/{uuid4()}", json=line("PKT", 1, ""), headers=new), 403, "not_allowed")
    officer.put(f"/api/estimates/{uuid4()}", json=line("PKT", 6_000_000, "Xã hội hóa", "approved"), headers=new)
    sheet = centre.get("/api/estimates?year=2027").json()
    assert sheet["total"] | {"name": ""} == {
        "name": "",
        "amount_vnd": 30_000_000,
        "approved_vnd": 6_000_000,
        "spent_vnd": 0,
    }
    assert {one["name"]: one["amount_vnd"] for one in sheet["by_source"]} == {
        "Ngân sách xã": 24_000_000,
        "Xã hội hóa": 6_000_000,
    }
    assert [one["may_change"] for one in sheet["items"]].count(True) == 1
    assert centre.delete(mine, headers={"If-Match": '"1"'}).status_code == 204
    assert len(centre.get("/api/estimates?year=2027").json()["items"]) == 1


def test_the_past_of_the_plan_can_be_told(officer: SignedIn) -> None:
    officer.post("/api/plan/2.3/notes", json=new_note(day="2026-03-01", progress="done"))
    told = officer.get("/api/plan?on=2026-02-28").json()
    assert (told["on"], next(one for one in told["items"] if one["code"] == "2.3")["standing"]) == (
        "2026-02-28",
        "not_begun",
    )
    assert date.fromisoformat(told["on"]) < clock.day_of(clock.now())
