"""Field rounds: the order of the way, what is on the paper, and marks that may come late."""

import random
from collections.abc import Callable
from itertools import permutations
from uuid import uuid4

from api.complaints.models import Complaint
from api.desk import round_rules
from api.places.rules import Point
from tests.places.make import CENTER
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

START = Point(*CENTER)


def test_G13_the_way_is_nearly_the_shortest() -> None:
    dice = random.Random(7)
    for _ in range(12):
        stops = [Point(CENTER[0] + dice.uniform(-0.02, 0.02), CENTER[1] + dice.uniform(-0.02, 0.02)) for _ in range(6)]
        best = min(round_rules.length_m(START, list(order)) for order in permutations(stops))
        found = [stops[at] for at in round_rules.route(START, stops)]
        assert sorted(found) == sorted(stops)
        assert round_rules.length_m(START, found) <= best * 1.2


def test_G13_no_stop_one_stop_and_twice_the_same_place() -> None:
    assert round_rules.route(START, []) == []
    assert round_rules.route(START, [START]) == [0]
    assert sorted(round_rules.route(START, [START] * 3)) == [0, 1, 2]


def test_G13_a_shortlist_becomes_a_route_with_a_picture_to_scan(
    officer: SignedIn, make: Callable[..., Complaint]
) -> None:
    far, near = (make(hamlet=None, place=place(north)) for north in (0.02, 0.002))
    words = make()
    body = {
        "id": str(uuid4()),
        "cases": [str(one.id) for one in (words, far, near)],
        "lat": START.lat,
        "lon": START.lon,
    }
    answer = officer.post("/api/desk/rounds", json=body)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert [stop["code"] for stop in made["stops"]] == [near.code, far.code, words.code]
    assert 2100 < made["metres"] < 2400
    assert made["stops"][2]["place_words"] == "Sau nhà văn hóa"
    assert all(stop["qr_svg"].startswith("<svg") for stop in made["stops"])
    assert officer.post("/api/desk/rounds", json=body).status_code == 200
    assert officer.get(f"/api/desk/rounds/{made['id']}").json() == made
    [brief] = officer.get("/api/desk/rounds").json()["items"]
    assert (brief["stops"], brief["visited"]) == (3, 0)


def place(north: float) -> dict[str, object]:
    return {"lat": CENTER[0] + north, "lon": CENTER[1], "accuracy_m": 5, "source": "gps"}


def test_G13_marks_made_without_a_network_come_late_and_the_first_one_stands(
    officer: SignedIn, make: Callable[..., Complaint]
) -> None:
    case = make()
    round_id = str(uuid4())
    officer.post("/api/desk/rounds", json={"id": round_id, "cases": [str(case.id)]})
    marks = f"/api/desk/rounds/{round_id}/marks"
    for mark in ("start", str(case.id), "finish"):
        first = officer.put(f"{marks}/{mark}", json={"at": "2026-11-20T01:00:00Z"})
        assert first.status_code == 200, first.text
        officer.put(f"{marks}/{mark}", json={"at": "2026-11-20T02:00:00Z"})
    found = officer.get(f"/api/desk/rounds/{round_id}").json()
    moments = {found["started_at"], found["finished_at"], found["stops"][0]["visited_at"]}
    assert moments == {"2026-11-20T01:00:00.000Z"}
    assert_problem(officer.put(f"{marks}/{uuid4()}", json={"at": "2026-11-20T01:00:00Z"}), 404, "round_not_found")
    assert_problem(officer.put(f"{marks}/middle", json={"at": "2026-11-20T01:00:00Z"}), 422)


def test_G13_a_hamlet_head_makes_a_round_of_the_own_hamlet_only(
    sign_in: Callable[..., SignedIn], officer: SignedIn, make: Callable[..., Complaint]
) -> None:
    own, other = make(hamlet="Thôn Mẫu 3"), make(hamlet="Thôn Mẫu 4")
    head = sign_in("hamlet_head", hamlet="Thôn Mẫu 3")
    assert head.post("/api/desk/rounds", json={"id": str(uuid4()), "cases": [str(own.id)]}).status_code == 201
    wrong = head.post("/api/desk/rounds", json={"id": str(uuid4()), "cases": [str(other.id)]})
    assert_problem(wrong, 404, "complaint_not_found")
    theirs = str(uuid4())
    officer.post("/api/desk/rounds", json={"id": theirs, "cases": [str(other.id)]})
    assert_problem(head.get(f"/api/desk/rounds/{theirs}"), 404, "round_not_found")
