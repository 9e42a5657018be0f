"""What is seen of the dump sites: the public map, the registers, one site, the visit of a head."""

from playwright.sync_api import Page, expect

from tests.journeys.visits import HEAD, OFFICER, Visit, click, unfold

BOOK, SITE, MINE, VISIT = "/so-sach/bai-rac", "/so-sach/bai-rac/:id", "/bai-rac", "/bai-rac/:id/tham"


def suggestions(page: Page) -> None:
    page.get_by_role("button", name="Gợi ý điểm đen").click()
    expect(page.get_by_role("button", name="Quy định")).to_be_visible()


def drawing(page: Page) -> None:
    """The facts of a site, with its outline to be drawn."""
    page.get_by_role("button", name="Sửa thông tin, ranh giới").click()
    expect(page.locator(".site-corner").first).to_be_attached()


DUMPS = [
    Visit("black spots", "/diem-den", "/diem-den", do=unfold),
    Visit("registers of dump sites", BOOK, BOOK, OFFICER, kind="desk", do=suggestions),
    Visit("a dump site and its outline", SITE, "/so-sach/bai-rac/{site}", OFFICER, kind="desk", do=drawing),
    Visit("dump sites to visit", MINE, MINE, HEAD),
    Visit("a visit, what is missing", VISIT, "/bai-rac/{site}/tham", HEAD, do=click("Gửi")),
]
