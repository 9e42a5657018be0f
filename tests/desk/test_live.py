"""The live line: it tells that something changed and who is at a case, ends by itself, and holds nothing."""

import json
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from api.complaints.models import Complaint
from api.core import clock
from api.core.database import Database
from api.desk import live, presence_queries
from tests.complaints.make import send
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn
from tests.support.servers import LiveServer

SignIn = Callable[..., SignedIn]
Make = Callable[..., Complaint]


def presence(who: SignedIn, case: Complaint, *, is_editing: bool = False) -> dict[str, Any]:
    found = who.put(f"/api/desk/complaints/{case.id}/presence", json={"is_editing": is_editing})
    assert found.status_code == 200, found.text
    state: dict[str, Any] = found.json()
    return state


def test_G11_officers_see_who_is_at_a_case_and_who_is_changing_it(
    officer: SignedIn, sign_in: SignIn, make: Make
) -> None:
    case, colleague = make(), sign_in("officer", name="Chị Lan")
    presence(officer, case)
    assert [one["name"] for one in presence(colleague, case)["present"]] == ["Nguyễn Thị Đường Dây"]
    presence(colleague, case, is_editing=True)
    [lan] = presence(officer, case)["present"]
    assert (lan["name"], lan["is_editing"]) == ("Chị Lan", True)
    presence(colleague, make())  # one is at one case at a time
    assert presence(officer, case)["present"] == []
    colleague.delete(f"/api/desk/complaints/{case.id}/presence")


def test_G11_presence_that_nobody_renews_is_over(officer: SignedIn, make: Make, database: Database) -> None:
    presence(officer, make())
    with database.session(writes=True) as session:
        assert len(presence_queries.present(session, now=clock.now())) == 1
        assert presence_queries.present(session, now=clock.now() + timedelta(minutes=2)) == []


def test_G11_a_hamlet_head_is_not_told_what_officers_look_at(officer: SignedIn, sign_in: SignIn, make: Make) -> None:
    presence(officer, make(hamlet="Thôn Mẫu 4"))
    head, leader = sign_in("hamlet_head", hamlet="Thôn Mẫu 3"), sign_in("leader")
    assert data_of(head.get("/api/desk/events").text)["present"] == []
    assert len(data_of(leader.get("/api/desk/events").text)["present"]) == 1
    assert_problem(head.put(f"/api/desk/complaints/{make(hamlet='Thôn Mẫu 4').id}/presence", json={}), 404)


def test_H_the_mark_changes_with_every_change_and_not_with_a_look(officer: SignedIn, make: Make) -> None:
    case = make()
    first = presence(officer, case)["mark"]
    assert presence(officer, case)["mark"] == first
    make()
    assert presence(officer, case)["mark"] != first


def data_of(stream: str) -> dict[str, Any]:
    [line] = [line for line in stream.splitlines() if line.startswith("data: ")]
    found: dict[str, Any] = json.loads(line.removeprefix("data: "))
    return found


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def state(mark: str) -> presence_queries.State:
    return presence_queries.State(mark, ())


@pytest.mark.anyio
async def test_a_page_that_comes_again_is_told_what_it_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LIFE_SECONDS", 0.2)
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.05)
    line, who = live.Live(), uuid4()
    line.state = state("8-8")
    assert b"event: changed" in b"".join([event async for event in line.events(who, "7-7", sees_people=True)])
    line.state = state("8-8")
    assert b"event: changed" not in b"".join([event async for event in line.events(who, "8-8", sees_people=True)])


@pytest.mark.anyio
async def test_a_quiet_line_beats_and_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LIFE_SECONDS", 0.3)
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.05)
    line, who = live.Live(), uuid4()
    found = [event async for event in line.events(who, "", sees_people=True)]
    assert found.count(b": still here\n\n") >= 2
    assert line._streams == {}


@pytest.mark.anyio
async def test_one_person_has_a_few_lines_and_no_more() -> None:
    line, who = live.Live(), uuid4()
    open_lines: list[AsyncIterator[bytes]] = [line.events(who, "", sees_people=True) for _ in range(live.MOST_STREAMS)]
    for one in open_lines:
        line.check(who)
        await anext(one)
    with pytest.raises(live.TooManyStreams):
        line.check(who)
    line.check(uuid4())
    for one in open_lines:
        await one.aclose()  # type: ignore[attr-defined]
    line.check(who)


def test_a_change_reaches_an_open_page_through_the_real_server(live_server: LiveServer) -> None:
    """More lines than the server has turns: an open one holds no session."""
    tokens = [live_server.sign_in("officer")[1] for _ in range(30)]
    clients = [live_server.client(token) for token in tokens]
    headers = {"Accept": "text/event-stream"}
    streams = [client.stream("GET", "/api/desk/events", headers=headers) for client in clients]
    lines = [opened.__enter__().iter_lines() for opened in streams]
    try:
        assert next(next(line) for line in lines) == "retry: 3000"
        with live_server.client() as resident:
            send(resident)  # type: ignore[arg-type]
        for line in lines:
            assert any(text == "event: changed" for text in line)
        assert clients[0].get("/api/desk/counts").json()["new"] == 1
    finally:
        for opened in streams:
            opened.__exit__(None, None, None)
        for client in clients:
            client.close()
