"""One report of two matters: asked for a photo and the place, split, a body outside asked; all by screens alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Person
from tests.journeys.posting import report
from tests.support import shelves
from tests.support.browsers import Faults
from tests.support.waiting import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


def open_case(page: Page, words: str) -> None:
    page.goto("/ban-lam-viec?hang=all")
    page.locator(".desk-row", has_text=words).first.click()
    expect(page.locator(".desk-actions")).to_be_visible()


def choose(page: Page, name: str) -> None:
    page.get_by_role("button", name="Việc khác").click()
    page.locator(".desk-menu li").get_by_role("button", name=name).click()


def answer_later(resident: Page, code: str, photo: Path) -> None:
    """Words, a photo and the place, over a reload and without a line."""
    resident.goto(f"/phan-anh/{code}")
    resident.get_by_label("Trả lời của Ông/Bà").fill("Bên trái")
    resident.get_by_label("Chọn ảnh có sẵn").set_input_files(photo)
    resident.get_by_role("button", name="Lấy vị trí hiện tại").click()
    expect(resident.get_by_text("Kéo ghim nếu chưa đúng chỗ")).to_be_visible()
    wait_for(
        lambda: any(one["kind"] == "answer" and one["fields"].get("place") for one in shelves.letters(resident)),
        what="the place to be in the phone's store",
    )
    resident.reload()
    expect(resident.get_by_label("Trả lời của Ông/Bà")).to_have_value("Bên trái")
    expect(resident.get_by_role("status").filter(has_text="1/6 ảnh")).to_be_visible()
    resident.context.set_offline(True)
    resident.get_by_role("button", name="Gửi trả lời").click()
    expect(resident.get_by_text("Đang chờ mạng")).to_be_visible()
    wait_for(lambda: any(one["error"] for one in shelves.letters(resident)), what="the first try")
    resident.context.set_offline(False)
    wait_for(lambda: set(shelves.states(resident)) == {"sent"}, what="the answer and its photo to arrive")
    expect(resident.get_by_text("Trả lời của Ông/Bà")).to_have_count(0)


def test_G7_G8_a_question_brings_photo_and_place_and_a_split_case_shows_its_parts(
    visitor: Person, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED")
    resident, officer = visitor("phone"), visitor("desk", login="canbo")
    report(resident, "Hai việc một phản ánh", pictures[:1])
    expect(resident.get_by_role("heading", name="Đã gửi phản ánh")).to_be_visible()
    code = shelves.letters(resident)[0]["receipt"]["code"]

    open_case(officer, "Hai việc một phản ánh")
    officer.keyboard.press("q")
    officer.get_by_label("Câu hỏi").fill("Rác nằm bên nào cống?")
    officer.get_by_label("Xin người gửi gửi thêm ảnh").check()
    officer.get_by_label("Xin người gửi chỉ lại chỗ trên bản đồ").check()
    officer.keyboard.press("Control+Enter")
    expect(officer.locator(".desk-case-head").get_by_text("Chờ bổ sung")).to_be_visible()

    answer_later(resident, code, pictures[1])
    open_case(officer, "Hai việc một phản ánh")
    expect(officer.locator(".desk-notes").get_by_text("Người gửi chỉ lại chỗ trên bản đồ")).to_be_visible()
    expect(officer.locator(".desk-case-head").get_by_text("2 ảnh")).to_be_visible()
    choose(officer, "Tách thành nhiều phần")
    form = officer.locator("form.desk-composer")
    for part in (form.get_by_role("group", name="Phần 1"), form.get_by_role("group", name="Phần 2")):
        part.get_by_label("Loại việc").select_option(index=1)
        part.get_by_label("Nội dung").fill("Một phần của việc")
    officer.keyboard.press("Control+Enter")
    expect(officer.get_by_text("Các phần")).to_be_visible()
    expect(officer.get_by_role("button", name="Đã xử lý")).to_have_count(0)

    resident.reload()
    parts = resident.locator("section", has=resident.get_by_role("heading", name="Xã đã tách thành các phần"))
    expect(parts.get_by_role("link")).to_have_count(2)


def test_G9_a_body_outside_answers_by_its_link_over_a_reload_and_a_dead_line(
    visitor: Person, pictures: list[Path], faults: Faults
) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED|404")
    officer, body = visitor("desk", login="canbo"), visitor("phone")
    officer.goto("/ban-lam-viec?hang=all&trang-thai=processing")
    officer.locator(".desk-row").first.click()
    choose(officer, "Hỏi cơ quan ngoài")
    officer.get_by_label("Cơ quan nhận").fill("Công ty Thủy nông")
    officer.get_by_label("Nội dung hỏi").fill("Đề nghị vớt rác ở cống.")
    officer.get_by_label("Hạn trả lời").fill(
        officer.evaluate("new Date(Date.now() + 864e5).toISOString().slice(0, 10)")
    )
    officer.keyboard.press("Control+Enter")
    officer.get_by_role("button", name="Đường dẫn trả lời").click()
    link = officer.get_by_role("dialog").get_by_role("textbox").input_value()
    officer.keyboard.press("Escape")

    body.goto("/don-vi-ngoai#" + link.partition("#")[2])
    body.get_by_label("Kết quả").fill("Đã vớt xong")
    body.get_by_label("Chọn ảnh có sẵn").set_input_files(pictures[0])
    expect(body.get_by_role("status").filter(has_text="1/6 ảnh")).to_be_visible()
    body.reload()
    expect(body.get_by_label("Kết quả")).to_have_value("Đã vớt xong")
    expect(body.get_by_role("status").filter(has_text="1/6 ảnh")).to_be_visible()
    body.context.set_offline(True)
    body.get_by_role("button", name="Gửi trả lời").click()
    expect(body.get_by_text("Đang chờ mạng")).to_be_visible()
    wait_for(lambda: any(one["error"] for one in shelves.letters(body)), what="the first try")
    body.context.set_offline(False)
    expect(body.get_by_text("Xã đã nhận trả lời")).to_be_visible()
    expect(body.get_by_text("1 ảnh đã nhận")).to_be_visible()
    officer.reload()
    expect(officer.locator(".desk-notes").get_by_text("Đã vớt xong")).to_be_visible()
    expect(officer.get_by_role("button", name="Thu hồi đường dẫn")).to_have_count(0)
