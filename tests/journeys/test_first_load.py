"""A first visit on a slow line: little is fetched, nothing from elsewhere, the page is there before any script."""

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect

from tests.journeys.conftest import Person, manner
from tests.support.browsers import Faults
from tests.support.communes import HOTLINE
from tests.support.servers import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]
FIRST_USE, WHOLE_VISIT = 30_000, 36_000  # bytes
BEFORE_USE = 6
USABLE = """() => document.querySelector('.ribbon') && document.querySelector('a[href^="tel:"]')
  && document.querySelectorAll('.card.rows .row').length >= 3"""
BLOCKING = {"document", "stylesheet"}


def test_the_first_page_can_be_used_with_less_than_thirty_kilobytes(visitor: Person, shared_server: LiveServer) -> None:
    """Only what the HTML itself names, and the commune's settings, ever arrive; everything else is held back."""
    page = visitor("phone", service_workers="block")
    with shared_server.client() as client:
        named = re.findall(r'<(?:link|script)[^>]*(?:href|src)="([^"]+)"', client.get("/").text)
    needed = {"/", "/api/config", *named}
    fetched: list[Response] = []
    page.context.on("response", lambda response: fetched.append(response))
    page.route("**/*", lambda route: route.continue_() if urlsplit(route.request.url).path in needed else None)
    page.goto("/", wait_until="commit")
    page.wait_for_function(USABLE)
    page.get_by_role("button", name="Chữ to").click()
    expect(page.locator("html[data-text=large]")).to_be_attached()
    assert_light(fetched, FIRST_USE)


def test_the_whole_first_visit_stays_light(visitor: Person, shared_server: LiveServer) -> None:
    """With what comes a moment later: the news of the commune, the look for new versions."""
    page = visitor("phone", service_workers="block")
    fetched: list[Response] = []
    page.context.on("response", lambda response: fetched.append(response))
    page.goto("/", wait_until="networkidle")
    page.wait_for_function(USABLE)
    assert {urlsplit(response.url).netloc for response in fetched} == {urlsplit(shared_server.url).netloc}
    assert_light(fetched, WHOLE_VISIT)


def assert_light(fetched: list[Response], limit: int) -> None:
    """As a server that presses as hard as it can would send it."""
    assert {response.status for response in fetched} == {200}
    parts = {urlsplit(response.url).path: len(gzip.compress(response.body(), 9)) for response in fetched}
    heaviest = sorted(parts.items(), key=lambda part: -part[1])
    assert sum(parts.values()) <= limit, f"{sum(parts.values())} bytes in {len(parts)} answers: {heaviest}"


def test_nothing_is_fetched_from_elsewhere_even_when_everything_has_been_kept_for_later(
    visitor: Person, shared_server: LiveServer
) -> None:
    page = visitor("phone")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    for path in ("/ban-do", "/diem-tap-ket", "/gui"):
        page.goto(path)
        expect(page.locator("main")).to_be_visible()
    assert [url for url in asked if not url.startswith((shared_server.url, "data:", "blob:"))] == []


def test_the_question_and_the_way_to_report_are_there_before_any_script(visitor: Person, faults: Faults) -> None:
    """Scripts never arrive; what is seen and can be pressed came with at most six answers."""
    faults.allow("ERR_FAILED")
    page = visitor("phone", service_workers="block")
    asked: list[str] = []

    def stop(route: Route) -> None:
        asked.append(route.request.resource_type)
        if route.request.url.endswith(("/app/main.js", "/early.js")) or "/app/" in route.request.url:
            route.abort()
        else:
            route.continue_()

    page.route("**/*", stop)
    page.goto("/", wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thấy rác đổ bừa? Chụp ảnh, báo cho xã.")
    button = page.get_by_role("main").get_by_role("link", name="Gửi phản ánh")
    box = button.bounding_box()
    assert box and box["height"] >= 48 and box["y"] + box["height"] < 740
    bar = page.get_by_role("navigation", name="Các trang chính")
    expect(bar.get_by_role("link")).to_have_count(4)
    for link in [button, *bar.get_by_role("link").all()]:
        assert link.get_attribute("href") in ("/", "/gui", "/theo-doi", "/thon")
    icon = button.locator("svg use")
    assert icon.get_attribute("href") == "#i-camera"
    assert len([kind for kind in asked if kind in BLOCKING]) + 1 <= BEFORE_USE  # and early.js


@pytest.fixture
def scriptless(browser: Browser, shared_server: LiveServer) -> Iterator[Page]:
    context = browser.new_context(**manner("phone", shared_server), java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_javascript_the_page_says_whom_to_call(scriptless: Page) -> None:
    scriptless.goto("/gui")
    words = scriptless.locator("noscript .notice")  # by address: Playwright does not read these words
    expect(words).to_be_visible()
    words.locator("a").click()
    scriptless.wait_for_url("/")
    call = words.locator("a")
    expect(call).to_be_visible()
    assert (call.inner_text(), call.get_attribute("href")) == (f"đường dây nóng {HOTLINE}", "tel:02203000115")


def test_the_page_is_guarded_by_a_policy_that_lets_nothing_inline(shared_server: LiveServer) -> None:
    with shared_server.client() as client:
        answer = client.get("/", headers={"Accept": "text/html"})
    rules = dict(re.findall(r"([\w-]+) ([^;]+)", answer.headers["Content-Security-Policy"]))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", answer.text)
