"""Supervision (plan 1.4 and O3): the Front plans, finds and follows until it is answered; it changes nothing else."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import select

from api.accounts.models import Unit
from api.core import clock
from api.core.database import Database
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
NEW = {"If-Match": '"0"'}


@pytest.fixture
def front(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("front")


@pytest.fixture
def unit(seeded: Database) -> str:
    with seeded.session(writes=False) as session:
        return str(session.exec(select(Unit.id).where(Unit.code == "TTDV")).one())


def visit_wish(**more: object) -> dict[str, object]:
    today = clock.day_of(clock.now())
    return {"topic": "Thu gom rác ở chợ mẫu", "planned_on": today.isoformat(), "held_on": today.isoformat(), **more}


def held(front: SignedIn) -> str:
    visit = str(uuid4())
    assert front.put(f"/api/supervision/visits/{visit}", json=visit_wish(), headers=NEW).status_code == 200
    return visit


def finding_wish(unit: str, **more: object) -> dict[str, object]:
    return {"id": str(uuid4()), "words": "Không có biển giờ đổ rác.", "asks": "Lắp biển", "unit_id": unit, **more}


def only(front: SignedIn) -> dict[str, Any]:
    [visit] = front.get("/api/supervision").json()["visits"]
    finding: dict[str, Any] = visit["findings"][0]
    return finding


def test_O3_a_finding_is_followed_until_its_answer_is_accepted(front: SignedIn, unit: str, sign_in: SignIn) -> None:
    visit, wish = held(front), finding_wish(unit)
    address = f"/api/supervision/visits/{visit}/findings"
    assert [front.post(address, json=wish).status_code for _ in range(2)] == [201, 200]
    assert_problem(front.post(address, json=wish | {"words": "Khác"}), 409, "supervision_finding_id_taken")
    one, centre, police = (
        f"/api/supervision/findings/{wish['id']}",
        sign_in("officer", unit="TTDV"),
        sign_in("officer", unit="CA"),
    )
    said = {"answer": "Đã lắp biển."}
    assert_problem(
        front.put(f"{one}/closing", json={"is_enough": True}, headers={"If-Match": '"1"'}),
        409,
        "supervision_not_answered",
    )
    assert_problem(police.put(f"{one}/answer", json=said, headers={"If-Match": '"1"'}), 403, "not_allowed")
    assert_problem(front.put(f"{one}/answer", json=said, headers={"If-Match": '"1"'}), 403, "not_allowed")
    assert centre.put(f"{one}/answer", json=said, headers={"If-Match": '"1"'}).status_code == 200
    again = front.put(f"{one}/closing", json={"is_enough": False}, headers={"If-Match": '"2"'})
    assert again.json()["findings"][0]["state"] == "open"
    centre.put(f"{one}/answer", json={"answer": "Đã lắp lại."}, headers={"If-Match": '"3"'})
    assert_problem(centre.put(f"{one}/answer", json=said, headers={"If-Match": '"3"'}), 412, "stale")
    front.put(f"{one}/closing", json={"is_enough": True}, headers={"If-Match": '"4"'})
    found = only(front)
    assert (found["state"], found["answer"], found["may_answer"]) == ("closed", "Đã lắp lại.", False)
    assert_problem(
        centre.put(f"{one}/answer", json=said, headers={"If-Match": '"5"'}), 409, "supervision_finding_closed"
    )


def test_1_4_the_supervision_plan_says_what_is_planned_held_and_late(front: SignedIn, unit: str) -> None:
    visit, today = held(front), clock.day_of(clock.now())
    planned = visit_wish(held_on=None, planned_on=f"{today.year}-12-31")
    front.put(f"/api/supervision/visits/{uuid4()}", json=planned, headers=NEW)
    late = finding_wish(unit, due_on=(today - timedelta(days=1)).isoformat())
    front.post(f"/api/supervision/visits/{visit}/findings", json=late)
    year = front.get(f"/api/supervision?year={today.year}").json()
    assert (year["planned"], year["held"], year["open_findings"], year["late_findings"]) == (2, 1, 1, 1)
    assert front.get("/api/supervision?year=2020").json()["visits"] == []


def test_only_the_front_supervises_and_only_what_was_held_has_findings(
    front: SignedIn, unit: str, sign_in: SignIn
) -> None:
    visit = str(uuid4())
    for role in ("officer", "leader", "administrator"):
        answer = sign_in(role).put(f"/api/supervision/visits/{visit}", json=visit_wish(), headers=NEW)
        assert_problem(answer, 403, "not_allowed")
    front.put(f"/api/supervision/visits/{visit}", json=visit_wish(held_on=None), headers=NEW)
    early = front.post(f"/api/supervision/visits/{visit}/findings", json=finding_wish(unit))
    assert_problem(early, 409, "supervision_not_held")
    coming = visit_wish(held_on="2099-01-01")
    assert_problem(
        front.put(f"/api/supervision/visits/{uuid4()}", json=coming, headers=NEW), 422, "supervision_held_in_the_future"
    )
    assert len(sign_in("leader").get("/api/supervision").json()["visits"]) == 1
