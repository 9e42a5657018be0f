"""The quiz and the contests (plan item 1.4): played without leaving a trace, entered with consent only."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from api.core import clock
from api.core.database import Database
from api.journal.models import Entry
from api.outreach import contest_queries, quiz_queries
from tests.outreach.make import put
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
QUESTION = {"text": "Pin bỏ đâu?", "options": ["Rác khác", "Nguy hại"], "answer": 1, "why": "Có chất độc."}


@pytest.mark.usefixtures("seeded")
def test_1_4_a_round_is_counted_once_and_only_as_totals(
    client: TestClient, sign_in: SignIn, database: Database
) -> None:
    questions = client.get("/api/quiz").json()["questions"]
    assert len(questions) >= 20
    assert all(one["answer"] < len(one["options"]) and one["why"] for one in questions)
    chosen = [{"question_id": one["id"], "option": one["answer"]} for one in questions[:9]]
    wrong = {"question_id": questions[9]["id"], "option": (questions[9]["answer"] + 1) % 2}
    play = {"id": str(uuid4()), "choices": [*chosen, wrong]}
    assert client.post("/api/quiz/plays", json=play).json() == {"asked": 10, "right": 9}
    assert client.post("/api/quiz/plays", json=play).status_code == 200
    book = sign_in("front").get("/api/outreach/quiz").json()
    assert (book["played"], book["asked"], book["right"]) == (1, 10, 9)
    assert {(one["asked"], one["right"]) for one in book["items"]} == {(1, 1), (1, 0), (0, 0)}
    with database.session(writes=False) as session:
        today = clock.day_of(clock.now())
        assert quiz_queries.played_on(session, today, today) == 1
        assert quiz_queries.played_on(session, today - timedelta(days=9), today - timedelta(days=1)) == 0


def test_a_round_of_nothing_that_is_asked_does_not_count(client: TestClient) -> None:
    play = {"id": str(uuid4()), "choices": [{"question_id": str(uuid4()), "option": 0}]}
    assert_problem(client.post("/api/quiz/plays", json=play), 422, "quiz_play_empty")
    assert_problem(client.post("/api/quiz/plays", json=play | {"name": "Nguyễn Văn A"}), 422)


def test_1_4_questions_are_the_communes_own(client: TestClient, sign_in: SignIn) -> None:
    front, path = sign_in("front"), f"/api/outreach/quiz/{uuid4()}"
    assert_problem(put(front, path, QUESTION | {"answer": 2}), 422)
    assert put(front, path, QUESTION).status_code == 200
    assert [one["text"] for one in client.get("/api/quiz").json()["questions"]] == ["Pin bỏ đâu?"]
    put(front, path, QUESTION | {"is_active": False}, 1)
    assert client.get("/api/quiz").json()["questions"] == []


def contest(**more: Any) -> dict[str, Any]:
    """Any JSON; by default running now and not a draft."""
    today = clock.day_of(clock.now())
    return {
        "title": "Vẽ tranh", "rules_words": "Khổ A4", "starts_on": str(today), "ends_on": str(today), "is_draft": False,
        "result_words": "Giải nhất: Trường Mẫu",
    } | more  # fmt: skip


def test_1_4_results_are_out_on_their_day_and_entries_never(
    client: TestClient, sign_in: SignIn, database: Database
) -> None:
    front, number, today = sign_in("front"), uuid4(), clock.day_of(clock.now())
    put(front, f"/api/outreach/contests/{number}", contest(results_on=str(today + timedelta(days=1))))
    put(front, f"/api/outreach/contests/{uuid4()}", contest(title="Nháp", is_draft=True))
    entry = {"entrant_kind": "organisation", "entrant": "Trường Kín", "title": "Tranh", "received_on": str(today)}
    assert put(front, f"/api/outreach/contests/{number}/entries/{uuid4()}", entry).status_code == 200
    told = client.get("/api/contests")
    assert [(one["title"], one["result_words"]) for one in told.json()["items"]] == [("Vẽ tranh", None)]
    assert "Trường Kín" not in told.text
    put(front, f"/api/outreach/contests/{number}", contest(results_on=str(today)), 1)
    assert client.get("/api/contests").json()["items"][0]["result_words"] == "Giải nhất: Trường Mẫu"
    book = front.get("/api/outreach/contests").json()["items"]
    assert [one["entrant"] for item in book for one in item["entries"]] == ["Trường Kín"]
    with database.session(writes=False) as session:
        assert len(contest_queries.held_on(session, today)) == 1


def test_1_4_a_person_is_named_with_consent_only(sign_in: SignIn) -> None:
    front, number = sign_in("front"), uuid4()
    put(front, f"/api/outreach/contests/{number}", contest())
    person = {"entrant_kind": "person", "entrant": "Bà Năm", "title": "Bài viết", "received_on": "2026-11-20"}
    path = f"/api/outreach/contests/{number}/entries/{uuid4()}"
    assert_problem(put(front, path, person), 422)
    assert put(front, path, person | {"entrant": ""}).status_code == 200
    assert put(front, path, person | {"has_consent": True}, 1).json()["entrant"] == "Bà Năm"
    assert_problem(put(front, path, person | {"entrant_kind": "organisation", "entrant": ""}, 2), 422)


def test_the_journal_keeps_no_name_of_an_entrant(sign_in: SignIn, database: Database) -> None:
    front, number = sign_in("front"), uuid4()
    put(front, f"/api/outreach/contests/{number}", contest())
    person = {"entrant_kind": "person", "entrant": "Bà Năm", "has_consent": True}
    person |= {"title": "Bài", "received_on": "2026-11-20"}
    path = f"/api/outreach/contests/{number}/entries/{uuid4()}"
    put(front, path, person)
    put(front, path, person | {"entrant": "", "has_consent": False}, 1)
    with database.session(writes=False) as session:
        kept = session.exec(select(Entry).where(Entry.subject_kind == "contest_entry")).all()
    assert len(kept) == 2
    assert "Bà Năm" not in str([entry.detail for entry in kept])


def test_an_entry_stays_with_its_contest(sign_in: SignIn) -> None:
    front, first, second, entry = sign_in("front"), uuid4(), uuid4(), uuid4()
    body = {"entrant_kind": "person", "title": "Bài viết", "received_on": "2026-11-20"}
    assert_problem(put(front, f"/api/outreach/contests/{first}/entries/{entry}", body), 404, "contest_not_found")
    for number in (first, second):
        put(front, f"/api/outreach/contests/{number}", contest())
    put(front, f"/api/outreach/contests/{first}/entries/{entry}", body)
    moved = put(front, f"/api/outreach/contests/{second}/entries/{entry}", body, 1)
    assert_problem(moved, 409, "contest_entry_elsewhere")
