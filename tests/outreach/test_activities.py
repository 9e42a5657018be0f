"""The log of communication (plan item 1.3): entered, summed up by month, computable for any day, exported."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook

from api.core.database import Database
from api.outreach import activity_queries
from tests.outreach.make import at, put
from tests.photos import small_photo
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
YEAR = "from=2026-01-01&to=2026-12-31"


def act(day: str, **more: Any) -> dict[str, Any]:
    """Any JSON."""
    return {"kind": "meeting", "day": day, "title": "Họp thôn", "reach": 80, "is_reach_counted": True} | more


@pytest.fixture
def front(sign_in: SignIn) -> SignedIn:
    """With three activities of two months entered, and one struck out."""
    front = sign_in("front")
    for body in (
        act("2026-10-05"),
        act("2026-11-07", kind="loudspeaker", title="=Bản tin", reach=1_200, is_reach_counted=False),
        act("2026-11-20", reach=None, is_reach_counted=False),
        act("2026-11-21", is_void=True),
    ):
        assert put(front, f"/api/outreach/activities/{uuid4()}", body).status_code == 200
    return front


def test_1_3_activities_are_summed_up_by_month_without_those_struck_out(front: SignedIn) -> None:
    log = front.get(f"/api/outreach/activities?{YEAR}").json()
    assert len(log["items"]) == 4
    assert log["months"] == [
        {"month": "2026-11", "activities": 2, "reach": 1200, "reach_counted": 0,
         "by_kind": {"loudspeaker": 1, "meeting": 1}},
        {"month": "2026-10", "activities": 1, "reach": 80, "reach_counted": 80, "by_kind": {"meeting": 1}},
    ]  # fmt: skip


@pytest.mark.usefixtures("front")
def test_1_3_what_counted_on_a_past_day_can_be_told_with_its_records(database: Database) -> None:
    with database.session(writes=False) as session:
        assert [row.day for row in activity_queries.activities_on(session, date(2026, 11, 10))] == [
            date(2026, 11, 7), date(2026, 10, 5),
        ]  # fmt: skip
        assert len(activity_queries.activities_on(session, date(2026, 12, 31))) == 3


def test_1_3_the_log_comes_as_a_workbook_in_which_nothing_runs(front: SignedIn) -> None:
    answer = front.get(f"/api/outreach/activities.xlsx?{YEAR}")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    rows = book.get_sheet_by_name("Hoạt động").to_python()
    assert [row[2] for row in rows] == ["Nội dung", "Họp thôn", "=Bản tin", "Họp thôn"]
    assert rows[2][6:8] == [1200.0, "ước tính"]
    assert book.get_sheet_by_name("Theo tháng").to_python()[1] == ["11/2026", 2.0, 1200.0, 0.0]


def test_photos_of_activities_stay_with_the_staff(front: SignedIn, client: TestClient) -> None:
    [first, *_] = front.get(f"/api/outreach/activities?{YEAR}").json()["items"]
    path, photo = f"/api/outreach/activities/{first['id']}", uuid4()
    sent = front.put(f"{path}/photos/{photo}", content=small_photo(), headers={"Content-Type": "image/jpeg"})
    assert sent.status_code == 201
    [first, *_] = front.get(f"/api/outreach/activities?{YEAR}").json()["items"]
    assert first["photos"][0]["is_public"] is False
    assert_problem(client.get("/api/outreach/activities"), 401)
    assert front.delete(f"{path}/photos/{photo}", headers=at(1)).json()["photos"] == []


def test_a_head_reads_no_log_and_an_unknown_hamlet_is_refused(sign_in: SignIn) -> None:
    assert_problem(sign_in("hamlet_head").get("/api/outreach/activities"), 403, "not_allowed")
    elsewhere = act("2026-11-07", hamlet_id=str(uuid4()))
    answer = put(sign_in("officer"), f"/api/outreach/activities/{uuid4()}", elsewhere)
    assert_problem(answer, 404, "hamlet_not_found")
