"""P4, C8: the commune's own rules decide who gets a case, at intake or as a suggestion."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from api.complaints import routing_rules
from api.complaints.routing_models import RoutingRule
from api.complaints.routing_rules import Situation
from api.core.database import Database
from tests.accounts.make import make_unit
from tests.complaints.make import payload
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

UNIT, OTHER, USUAL, HAMLET = uuid4(), uuid4(), uuid4(), uuid4()
FRIDAY_NIGHT, SATURDAY_DAWN = datetime(2026, 11, 27, 23, 30), datetime(2026, 11, 28, 4, 0)


def rule(unit_id: UUID = UNIT, **facts: Any) -> RoutingRule:
    return RoutingRule(id=uuid4(), name="Quy tắc", unit_id=unit_id, **facts)


@pytest.mark.parametrize(
    ("conditions", "fits"),
    [
        ({}, True),
        ({"category": "burning"}, True),
        ({"category": "litter"}, False),
        ({"hamlet_id": HAMLET}, True),
        ({"hamlet_id": OTHER}, False),
        ({"weekdays": "5"}, True),
        ({"weekdays": "67"}, False),
        ({"from_time": time(22), "to_time": time(5)}, True),
        ({"from_time": time(7), "to_time": time(17)}, False),
        ({"category": "burning", "weekdays": "5", "from_time": time(22), "to_time": time(5)}, True),
    ],
)
def test_P4_a_rule_fits_when_every_condition_does(conditions: dict[str, Any], fits: bool) -> None:
    assert routing_rules.fits(rule(**conditions), Situation("burning", HAMLET, FRIDAY_NIGHT)) is fits


def test_P4_a_window_over_midnight_belongs_to_the_day_it_began_on() -> None:
    night = (time(22), time(5))
    assert routing_rules.in_window("5", *night, SATURDAY_DAWN)
    assert not routing_rules.in_window("6", *night, SATURDAY_DAWN)
    assert not routing_rules.in_window("5", *night, SATURDAY_DAWN.replace(hour=5))


def test_P4_the_first_that_fits_decides_and_the_usual_unit_stands_last() -> None:
    rules = [rule(OTHER, is_active=False), rule(UNIT, category="burning", is_automatic=True), rule(OTHER)]
    found = routing_rules.route(rules, Situation("burning", None, FRIDAY_NIGHT), USUAL)
    assert (found.unit_id, found.is_automatic, found.rule) == (UNIT, True, rules[1])
    assert routing_rules.route([], Situation("burning", None, FRIDAY_NIGHT), USUAL).unit_id == USUAL


@pytest.fixture
def officer(sign_in: Callable[..., SignedIn], seeded: Database) -> SignedIn:
    return sign_in("officer")


def make(officer: SignedIn, database: Database, unit: str = "CA", **facts: Any) -> dict[str, Any]:
    with database.session(writes=True) as session:
        unit_id = str(make_unit(session, unit).id)
    body = {"id": str(uuid4()), "name": "Ban đêm báo công an", "unit_id": unit_id} | facts
    answer = officer.post("/api/routing-rules", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def test_P4_an_automatic_rule_hands_out_at_intake_and_a_suggesting_one_does_not(
    client: TestClient, officer: SignedIn, database: Database
) -> None:
    made = make(officer, database, category="burning", is_automatic=True, priority="urgent")
    make(officer, database, "TTDV", category="dump_water")
    handed = client.post("/api/complaints", json=payload(category="burning")).json()
    case = officer.get(f"/api/desk/complaints/{handed['id']}").json()
    assert (case["status"], case["unit"]["id"], case["priority"]) == ("assigned", made["unit_id"], "urgent")
    assert "Ban đêm báo công an" in case["timeline"][-1]["text"] and case["held_since"]
    waiting = client.post("/api/complaints", json=payload()).json()
    case = officer.get(f"/api/desk/complaints/{waiting['id']}").json()
    assert (case["status"], case["unit"]) == ("submitted", None)
    assert case["suggestion"]["rule_name"] and case["suggested_unit"] == case["suggestion"]["unit"]


def test_C8_the_hamlet_whose_ground_it_is_decides_the_unit(
    client: TestClient, officer: SignedIn, database: Database
) -> None:
    with database.session(writes=True) as session:
        hamlet_id = str(make_hamlet(session, "Thôn Mẫu 3").id)
    make(officer, database, hamlet_id=hamlet_id)
    asked = {"category": "dump_water", "at": "2026-11-30T03:00:00Z"}
    inside = officer.get("/api/routing-rules/trial", params=asked | {"hamlet_id": hamlet_id}).json()
    elsewhere = officer.get("/api/routing-rules/trial", params=asked).json()
    assert inside["rule_name"] and inside["unit"]["name"] != elsewhere["unit"]["name"]
    assert elsewhere["rule_id"] is None


def test_P4_rules_are_changed_against_their_version_and_ordered_against_what_was_seen(
    officer: SignedIn, database: Database
) -> None:
    first, second = make(officer, database), make(officer, database, "TTDV")
    body = {"name": "Khác", "unit_id": first["unit_id"], "from_time": "22:00"}
    address = f"/api/routing-rules/{first['id']}"
    assert_problem(officer.put(address, json=body), 428)
    assert_problem(officer.put(address, json=body, headers={"If-Match": '"1"'}), 422, "window_half")
    changed = officer.put(address, json=body | {"to_time": "05:00"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["from_time"], changed.json()["version"]) == (200, "22:00", 2)
    assert_problem(officer.put(address, json=body | {"to_time": "05:00"}, headers={"If-Match": '"1"'}), 412)
    seen, wanted = [first["id"], second["id"]], [second["id"], first["id"]]
    ordered = officer.put("/api/routing-rules/order", json={"was": seen, "ids": wanted}).json()
    assert [one["id"] for one in ordered["items"]] == wanted
    assert_problem(
        officer.put("/api/routing-rules/order", json={"was": seen, "ids": wanted}), 409, "routing_order_changed"
    )
    assert officer.delete(address, headers={"If-Match": '"2"'}).status_code == 204
    assert len(officer.get("/api/routing-rules").json()["items"]) == 1
