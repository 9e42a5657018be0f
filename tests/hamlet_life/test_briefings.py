"""Gd and K4: who has been briefed; a person in two bodies counts once."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from api.accounts.rules import Person
from api.core import entries
from api.core.database import Database
from api.hamlet_life import briefing_actions as actions
from api.hamlet_life import briefing_queries as queries
from api.hamlet_life import briefing_rules as rules
from api.hamlet_life.briefing_models import BriefingAttendance
from api.hamlet_life.briefing_rules import BodyTally
from api.hamlet_life.briefing_schemas import BodyChange, Correction
from tests.hamlet_life.make import brief, declare, make_body
from tests.photos import small_photo

SignIn = Callable[..., TestClient]
TODAY = date(2026, 11, 28)


def test_K4_a_person_in_two_bodies_counts_once_by_their_own_declaration(
    session: Session, officer: Person, now: datetime
) -> None:
    women, office = make_body(session, officer, now=now), make_body(session, officer, "Ủy ban", now=now)
    silent = make_body(session, officer, "Trường học", now=now)
    declare(session, officer, women, 100, 20, now=now)
    declare(session, officer, office, 40, now=now)
    brief(session, officer, {women.id: (50, 30), office.id: (40, 40), silent.id: (12, 12)}, now=now)
    board = queries.board(session, TODAY)
    assert (board.briefed, board.people, board.percent, board.without_headcount) == (70, 120, 58.3, 1)
    assert {one.name: (one.own, one.briefed, one.percent) for one in board.bodies} == {
        "Hội Phụ nữ xã": (80, 30, 37.5), "Ủy ban": (40, 40, 100.0), "Trường học": (None, 0, None),
    }  # fmt: skip


def test_K4_of_a_past_day_takes_the_headcounts_and_sessions_up_to_it(
    session: Session, officer: Person, now: datetime
) -> None:
    body = make_body(session, officer, now=now)
    assert queries.k4_on(session, TODAY) == (0, 0)
    declare(session, officer, body, 100, now=now, day="2026-06-01")
    declare(session, officer, body, 80, now=now, day="2026-11-01")
    brief(session, officer, {body.id: (90, 90)}, now=now, day="2026-10-10")
    found = [queries.k4_on(session, day) for day in (date(2026, 9, 1), date(2026, 10, 10), TODAY)]
    assert found == [(0, 100), (90, 100), (80, 80)]
    actions.change_body(session, body.id, BodyChange(ended_on=date(2026, 11, 20)), version=1, by=officer, now=now)
    assert queries.k4_on(session, TODAY) == (0, 0)
    assert queries.k4_on(session, date(2026, 11, 19)) == (80, 80)


def test_K4_a_correction_keeps_what_was_said_before(session: Session, officer: Person, now: datetime) -> None:
    body = make_body(session, officer, now=now)
    wrong = declare(session, officer, body, 1000, now=now)
    later = now + timedelta(days=1)
    declare(session, officer, body, 100, now=later, replaces_id=str(wrong))
    [row] = brief(session, officer, {body.id: (50, 50)}, now=now).came
    held, _ = actions.correct(session, row.id, Correction(id=uuid4(), people=50, first_time=20), by=officer, now=later)
    assert queries.k4_on(session, TODAY) == (20, 100)
    assert queries.k4_on(session, TODAY, known_at=now) == (50, 1000)
    assert [one.first_time for one in queries.session_shape(session, held).came] == [20]
    with pytest.raises(entries.EntryReplaced):
        actions.correct(session, row.id, Correction(id=uuid4(), people=50, first_time=30), by=officer, now=later)


@given(st.lists(st.tuples(st.none() | st.integers(0, 900), st.integers(0, 2000), st.integers(0, 2000)), max_size=9))
def test_K4_is_never_more_than_the_whole(rows: list[tuple[int | None, int, int]]) -> None:
    briefed, people = rules.k4([BodyTally(*row) for row in rows])
    assert 0 <= briefed <= people == sum(own or 0 for own, _, _ in rows)


def test_Gd_a_part_is_never_more_than_the_people(session: Session, officer: Person, now: datetime) -> None:
    body = make_body(session, officer, now=now)
    with pytest.raises(rules.BriefingRejected):
        declare(session, officer, body, 10, 11, now=now)
    with pytest.raises(rules.BriefingRejected):
        brief(session, officer, {body.id: (10, 11)}, now=now)
    with pytest.raises(rules.BriefingRejected):
        rules.check_attendance(BriefingAttendance(people=10, first_time=5, pledges=11))
    with pytest.raises(rules.BriefingRejected):
        brief(session, officer, {body.id: (10, 1)}, now=now, day="2026-12-24")


def test_Gd_officers_and_the_front_enter_briefings(client: TestClient, sign_in: SignIn, seeded: Database) -> None:
    front, body_id, session_id = sign_in("front"), str(uuid4()), str(uuid4())
    body = {"id": body_id, "name": "Hội Nông dân xã", "kind": "union", "from_day": "2026-01-01"}
    assert [front.post("/api/briefings/bodies", json=body).status_code for _ in range(2)] == [201, 200]
    address = f"/api/briefings/bodies/{body_id}"
    assert front.patch(address, json={"name": "Hội Nông dân"}).status_code == 428
    assert front.patch(address, json={"name": "Hội Nông dân"}, headers={"If-Match": '"1"'}).json()["version"] == 2
    stale = front.patch(address, json={"name": "Hội"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["name"]) == (412, "Hội Nông dân")
    count = {"id": str(uuid4()), "body_id": body_id, "counted_on": "2026-01-05", "people": 60, "counted_elsewhere": 10}
    assert front.post("/api/briefings/headcounts", json=count).status_code == 201
    came = {"id": str(uuid4()), "body_id": body_id, "people": 30, "first_time": 25}
    held = {"id": session_id, "held_on": "2026-01-10", "topic": "Quán triệt", "came": [came]}
    assert [front.post("/api/briefings/sessions", json=held).status_code for _ in range(2)] == [201, 200]
    twice = held | {"id": str(uuid4()), "came": [came, came | {"id": str(uuid4())}]}
    assert front.post("/api/briefings/sessions", json=twice).status_code == 422
    photo = f"/api/briefings/sessions/{session_id}/photos/{uuid4()}"
    assert front.put(photo, content=small_photo(), headers={"Content-Type": "image/jpeg"}).status_code == 201
    [shown] = sign_in("leader").get("/api/briefings/sessions").json()
    assert (shown["came"][0]["people"], len(shown["photos"])) == (30, 1)
    fixed = {"id": str(uuid4()), "people": 30, "first_time": 20}
    answer = front.post(f"/api/briefings/attendances/{came['id']}/corrections", json=fixed)
    assert (answer.status_code, answer.json()["came"][0]["first_time"]) == (201, 20)
    board = front.get("/api/briefings?on=2026-02-01").json()
    assert (board["briefed"], board["people"], board["percent"]) == (20, 50, 40.0)
    assert len(front.get(f"/api/briefings/bodies/{body_id}/headcounts").json()) == 1
    assert client.get("/api/briefings").status_code == 401
    assert sign_in("hamlet_head").post("/api/briefings/bodies", json=body).status_code == 403
