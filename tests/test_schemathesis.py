"""A few hundred requests made up from the contract: what comes back is documented, and never our fault."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as limits
from schemathesis import Case, checks
from schemathesis.python import asgi
from schemathesis.schemas import BaseSchema

from api import seeding
from api.accounts.access import COOKIE
from api.app import create_app
from api.core import migrations
from api.core.database import Database
from api.core.settings import Environment, Settings
from tests.support.clients import HEADERS, make_sign_in

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXAMPLES = 12  # for each operation and each visitor
PROMISES = [
    checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
    checks.response_schema_conformance,
]  # fmt: skip
BOUNDED = limits(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@schemathesis.serializer(SHEET, WORD)
def any_bytes(_: object, value: object) -> bytes:
    """What is sent as a spreadsheet or a document is seldom one."""
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FastAPI, dict[str | None, str]]]:
    """An app with the shipped lists, and the cookies of the visitors."""
    folder: Path = tmp_path_factory.mktemp("contract")
    settings = Settings(
        _env_file=None, environment=Environment.DEVELOPMENT, data_dir=folder, log_level="ERROR",
        database_url=f"sqlite:///{folder}/xanh.sqlite3", password_memory_kib=64, storage_reserve_mb=0,
    )  # fmt: skip
    database = Database(settings.database_url, readers=1, writers=1)
    migrations.upgrade(database.engine)
    with database.session(writes=True) as session:
        seeding.seed(session, settings)
    officer = f"{COOKIE}={make_sign_in(database, 'officer')[1]}"
    database.dispose()
    yield create_app(settings), {None: "", "officer": officer}
    asgi.shutdown_lifespans()


@pytest.mark.slow
@pytest.mark.parametrize("visitor", [None, "officer"])
def test_made_up_requests_get_documented_answers(
    house: tuple[FastAPI, dict[str | None, str]], visitor: str | None
) -> None:
    app, cookies = house
    headers = {**HEADERS, "Cookie": cookies[visitor]} if visitor else HEADERS
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    known = send_complaint(schema, app)
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.label == "DELETE /api/session":
            continue

        @given(case=operation.as_strategy())
        @BOUNDED
        def sends(case: Case) -> None:
            if case.path_parameters and hash(case.id) % 2:
                case.path_parameters.update({name: known[name] for name in case.path_parameters if name in known})
            case.call_and_validate(headers=headers, checks=PROMISES)

        sends()


def send_complaint(schema: BaseSchema, app: FastAPI) -> dict[str, str]:
    """A complaint that is there, by the names that paths give it."""
    place = {"source": "words", "words": "Sau chợ", "lat": None, "lon": None, "accuracy_m": None, "hamlet_id": None}
    body = {
        "id": str(uuid4()), "type": "complaint", "words": "Rác đổ bên mương", "reported_at": "2026-11-28T01:00:00Z",
        "category": None, "photos": [], "contact": None,
        "place": place,
    }  # fmt: skip
    answer = schema["/api/complaints"]["POST"].Case(body=body, media_type="application/json").call(headers=HEADERS)
    assert answer.status_code == 201, answer.text
    return {"complaint_id": body["id"], "code": answer.json()["code"]}
