"""The books of the movement: sorting, covenants, briefings, the waste ledger."""

from playwright.sync_api import Page, expect

from tests.journeys.visits import FRONT, HEAD, OFFICER, Visit, click

TICKETS = 'Số phiếu,Ngày,Khối lượng (tấn)\nPC-1,05/10/2026,"4,25"\nPC-2,45/10/2026,4\n'


def bad_tickets(page: Page) -> None:
    """A trial that finds a bad cell; nothing is taken over."""
    page.locator("input[type=file]").set_input_files(
        {"name": "can.csv", "mimeType": "text/csv", "buffer": TICKETS.encode()}
    )
    expect(page.get_by_role("table")).to_be_visible()


def two_households(page: Page) -> None:
    for label in ("Ngõ 2, số 5", "H-03"):
        page.get_by_label("Thêm một hộ").fill(label)
        page.get_by_role("button", name="Thêm vào danh sách").click()
    expect(page.get_by_text("H-03").first).to_be_visible()


MOVEMENT = [
    Visit("sorting of my hamlet", "/thon/phan-loai", "/thon/phan-loai", HEAD, do=click("Gửi")),
    Visit("households of my hamlet", "/thon/phan-loai/danh-sach", "/thon/phan-loai/danh-sach", HEAD, do=two_households),
    Visit("sorting", "/so-sach/ho-phan-loai", "/so-sach/ho-phan-loai", OFFICER, "desk", do=click("Các lần kiểm")),
    Visit("waste ledger", "/so-sach/so-rac", "/so-sach/so-rac", OFFICER, "desk", do=click("Ước tính phát sinh")),
    Visit("covenants", "/so-sach/huong-uoc", "/so-sach/huong-uoc", OFFICER, "desk", do=click("Hương ước Thôn Mẫu 2")),
    Visit("covenants on a phone", "/so-sach/huong-uoc", "/so-sach/huong-uoc", HEAD),
    Visit("briefings", "/so-sach/quan-triet", "/so-sach/quan-triet", FRONT, "desk", do=click("Khai số người")),
    Visit("tickets of a weigh-bridge", "/so-sach/so-rac/nhap", "/so-sach/so-rac/nhap", OFFICER, do=bad_tickets),
]
