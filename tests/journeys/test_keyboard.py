"""The desk under the fingers: forty cases by keys alone, many at once and back, and the list that moves by itself."""

import re
import time

import pytest
from playwright.sync_api import expect

from api.complaints import actions
from api.core import clock
from tests.complaints.make import submission
from tests.journeys.conftest import Person
from tests.support.servers import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.one_database, pytest.mark.timeout(240)]
FORTY = 40


def send_forty(server: LiveServer) -> None:
    with server.database.session(writes=True) as session:
        for number in range(FORTY):
            sent = submission(words=f"Bốn mươi việc, số {number}", category="burning")
            actions.submit(session, sent, server.settings, now=clock.now())


def test_H4_H5_G10_forty_cases_are_triaged_by_keys_alone(person: Person, live_server: LiveServer) -> None:
    send_forty(live_server)
    page = person("desk", login="canbo")
    page.goto("/ban-lam-viec?hang=new&tim=bốn mươi việc")
    rows = page.locator(".desk-row")
    expect(rows.first).to_be_visible()
    began, keys = time.monotonic(), page.keyboard
    for _ in range(5):  # one by one: j, a, Ctrl Enter
        keys.press("j")
        expect(page.locator(".desk-actions")).to_be_visible()
        keys.press("a")
        expect(page.get_by_label("Giao cho đơn vị")).to_be_focused()
        keys.press("Control+Enter")
        expect(page.locator("form.desk-composer")).to_be_hidden()
    keys.press("g")
    keys.press("n")
    expect(rows).to_have_count(FORTY - 5)
    keys.press("j")
    keys.press("x")
    for _ in range(FORTY - 6):
        keys.press("j")
    keys.press("X")
    expect(page.get_by_text("Đã chọn 35")).to_be_visible()
    keys.press("a")
    expect(page.get_by_label("Giao cho đơn vị")).to_be_focused()
    keys.press("ArrowDown")
    keys.press("Control+Enter")
    expect(page.get_by_role("button", name="Làm cả 35 phản ánh")).to_be_focused()
    keys.press("Control+Enter")
    expect(page.get_by_text("Đã giao 35 phản ánh.")).to_be_visible()
    assert time.monotonic() - began < 40
    keys.press("g")
    keys.press("n")
    expect(rows).to_have_count(0)
    keys.press("u")
    expect(page.get_by_text("Đã trả 35 phản ánh về như cũ.")).to_be_visible()
    expect(rows).to_have_count(35)


def test_G11_two_officers_see_one_another_and_the_list_moves_by_itself(person: Person, live_server: LiveServer) -> None:
    send_forty(live_server)
    one, other = person("desk", login="canbo"), person("desk", login="lanhdao")
    for page in (one, other):
        page.goto("/ban-lam-viec?hang=new&tim=bốn mươi việc")
        page.locator(".desk-row").first.click()
    one.keyboard.press("n")
    one.get_by_label("Ghi chú", exact=True).fill("Đang gọi trưởng thôn")
    expect(other.locator(".desk-here")).to_contain_text(re.compile("đang sửa phản ánh này"), timeout=15_000)
    expect(one.locator(".desk-here")).to_contain_text(re.compile("đang mở phản ánh này"), timeout=15_000)
    count = other.locator(".desk-row").count()
    with live_server.database.session(writes=True) as session:
        sent = submission(words="Bốn mươi việc, và một việc nữa", category="burning")
        actions.submit(session, sent, live_server.settings, now=clock.now())
    expect(other.locator(".desk-row")).to_have_count(count + 1, timeout=3500)
    expect(one.get_by_label("Ghi chú", exact=True)).to_have_value("Đang gọi trưởng thôn")
