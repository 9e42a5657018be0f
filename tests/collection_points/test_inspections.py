"""Inspections of points by the technical checklist: verdicts, editions, photos, hamlets served, labels."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.checklists.models import Verdict
from api.checklists.rules import holds_until, outcome
from api.collection_points.models import CollectionPoint, PointKind
from api.core import clock
from api.core.database import Database
from tests.photos import small_photo
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

ITEMS = [
    {"code": "a", "is_mandatory": True, "kinds": []},
    {"code": "b", "is_mandatory": True, "kinds": ["transfer_station"]},
    {"code": "c", "is_mandatory": False, "kinds": []},
]
MET, NOT, OUT = {"mark": "met"}, {"mark": "not_met"}, {"mark": "not_applicable"}


@pytest.mark.parametrize(
    ("answers", "kind", "verdict"),
    [
        ({"a": MET}, "collection_point", Verdict.COMPLIANT),
        ({"a": OUT}, "collection_point", Verdict.COMPLIANT),
        ({"a": MET}, "transfer_station", Verdict.INCOMPLETE),
        ({"a": NOT}, "transfer_station", Verdict.NOT_COMPLIANT),
        ({"a": MET, "c": NOT}, "collection_point", Verdict.COMPLIANT),
        ({}, "collection_point", Verdict.INCOMPLETE),
    ],
)
def test_the_verdict_follows_the_mandatory_items_of_the_kind(answers: Any, kind: str, verdict: Verdict) -> None:
    assert outcome(ITEMS, answers, kind).verdict is verdict


def test_an_inspection_holds_for_whole_months() -> None:
    assert holds_until(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert holds_until(date(2026, 1, 15), 12) == date(2027, 1, 15)


@pytest.fixture
def point(seeded: Database) -> str:
    with seeded.session(writes=True) as session:
        hamlet = make_hamlet(session, "Thôn Mẫu 3")
        made = clock.now() - timedelta(days=400)
        row = CollectionPoint(
            id=uuid4(),
            code="TK-01",
            name="Điểm mẫu",
            kind=PointKind.COLLECTION_POINT,
            hamlet_id=hamlet.id,
            created_at=made,
        )
        session.add(row)
        return str(row.id)


def wish_of(client: TestClient, point: str, mark: str = "met", **more: object) -> dict[str, Any]:
    checklist = client.get("/api/checklists/collection_point").json()
    asked = [item for item in checklist["items"] if not item["kinds"] or "collection_point" in item["kinds"]]
    return {
        "id": str(uuid4()), "checklist_id": checklist["id"], "subject_id": point,
        "inspected_on": clock.day_of(clock.now()).isoformat(), "made_at": clock.now().isoformat(),
        "answers": {item["code"]: {"mark": mark, "note": ""} for item in asked}, **more,
    }  # fmt: skip


def test_N2_2_2c_an_inspection_item_by_item_gives_an_explained_verdict(
    point: str, sign_in: Callable[..., SignedIn]
) -> None:
    head = sign_in("hamlet_head")
    photo = {"id": str(uuid4()), "item": "leakproof_containers"}
    wish = wish_of(head, point, photos=[photo])
    wish["answers"]["leakproof_containers"] = {"mark": "not_met", "note": "Nứt đáy"}
    first, again = (head.post("/api/point-inspections", json=wish) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert (first.json()["verdict"], first.json()["missed"]) == (
        "not_compliant", ["Thùng chứa, thiết bị không rò rỉ ra môi trường"],
    )  # fmt: skip
    address = f"/api/point-inspections/{wish['id']}/photos/{photo['id']}"
    jpeg = {"content": small_photo(), "headers": {"Content-Type": "image/jpeg"}}
    assert [head.put(address, **jpeg).status_code for _ in range(2)] == [201, 200]
    assert_problem(sign_in("officer").put(address, **jpeg), 403, "not_allowed")
    [shown] = head.get(f"/api/collection-points/{point}/inspections").json()
    item = next(one for one in shown["items"] if one["code"] == "leakproof_containers")
    assert (item["note"], len(item["photos"])) == ("Nứt đáy", 1)
    altered = wish | {"words": "khác"}
    assert_problem(head.post("/api/point-inspections", json=altered), 409, "inspection_id_taken")


def test_a_head_inspects_the_points_of_the_own_hamlet_only(point: str, sign_in: Callable[..., SignedIn]) -> None:
    other = sign_in("hamlet_head", hamlet="Thôn Mẫu 9")
    assert_problem(other.post("/api/point-inspections", json=wish_of(other, point)), 403, "not_allowed")
    officer = sign_in("officer")
    coming = wish_of(officer, point, inspected_on="2099-01-01")
    assert_problem(officer.post("/api/point-inspections", json=coming), 422, "inspection_in_the_future")
    strange = wish_of(officer, point) | {"answers": {"roofed": {"mark": "met"}}}
    assert_problem(officer.post("/api/point-inspections", json=strange), 422, "inspection_unknown_item")
    assert_problem(
        officer.post("/api/point-inspections", json=wish_of(officer, str(uuid4()))), 404, "collection_point_not_found"
    )


def test_K2b_points_count_at_any_past_date_and_hamlets_say_why_not(
    point: str, sign_in: Callable[..., SignedIn]
) -> None:
    officer, today = sign_in("officer"), clock.day_of(clock.now())
    long_ago, lately = today - timedelta(days=300), today - timedelta(days=20)
    for day, mark in ((long_ago, "met"), (lately, "not_met")):
        wish = wish_of(officer, point, mark, inspected_on=day.isoformat())
        assert officer.post("/api/point-inspections", json=wish).status_code == 201

    def standing(day: date) -> dict[str, Any]:
        return officer.get(f"/api/point-register?on={day}").json()  # type: ignore[no-any-return]

    then = standing(long_ago + timedelta(days=10))
    assert (then["points"][0]["is_compliant"], then["hamlets"][0]["is_served"]) == (True, True)
    lapsed = standing(lately - timedelta(days=1))
    assert (lapsed["points"][0]["is_overdue"], lapsed["hamlets"][0]["why"]) == (True, "TK-01 quá hạn kiểm tra")
    now = standing(today)
    assert (now["points"][0]["verdict"], now["compliant"], now["overdue"]) == ("not_compliant", 0, 0)
    assert now["hamlets"][0]["why"].startswith("TK-01: ")
    figure = officer.get(f"/api/indicators/K2b?last={long_ago + timedelta(days=10)}").json()
    assert [part["label"] for part in figure["parts"]] == ["Có điểm đạt yêu cầu", "Hết đổ, đốt sai"]
    assert figure["numerator"] == 1


def test_a_new_edition_leaves_earlier_inspections_as_they_were(point: str, sign_in: Callable[..., SignedIn]) -> None:
    officer = sign_in("officer", unit="PKT")
    officer.post("/api/point-inspections", json=wish_of(officer, point))
    edition = {
        "id": str(uuid4()), "title": "Bản mới", "valid_from": clock.day_of(clock.now()).isoformat(), "months": 3,
        "items": [{"code": "brand_new", "words": "Có hàng rào"}],
    }  # fmt: skip
    assert officer.post("/api/checklists/collection_point/editions", json=edition).json()["edition"] == 2
    assert officer.get("/api/checklists/collection_point").json()["title"] == "Bản mới"
    assert officer.get("/api/point-register").json()["points"][0]["verdict"] == "compliant"
    twice = edition | {"id": str(uuid4()), "items": edition["items"] * 2}  # type: ignore[operator]
    assert_problem(officer.post("/api/checklists/collection_point/editions", json=twice), 422, "checklist_codes_twice")


def test_P2_a_label_opens_the_page_of_its_point(point: str, client: TestClient) -> None:
    answer = client.get(f"/api/collection-points/{point}/label.svg")
    assert answer.headers["content-type"] == "image/svg+xml" and answer.text.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg"'
    )
    assert_problem(client.get(f"/api/collection-points/{uuid4()}/label.svg"), 404)


def test_K2b_a_point_counts_from_the_day_it_opened_until_the_day_it_was_closed(
    point: str, sign_in: Callable[..., SignedIn]
) -> None:
    officer, today = sign_in("officer"), clock.day_of(clock.now())
    address = f"/api/collection-points/{point}"

    def say(version: int, **more: object) -> dict[str, Any]:
        answer = officer.patch(address, json=more, headers={"If-Match": f'"{version}"'})
        assert answer.status_code == 200, answer.text
        return answer.json()  # type: ignore[no-any-return]

    def state(days_ago: int) -> str:
        day = today - timedelta(days=days_ago)
        return officer.get(f"/api/point-register?on={day}").json()["points"][0]["state"]  # type: ignore[no-any-return]

    def ago(days: int) -> str:
        return (today - timedelta(days=days)).isoformat()

    say(1, opened_on=ago(300))
    shut = say(2, state="closed", state_since=ago(40), state_why="Đang sửa nền")
    assert (shut["state_since"], shut["state_why"]) == (ago(40), "Đang sửa nền")
    assert [state(days) for days in (301, 300, 41, 40, 0)] == ["closed", "open", "open", "closed", "closed"]
    again = say(3, state="open", state_since=ago(10))
    assert (again["state_since"], again["state_why"]) == (ago(10), ""), "the reason of the closing is over"
    assert [state(days) for days in (41, 40, 11, 10, 0)] == ["open", "closed", "closed", "open", "open"]
    say(4, state_since=ago(20))
    assert [state(days) for days in (21, 20, 11)] == ["closed", "open", "open"], "put right later"
    assert say(5, state="closed")["state_since"] == today.isoformat()
    tomorrow = (today + timedelta(days=1)).isoformat()
    refused = officer.patch(address, json={"state_since": tomorrow}, headers={"If-Match": '"6"'})
    assert_problem(refused, 422, "collection_point_state_in_the_future")
