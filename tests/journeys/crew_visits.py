"""What is seen of the collection crews: the register, one crew, the inspection, the public page."""

from playwright.sync_api import Page, expect

from api.demo.world import demo_id
from tests.journeys.visits import OFFICER, Visit

CREW = str(demo_id("crew", "TG-01"))
BOOK = "/so-sach/to-thu-gom"


def checking(page: Page) -> None:
    """The words of another officer, to be let out or given back."""
    page.get_by_role("button", name="Kiểm tra lời công khai").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def fault(page: Page) -> None:
    """One item is wrong: its note and photo are asked for."""
    page.get_by_role("radio", name="Chưa đạt").first.check()
    expect(page.get_by_text("Ghi thêm").first).to_be_visible()


CREWS = [
    Visit("register of crews", BOOK, BOOK, OFFICER, kind="desk", do=checking),
    Visit("a crew", f"{BOOK}/:id", f"{BOOK}/{CREW}", OFFICER, kind="desk"),
    Visit("inspecting a crew", "/so-sach/:book/:id/kiem-tra", f"{BOOK}/{CREW}/kiem-tra", OFFICER, do=fault),
    Visit("results of inspecting crews", "/kiem-tra-thu-gom", "/kiem-tra-thu-gom"),
]
