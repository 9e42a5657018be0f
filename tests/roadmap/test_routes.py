"""The roadmap to 2030: planned, moved, dropped, told for any past day; needs of hamlets; its annexes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from api.checklists.models import Verdict
from api.core import clock
from api.core.database import Database
from api.roadmap import queries, rules
from api.roadmap.models import RoadmapAction
from api.roadmap.photo_actions import MOST_PHOTOS
from tests.collection_points.make import make_point
from tests.photos import small_photo
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
TODAY = clock.day_of(clock.now())


@pytest.fixture
def officer(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("officer", unit="PKT")


@pytest.fixture
def point(seeded: Database) -> str:
    with seeded.session(writes=True) as session:
        return str(make_point(session, name="Điểm mẫu", hamlet=make_hamlet(session, "Thôn Mẫu 1")).id)


def plan(**more: object) -> dict[str, object]:
    return {"action": "upgrade", "year": 2027, "cost_vnd": 90_000_000, "since": TODAY.isoformat(), **more}


def entered(officer: SignedIn, point: str | None = None, **more: object) -> dict[str, Any]:
    place = {"point_id": point} if point else {"name": "Điểm mới đầu làng"}
    answer = officer.post("/api/roadmap", json={"id": str(uuid4()), **place, "plan": plan(**more)})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def total_of(officer: SignedIn, year: int) -> dict[str, Any]:
    years = officer.get("/api/roadmap").json()["years"]
    found: dict[str, Any] = next(one for one in years if one["year"] == year)
    return found


def test_2_2c_a_point_moves_to_another_year_with_its_cost(officer: SignedIn, point: str) -> None:
    entry = entered(officer, point)
    assert (entry["code"] is not None, entry["hamlet_name"]) == (True, "Thôn Mẫu 1")
    assert total_of(officer, 2027) == {"year": 2027, "entries": 1, "cost_vnd": 90_000_000, "unpriced": 0}
    address, version = f"/api/roadmap/{entry['id']}", {"If-Match": '"1"'}
    assert officer.put(address, json=plan(year=2029), headers=version).json()["version"] == 2
    assert (total_of(officer, 2027)["entries"], total_of(officer, 2029)["cost_vnd"]) == (0, 90_000_000)
    stale = officer.put(address, json=plan(year=2030), headers=version)
    assert_problem(stale, 412, "stale")
    assert stale.json()["current"]["year"] == 2029
    history = officer.get(f"{address}/history").json()["items"]
    assert [one["year"] for one in history] == [2029, 2027], "nothing is overwritten"


def test_2_2c_the_roadmap_of_a_past_day_is_what_was_planned_then(officer: SignedIn, seeded: Database) -> None:
    entry = entered(officer)
    officer.delete(f"/api/roadmap/{entry['id']}", headers={"If-Match": '"1"'})
    assert officer.get("/api/roadmap").json()["entries"] == []
    with seeded.session(writes=False) as session:
        assert queries.standing_on(session, TODAY - timedelta(days=1)) == {}
    assert len(officer.get(f"/api/roadmap/{entry['id']}/history").json()["items"]) == 2


def test_2_2c_a_point_stands_on_the_roadmap_once_and_may_come_back(officer: SignedIn, point: str) -> None:
    entry = entered(officer, point)
    again = {"id": str(uuid4()), "point_id": point, "plan": plan()}
    assert_problem(officer.post("/api/roadmap", json=again), 409, "point_on_the_roadmap")
    officer.delete(f"/api/roadmap/{entry['id']}", headers={"If-Match": '"1"'})
    back = officer.post("/api/roadmap", json=again).json()
    assert (back["id"], back["version"]) == (entry["id"], 3)


def test_2_2c_bad_plans_are_refused_with_clear_words(officer: SignedIn) -> None:
    nameless = {"id": str(uuid4()), "plan": plan()}
    assert_problem(officer.post("/api/roadmap", json=nameless), 422, "roadmap_place_missing")
    later = plan(since=(TODAY + timedelta(days=2)).isoformat())
    answer = officer.post("/api/roadmap", json={"id": str(uuid4()), "name": "Mới", "plan": later})
    assert_problem(answer, 422, "roadmap_state_in_the_future")
    assert officer.post("/api/roadmap", json={**nameless, "plan": plan(year=2031)}).status_code == 422
    assert officer.post("/api/roadmap", json={**nameless, "point_id": str(uuid4())}).status_code == 404


def test_2_2a_proposals_for_public_investment_have_an_annex_of_their_own(officer: SignedIn, point: str) -> None:
    entered(officer, point, is_proposal=True)
    entered(officer)
    document = officer.post("/api/documents", json={"id": str(uuid4()), "kind": "roadmap"}).json()
    counts = {one["title"]: [row[2] for row in one["rows"]] for one in document["annexes"]}
    assert counts["Đề xuất đầu tư công điểm tập kết"] == ["Điểm mẫu", "Năm 2027", "Tổng"]
    assert "Điểm mới đầu làng" in counts["Lộ trình cải tạo, nâng cấp, xây mới điểm tập kết"]


def test_2_1b_each_hamlet_shows_what_it_has_and_lacks(officer: SignedIn, point: str) -> None:
    needs = {one["hamlet_name"]: one for one in officer.get("/api/roadmap").json()["needs"]}
    assert (needs["Thôn Mẫu 1"]["points"], needs["Thôn Mẫu 1"]["compliant"]) == (1, 0)
    assert needs["Thôn Mẫu 1"]["nearest_m"] is None, "no compliant point anywhere"
    entered(officer, point)
    again = {one["hamlet_name"]: one for one in officer.get("/api/roadmap").json()["needs"]}
    assert again["Thôn Mẫu 1"]["planned"] == 1


def test_2_2b_a_point_without_an_entry_is_suggested(officer: SignedIn, point: str) -> None:
    assert [one["point_id"] for one in officer.get("/api/roadmap").json()["suggestions"]] == [point]
    entered(officer, point)
    assert officer.get("/api/roadmap").json()["suggestions"] == []


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("verdict", "misses", "action"),
    [
        (None, 0, None), (Verdict.COMPLIANT, 0, RoadmapAction.KEEP), (Verdict.NOT_COMPLIANT, 1, RoadmapAction.REPAIR),
        (Verdict.NOT_COMPLIANT, 3, RoadmapAction.UPGRADE),
    ],
)  # fmt: skip
def test_what_an_inspection_speaks_for(verdict: Verdict | None, misses: int, action: RoadmapAction | None) -> None:
    assert rules.suggested(verdict, misses) is action


def test_2_2c_photos_before_and_after_stand_beside_the_plan(officer: SignedIn, point: str) -> None:
    entry = entered(officer, point)
    photo, jpeg = uuid4(), {"Content-Type": "image/jpeg"}
    address = f"/api/roadmap/{entry['id']}/photos/{photo}"
    assert_problem(officer.put(address, content=small_photo(), headers=jpeg), 422, "invalid")
    codes = [officer.put(f"{address}?side=before", content=small_photo(), headers=jpeg).status_code for _ in range(2)]
    assert codes == [201, 200], "it comes once"
    [seen] = officer.get("/api/roadmap").json()["entries"][0]["photos"]
    assert (seen["kind"], officer.get(seen["large"]).status_code) == ("before", 200)
    assert officer.delete(address).status_code == 204
    assert officer.get("/api/roadmap").json()["entries"][0]["photos"] == []
    assert officer.get(seen["large"]).status_code == 404, "its address dies"
    assert_problem(officer.delete(address), 404, "roadmap_photo_not_found")


def test_2_2c_each_side_has_only_so_many_photos(officer: SignedIn, point: str) -> None:
    address = f"/api/roadmap/{entered(officer, point)['id']}/photos"
    codes = [
        officer.put(f"{address}/{uuid4()}?side=after", content=small_photo(), headers={"Content-Type": "image/jpeg"})
        for _ in range(MOST_PHOTOS + 1)
    ]
    assert [one.status_code for one in codes] == [201] * MOST_PHOTOS + [409]
