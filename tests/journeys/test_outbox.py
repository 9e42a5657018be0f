"""What was put into the post arrives exactly once: after a kill, from two tabs, by bad lines and wrong clocks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import Person
from tests.journeys.posting import arrived, install, report
from tests.support import shelves
from tests.support.browsers import Faults
from tests.support.phones import Phone
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
SAVED = "Đã lưu trên máy"


def send_through(page: Page, handle: Callable[[Route], None]) -> None:
    """What happens on the line to a report that is being sent."""
    page.context.route(
        "**/api/complaints", lambda route: handle(route) if route.request.method == "POST" else route.continue_()
    )


def test_three_reports_survive_a_kill_and_two_tabs_send_each_once(
    phone: Phone, shared_server: LiveServer, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|Failed to fetch")
    page = phone.open("/")
    install(page)
    phone.context.set_offline(True)
    for number in (1, 2):
        report(page, f"Tắt máy {number}", pictures)
        expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    phone.kill()
    page = phone.open("/theo-doi", offline=True)
    expect(page.get_by_text("Còn 2 mục chưa gửi")).to_be_visible()
    report(page, "Tắt máy 3", pictures[:1])
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    phone.kill()

    page = phone.open("/theo-doi", offline=True)
    other = phone.context.new_page()
    other.goto("/theo-doi")
    for tab in (page, other):
        expect(tab.get_by_text("Còn 3 mục chưa gửi")).to_be_visible()
    assert arrived(shared_server, "Tắt máy") == []
    phone.context.set_offline(False)
    wait_for(lambda: shelves.states(page) == ["sent"] * 3, within=60, what="all three to be sent")
    assert arrived(shared_server, "Tắt máy") == [("Tắt máy 1", 2), ("Tắt máy 2", 2), ("Tắt máy 3", 1)]


def test_the_page_of_a_captive_portal_does_not_count_as_sent(
    visitor: Person, shared_server: LiveServer, pictures: list[Path]
) -> None:
    page = visitor("phone")
    asked: list[str] = []

    def portal(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<h1>Wi-Fi miễn phí</h1>")

    send_through(page, portal)
    report(page, "Cổng Wi-Fi", pictures[:1])
    wait_for(lambda: shelves.states(page) == ["waiting"] and asked, what="the try to be over")
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    assert arrived(shared_server, "Cổng Wi-Fi") == []
    page.context.unroute("**/api/complaints")
    page.get_by_role("button", name="Gửi lại ngay").click()
    expect(page.get_by_role("heading", name="Đã gửi phản ánh")).to_be_visible()
    assert arrived(shared_server, "Cổng Wi-Fi") == [("Cổng Wi-Fi", 1)]


def test_an_answer_lost_after_the_server_stored_the_report_makes_no_second_one(
    visitor: Person, shared_server: LiveServer, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_CONNECTION|ERR_FAILED")
    page = visitor("phone")
    stored: list[int] = []

    def swallow(route: Route) -> None:
        stored.append(route.fetch().status)
        route.abort("connectionreset")

    send_through(page, swallow)
    report(page, "Mất trả lời", pictures)
    wait_for(lambda: shelves.states(page) == ["waiting"] and stored, what="the first try to be over")
    assert stored == [201]
    assert arrived(shared_server, "Mất trả lời") == [("Mất trả lời", 0)]
    page.context.unroute("**/api/complaints")
    page.reload()
    wait_for(lambda: shelves.states(page) == ["sent"], what="the second try")
    assert arrived(shared_server, "Mất trả lời") == [("Mất trả lời", 2)]


def test_a_letter_is_kept_until_the_server_has_answered(
    visitor: Person, shared_server: LiveServer, pictures: list[Path]
) -> None:
    page = visitor("phone")
    held: list[Route] = []
    send_through(page, held.append)
    report(page, "Chưa trả lời", pictures[:1])
    wait_for(lambda: shelves.states(page) == ["sending"] and held, what="the report to be on its way")
    [photo] = shelves.everything(page)["photos"]
    page.reload()
    wait_for(
        lambda: shelves.states(page) == ["sending"] and len(held) == 2,
        what="the next try, after the tab that sent was closed",
    )
    assert [one["id"] for one in shelves.everything(page)["photos"]] == [photo["id"]]
    held[1].continue_()
    wait_for(lambda: shelves.states(page) == ["sent"], what="the answer")
    assert shelves.everything(page)["photos"] == []
    assert arrived(shared_server, "Chưa trả lời") == [("Chưa trả lời", 1)]


@pytest.mark.parametrize("days", [7, -400])
def test_a_phone_with_a_wrong_clock_sends_all_the_same(
    days: int, visitor: Person, shared_server: LiveServer, pictures: list[Path], faults: Faults
) -> None:
    """The letter waits from before the clock was changed, and its pause would end in another time."""
    faults.allow("ERR_INTERNET_DISCONNECTED")
    words = f"Đồng hồ sai {days} ngày"
    page = visitor("phone")
    page.goto("/")
    install(page)
    page.context.set_offline(True)
    report(page, words, pictures[:1])
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    page.context.clock.install(time=datetime.now(UTC) + timedelta(days=days))
    page.goto("/theo-doi")
    expect(page.get_by_text("Còn 1 mục chưa gửi")).to_be_visible()
    page.context.set_offline(False)
    wait_for(lambda: shelves.states(page) == ["sent"], what="the letter from before")
    report(page, f"{words}, sau", pictures[1:])
    wait_for(lambda: shelves.states(page) == ["sent"] * 2, what="the letter from after")
    assert arrived(shared_server, words) == [(words, 1), (f"{words}, sau", 1)]
