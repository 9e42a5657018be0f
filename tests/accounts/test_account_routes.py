"""The administrators' doors: accounts and units."""

from uuid import uuid4

import pytest

from tests.accounts.make import make_unit
from tests.support.answers import assert_problem

LAN = {"name": "Nguyễn Thị Lan", "login": "nguyen.lan", "phone": "0912 345 678", "role": "leader"}


@pytest.fixture
def administrator(sign_in):
    return sign_in("administrator", login="quan.tri")


@pytest.fixture
def unit(database):
    with database.session(writes=True) as session:
        return make_unit(session, "TTDV")


def change(client, address, version, **facts):
    return client.patch(address, json=facts, headers={"If-Match": f'"{version}"'})


def test_an_account_is_made_without_a_password(administrator):
    answer = administrator.post("/api/accounts", json=LAN)
    body = answer.json()
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    assert answer.headers["cache-control"] == "no-store"
    assert set(body) == {
        "id", "name", "login", "phone", "role", "unit", "hamlet", "is_head", "is_active", "has_password", "created_at",
        "last_seen_at", "version",
    }  # fmt: skip
    assert (body["phone"], body["has_password"], body["is_active"]) == ("0912345678", False, True)


def test_an_account_sent_twice_is_made_once(administrator):
    sent = {**LAN, "id": str(uuid4())}
    first, again = (administrator.post("/api/accounts", json=sent) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert_problem(administrator.post("/api/accounts", json={**sent, "name": "Khác"}), 409, "account_id_taken")


@pytest.mark.parametrize(
    ("facts", "status", "field"),
    [
        ({"role": "officer"}, 422, "unit_id"),
        ({"role": "hamlet_head"}, 422, "hamlet_id"),
        ({"role": "officer", "unit_id": str(uuid4())}, 422, "unit_id"),
        ({"hamlet_id": str(uuid4())}, 422, "hamlet_id"),
        ({"role": "king"}, 422, "role"),
        ({"login": "Có dấu cách"}, 422, "login"),
        ({"login": "0912345678"}, 422, "login"),
        ({"phone": "12345"}, 422, "phone"),
        ({"name": "  "}, 422, "name"),
        ({"is_active": False}, 422, "is_active"),
        ({"login": "QUAN.TRI"}, 409, "login"),
    ],
)
def test_a_faulty_account_is_refused_at_its_field(administrator, facts, status, field):
    body = assert_problem(administrator.post("/api/accounts", json={**LAN, **facts}), status)
    assert [fault["field"] for fault in body["errors"]] == [field]


def test_a_hamlet_that_does_not_exist_is_refused(administrator):
    sent = {**LAN, "role": "hamlet_head", "hamlet_id": str(uuid4())}
    assert_problem(administrator.post("/api/accounts", json=sent), 409, "reference_unknown")


def test_accounts_are_listed_by_user_name(administrator):
    administrator.post("/api/accounts", json=LAN)
    page = administrator.get("/api/accounts").json()
    assert [one["login"] for one in page["items"]] == ["nguyen.lan", "quan.tri"]
    assert page["next"] is None
    assert_problem(administrator.get("/api/accounts?cursor=made-up"), 422, "cursor_broken")


def test_a_change_needs_the_version_it_was_made_against(administrator, unit):
    made = administrator.post("/api/accounts", json=LAN).json()
    address = f"/api/accounts/{made['id']}"
    assert_problem(administrator.patch(address, json={"name": "Mai"}), 428, "precondition_missing")
    changed = change(administrator, address, 1, role="officer", unit_id=str(unit.id))
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')
    assert changed.json()["unit"] == {"id": str(unit.id), "name": unit.name, "is_hotline": False}
    late = assert_problem(change(administrator, address, 1, name="Mai"), 412, "stale")
    assert late["current"] == changed.json()
    assert_problem(change(administrator, f"/api/accounts/{uuid4()}", 1, name="Mai"), 404, "account_not_found")


def test_the_last_administrator_can_neither_be_disabled_nor_demoted(administrator):
    address = f"/api/accounts/{administrator.account.id}"
    assert_problem(change(administrator, address, 1, is_active=False), 409, "last_administrator")
    assert_problem(change(administrator, address, 1, role="leader"), 409, "last_administrator")
    assert administrator.get("/api/session").json()["account"]["role"] == "administrator"


def test_who_is_disabled_is_out_at_once(administrator, sign_in):
    officer = sign_in("officer")
    address = f"/api/accounts/{officer.account.id}"
    assert change(administrator, address, 1, is_active=False).json()["is_active"] is False
    assert officer.get("/api/session").json() == {"account": None}
    assert change(administrator, address, 2, is_active=True).json()["is_active"] is True
    assert officer.get("/api/session").json() == {"account": None}


def test_a_new_role_counts_from_the_next_request_on(administrator, sign_in):
    front = sign_in("front")
    assert_problem(front.get("/api/accounts"), 403, "not_allowed")
    change(administrator, f"/api/accounts/{front.account.id}", 1, role="administrator")
    assert front.get("/api/accounts").status_code == 200


def test_an_administrator_signs_somebody_out_everywhere(administrator, sign_in):
    officer = sign_in("officer")
    assert administrator.delete(f"/api/accounts/{officer.account.id}/devices").status_code == 204
    assert officer.get("/api/session").json() == {"account": None}
    assert administrator.get("/api/session").json()["account"]
    assert_problem(administrator.delete(f"/api/accounts/{uuid4()}/devices"), 404, "account_not_found")


def test_units_are_made_listed_and_changed(administrator, sign_in):
    made = administrator.post("/api/units", json={"code": "ca", "name": "Công an xã"})
    assert (made.status_code, made.headers["etag"], made.json()["code"]) == (201, '"1"', "CA")
    officer = sign_in("officer", unit="CA", name="Trần Văn Công")
    listed = officer.get("/api/units").json()
    assert listed["next"] is None
    assert listed["items"][0]["officers"] == [{"id": str(officer.account.id), "name": "Trần Văn Công"}]
    address = f"/api/units/{made.json()['id']}"
    assert_problem(administrator.patch(address, json={"name": "X"}), 428, "precondition_missing")
    assert change(administrator, address, 1, name="Công an xã Kẻ Sặt").json()["version"] == 2
    stale = assert_problem(change(administrator, address, 1, name="X"), 412, "stale")
    assert stale["current"]["name"] == "Công an xã Kẻ Sặt"
    assert_problem(change(administrator, address, 2, is_active=False), 409, "unit_in_use")
    assert_problem(change(administrator, f"/api/units/{uuid4()}", 1, name="X"), 404, "unit_not_found")


def test_a_unit_sent_twice_is_made_once_and_its_code_is_its_own(administrator):
    sent = {"id": str(uuid4()), "code": "CA", "name": "Công an xã"}
    assert [administrator.post("/api/units", json=sent).status_code for _ in range(2)] == [201, 200]
    body = assert_problem(administrator.post("/api/units", json={**sent, "id": str(uuid4())}), 409, "unit_code_taken")
    assert body["errors"][0]["field"] == "code"


def test_an_officer_of_the_hotline_cannot_make_their_own_unit_the_hotline_of_all(sign_in, unit):
    officer = sign_in("officer")
    assert_problem(change(officer, f"/api/units/{unit.id}", 1, is_hotline=True), 403, "not_allowed")
