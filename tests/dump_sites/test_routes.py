"""The doors to the dump sites: status, shape, permission, and what everybody may never see."""

import json
from collections.abc import Callable
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.core import clock
from api.core.database import Database
from api.dump_sites.models import Stage
from tests.complaints.make import make_complaint
from tests.dump_sites.make import make_site, plan
from tests.photos import small_photo
from tests.places.make import CENTER

pytestmark = pytest.mark.usefixtures("seeded")
SignIn = Callable[..., TestClient]
JPEG = {"Content-Type": "image/jpeg"}
PUBLIC = {
    "id", "code", "name", "kind", "kind_label", "stage", "stage_label", "stage_since", "hamlet_name", "lat", "lon",
    "outline", "area_m2", "place_words", "plan_year", "steps", "before", "after",
}  # fmt: skip


def version(number: int) -> dict[str, str]:
    return {"If-Match": f'"{number}"'}


def test_2_3_an_officer_takes_a_site_through_its_life(sign_in: SignIn) -> None:
    officer, wish = sign_in("officer"), plan()
    assert officer.post("/api/dump-sites", json=wish).status_code == 201
    assert officer.post("/api/dump-sites", json=wish).status_code == 200
    address = f"/api/dump-sites/{wish['id']}"
    step = {"id": str(uuid4()), "stage": "listed", "on": "2026-02-01", "decision_number": "12/QĐ-UBND"}
    assert officer.post(f"{address}/stages", json=step).status_code == 428
    listed = officer.post(f"{address}/stages", json=step, headers=version(1))
    assert (listed.status_code, listed.json()["stage"], listed.headers["etag"]) == (200, "listed", '"2"')
    assert officer.post(f"{address}/stages", json=step, headers=version(1)).status_code == 200
    wrong = officer.post(f"{address}/stages", json=step | {"id": str(uuid4()), "stage": "done"}, headers=version(2))
    assert (wrong.status_code, wrong.json()["code"]) == (409, "dump_site_move_not_allowed")
    changed = officer.patch(address, json={"plan_year": 2027}, headers=version(2))
    assert (changed.json()["plan_year"], changed.headers["cache-control"]) == (2027, "no-store")
    stale = officer.patch(address, json={"plan_year": 2028}, headers=version(2))
    assert (stale.status_code, stale.json()["current"]["plan_year"]) == (412, 2027)
    assert officer.get("/api/dump-sites?stage=listed").json()[0]["id"] == wish["id"]
    figures = officer.get("/api/dump-sites/figures?on=2026-02-01").json()
    assert (figures["k5d"]["listed"], figures["k5d"]["share"], figures["k5c"]["share"]) == (1, 0.0, None)


def test_2_3_everybody_sees_public_sites_and_nothing_of_who_reported(client: TestClient, database: Database) -> None:
    with database.session(writes=True) as session:
        case = make_complaint(session, place={"lat": CENTER[0], "lon": CENTER[1], "source": "gps", "accuracy_m": 5})
        make_site(session, stage=Stage.PLANNED, is_public=True, found_words="Bà Vũ Thị Người Báo kể lại")
        make_site(session, name="Chưa công khai")
        secret = {case.code, str(case.id), case.words, "Người Báo", "theo kế hoạch"}
    answer = client.get("/api/black-spots")
    [spot] = answer.json()
    assert spot.keys() == PUBLIC
    assert [step["stage"] for step in spot["steps"]] == ["found", "listed", "planned"]
    assert not [word for word in secret if word in json.dumps(spot, ensure_ascii=False)]
    assert client.get("/api/black-spots", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_2_3_a_visit_of_a_head_comes_with_its_photo_and_again_changes_nothing(
    sign_in: SignIn, database: Database
) -> None:
    head = sign_in("hamlet_head", hamlet="Thôn Mẫu 3")
    with database.session(writes=True) as session:
        site = make_site(session, stage=Stage.WATCHING)
    photo, today = str(uuid4()), str(clock.day_of(clock.now()))
    wish = {
        "id": str(uuid4()), "dump_site_id": str(site.id), "visited_on": today, "result": "clean",
        "photos": [photo], "made_at": "2026-11-20T02:00:00Z",
    }  # fmt: skip
    assert [head.post("/api/dump-site-visits", json=wish).status_code for _ in range(2)] == [201, 200]
    address = f"/api/dump-site-visits/{wish['id']}/photos/{photo}"
    assert [head.put(address, content=small_photo(), headers=JPEG).status_code for _ in range(2)] == [201, 200]
    assert head.delete(address).status_code == 409
    other = head.post("/api/dump-site-visits", json=wish | {"result": "dumped_again"})
    assert (other.status_code, other.json()["code"]) == (409, "dump_site_visit_id_taken")
    assert head.get(f"/api/dump-sites/{site.id}").json()["visits"][0]["photos_missing"] == []
    assert head.patch(f"/api/dump-sites/{site.id}", json={}, headers=version(1)).status_code == 403


def test_photos_before_and_after_are_for_everybody_until_taken_back(
    sign_in: SignIn, client: TestClient, database: Database
) -> None:
    officer = sign_in("officer")
    with database.session(writes=True) as session:
        site = make_site(session, is_public=True)
    photo = f"/api/dump-sites/{site.id}/photos/{uuid4()}"
    assert officer.put(f"{photo}?kind=after", content=small_photo(), headers=JPEG).status_code == 201
    shown = client.get("/api/black-spots").json()[0]["after"]
    assert client.get(shown["large"]).status_code == 200
    now_at = officer.get(f"/api/dump-sites/{site.id}").json()["version"]
    hidden = officer.put(f"{photo}/showing", json={"is_public": False}, headers=version(now_at))
    assert (hidden.status_code, hidden.json()["photos"][0]["is_public"]) == (200, False)
    assert client.get("/api/black-spots").json()[0]["after"] is None


def test_suggestions_and_numbers_are_for_those_who_keep_the_registers(sign_in: SignIn) -> None:
    officer = sign_in("officer", unit="TTDV")
    assert officer.get("/api/dump-suggestions").json() == []
    nobody = officer.post("/api/dump-suggestions/dismissals", json={"complaint_ids": [str(uuid4())]})
    assert (nobody.status_code, nobody.json()["code"]) == (404, "complaint_not_found")
    numbers = officer.get("/api/dump-settings").json()
    numbers.pop("version")
    assert officer.put("/api/dump-settings", json=numbers | {"cluster_m": 80}, headers=version(1)).status_code == 200
    assert officer.get("/api/dump-settings").json()["cluster_m"] == 80
