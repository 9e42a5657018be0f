"""A check-in by a new head: few taps, nothing lost when the page dies; two people of one event, both offline."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from api.cleanups.models import Cleanup, CleanupPhoto, SecondReport
from tests.journeys.conftest import Person
from tests.support import shelves
from tests.support.browsers import Faults
from tests.support.servers import LiveServer
from tests.support.waiting import wait_for

Draft = dict[str, Any]  # a letter as the phone keeps it; any kind of field
pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]
FORM, SAVED = "/cuoi-tuan/bao", "Đã lưu trên máy"
COUNT_TAPS = """addEventListener('click', (event) => {
  if (event.isTrusted) localStorage.setItem('taps', 1 + Number(localStorage.getItem('taps')));
}, true)"""
# Chromium's own made-up position comes late or never on a busy machine.
POSITION = """() => {
  navigator.geolocation.watchPosition = (tell) => {
    window.stand = ([latitude, longitude]) => tell({ coords: { latitude, longitude, accuracy: 8 } });
    return 1;
  };
}"""
MOST_TAPS, PEOPLE, WEIGHT = 10, "Bao nhiêu người tham gia?", "Khối lượng rác thu gom"


def test_1_1_a_new_heads_check_in_takes_ten_taps_at_most_and_outlives_its_page_at_every_step(
    visitor: Person, shared_server: LiveServer, pictures: list[Path]
) -> None:
    page = visitor("phone", login="truongthon3")
    page.context.add_init_script(COUNT_TAPS)

    def died(look: Callable[[Page], None], kept: Callable[[Draft], object] = bool) -> Page:
        """What was typed is on the phone's shelf; then the phone throws the page away and it is opened anew."""
        nonlocal page
        context = page.context
        wait_for(lambda: any(kept(one) for one in shelves.letters(page)), what="the draft to be on the shelf")
        page.close(run_before_unload=False)
        page = context.new_page()
        page.goto(FORM)
        look(page)
        return page

    page.goto(FORM)
    page.get_by_role("button", name="4", exact=True).click()
    page = died(lambda new: expect(new.get_by_label(PEOPLE)).to_have_value("4"), people("4"))
    page.get_by_role("button", name="2", exact=True).click()
    page = died(lambda new: expect(new.get_by_label(PEOPLE)).to_have_value("42"), people("42"))
    with page.expect_file_chooser() as chooser:
        page.locator("input[type=file]").first.click()
    chooser.value.set_files(pictures[0])
    expect(page.locator(".photos img").first).to_be_visible()
    page = died(lambda new: expect(new.locator(".photos img").first).to_be_visible(), lambda one: one["photos"])
    page.get_by_text("Kể thêm").first.click()
    page.get_by_label(WEIGHT).fill("350")
    page = died(unfold, lambda one: one["fields"].get("waste_kg") == "350")
    expect(page.get_by_label(WEIGHT)).to_have_value("350")
    start_walking(page)
    page = died(unfold, lambda one: len(one["fields"].get("track") or ()) == 7)
    end_walking(page)
    page.get_by_role("button", name="Gửi kết quả").click()
    expect(page.get_by_text(re.compile("Đã gửi|Đang gửi|Đã lưu trên máy")).first).to_be_visible()
    page = died(lambda new: None, lambda one: one["state"] != "draft")
    wait_for(lambda: told_by_app(shared_server) == [(42, 350.0, 2, 1)], within=40, what="the check-in with its photo")
    taps = int(page.evaluate("localStorage.getItem('taps')"))
    assert 4 <= taps <= MOST_TAPS


def people(digits: str) -> Callable[[Draft], object]:
    return lambda one: one["fields"]["participants"] == digits


def unfold(page: Page) -> None:
    page.get_by_text("Kể thêm").first.click()


def start_walking(page: Page) -> None:
    """Three hundred metres to the east, step by step."""
    page.evaluate(POSITION)
    page.get_by_role("button", name="Ghi đường đi").click()
    wait_for(lambda: page.evaluate("() => Boolean(window.stand)"), what="the page to ask for the position")
    for metres in range(0, 301, 50):
        page.evaluate("(place) => stand(place)", [20.9092, 106.1801 + metres / 103_870])
    expect(page.get_by_text("Đang ghi: 300 m")).to_be_visible()


def end_walking(page: Page) -> None:
    expect(page.get_by_text("Đã ghi 300 m, chưa xong")).to_be_visible()
    page.get_by_role("button", name="Xong").click()
    expect(page.get_by_text("Đường dài khoảng 180 m")).to_be_visible()


def told_by_app(server: LiveServer) -> list[tuple[int | None, float | None, int, int]]:
    """People, kilograms, points of the way and photos of what the app brought."""
    with server.database.session(writes=False) as session:
        found = session.exec(select(Cleanup).where(Cleanup.channel == "app")).all()
        photos = [one.cleanup_id for one in session.exec(select(CleanupPhoto)) if one.picture_id]
        return [(one.participants, one.waste_kg, len(one.route), photos.count(one.id)) for one in found]


@pytest.mark.one_database
def test_N7_two_phones_tell_offline_of_one_event_and_nothing_is_doubled_or_lost(
    person: Person, live_server: LiveServer, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED|fetching the script")
    head, officer = person("phone", login="truongthon5"), person("phone", login="canbo")
    for phone in (head, officer):
        phone.goto(FORM)
        expect(phone.get_by_text("Bao nhiêu người tham gia?")).to_be_visible()
        phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    officer.get_by_label("Thôn", exact=True).select_option(label="Thôn Mẫu 5")
    for phone, people, picture in ((head, "85", pictures[0]), (officer, "90", pictures[1])):
        phone.context.set_offline(True)
        for digit in people:
            phone.get_by_role("button", name=digit, exact=True).click()
        phone.locator("input[type=file]").first.set_input_files(picture)
        expect(phone.locator(".photos img").first).to_be_visible()
        phone.get_by_role("button", name="Gửi kết quả").click()
        expect(phone.get_by_text(SAVED).first).to_be_visible()
    head.context.set_offline(False)
    wait_for(lambda: counted(live_server) == ([85], 0, 1), within=40, what="the head's check-in")
    officer.context.set_offline(False)
    wait_for(lambda: counted(live_server) == ([85], 1, 2), within=40, what="the officer's, beside it")
    officer.goto("/so-sach/doi-chieu-ra-quan")
    officer.get_by_role("link", name=re.compile("Thôn Mẫu 5")).first.click()
    expect(officer.get_by_role("heading", name="Bản báo của người khác")).to_be_visible()
    expect(officer.get_by_text(re.compile("85 người → 90 người"))).to_be_visible()
    officer.get_by_role("button", name="Dùng bản này").click()
    expect(officer.get_by_text("Đã dùng bản này.")).to_be_visible()
    assert counted(live_server) == ([90], 1, 2)


def counted(server: LiveServer) -> tuple[list[int | None], int, int]:
    """People of this event as they count, second reports, photos that have arrived."""
    with server.database.session(writes=False) as session:
        seconds = session.exec(select(SecondReport)).all()
        mine = session.exec(select(Cleanup).where(Cleanup.channel == "app").order_by(Cleanup.received_at)).all()[-1:]
        photos = [
            one
            for one in session.exec(select(CleanupPhoto))
            if one.picture_id and one.cleanup_id in {cleanup.id for cleanup in mine}
        ]
        return [one.participants for one in mine], len(seconds), len(photos)
