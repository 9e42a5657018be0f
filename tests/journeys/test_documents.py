"""The monthly report by somebody who has never made one."""

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Person

pytestmark = [pytest.mark.journey, pytest.mark.one_database, pytest.mark.timeout(120)]


def test_an_officer_has_the_monthly_report_in_word_within_five_clicks(person: Person, tmp_path: Path) -> None:
    page = person("desk", login="canbo")
    clicks = counted(page)
    page.goto("/so-sach")
    page.locator("main").get_by_role("link", name="Văn bản, báo cáo").click()
    page.get_by_role("button", name="Soạn văn bản").click()
    expect(page.get_by_role("heading", name="2. Ra quân tổng vệ sinh cuối tuần").or_(
        page.get_by_label("2. Ra quân tổng vệ sinh cuối tuần")
    ).first).to_be_visible()  # fmt: skip
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải Word").click()
    kept = tmp_path / "report.docx"
    waiting.value.save_as(kept)
    book = Document(str(kept))
    assert any("CÔNG TÁC LÃNH ĐẠO" in line.text for line in book.paragraphs)
    assert len(book.sections) == 7, "the report and its six annexes"
    assert clicks() <= 5
    words = page.get_by_label("1. Ưu điểm")
    words.fill("Bà con tham gia đông.")
    words.blur()
    expect(page.get_by_text("Đã sửa tay")).to_be_visible()
    page.reload()
    expect(page.get_by_label("1. Ưu điểm")).to_have_value("Bà con tham gia đông.")


def counted(page: Page):  # type: ignore[no-untyped-def]
    """How many clicks this page and those after it have seen."""
    page.add_init_script(
        "addEventListener('click', () => sessionStorage.setItem('c', 1 + Number(sessionStorage.getItem('c'))), true)"
    )
    return lambda: int(page.evaluate("Number(sessionStorage.getItem('c'))"))
