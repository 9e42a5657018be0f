"""Commendations (plan 1.5): drawn from evidence, voted, decided; nobody outside sees a proposal."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.cleanups.models import Cleanup, EntryChannel, Outcome, Slot
from api.core import clock
from api.core.database import Database
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
TODAY = clock.day_of(clock.now())


@pytest.fixture
def hamlet(database: Database, sign_in: SignIn) -> str:
    """Held last Saturday: 30 people, 120 kg."""
    maker = sign_in("officer").account.id
    saturday = clock.monday_of(TODAY) - timedelta(days=2)
    with database.session(writes=True) as session:
        place = make_hamlet(session, "Thôn Mẫu 7")
        session.add(
            Cleanup(
                id=uuid4(), fingerprint="x", event_key="x", hamlet_id=place.id, held_on=saturday, slot=Slot.MORNING,
                outcome=Outcome.HELD, participants=30, waste_kg=120, channel=EntryChannel.PAPER, made_by=maker,
                made_at=datetime.now(UTC), received_at=datetime.now(UTC),
            )
        )  # fmt: skip
        return str(place.id)


def wish(hamlet: str | None = None, **more: object) -> dict[str, object]:
    saturday = clock.monday_of(TODAY) - timedelta(days=2)
    return {
        "id": str(uuid4()), "year": saturday.year, "honoured": "group", "name": "Nhân dân Thôn Mẫu 7",
        "hamlet_id": hamlet, "merit": "Ra quân đều.", **more,
    }  # fmt: skip


def test_1_5_a_proposal_keeps_the_figures_it_was_drawn_from(hamlet: str, sign_in: SignIn) -> None:
    front, new = sign_in("front"), wish(hamlet)
    found = front.get(f"/api/commendations/evidence?year={new['year']}").json()["hamlets"]
    own = next(one for one in found if one["hamlet_id"] == hamlet)
    assert (own["weeks_held"], own["participants"], own["waste_kg"]) == (1, 30, 120)
    assert [front.post("/api/commendations", json=new).status_code for _ in range(2)] == [201, 200]
    [kept] = front.get(f"/api/commendations?year={new['year']}").json()["items"]
    assert (kept["form"], kept["state"]) == ("giay_khen", "proposed"), "giấy khen unless said otherwise"
    assert "30 lượt người, thu gom 120 kg" in kept["evidence"][0]["words"]
    assert_problem(front.post("/api/commendations", json=new | {"merit": "Khác"}), 409, "commendation_id_taken")


def test_the_committee_votes_and_the_decision_ends_it(hamlet: str, sign_in: SignIn) -> None:
    front, leader, officer = sign_in("front"), sign_in("leader"), sign_in("officer", unit="PKT")
    new = wish(hamlet)
    officer.post("/api/commendations", json=new)
    address = f"/api/commendations/{new['id']}"
    front.put(f"{address}/vote", json={"choice": "no"})
    assert front.put(f"{address}/vote", json={"choice": "yes"}).json()["my_choice"] == "yes"
    assert (
        leader.put(f"{address}/vote", json={"choice": "no"}).json() | {"yes": 1, "no": 1}
        == leader.put(f"{address}/vote", json={"choice": "no"}).json()
    )
    bare = {"state": "decided"}
    first = {"If-Match": '"1"'}
    assert_problem(leader.put(f"{address}/outcome", json=bare, headers=first), 422, "commendation_outcome_incomplete")
    said = bare | {"decision_number": "15/QĐ-UBND", "decided_on": TODAY.isoformat()}
    assert leader.put(f"{address}/outcome", json=said, headers=first).json()["state"] == "decided"
    assert_problem(front.put(f"{address}/vote", json={"choice": "yes"}), 409, "commendation_voting_over")
    assert_problem(leader.put(f"{address}/outcome", json=said, headers=first), 412, "stale")


def test_nobody_outside_the_committee_sees_or_votes(hamlet: str, client: TestClient, sign_in: SignIn) -> None:
    assert_problem(client.get("/api/commendations"), 401, "sign_in_needed")
    assert_problem(sign_in("hamlet_head").get("/api/commendations"), 403, "not_allowed")
    officer, new = sign_in("officer", unit="TTDV"), wish()
    officer.post("/api/commendations", json=new)
    vote = officer.put(f"/api/commendations/{new['id']}/vote", json={"choice": "yes"})
    assert_problem(vote, 403, "not_allowed")
    assert "Nhân dân Thôn Mẫu 7" not in client.get("/api/indicators").text
