"""Chromium, as a cheap phone: 360 × 740. Faults in the page fail the test that caused them."""

import os
import re
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

from tests.support.servers import ROOT, LiveServer

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
PHONE: ViewportSize = {"width": 360, "height": 740}
FAILED = pytest.StashKey[bool]()


class Faults:
    """What went wrong in the pages of one test; expected faults are named: `faults.allow("ERR_FAILED")`."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._allowed: list[re.Pattern[str]] = []

    def allow(self, pattern: str) -> None:
        self._allowed.append(re.compile(pattern))

    def unexpected(self) -> list[str]:
        return [fault for fault in self.seen if not any(pattern.search(fault) for pattern in self._allowed)]

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self._note_console)
        context.on("weberror", lambda error: self.seen.append(f"exception: {error.error}"))
        context.on("requestfailed", self._note_request)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"console: {message.text} at {message.location.get('url')}")

    def _note_request(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a page that leaves, or a request the page took back
            self.seen.append(f"request: {request.method} {request.url} {request.failure}")


def find_chromium() -> str | None:
    """The path of a Chromium, "" for Playwright's own, None when there is none."""
    named = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if named:
        return named
    with sync_playwright() as playwright:
        return "" if Path(playwright.chromium.executable_path).exists() else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey that fails on a busy machine gets one more go, and the summary names it: each such line is a task."""
    for item in items:
        if item.get_closest_marker("journey"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a module: Playwright keeps an event loop that other tests must not meet."""
    path = find_chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is needed in CI: install it, or set CHROMIUM to its path")
        pytest.skip("no Chromium here: install it, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path or None, headless=True, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def context(
    browser: Browser, live_server: LiveServer, faults: Faults, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """One person's browser on the live server, in Vietnam; relative addresses go to the server."""
    opened = browser.new_context(
        base_url=live_server.url, viewport=PHONE, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", has_touch=True,
        service_workers="allow", accept_downloads=True,
    )  # fmt: skip
    opened.set_default_timeout(15_000)
    trace(opened)
    faults.watch(opened)
    yield opened
    if request.node.stash.get(FAILED, False):
        keep_evidence(opened, request.node.nodeid)
    opened.close()
    assert not faults.unexpected(), "faults in the page:\n" + "\n".join(faults.unexpected())


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def trace(context: BrowserContext) -> None:
    """Everything that happens, for `playwright show-trace`; with XANH_TRACE=1 only, for it slows every page."""
    if os.environ.get("XANH_TRACE"):
        context.tracing.start(screenshots=True, snapshots=True)


def keep_evidence(context: BrowserContext, test: str) -> None:
    folder = ROOT / "var" / "failures" / re.sub(r"\W+", "-", test)[-120:]
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(context.pages):
        try:
            page.screenshot(path=folder / f"page-{number}.png")
        except Error as reason:
            (folder / f"page-{number}.txt").write_text(str(reason))
    if os.environ.get("XANH_TRACE"):
        context.tracing.stop(path=folder / "trace.zip")
