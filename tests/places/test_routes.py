"""The doors to hamlets: status, shape, permission."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.core.database import Database
from api.places.models import Hamlet
from tests.places.make import make_hamlet, square

SignIn = Callable[..., TestClient]
CSV = {"Content-Type": "text/csv; charset=utf-8"}
ROWS = "code,name,valid_from\nM1,Thôn Mẫu 1,2025-07-01\n".encode()


def put_hamlet(database: Database, name: str = "Thôn Mẫu 3", **more: object) -> Hamlet:
    with database.session(writes=True) as session:
        return make_hamlet(session, name, **more)


def plan() -> dict[str, object]:
    return {"id": str(uuid4()), "code": "M9", "name": "Thôn Mẫu 9", "valid_from": "2025-07-01"}


def test_everybody_may_read_the_hamlets_and_their_copy_stays_good(client: TestClient, database: Database) -> None:
    hamlet = put_hamlet(database)
    answer = client.get("/api/hamlets")
    [item] = answer.json()
    assert answer.headers["cache-control"] == "no-cache"
    assert item["id"] == str(hamlet.id)
    assert item["center"] == {"lat": 20.9089, "lon": 106.1793}
    assert item["boundary"]["type"] == "Polygon"
    assert {"code", "name", "households", "version"} <= item.keys()
    again = client.get("/api/hamlets", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_list_is_that_of_a_day(client: TestClient, database: Database, sign_in: SignIn) -> None:
    put_hamlet(database)
    assert client.get("/api/hamlets?on=2025-06-30").json() == []
    assert len(client.get("/api/hamlets?on=2025-06-30&every=true").json()) == 1
    assert client.get("/api/hamlets?on=86400").status_code == 422


def test_one_hamlet_carries_its_version(client: TestClient, database: Database) -> None:
    hamlet = put_hamlet(database)
    answer = client.get(f"/api/hamlets/{hamlet.id}")
    assert (answer.headers["etag"], answer.json()["version"]) == ('"1"', 1)
    missing = client.get(f"/api/hamlets/{uuid4()}")
    assert (missing.status_code, missing.json()["code"]) == (404, "hamlet_not_found")


def test_the_outline_is_a_geojson_feature(client: TestClient) -> None:
    answer = client.get("/api/outline")
    assert (answer.json()["type"], answer.json()["geometry"]["type"]) == ("Feature", "Polygon")
    assert answer.headers["etag"]


def test_the_administrator_sets_up_a_hamlet(sign_in: SignIn) -> None:
    administrator, wish = sign_in("administrator"), plan()
    answer = administrator.post("/api/hamlets", json=wish)
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    assert administrator.post("/api/hamlets", json=wish).status_code == 200
    taken = administrator.post("/api/hamlets", json=plan())
    assert (taken.status_code, taken.json()["code"]) == (409, "hamlet_code_taken")
    assert taken.json()["errors"][0]["field"] == "code"


def test_a_change_needs_the_version_and_a_stale_one_gets_the_present(sign_in: SignIn, database: Database) -> None:
    hamlet, administrator = put_hamlet(database), sign_in("administrator")
    address = f"/api/hamlets/{hamlet.id}"
    assert administrator.patch(address, json={"households": 5}).status_code == 428
    changed = administrator.patch(address, json={"households": 5}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')
    stale = administrator.patch(address, json={"households": 6}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["households"]) == (412, 5)


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"boundary": {"type": "Polygon", "coordinates": [[[1, 2]]]}}, "boundary"),
        ({"name": None}, "name"),
        ({"name": " "}, "name"),
        ({"code": "M 3"}, "code"),
        ({"valid_from": 0}, "valid_from"),
        ({"center": {"lat": 91, "lon": 0}}, "center.lat"),
        ({"version": 7}, "version"),
        ({"name": "x" * 81}, "name"),
    ],
)
def test_a_bad_field_is_named(sign_in: SignIn, database: Database, wish: dict[str, object], field: str) -> None:
    hamlet, administrator = put_hamlet(database), sign_in("administrator")
    answer = administrator.patch(f"/api/hamlets/{hamlet.id}", json=wish, headers={"If-Match": '"1"'})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_a_boundary_is_drawn_and_taken_away(sign_in: SignIn, database: Database) -> None:
    hamlet, administrator = put_hamlet(database), sign_in("administrator")
    address = f"/api/hamlets/{hamlet.id}"
    drawn = administrator.patch(address, json={"boundary": square(20.9, 106.2)}, headers={"If-Match": '"1"'})
    assert drawn.json()["boundary"] == square(20.9, 106.2)
    away = administrator.patch(address, json={"boundary": None}, headers={"If-Match": '"2"'})
    assert away.json()["boundary"] is None


def test_an_import_is_tried_first_and_then_done(sign_in: SignIn, client: TestClient) -> None:
    administrator = sign_in("administrator")
    dry = administrator.post("/api/hamlets/imports?dry_run=true", content=ROWS, headers=CSV)
    assert dry.json() == {"rows": 1, "created": 1, "updated": 0, "errors": [], "remarks": []}
    assert client.get("/api/hamlets").json() == []
    administrator.post("/api/hamlets/imports", content=ROWS, headers=CSV)
    assert [item["code"] for item in client.get("/api/hamlets").json()] == ["M1"]


def test_an_import_takes_csv_only(sign_in: SignIn) -> None:
    administrator = sign_in("administrator")
    wrong = administrator.post("/api/hamlets/imports", content=ROWS, headers={"Content-Type": "application/pdf"})
    assert (wrong.status_code, wrong.json()["code"]) == (415, "csv_expected")
    broken = administrator.post("/api/hamlets/imports", content=b"M\xe3", headers=CSV)
    assert (broken.status_code, broken.json()["code"]) == (422, "csv_not_utf8")


@pytest.mark.parametrize(
    ("role", "unit", "status"),
    [
        ("administrator", None, 201),
        ("officer", "PKT", 201),
        ("officer", "TTDV", 403),
        ("hamlet_head", None, 403),
        ("leader", None, 403),
        ("front", None, 403),
    ],
)
def test_hamlets_are_set_up_by_administrators_and_the_hotline_s_unit(
    sign_in: SignIn, role: str, unit: str | None, status: int
) -> None:
    assert sign_in(role, unit=unit).post("/api/hamlets", json=plan()).status_code == status


def test_a_stranger_changes_nothing(client: TestClient, database: Database) -> None:
    hamlet = put_hamlet(database)
    for answer in (
        client.post("/api/hamlets", json=plan()),
        client.patch(f"/api/hamlets/{hamlet.id}", json={}, headers={"If-Match": '"1"'}),
        client.post("/api/hamlets/imports", content=ROWS, headers=CSV),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_needed")
