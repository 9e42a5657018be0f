"""Whatever is sent, to whichever door: a problem in Vietnamese with a stable code, never a fault of ours."""

import json
import re
from collections.abc import Callable
from uuid import uuid4

import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.core.web import SessionDep
from tests.support.answers import assert_problem, assert_problem_shape
from tests.support.clients import HEADERS, ORIGIN
from tests.support.openapi import Operation, operations

JSON = {"Content-Type": "application/json", "If-Match": '"1"', "X-Tracking-Token": "a" * 26}
RAW_BODIES = {
    "broken JSON": b'{"words": "r\xc3\xa1c',
    "bytes that are no text": b"\xff\xfe\x00\x01",
    "a deep list": b"[" * 100_000,
    "a deep object": b'{"a":' * 100_000,
    "not a number": b'{"lat": NaN, "amount": Infinity, "version": -Infinity}',
    "a huge number": b'{"version": 1' + b"0" * 5_000 + b"}",
    "a list": b"[1, 2, 3]",
    "null": b"null",
    "nothing": b"",
    "an unknown field": b'{"is_administrator": true}',
    "a megabyte": json.dumps({"words": "r" * 1_000_000}).encode(),
}
KINDS_A_DOOR = 3
TEXTS = {
    "a lone surrogate": "r\ud800c",
    "NUL": "rác\x00",
    "control characters": "rác\x1b[31m\x07",
    "a long text": "rác " * 15_000,
    "a format string": "{0.__class__} %s %n {detail}",
}


def test_an_unknown_address_is_a_problem(client: TestClient) -> None:
    assert_problem(client.get("/api/khong-co"), 404, "not_found")
    assert_problem(client.post("/api/khong-co"))
    assert_problem(client.get("/khong-co", headers={"Accept": "application/json"}), 404, "not_found")


def test_a_mistyped_api_address_is_not_answered_with_the_front_end(client: TestClient) -> None:
    assert_problem(client.get("/api/cofnig", headers={"Accept": "text/html"}), 404, "not_found")


def test_a_wrong_method_is_a_problem_that_names_the_right_one(client: TestClient) -> None:
    answer = client.put("/api/config")
    assert_problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET"


def test_a_change_from_another_site_is_refused_at_every_door(app: FastAPI, client: TestClient) -> None:
    for operation in changing(app):
        answer = client.request(operation.method, operation.address(), headers={"Sec-Fetch-Site": "cross-site"})
        assert_problem(answer, 403, "cross_site")


@pytest.mark.one_database  # what is no JSON never comes as far as a database
@pytest.mark.parametrize("role", [None, "officer"])
@pytest.mark.parametrize("turn", range(KINDS_A_DOOR))
def test_a_body_that_cannot_be_used_is_a_problem_at_every_door(
    app: FastAPI, client: TestClient, sign_in: Callable[..., TestClient], role: str | None, turn: int
) -> None:
    """Each door meets some of the kinds, each kind some of the doors: they are all read by the same hand."""
    visitor = sign_in(role) if role else client
    for number, operation in enumerate(changing(app)):
        kind = list(RAW_BODIES)[(number + turn * 4) % len(RAW_BODIES)]
        answer = visitor.request(operation.method, operation.address(), content=RAW_BODIES[kind], headers=JSON)
        if answer.status_code >= 400:
            assert_problem(answer)
        else:
            assert operation.json_schema is None or kind in ("an unknown field", "nothing"), f"{operation.name}: {kind}"


@pytest.mark.one_database
@pytest.mark.parametrize("kind", RAW_BODIES)
def test_the_door_for_everybody_meets_them_all(client: TestClient, kind: str) -> None:
    answer = client.post("/api/complaints", content=RAW_BODIES[kind], headers=JSON)
    assert_problem(answer)


@pytest.mark.parametrize("kind", TEXTS)
def test_mad_text_is_a_problem_or_kept_as_text(app: FastAPI, sign_in: Callable[..., TestClient], kind: str) -> None:
    visitor = sign_in("officer")
    for operation in changing(app):
        if operation.json_schema is None:
            continue
        body = json.dumps(operation.body(TEXTS[kind])).encode()
        answer = visitor.request(operation.method, operation.address(), content=body, headers=JSON)
        if answer.status_code >= 400:
            assert_problem(answer)


def test_every_field_of_the_wrong_type_is_named(app: FastAPI, sign_in: Callable[..., TestClient]) -> None:
    visitor = sign_in("officer")
    for operation in changing(app):
        if operation.json_schema is None or not isinstance(good := operation.body(), dict):
            continue
        wrong = {name: [{"nested": [1.5]}] for name in good}
        answer = visitor.request(operation.method, operation.address(), json=wrong, headers=JSON)
        body = assert_problem(answer)
        if answer.status_code == 422:
            named = {fault["field"].split(".")[0] for fault in body["errors"]}
            assert named <= {*good, *re.findall(r"{(\w+)}", operation.path)}, operation.name


def test_a_change_without_a_version_is_refused_at_every_door_that_asks_for_one(
    app: FastAPI, sign_in: Callable[..., TestClient]
) -> None:
    visitors = [sign_in(role) for role in ("administrator", "officer", "hamlet_head")]
    for operation in changing(app):
        if "if-match" in operation.headers():
            answers = [visitor.request(operation.method, operation.address(), json={}) for visitor in visitors]
            assert 428 in [answer.status_code for answer in answers], operation.name
            for answer in answers:
                assert_problem(answer)


def test_a_fault_of_ours_is_a_problem_too_and_tells_nothing(app: FastAPI) -> None:
    def stumble() -> None:
        raise RuntimeError("secret words of the database")

    app.add_api_route("/api/stumble", stumble)
    app.router.routes.insert(0, app.router.routes.pop())
    with TestClient(app, base_url=ORIGIN, headers=HEADERS, raise_server_exceptions=False) as client:
        answer = client.get("/api/stumble")
    assert_problem_shape(answer, 500, "server_error")
    assert "secret" not in answer.text


def test_a_nul_in_a_query_is_never_a_fault_of_ours(app: FastAPI, client: TestClient) -> None:
    answer = client.get("/api/complaints?category=%00")
    assert answer.status_code in (200, 422)
    for operation in operations(app.openapi()):
        for name in operation.queries() if operation.method == "GET" else ():
            answer = client.get(operation.address(), params={name: "a\x00b"})
            if answer.status_code >= 400:
                assert_problem(answer)


def test_what_only_the_database_finds_wrong_with_a_text_is_a_problem(app: FastAPI, database_kind: str) -> None:
    def look(session: SessionDep, words: str) -> int:
        return session.scalar(sa.select(sa.func.length(sa.cast(words, sa.Text)))) or 0

    app.add_api_route("/api/length", look)
    app.router.routes.insert(0, app.router.routes.pop())
    with TestClient(app, base_url=ORIGIN, headers=HEADERS) as client:
        answer = client.get("/api/length?words=%00")
        assert client.get("/api/length?words=abc").json() == 3
    if database_kind == "postgresql":
        assert_problem(answer, 422, "invalid")
    else:
        assert answer.status_code == 200  # SQLite holds it


def test_ids_and_queries_that_are_no_such_thing_are_problems(app: FastAPI, sign_in: Callable[..., TestClient]) -> None:
    visitor = sign_in("officer")
    for operation in operations(app.openapi()):
        for mad in ("%00", "%ff", "..%2f..%2fetc%2fpasswd", "9" * 400, str(uuid4()).upper()):
            address = operation.path.replace("{", "").split("}")[0].rsplit("/", 1)[0] + f"/{mad}"
            answer = visitor.request(operation.method, address, params={"cursor": mad, "q": "\x00", "bbox": mad})
            if answer.status_code >= 400:
                assert_problem(answer)


def changing(app: FastAPI) -> list[Operation]:
    """Every operation that changes something, but for signing out, which would spoil the visitor."""
    kept_out = {"DELETE /api/session"}
    return [o for o in operations(app.openapi()) if o.method != "GET" and o.name not in kept_out]
