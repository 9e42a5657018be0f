"""Saved filters: one's own and the unit's, counted, changed by their maker alone."""

from collections.abc import Callable
from uuid import uuid4

from api.complaints.models import Complaint
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
QUERY = {"queue": "all", "category": "dump_water"}


def test_G10_a_filter_is_kept_under_a_name_with_how_many_it_finds(
    officer: SignedIn, make: Callable[..., Complaint]
) -> None:
    make()
    make(category="burning")
    body = {"id": str(uuid4()), "name": "Rác sông", "query": QUERY}
    first = officer.post("/api/desk/filters", json=body)
    assert first.status_code == 201, first.text
    assert officer.post("/api/desk/filters", json=body).status_code == 200
    [found] = officer.get("/api/desk/filters").json()["items"]
    assert (found["name"], found["query"], found["count"], found["is_mine"]) == ("Rác sông", QUERY, 1, True)
    make()
    assert officer.get("/api/desk/filters").json()["items"][0]["count"] == 2


def test_G10_a_shared_filter_is_the_units_to_see_and_the_makers_to_change(officer: SignedIn, sign_in: SignIn) -> None:
    own, shared = ({"id": str(uuid4()), "name": name, "query": {}, "is_shared": name == "b"} for name in "ab")
    for body in (own, shared):
        officer.post("/api/desk/filters", json=body)
    colleague, stranger = sign_in("officer"), sign_in("officer", unit="TTDV")
    [seen] = colleague.get("/api/desk/filters").json()["items"]
    assert (seen["name"], seen["is_mine"], seen["is_shared"]) == ("b", False, True)
    assert stranger.get("/api/desk/filters").json()["items"] == []
    address = f"/api/desk/filters/{shared['id']}"
    assert_problem(colleague.delete(address, headers={"If-Match": '"1"'}), 404, "filter_not_found")
    change = {"name": "c", "query": QUERY, "position": 3}
    assert_problem(officer.put(address, json=change), 428)
    assert officer.put(address, json=change, headers={"If-Match": '"1"'}).json()["name"] == "c"
    assert_problem(officer.put(address, json=change, headers={"If-Match": '"1"'}), 412)
    assert colleague.get("/api/desk/filters").json()["items"] == []
    assert officer.delete(address, headers={"If-Match": '"2"'}).status_code == 204
    assert_problem(officer.post("/api/desk/filters", json=own | {"name": "khác"}), 409, "filter_id_taken")
    assert_problem(officer.post("/api/desk/filters", json={**own, "id": str(uuid4()), "query": {"x": 1}}), 422)


def test_G10_filters_have_an_end(officer: SignedIn) -> None:
    for number in range(30):
        officer.post("/api/desk/filters", json={"id": str(uuid4()), "name": f"{number}", "query": {}})
    more = officer.post("/api/desk/filters", json={"id": str(uuid4()), "name": "31", "query": {}})
    assert_problem(more, 409, "too_many_filters")
