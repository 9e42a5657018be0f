"""The desk under the fingers: keys alone, two officers on one case, a session that ends in the middle of a sentence."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Person
from tests.support.browsers import Faults

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
QUESTION = "Ông/Bà thấy rác ở đó từ bao giờ?"


def open_first_new_case(page: Page) -> None:
    """By keys alone."""
    page.goto("/ban-lam-viec?hang=new")
    expect(page.locator(".desk-row").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".desk-actions")).to_be_visible()


def test_two_officers_meet_on_one_case_and_nothing_typed_is_lost(person: Person, faults: Faults) -> None:
    faults.allow("412")
    slow, quick = person("desk", login="canbo"), person("desk", login="canbo")
    open_first_new_case(slow)
    slow.keyboard.press("q")
    slow.get_by_label("Câu hỏi").fill(QUESTION)
    quick.goto(slow.url)
    expect(quick.locator(".desk-actions")).to_be_visible()
    quick.keyboard.press("a")
    expect(quick.get_by_label("Giao cho đơn vị")).to_be_focused()
    quick.keyboard.press("Control+Enter")
    expect(quick.get_by_text(re.compile("^Đã giao KS-"))).to_be_visible()  # the server's word, not the page's guess
    expect(quick.locator(".desk-case-head").get_by_text("Đã phân công")).to_be_visible()

    slow.keyboard.press("Control+Enter")
    meeting = slow.get_by_role("dialog", name="Người khác vừa sửa phản ánh này")
    expect(meeting.get_by_text("Đã phân công").first).to_be_visible()
    expect(meeting.get_by_text(QUESTION)).to_be_visible()
    meeting.get_by_role("button", name="Làm lại trên bản mới").click()
    expect(slow.get_by_label("Câu hỏi")).to_have_value(QUESTION)
    slow.keyboard.press("Control+Enter")
    expect(slow.locator(".desk-case-head").get_by_text("Chờ bổ sung")).to_be_visible()


def test_signing_in_again_keeps_what_was_typed(person: Person, faults: Faults) -> None:
    faults.allow("401")
    officer = person("desk", login="canbo")
    open_first_new_case(officer)
    officer.keyboard.press("n")
    officer.get_by_label("Ghi chú", exact=True).fill("Hẹn trưởng thôn sáng mai.")
    officer.context.clear_cookies()
    officer.keyboard.press("Control+Enter")
    locked = officer.get_by_role("dialog", name="Phiên làm việc đã hết")
    locked.get_by_label("Mật khẩu").fill("xanh-mau-2026")
    locked.get_by_role("button", name="Đăng nhập").click()
    expect(locked).to_be_hidden()
    expect(officer.get_by_label("Ghi chú", exact=True)).to_have_value("Hẹn trưởng thôn sáng mai.")
    officer.get_by_role("button", name="Lưu ghi chú").click()
    expect(officer.locator(".desk-notes").get_by_text("Hẹn trưởng thôn sáng mai.")).to_be_visible()
