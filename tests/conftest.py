"""The test ground: settings, a database of each test's own, a client, people signed in, the real server, a browser.

A test that asks for `database`, `session`, `client`, `sign_in` or `live_server` runs on SQLite and on PostgreSQL.
The helpers behind the fixtures stand in tests/support; what makes things stands in tests/<room>/make.py.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.app import create_app
from api.core.database import Database
from api.core.settings import Settings
from tests.support.clients import HEADERS, ORIGIN, SignedIn, sign_in_as
from tests.support.grounds import settings_in

pytest_plugins = ["tests.support.databases", "tests.support.servers", "tests.support.browsers"]


@pytest.fixture
def now() -> datetime:
    """A Saturday morning in the commune: 28 November 2026, 08:00 in Vietnam."""
    return datetime(2026, 11, 28, 1, 0, tzinfo=UTC)


@pytest.fixture
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Development settings in a folder of the test's own; with the test's database if it has one."""
    url = request.getfixturevalue("database_url") if "database_url" in request.fixturenames else ""
    return settings_in(tmp_path, url)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """For tests that look behind the client or prepare things: `with database.session(writes=True) as session`."""
    made = Database(database_url, readers=4, writers=4)
    yield made
    made.dispose()


@pytest.fixture
def seeded(database: Database) -> Database:
    """The same database with the shipped lists in it (categories, channels, deadlines…), as a new installation."""
    return database  # made so: see `database_url`


@pytest.fixture
def session(database: Database, request: pytest.FixtureRequest) -> Iterator[Session]:
    """A writing session for tests of rules, queries and actions; rolled back at the end.

    It holds SQLite's only writing turn, so it cannot stand beside a client.
    """
    beside = {"client", "sign_in", "live_server"} & set(request.fixturenames)
    assert not beside, "beside a client use `with database.session(writes=True)`"
    with database.session(writes=True) as opened:
        yield opened
        opened.rollback()


@pytest.fixture
def app(settings: Settings, database_url: str) -> FastAPI:
    return create_app(settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Somebody with our page open and not signed in. Faults of the server surface as exceptions."""
    with TestClient(app, base_url=ORIGIN, headers=HEADERS) as opened:
        yield opened


@pytest.fixture
def sign_in(client: TestClient, database: Database) -> Callable[..., SignedIn]:
    """sign_in("officer") → a client of a person signed in; `unit="TTDV"`, `hamlet="Thôn Mẫu 3"`, `name=`, `login=`.

    Officers belong to the hotline's unit PKT unless told otherwise, hamlet heads to Thôn Mẫu 3.
    """

    def signed_in(role: str, **who: str | None) -> SignedIn:
        return sign_in_as(client, database, role, **who)

    return signed_in
