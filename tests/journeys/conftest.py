"""The made-up commune on the real server, and people with their browsers in front of it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from api.core.database import Database
from api.core.settings import Settings
from api.demo.world import PASSWORD
from tests import photos
from tests.support import communes
from tests.support.browsers import FAILED, PHONE, Faults, keep_evidence, trace
from tests.support.phones import Phone
from tests.support.servers import LiveServer

DESK = {"width": 1280, "height": 800}
HERE = {"latitude": 20.9092, "longitude": 106.1801}
Person = Callable[..., Page]
expect.set_options(timeout=20_000)  # two cores may be busy; where five seconds are the promise, the test says so


@pytest.fixture(scope="session")
def demo(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo in it; nobody writes there, everybody gets a copy."""
    return communes.make_demo(tmp_path_factory.mktemp("demo"), sqlite_template)


@pytest.fixture
def live_server(settings: Settings, database: Database, request: pytest.FixtureRequest) -> Iterator[LiveServer]:
    """As in every test, but filled as `make run` fills it."""
    if request.getfixturevalue("database_kind") == "sqlite":
        shutil.copytree(request.getfixturevalue("demo"), settings.data_dir, dirs_exist_ok=True)
    else:
        communes.tell(database, settings)
    server = LiveServer(settings, database)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="module")
def shared_server(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for the tests of a module that leave each other's things alone. Always SQLite: the browser is what
    they look at, and the main journey proves the other database."""
    with communes.serving(demo, tmp_path_factory.mktemp("shared")) as server:
        yield server


@pytest.fixture
def person(
    browser: Browser, live_server: LiveServer, faults: Faults, request: pytest.FixtureRequest
) -> Iterator[Person]:
    """person("phone") or person("desk", login="canbo"): a browser of one's own, signed in by hand if asked."""
    yield from people(browser, live_server, faults, request)


@pytest.fixture
def visitor(
    browser: Browser, shared_server: LiveServer, faults: Faults, request: pytest.FixtureRequest
) -> Iterator[Person]:
    """The same in front of the shared server."""
    yield from people(browser, shared_server, faults, request)


def people(browser: Browser, server: LiveServer, faults: Faults, request: pytest.FixtureRequest) -> Iterator[Person]:
    opened: list[BrowserContext] = []

    def arrive(kind: str, login: str | None = None, **more: object) -> Page:
        context = browser.new_context(**{**manner(kind, server), **more})
        context.set_default_timeout(20_000)
        trace(context)
        faults.watch(context)
        opened.append(context)
        page = context.new_page()
        if login:
            sign_in(page, login)
        return page

    yield arrive
    for number, context in enumerate(opened):
        if request.node.stash.get(FAILED, False):
            keep_evidence(context, f"{request.node.nodeid}-{number}")
        context.close()
    assert not faults.unexpected(), "faults in the pages:\n" + "\n".join(faults.unexpected())


def manner(kind: str, server: LiveServer) -> dict[str, Any]:
    """How a phone of the commune, or a computer of its office, shows itself."""
    return {
        "base_url": server.url, "viewport": PHONE if kind == "phone" else DESK, "locale": "vi-VN",
        "timezone_id": "Asia/Ho_Chi_Minh", "geolocation": HERE, "permissions": ["geolocation"],
        "has_touch": kind == "phone",
    }  # fmt: skip


def sign_in(page: Page, login: str) -> None:
    page.goto("/dang-nhap")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda address: not address.endswith("/dang-nhap"))


@pytest.fixture
def picture_of() -> Callable[[Page, str], None]:
    """Keeps the pictures of the README: with XANH_PICTURES=docs/pictures set, and only then."""
    folder = os.environ.get("XANH_PICTURES")

    def keep(page: Page, name: str) -> None:
        if folder:
            page.evaluate("document.fonts.ready")
            page.screenshot(path=Path(folder) / f"{name}.png")

    return keep


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """Two small photos that differ."""
    files = [tmp_path / "a.jpg", tmp_path / "b.jpg"]
    for number, file in enumerate(files):
        file.write_bytes(photos.jpeg(photos.street((640, 480), seed=number)))
    return files


@pytest.fixture
def phone(browser: Browser, shared_server: LiveServer, faults: Faults, tmp_path: Path) -> Iterator[Phone]:
    made = Phone(browser, tmp_path / "profile", faults, manner("phone", shared_server))
    yield made
    made.close()
    assert not faults.unexpected(), "\n".join(faults.unexpected())
