"""Prices of collection (plan item 2.1a): nothing until the city has decided, then a table for every day."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

from fastapi.testclient import TestClient

from api.core import clock
from api.core.database import Database
from api.outreach import price_queries
from tests.outreach.make import put
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]


def table(valid_from: date, amount: int = 25_000, **more: object) -> dict[str, object]:
    line = {"payer": "Hộ gia đình ở thôn", "amount_vnd": amount, "unit": "hộ/tháng", "note": ""}
    return {"valid_from": str(valid_from), "decision": "Quyết định số 1", "lines": [line], **more}


def test_2_1a_residents_are_told_that_nothing_is_decided_until_a_table_is_in_force(
    client: TestClient, sign_in: SignIn, database: Database
) -> None:
    assert client.get("/api/prices").json() == {"today": None, "coming": []}
    officer, today = sign_in("officer"), clock.day_of(clock.now())
    first, later = today - timedelta(days=30), today + timedelta(days=30)
    assert put(officer, f"/api/outreach/prices/{uuid4()}", table(first)).status_code == 200
    assert put(officer, f"/api/outreach/prices/{uuid4()}", table(later, 30_000)).status_code == 200
    told = client.get("/api/prices").json()
    assert told["today"]["lines"][0]["amount_vnd"] == 25_000
    assert [one["valid_from"] for one in told["coming"]] == [str(later)]
    with database.session(writes=False) as session:
        assert price_queries.table_on(session, first - timedelta(days=1)) is None
        in_force = price_queries.table_on(session, later)
    assert in_force
    assert in_force.lines[0]["amount_vnd"] == 30_000


def test_a_wrong_table_is_struck_out_and_counts_no_more(client: TestClient, sign_in: SignIn) -> None:
    officer, path, day = sign_in("officer"), f"/api/outreach/prices/{uuid4()}", date(2026, 1, 1)
    put(officer, path, table(day))
    assert put(officer, path, table(day, is_void=True), 1).json()["version"] == 2
    assert client.get("/api/prices").json()["today"] is None
    assert officer.get("/api/outreach/prices").json()[0]["is_void"] is True


def test_a_table_needs_lines_and_an_officer(sign_in: SignIn) -> None:
    path = f"/api/outreach/prices/{uuid4()}"
    assert_problem(put(sign_in("officer"), path, table(date(2026, 1, 1), lines=[])), 422)
    assert_problem(put(sign_in("leader"), path, table(date(2026, 1, 1))), 403, "not_allowed")
