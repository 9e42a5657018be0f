"""People with passwords, and a clock that tests can set."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.accounts.models import Account, Role
from api.core import clock, secrets
from api.core.database import Database
from tests.accounts.make import PASSWORD, make_member
from tests.support.clients import HEADERS, ORIGIN


@pytest.fixture
def member(database: Database) -> Account:
    """Lan, a leader, who signs in with PASSWORD."""
    with database.session(writes=True) as session:
        return make_member(session, role=Role.LEADER, name="Lan", login="lan", phone="0912345678")


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """wait(timedelta(minutes=5)): from now on the server's clock is that much ahead."""

    def ahead(time: timedelta) -> None:
        moment: datetime = clock.now() + time
        monkeypatch.setattr(clock, "now", lambda: moment)

    return ahead


@pytest.fixture
def enter(client: TestClient) -> Callable[..., Response]:
    """enter("lan", password) → the answer; in the browser of `client` or of `on`."""

    def entered(login: str = "lan", password: str = PASSWORD, *, on: TestClient = client) -> Response:
        return on.post("/api/session", json={"login": login, "password": password})

    return entered


@pytest.fixture
def browser(client: TestClient) -> Callable[[], TestClient]:
    """browser() → another device, not signed in."""

    def another() -> TestClient:
        other = TestClient(client.app, base_url=ORIGIN, headers=HEADERS)
        other.portal = client.portal
        return other

    return another


@pytest.fixture
def others_can_write(browser: Callable[[], TestClient], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """From now on somebody else writes while a password is judged or hashed; which of both happened is noted.

    SQLite has one writing turn: a request that held it would here wait for itself.
    """
    other, noted = browser(), []

    def watched(name: str) -> Callable[..., Any]:
        real = getattr(secrets, name)

        def slow(*given: Any) -> Any:
            pool = ThreadPoolExecutor(1)
            pool.submit(other.delete, "/api/session").result(timeout=10)
            pool.shutdown()
            noted.append(name)
            return real(*given)

        return slow

    for name in ("password_fits", "hash_password"):
        monkeypatch.setattr(secrets, name, watched(name))
    return noted
