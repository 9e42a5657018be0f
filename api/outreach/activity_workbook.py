"""The log of communication as a workbook: one row an activity, and a sheet of sums by month (pure)."""

import importlib
from io import BytesIO
from typing import Any

from api.outreach.activity_schemas import KIND_LABELS, ActivityMonth, ActivityShape

HEADINGS = (
    ("Ngày", 12), ("Hình thức", 24), ("Nội dung", 44), ("Địa điểm", 28), ("Thôn", 16), ("Đơn vị tổ chức", 24),
    ("Số người", 10), ("Cách tính", 12), ("Số ảnh", 8), ("Ghi chú", 40), ("Người nhập", 24),
)  # fmt: skip
SUMS = (("Tháng", 12), ("Số hoạt động", 14), ("Số người", 12), ("Trong đó đếm được", 18))


def workbook(items: list[ActivityShape], months: list[ActivityMonth]) -> bytes:
    """Text is written as text: nothing in it can run. Struck-out entries stay out."""
    library: Any = importlib.import_module("xlsxwriter")  # not needed to start
    file = BytesIO()
    book = library.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    bold = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    _sheet(book, bold, "Hoạt động", HEADINGS, [_cells(one) for one in items if not one.is_void])
    rows = [[f"{one.month[5:]}/{one.month[:4]}", one.activities, one.reach, one.reach_counted] for one in months]
    _sheet(book, bold, "Theo tháng", SUMS, rows)
    book.close()
    return file.getvalue()


def _sheet(book: Any, bold: Any, name: str, headings: tuple[tuple[str, int], ...], rows: list[list[Any]]) -> None:
    """Any: the library's own kinds, and cells of text or numbers."""
    sheet = book.add_worksheet(name)
    for place, (heading, width) in enumerate(headings):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, bold)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    for line, cells in enumerate(rows, start=1):
        for place, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(line, place, cell)
            elif cell:
                sheet.write_string(line, place, cell)


def _cells(one: ActivityShape) -> list[str | int | None]:
    counted = "" if one.reach is None else "đếm" if one.is_reach_counted else "ước tính"
    return [
        f"{one.day:%d/%m/%Y}", KIND_LABELS[one.kind], one.title, one.place_words, one.hamlet_name, one.organiser,
        one.reach, counted, len(one.photos), one.words, one.made_by_name,
    ]  # fmt: skip
