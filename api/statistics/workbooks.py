"""The table of cases as a workbook: written row by row to a temporary file, no formulas, no links."""

import importlib
from collections.abc import Iterable, Iterator
from typing import IO, Any

from api.core.csv_rows import Cell
from api.statistics.export_rules import FIELDS

SHEET = "Phản ánh"
CHUNK = 64 * 1024


class Workbook:
    """Rows go to disk as they come, so memory stays flat. Text is written as text: nothing in it can run."""

    def __init__(self, file: IO[bytes]) -> None:
        library: Any = importlib.import_module("xlsxwriter")  # not needed to start
        self._file = file
        self._book = library.Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
        self._sheet = self._book.add_worksheet(SHEET)
        bold = self._book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        for place, field in enumerate(FIELDS):
            self._sheet.set_column(place, place, field.width)
            self._sheet.write_string(0, place, field.column.headings[0], bold)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.repeat_rows(0)
        self._sheet.fit_to_pages(1, 0)
        self._next = 1

    def add(self, rows: Iterable[list[Cell]]) -> None:
        for cells in rows:
            for place, cell in enumerate(cells):
                if isinstance(cell, int | float):
                    self._sheet.write_number(self._next, place, cell)
                elif cell:
                    self._sheet.write_string(self._next, place, str(cell))
            self._next += 1

    def finish(self) -> Iterator[bytes]:
        """The whole file in pieces."""
        self._sheet.autofilter(0, 0, self._next - 1, len(FIELDS) - 1)
        self._book.close()
        self._file.seek(0)
        while piece := self._file.read(CHUNK):
            yield piece
