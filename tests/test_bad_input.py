"""Hostile bodies at the real door: refused as problems in Vietnamese, within limits, with nothing left behind."""

import json
import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import anyio
import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import col, func, select

from api.complaints.models import Complaint, ComplaintPhoto
from api.core import shield
from api.core.database import Database
from api.core.settings import Environment, Settings
from api.media.models import Picture
from tests import photos
from tests.complaints.make import payload
from tests.media.hostile import BOMBS, NO_PICTURES, unpacking_bomb
from tests.support.answers import assert_problem
from tests.support.servers import LiveServer
from tests.support.volleys import connect, raw_request, read_answer

JSON, JPEG = {"Content-Type": "application/json"}, {"Content-Type": "image/jpeg"}
FORM = {"Content-Type": "multipart/form-data; boundary=x"}
MOST_GROWTH_MB, MOST_SECONDS = 150, 10


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for all: none of this may change anything."""
    folder = tmp_path_factory.mktemp("hostile")
    settings = Settings(
        _env_file=None, environment=Environment.DEVELOPMENT, secret_key="a-secret-for-tests-only-forty-eight-chars",
        data_dir=folder, database_url=f"sqlite:///{folder / 'xanh.sqlite3'}",
    )  # fmt: skip
    database = Database(settings.database_url, readers=2, writers=1)
    made = LiveServer(settings, database)
    try:
        made.start()
        yield made
    finally:
        made.stop()
        database.dispose()


def post(server: LiveServer, body: bytes, headers: dict[str, str] = JSON) -> httpx.Response:
    with server.client() as client:
        return client.post("/api/complaints", content=body, headers=headers)


def everything(server: LiveServer) -> tuple[int, set[Path]]:
    """How many cases there are, and every file of the store."""
    with server.database.session(writes=False) as session:
        rows = session.exec(select(func.count()).select_from(Complaint)).one()
    return rows, {path for path in server.settings.media_dir.rglob("*") if path.is_file() and path.name != "lock"}


def with_field(name: str, written: str) -> bytes:
    """A good complaint, one field of which is written as given."""
    return json.dumps(payload(**{name: "HERE"})).replace('"HERE"', written).encode()


def parts(count: int, *, body: str = "1", name: str = "words", file: bool = False) -> bytes:
    extra = '; filename="a.jpg"' if file else ""
    one = f'--x\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n{body}\r\n'
    return one.encode() * count + b"--x--\r\n"


BODIES: dict[str, tuple[Callable[[], bytes], dict[str, str], int]] = {
    "NUL in the words": (lambda: with_field("words", '"r\\u0000c"'), JSON, 422),
    "NUL in the category": (lambda: with_field("category", '"a\\u0000"'), JSON, 422),
    "a lone surrogate": (lambda: with_field("words", '"\\ud800"'), JSON, 422),
    "a surrogate in the category": (lambda: with_field("category", '"\\ud800"'), JSON, 422),
    "a surrogate as a name": (lambda: b'{"\\ud800": 1}', JSON, 422),
    "not a number": (lambda: with_field("place", '{"lat": NaN, "lon": 1}'), JSON, 422),
    "infinity": (lambda: with_field("place", '{"lat": 1, "lon": Infinity}'), JSON, 422),
    "a number too large": (lambda: with_field("place", '{"lat": 1e999, "lon": 1}'), JSON, 422),
    "an endless number": (lambda: b'{"id": ' + b"9" * 100_000 + b"}", JSON, 400),
    "a hundred thousand lists": (lambda: b"[" * 100_000, JSON, 400),
    "a hundred thousand lists, closed": (lambda: b"[" * 100_000 + b"]" * 100_000, JSON, 400),
    "fifty thousand objects": (lambda: b'{"a":' * 50_000, JSON, 400),
    "a megabyte of words": (lambda: with_field("words", f'"{"r" * 1_000_000}"'), JSON, 413),
    "words just too long": (lambda: with_field("words", f'"{"r" * 2001}"'), JSON, 422),
    "a date that is none": (lambda: with_field("reported_at", '"2026-02-30T00:00:00Z"'), JSON, 422),
    "a moment of year nought": (lambda: with_field("reported_at", '"0000-01-01T00:00:00Z"'), JSON, 422),
    "a moment far ahead": (lambda: with_field("reported_at", '"9999-12-31T23:59:59Z"'), JSON, 422),
    "a moment without a zone": (lambda: with_field("reported_at", '"2026-11-30T08:00:00"'), JSON, 422),
    "a moment as a number": (lambda: with_field("reported_at", "1e40"), JSON, 422),
    "UTF-16": (lambda: json.dumps(payload(words=5)).encode("utf-16"), JSON, 422),
    "no JSON at all": (lambda: b"\xff\xfe\x00", JSON, 400),
    "nothing": (lambda: b"", JSON, 400),
    "a form that calls itself JSON": (lambda: parts(1), JSON, 400),
    "ten thousand fields": (lambda: parts(10_000), FORM, 400),
    "ten thousand files": (lambda: parts(10_000, name="photos", file=True), FORM, 400),
    "a huge field": (lambda: parts(1, body="r" * 5_000_000), FORM, 400),
    "a huge form": (lambda: b"x" * 130_000_000, FORM, 413),
    "a form without a boundary": (lambda: parts(1), {"Content-Type": "multipart/form-data"}, 400),
    "a form that breaks off": (lambda: parts(1)[:-9], FORM, 422),
    "a form with an id that is none": (lambda: parts(1, name="id"), FORM, 422),
    "a file that is no photo": (lambda: parts(1, name="photos", file=True), FORM, 422),
    "a web page": (lambda: b"<html>", {"Content-Type": "text/html"}, 415),
    "a type that is none": (lambda: b"{}", {"Content-Type": ";;,"}, 415),
}


@pytest.mark.parametrize("kind", BODIES)
def test_a_hostile_body_is_a_problem_and_leaves_nothing(server: LiveServer, kind: str) -> None:
    make, headers, status = BODIES[kind]
    before = everything(server)
    assert_problem(post(server, make(), headers), status)
    assert everything(server) == before


@pytest.mark.parametrize("name", ["place", "contact", "photos", "words", "id"])
@pytest.mark.parametrize("written", ["null", "true", "1", '"x"', "[]", "[[]]", "{}", '{"lat": {}}', '[{"a": 1}]'])
def test_a_field_of_any_other_kind_is_never_a_fault_of_ours(server: LiveServer, name: str, written: str) -> None:
    answer = post(server, with_field(name, written))
    assert answer.status_code in (201, 422), answer.text
    if answer.status_code == 422:
        assert_problem(answer)


def put(server: LiveServer, photo: dict[str, str], data: bytes) -> httpx.Response:
    with server.client() as client:
        return client.put(photo["address"], content=data, headers=JPEG)


@pytest.fixture(scope="module")
def photo(server: LiveServer) -> dict[str, str]:
    """A declared photo that never comes."""
    sent = payload(photos=[str(uuid4())])
    assert post(server, json.dumps(sent).encode()).status_code == 201
    return {"id": sent["photos"][0], "address": f"/api/complaints/{sent['id']}/photos/{sent['photos'][0]}"}


@pytest.mark.parametrize("kind", NO_PICTURES)
def test_what_is_no_photo_is_refused_by_its_bytes_not_by_its_name(
    server: LiveServer, photo: dict[str, str], kind: str
) -> None:
    before = everything(server)
    assert_problem(put(server, photo, NO_PICTURES[kind][0]), 422)
    assert everything(server) == before


def memory_mb(server: LiveServer, what: str) -> float:
    """VmRSS, or VmHWM: the peak since it was last forgotten."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    return int(re.findall(rf"{what}:\s+(\d+)", status)[0]) / 1024


def test_bombs_cost_little_time_and_little_memory(server: LiveServer, photo: dict[str, str]) -> None:
    bombs = {name: make() for name, make in BOMBS.items()}
    put(server, photo, NO_PICTURES["an SVG"][0])  # what the first photo loads is not the bombs' doing
    Path(f"/proc/{server.pid}/clear_refs").write_text("5")  # forget the peak
    before = memory_mb(server, "VmRSS")
    for name, bomb in bombs.items():
        began = time.monotonic()
        assert_problem(put(server, photo, bomb))
        assert time.monotonic() - began < MOST_SECONDS, name
    assert memory_mb(server, "VmHWM") - before < MOST_GROWTH_MB


def test_a_text_that_would_unpack_to_hundreds_of_megabytes_is_thrown_away(server: LiveServer) -> None:
    sent = payload(photos=[str(uuid4())])
    post(server, json.dumps(sent).encode())
    Path(f"/proc/{server.pid}/clear_refs").write_text("5")
    before = memory_mb(server, "VmRSS")
    arrived = put(server, {"address": f"/api/complaints/{sent['id']}/photos/{sent['photos'][0]}"}, unpacking_bomb())
    assert arrived.status_code == 201
    assert memory_mb(server, "VmHWM") - before < MOST_GROWTH_MB


def test_a_body_that_breaks_off_leaves_no_row_and_no_file(server: LiveServer, photo: dict[str, str]) -> None:
    before = everything(server)
    whole = [
        raw_request("POST", "/api/complaints", json.dumps(payload()).encode(), JSON),
        raw_request("PUT", photo["address"], photos.small_photo(), JPEG),
        raw_request("POST", "/api/complaints", parts(1, name="photos", file=True), FORM),
    ]
    for request in whole:
        for sent in (len(request) - 1, len(request) * 2 // 3, request.index(b"\r\n\r\n") + 4):
            with connect(server.port, 10) as line:
                line.sendall(request[:sent])
    with server.client() as client:
        assert client.get("/api/readyz").status_code == 200
    assert everything(server) == before


def test_lines_that_are_no_http_do_not_disturb_the_others(server: LiveServer) -> None:
    for noise in (b"\x16\x03\x01\x02\x00\x01\x00", b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 50, b"A" * 100_000):
        with connect(server.port, 10) as line:
            line.sendall(noise)
    with connect(server.port, 10) as line:
        line.sendall(raw_request("GET", "/api/healthz"))
        assert read_answer(line).status == 200


def test_a_body_that_stops_coming_ends_as_too_slow(
    app: FastAPI, client: TestClient, monkeypatch: pytest.MonkeyPatch, database: Database
) -> None:
    monkeypatch.setattr(shield, "SILENCE_SECONDS", 0.05)
    answers: list[dict[str, Any]] = []

    async def trickle() -> None:
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "https",
            "path": "/api/complaints", "raw_path": b"/api/complaints", "query_string": b"", "root_path": "",
            "headers": [(b"content-type", b"application/json"), (b"host", b"localhost")], "state": {},
            "client": ("127.0.0.1", 1), "server": ("localhost", 443),
        }  # fmt: skip
        pieces = [{"type": "http.request", "body": b'{"id":', "more_body": True}]

        async def receive() -> Any:
            if not pieces:
                await anyio.sleep_forever()
            return pieces.pop()

        async def send(message: Any) -> None:
            answers.append(message)

        await app(scope, receive, send)

    assert client.portal
    client.portal.call(trickle)
    assert answers[0]["status"] == 408
    assert json.loads(b"".join(message.get("body", b"") for message in answers[1:]))["code"] == "too_slow"


def test_honest_words_come_back_unchanged(client: TestClient, seeded: Database, sign_in: Callable[..., Any]) -> None:
    lines = "\n".join(f"Dòng {number}: rác ở mương" for number in range(70))
    honest = [
        lines, unicodedata.normalize("NFD", "Điểm tập kết ở thôn Hoà Chè"), "👩‍👩‍👧 rác 🗑️",
        "<b>rác</b> & 'ao' \"làng\"",
        "{0} %s \\n ${HOME} {{7*7}}", "=1+1", "a" * 2000, "\t‘rác’ – «ao»…", "0" * 50,
    ]  # fmt: skip
    officer = sign_in("officer")
    for words in honest:
        sent = payload(words=words)
        answer = client.post("/api/complaints", json=sent)
        assert answer.status_code == 201, answer.text
        kept = officer.get(f"/api/desk/complaints/{sent['id']}").json()["words"]
        assert kept == unicodedata.normalize("NFC", words).strip()


def test_two_hundred_lines_are_as_good_as_one(
    client: TestClient, seeded: Database, sign_in: Callable[..., Any]
) -> None:
    sent = payload(words="\r\n".join(["rác ở"] * 200))
    assert client.post("/api/complaints", json=sent).status_code == 201
    kept = sign_in("officer").get(f"/api/desk/complaints/{sent['id']}").json()["words"]
    assert kept == "\n".join(["rác ở"] * 200)


def test_nul_and_surrogates_in_an_address_are_problems(client: TestClient, seeded: Database) -> None:
    for query in ("category=%00", "category=%ED%A0%80", "hamlet_id=%00", "cursor=%00", "status=%00"):
        answer = client.get(f"/api/complaints?{query}")
        assert answer.status_code in (200, 422), answer.text
    for code in ("%00", "KS-26-%00", "%ED%A0%80", "a" * 5000):
        assert_problem(client.get(f"/api/complaints/{code}"), 404)
    tokens = ["\x7f", "é", "a" * 64, "a" * 5000]
    for token in tokens:
        answer = client.get("/api/tracking", headers={"X-Tracking-Token": token.encode()})
        assert_problem(answer)


def test_nothing_declared_is_nothing_kept(server: LiveServer) -> None:
    """After everything above: no picture without its place in a case."""
    with server.database.session(writes=False) as session:
        pictures = set(session.exec(select(Picture.id)).all())
        declared = set(session.exec(select(ComplaintPhoto.id).where(col(ComplaintPhoto.picture_id).is_not(None))).all())
    assert pictures == declared
