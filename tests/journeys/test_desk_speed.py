"""The desk as two officers see it: who is at a case, and the list that moves by itself."""

import re

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
