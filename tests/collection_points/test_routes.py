"""The doors to the register: status, shape, permission."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.collection_points.models import CollectionPoint, PointKind
from api.core.database import Database
from tests.collection_points.make import make_point, plan
from tests.photos import small_photo
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., TestClient]
CSV = {"Content-Type": "text/csv"}
JPEG = {"Content-Type": "image/jpeg"}
SHOWN = {
    "opening_hours", "opening_words", "state_since", "state_why",
    "id", "code", "name", "kind", "hamlet_id", "hamlet_name", "lat", "lon", "place_words", "schedule", "schedule_words",
    "next_at", "households_served", "place_kind", "area_m2", "capacity_m3", "accepts", "crew",
    "opened_on", "contact", "state", "distance_m", "thumb",
}  # fmt: skip


def put_point(database: Database, name: str = "Điểm tập kết", **more: object) -> CollectionPoint:
    with database.session(writes=True) as session:
        return make_point(session, name, **more)


def test_everybody_may_read_the_register_and_their_copy_stays_good(client: TestClient, database: Database) -> None:
    put_point(database)
    answer = client.get("/api/collection-points")
    [item] = answer.json()
    assert item.keys() == SHOWN
    assert item["schedule"][0] == {"weekday": 1, "from": "17:00", "to": "18:30"}
    assert item["next_at"].endswith("Z")
    assert answer.headers["cache-control"] == "no-cache"
    again = client.get("/api/collection-points", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_register_is_filtered_and_sorted_by_distance(client: TestClient, database: Database) -> None:
    put_point(database, "Xa", code="A", place=(20.93, 106.18))
    put_point(database, "Gần", code="B", kind=PointKind.HAZARDOUS)
    near = client.get("/api/collection-points?near=20.9089,106.1793").json()
    assert [item["name"] for item in near] == ["Gần", "Xa"]
    assert near[0]["distance_m"] == 0
    assert [item["name"] for item in client.get("/api/collection-points?kind=hazardous").json()] == ["Gần"]
    assert client.get("/api/collection-points?state=closed").json() == []
    wrong = client.get("/api/collection-points?near=here")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "near_rejected")
    assert client.get("/api/collection-points?q=%00").status_code == 422


def test_one_point_has_photos_note_and_version(client: TestClient, database: Database) -> None:
    point = put_point(database)
    answer = client.get(f"/api/collection-points/{point.id}")
    assert answer.json().keys() == SHOWN | {"photos", "note", "version"}
    assert answer.headers["etag"] == '"1"'
    missing = client.get(f"/api/collection-points/{uuid4()}")
    assert (missing.status_code, missing.json()["code"]) == (404, "collection_point_not_found")


def test_the_register_comes_as_a_file(client: TestClient, database: Database) -> None:
    put_point(database, "+84 là số máy", code="A1")
    answer = client.get("/api/collection-points.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert "A1,'+84 là số máy" in answer.text


def test_an_officer_adds_and_changes_a_point(sign_in: SignIn) -> None:
    officer, wish = sign_in("officer", unit="TTDV"), plan()
    created = officer.post("/api/collection-points", json=wish)
    assert (created.status_code, created.headers["etag"]) == (201, '"1"')
    assert officer.post("/api/collection-points", json=wish).status_code == 200
    address = f"/api/collection-points/{wish['id']}"
    assert officer.patch(address, json={"note": "Mới sơn"}).status_code == 428
    changed = officer.patch(address, json={"note": "Mới sơn"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["note"], changed.headers["etag"]) == (200, "Mới sơn", '"2"')
    stale = officer.patch(address, json={"note": "Cũ"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["note"]) == (412, "Mới sơn")


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"lat": 20.9}, ""),
        ({"lat": 20.9, "lon": None}, ""),
        ({"lat": 91, "lon": 0}, "lat"),
        ({"kind": "dump"}, "kind"),
        ({"schedule": [{"weekday": 8, "from": "07:00"}]}, "schedule.0.weekday"),
        ({"schedule": [{"weekday": 1, "from": "7:00"}]}, "schedule.0.from"),
        ({"schedule": [{"weekday": 1, "from": "08:00", "to": "07:00"}]}, "schedule"),
        ({"contact": None}, "contact"),
        ({"contact": "x" * 121}, "contact"),
        ({"search_text": "x"}, "search_text"),
    ],
)
def test_a_bad_field_is_named(sign_in: SignIn, database: Database, wish: dict[str, object], field: str) -> None:
    point, officer = put_point(database), sign_in("officer")
    answer = officer.patch(f"/api/collection-points/{point.id}", json=wish, headers={"If-Match": '"1"'})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_a_photo_arrives_once_and_everybody_sees_it(sign_in: SignIn, client: TestClient, database: Database) -> None:
    point, officer = put_point(database), sign_in("officer")
    address = f"/api/collection-points/{point.id}/photos/{uuid4()}"
    for status in (201, 200):
        answer = officer.put(address, content=small_photo(), headers=JPEG)
        assert answer.status_code == status
    [photo] = client.get(f"/api/collection-points/{point.id}").json()["photos"]
    assert client.get(photo["large"]).headers["content-type"] == "image/jpeg"
    assert client.get("/api/collection-points").json()[0]["thumb"] == photo["thumb"]
    other = officer.put(address, content=small_photo(2), headers=JPEG)
    assert (other.status_code, other.json()["code"]) == (409, "picture_id_taken")
    broken = officer.put(address, content=b"no picture", headers=JPEG)
    assert broken.status_code == 422


def test_a_photo_of_a_point_can_be_taken_away_and_its_address_dies(
    sign_in: SignIn, client: TestClient, database: Database
) -> None:
    point, officer = put_point(database), sign_in("officer")
    address = f"/api/collection-points/{point.id}/photos/{uuid4()}"
    officer.put(address, content=small_photo(), headers=JPEG)
    [photo] = client.get(f"/api/collection-points/{point.id}").json()["photos"]
    assert officer.delete(address).status_code == 428
    stale = officer.delete(address, headers={"If-Match": '"7"'})
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, 1)
    gone = officer.delete(address, headers={"If-Match": '"1"'})
    assert (gone.status_code, gone.json()["photos"], gone.headers["etag"]) == (200, [], '"2"')
    assert client.get(photo["large"]).status_code == 404
    again = officer.delete(address, headers={"If-Match": '"2"'})
    assert (again.status_code, again.json()["code"]) == (404, "photo_not_found")


def test_an_import_is_tried_first_and_then_done(sign_in: SignIn, client: TestClient) -> None:
    officer = sign_in("officer")
    rows = "code,name,schedule\nA1,Cổng làng,T2 7:00\nA2,Cuối làng,T9\n".encode()
    dry = officer.post("/api/collection-points/imports?dry_run=true", content=rows, headers=CSV).json()
    assert (dry["rows"], dry["created"], [error["row"] for error in dry["errors"]]) == (2, 1, [3])
    assert client.get("/api/collection-points").json() == []
    assert officer.post("/api/collection-points/imports", content=rows, headers=CSV).json() == dry
    assert [item["code"] for item in client.get("/api/collection-points").json()] == ["A1"]


@pytest.mark.parametrize(
    ("role", "status"),
    [("administrator", 201), ("officer", 201), ("hamlet_head", 403), ("leader", 403), ("front", 403)],
)
def test_points_are_kept_by_administrators_and_officers(sign_in: SignIn, role: str, status: int) -> None:
    assert sign_in(role).post("/api/collection-points", json=plan()).status_code == status


def test_a_stranger_changes_nothing(client: TestClient, database: Database) -> None:
    address = f"/api/collection-points/{put_point(database).id}"
    for answer in (
        client.post("/api/collection-points", json=plan()),
        client.patch(address, json={}, headers={"If-Match": '"1"'}),
        client.put(f"{address}/photos/{uuid4()}", content=small_photo(), headers=JPEG),
        client.post("/api/collection-points/imports", content=b"code,name\n", headers=CSV),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_needed")


def test_2_2b_a_point_tells_its_place_its_size_and_what_may_be_brought(
    sign_in: Callable[..., SignedIn], client: TestClient
) -> None:
    officer = sign_in("officer")
    wish = {
        "id": str(uuid4()), "code": "TK-90", "name": "Bể bao bì thuốc", "kind": "pesticide", "place_kind": "hamlet",
        "area_m2": 12.5, "capacity_m3": 1.25, "accepts": ["pesticide"], "crew": "Tổ mẫu", "opened_on": "2026-03-01",
    }  # fmt: skip
    made = officer.post("/api/collection-points", json=wish)
    assert made.status_code == 201, made.text
    shown = client.get(f"/api/collection-points/{wish['id']}").json()
    assert {name: shown[name] for name in wish} == wish
    file = client.get("/api/collection-points.csv").content
    again = officer.post("/api/collection-points/imports", content=file, headers={"Content-Type": "text/csv"}).json()
    assert (again["created"], again["updated"], again["errors"]) == (0, 0, []), "what was exported changes nothing"
    unknown = officer.post("/api/collection-points", json={**wish, "id": str(uuid4()), "accepts": ["gold"]})
    assert unknown.status_code == 422


def test_N1_opening_hours_open_and_shut_and_go_through_the_spreadsheet(sign_in: Callable[..., SignedIn]) -> None:
    officer = sign_in("administrator")
    hours = [{"weekday": 2, "from": "07:00", "to": "11:00"}, {"weekday": 1, "from": "07:00", "to": "11:00"}]
    made = officer.post("/api/collection-points", json=plan(opening_hours=hours))
    assert (made.status_code, made.json()["opening_words"]) == (201, "T2,T3 07:00-11:00")
    endless = officer.post("/api/collection-points", json=plan(code="TK-02", opening_hours=[hours[0] | {"to": None}]))
    assert_problem(endless, 422, "opening_hours_rejected")
    text = officer.get("/api/collection-points.csv").text
    assert "T2,T3 07:00-11:00" in text
    again = officer.post("/api/collection-points/imports", content=text.encode(), headers={"Content-Type": "text/csv"})
    assert (again.json()["updated"], again.json()["errors"]) == (0, [])
    bad = text.replace("T2,T3 07:00-11:00", "T2 07:00")
    refused = officer.post("/api/collection-points/imports", content=bad.encode(), headers={"Content-Type": "text/csv"})
    assert [(one["row"], one["column"]) for one in refused.json()["errors"]] == [(2, "Giờ mở cửa")]


def test_N1_the_history_of_a_point_tells_who_changed_what_and_only_to_staff(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    officer = sign_in("administrator")
    made = plan()
    officer.post("/api/collection-points", json=made)
    address = f"/api/collection-points/{made['id']}"
    officer.patch(address, json={"state": "closed", "state_why": "Sửa nền"}, headers={"If-Match": '"1"'})
    first, last = officer.get(f"{address}/history").json()
    assert (first["verb"], last["verb"]) == ("created", "changed")
    assert last["changes"]["state"] == {"before": "open", "after": "closed"}
    assert last["changes"]["state_why"]["after"] == "Sửa nền"
    assert_problem(client.get(f"{address}/history"), 401)
