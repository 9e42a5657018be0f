"""Excel workbooks and the rows of `csv_rows`: one sheet in, one sheet out, the same columns both ways."""

import csv
import importlib
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from api.core.csv_rows import Cell, Column, CsvRejected

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
YES, NO = "Có", "Không"


def as_csv(data: bytes) -> bytes:
    """The first sheet of a workbook as CSV; what is no workbook is taken for CSV already."""
    if not data.startswith(b"PK"):
        return data
    library: Any = importlib.import_module("python_calamine")  # not needed to start
    try:
        rows = library.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    except Exception as error:  # the library has a kind of its own for every way a file can be broken
        raise CsvRejected("Tệp Excel này không đọc được. Xin lưu lại dưới dạng .xlsx rồi chọn lại.") from error
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[written(cell) for cell in row] for row in rows])
    return out.getvalue().encode()


def workbook(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A sheet with these columns; text is written as text: nothing in it can run."""
    library: Any = importlib.import_module("xlsxwriter")  # not needed to start
    file = io.BytesIO()
    book = library.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, 18)
        sheet.write_string(0, place, column.headings[0], bold)
    sheet.freeze_panes(1, 2)
    for line, cells in enumerate(rows, 1):
        for place, cell in enumerate(cells):
            if isinstance(cell, int | float):
                sheet.write_number(line, place, cell)
            elif cell:
                sheet.write_string(line, place, str(cell))
    book.close()
    return file.getvalue()


def written(cell: object) -> str:
    """As the rows are read: never with just three digits behind the point, which would be taken for thousands."""
    if isinstance(cell, bool):
        return YES if cell else NO
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float):
        text = str(int(cell)) if cell.is_integer() else repr(cell)
        return f"{text}0" if text[-4:-3] == "." else text
    return str(cell)
