"""What residents are told, and the books of those who tell it."""

from playwright.sync_api import Page, expect

from tests.journeys.visits import FRONT, OFFICER, Visit, click

GUIDE = "/phan-loai/:code?"


def look_up(page: Page) -> None:
    page.get_by_label("Gõ tên thứ cần bỏ").fill("pin")
    expect(page.get_by_role("heading", name="Pin tiểu")).to_be_visible()


def first_news(page: Page) -> None:
    page.locator(".rows .row").first.click()
    expect(page.locator("article h1")).to_be_visible()


def one_answer(page: Page) -> None:
    page.get_by_role("button", name="Bắt đầu").click()
    page.locator(".quiz-option").first.click()
    expect(page.locator(".notice")).to_be_visible()


def sign_of_a_point(page: Page) -> None:
    page.get_by_label("Mẫu", exact=True).select_option("point")
    expect(page.get_by_label("Điểm tập kết")).to_be_visible()


OUTREACH = [
    Visit("sorting guide, found", GUIDE, "/phan-loai", do=look_up),
    Visit("one class of waste", GUIDE, "/phan-loai/hazardous"),
    Visit("sorting guide of the office", "/so-sach/phan-loai", "/so-sach/phan-loai", OFFICER, do=click("Thêm thứ mới")),
    Visit("news", "/tin/:id?", "/tin"),
    Visit("one piece of news", "/tin/:id?", "/tin", do=first_news),
    Visit("collection timetable", "/lich-thu-gom", "/lich-thu-gom"),
    Visit("quiz and contests", "/do-vui", "/do-vui"),
    Visit("quiz, answered", "/do-vui", "/do-vui", do=one_answer),
    Visit("prices, not yet decided", "/gia-dich-vu", "/gia-dich-vu"),
    Visit("bulletin of the week", "/so-sach/ban-tin", "/so-sach/ban-tin", FRONT),
    Visit("log of communication", "/so-sach/truyen-thong", "/so-sach/truyen-thong", FRONT),
    Visit("news of the office", "/so-sach/tin", "/so-sach/tin", FRONT, do=click("Viết tin")),
    Visit("posters", "/so-sach/ap-phich", "/so-sach/ap-phich", FRONT, do=sign_of_a_point),
    Visit("questions of the quiz", "/so-sach/do-vui", "/so-sach/do-vui", FRONT, do=click("Sửa")),
    Visit("contests of the office", "/so-sach/cuoc-thi", "/so-sach/cuoc-thi", FRONT),
    Visit("green criteria", "/so-sach/tieu-chi-xanh", "/so-sach/tieu-chi-xanh", OFFICER, do=click("Chấm")),
    Visit("price tables", "/so-sach/gia-dich-vu", "/so-sach/gia-dich-vu", OFFICER, do=click("Thêm bảng giá")),
]
