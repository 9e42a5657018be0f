"""What residents are told, and the books of those who tell it."""

from playwright.sync_api import Page, expect

from tests.journeys.visits import OFFICER, Visit, click

GUIDE = "/phan-loai/:code?"


def look_up(page: Page) -> None:
    page.get_by_label("Gõ tên thứ cần bỏ").fill("pin")
    expect(page.get_by_role("heading", name="Pin tiểu")).to_be_visible()


OUTREACH = [
    Visit("sorting guide, found", GUIDE, "/phan-loai", do=look_up),
    Visit("one class of waste", GUIDE, "/phan-loai/hazardous"),
    Visit("sorting guide of the office", "/so-sach/phan-loai", "/so-sach/phan-loai", OFFICER, do=click("Thêm thứ mới")),
]
