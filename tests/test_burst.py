"""Saturday morning: everybody at once. Nobody gets a fault of ours, nothing is lost, doubled or overwritten."""

import asyncio
import random
from collections import Counter
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlmodel import col, select

from api.accounts.access import COOKIE
from api.complaints.models import Complaint, Status
from api.journal.models import Entry
from api.media.models import Picture
from tests import photos
from tests.complaints.make import contact, payload
from tests.support.letters import picture
from tests.support.servers import LiveServer
from tests.support.volleys import SAME_ORIGIN, Answer, fire, json_request, raw_request

CLIENTS = 100
REPLAYS = 200
DESKS = 50
Seen = list[tuple[str, int, str]]


async def visit(client: httpx.AsyncClient, token: str, unit_id: str, dice: random.Random) -> Seen:
    """A resident and an officer: report, photo, lists, assignment; (what, status, body) of each answer."""
    staff = {"Cookie": f"{COOKIE}={token}"}
    photo, seen = str(uuid4()), []

    async def ask(what: str, method: str, path: str, **more: Any) -> httpx.Response:
        answer = await client.request(method, path, **more)
        seen.append((what, answer.status_code, answer.text[:300]))
        return answer

    sent = payload(photos=[photo])
    await ask("report", "POST", "/api/complaints", json=sent)
    await ask("public list", "GET", "/api/complaints")
    await ask("photo", "PUT", f"/api/complaints/{sent['id']}/photos/{photo}", content=picture(dice),
              headers={"Content-Type": "image/jpeg"})  # fmt: skip
    await ask("desk list", "GET", "/api/desk/complaints", headers=staff)
    await ask("assignment", "POST", f"/api/desk/complaints/{sent['id']}/assignment", json={"unit_id": unit_id},
              headers=staff | {"If-Match": '"1"'})  # fmt: skip
    await ask("counters", "GET", "/api/desk/counts", headers=staff)
    await ask("case", "GET", f"/api/desk/complaints/{sent['id']}", headers=staff)
    return seen


async def visit_all(server: LiveServer, token: str, unit_id: str) -> Seen:
    async with httpx.AsyncClient(
        base_url=server.url, headers=SAME_ORIGIN, timeout=120, limits=httpx.Limits(max_connections=CLIENTS)
    ) as client:
        visits = (visit(client, token, unit_id, random.Random(number)) for number in range(CLIENTS))
        return [seen for found in await asyncio.gather(*visits) for seen in found]


@pytest.mark.slow
def test_a_hundred_clients_at_once_are_all_served(live_server: LiveServer) -> None:
    account, token = live_server.sign_in("officer")
    seen = asyncio.run(visit_all(live_server, token, str(account.unit_id)))
    assert [fault for fault in seen if fault[1] not in (200, 201)] == []
    assert len(seen) == CLIENTS * 7
    with live_server.database.session(writes=False) as session:
        cases = session.exec(select(Complaint)).all()
        assert len(cases) == len({case.code for case in cases}) == CLIENTS
        assert {(case.status, case.photo_count) for case in cases} == {(Status.ASSIGNED, 1)}


@pytest.mark.slow
def test_what_comes_twice_at_the_same_moment_counts_once(live_server: LiveServer) -> None:
    photo = str(uuid4())
    sent = payload(photos=[photo], contact=contact())
    check_one_complaint(live_server, sent)
    check_one_photo(live_server, sent["id"], photo)
    check_one_assignment(live_server, sent["id"])


def check_one_complaint(server: LiveServer, sent: dict[str, Any]) -> None:
    """200 replays of one id: one case, one code, one receipt."""
    answers = fire(server.port, [json_request("POST", "/api/complaints", sent)] * REPLAYS)
    assert Counter(answer.status for answer in answers) == {201: 1, 200: REPLAYS - 1}, faults(answers)
    assert len({answer.body for answer in answers}) == 1
    with server.database.session(writes=False) as session:
        assert session.exec(select(Complaint.code)).all() == [answers[0].json()["code"]]
        assert session.exec(select(Entry.verb).where(Entry.subject_id == UUID(sent["id"]))).all() == ["submitted"]


def check_one_photo(server: LiveServer, complaint_id: str, photo: str) -> None:
    """First arrivals of one photo at the same moment: one picture, one line in the journal, counted once."""
    headers = SAME_ORIGIN | {"Content-Type": "image/jpeg"}
    path = f"/api/complaints/{complaint_id}/photos/{photo}"
    answers = fire(server.port, [raw_request("PUT", path, photos.small_photo(), headers)] * 20)
    assert Counter(answer.status for answer in answers) == {201: 1, 200: 19}, faults(answers)
    with server.database.session(writes=False) as session:
        assert len(session.exec(select(Picture)).all()) == 1
        assert session.get_one(Complaint, UUID(complaint_id)).photo_count == 1
        added = select(Entry.id).where(col(Entry.verb) == "photo_added")
        assert len(session.exec(added).all()) == 1


def check_one_assignment(server: LiveServer, complaint_id: str) -> None:
    """50 officers change the same version: one wins, the others are shown what stands."""
    account, token = server.sign_in("officer")
    headers = {"Cookie": f"{COOKIE}={token}", "If-Match": '"1"'}
    path = f"/api/desk/complaints/{complaint_id}/assignment"
    notes = [{"unit_id": str(account.unit_id), "note": f"Bàn số {number}"} for number in range(DESKS)]
    answers = fire(server.port, [json_request("POST", path, note, headers) for note in notes])
    assert Counter(answer.status for answer in answers) == {200: 1, 412: DESKS - 1}, faults(answers)
    winner = next(answer.json() for answer in answers if answer.status == 200)
    shown = {answer.json()["current"]["version"] for answer in answers if answer.status == 412}
    assert shown == {winner["version"]} == {3}
    with server.database.session(writes=False) as session:
        given = select(Entry.detail).where(col(Entry.verb) == "assigned")
        [detail] = session.exec(given).all()
        assert detail["text"] == winner["timeline"][-1]["text"]


def faults(answers: list[Answer]) -> list[bytes]:
    return [answer.body[:300] for answer in answers if answer.status >= 400][:3]
