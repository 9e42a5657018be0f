"""The made-up commune on the real server, and people with their browsers in front of it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from api import seeding
from api.core.database import Database
from api.core.settings import Settings
from api.demo import load
from api.demo.world import PASSWORD
from tests.support.browsers import FAILED, PHONE, Faults, keep_evidence
from tests.support.servers import LiveServer

DESK = {"width": 1280, "height": 800}
HERE = {"latitude": 20.9092, "longitude": 106.1801}
Person = Callable[..., Page]
expect.set_options(timeout=20_000)  # two cores may be busy; where five seconds are the promise, the test says so


@pytest.fixture
def live_server(settings: Settings, database: Database) -> Iterator[LiveServer]:
    """As in every test, but filled as `make run` fills it."""
    with database.session(writes=True) as session:
        seeding.seed(session, settings)
    load.load(database, settings)
    server = LiveServer(settings, database)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
def person(
    browser: Browser, live_server: LiveServer, faults: Faults, request: pytest.FixtureRequest
) -> Iterator[Person]:
    """person("phone") or person("desk", login="canbo"): a browser of one's own, signed in by hand if asked."""
    opened: list[BrowserContext] = []

    def arrive(kind: str, login: str | None = None) -> Page:
        context = browser.new_context(
            base_url=live_server.url, viewport=PHONE if kind == "phone" else DESK, locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh", geolocation=HERE, permissions=["geolocation"], has_touch=kind == "phone",
        )  # fmt: skip
        context.set_default_timeout(20_000)
        context.tracing.start(screenshots=True, snapshots=True)
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
