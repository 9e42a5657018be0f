"""Tables as offices make them: CSV bytes to checked rows, every bad cell named; rows back to CSV."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from api.core import errors, shapes
from api.core.text import fold
from api.core.validation_words import explain

MOST_ROWS = 5_000
BOM = "\ufeff"
Shape = TypeVar("Shape", bound=BaseModel)
Cell = str | int | float | date | None

_SEPARATOR_LINE = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
_THOUSANDS = re.compile(r"-?\d{1,3}([., \u00a0]\d{3})+")
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# A spreadsheet runs a cell that starts like this. The quote in front is itself guarded, so nothing is lost.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


class CsvRejected(errors.Rejected):
    code = "csv_rejected"
    says = "Tệp này không đọc được như một bảng CSV."


class CsvEmpty(CsvRejected):
    code = "csv_empty"
    says = "Tệp rỗng. Dòng đầu phải là tên các cột."


class CsvNotUtf8(CsvRejected):
    """Windows-1258, TCVN3, VNI: which of them it is cannot be told from the bytes, so nothing is guessed."""

    code = "csv_not_utf8"
    says = (
        "Tệp lưu bằng bảng mã cũ nên chữ Việt sẽ sai. Trong Excel, xin chọn Tệp, Lưu thành, "
        "kiểu CSV UTF-8 hoặc Văn bản Unicode, rồi chọn lại tệp mới."
    )


class CsvQuotesWrong(CsvRejected):
    code = "csv_quotes_wrong"
    says = "Dấu ngoặc kép đặt sai hoặc không đóng, từ dòng {row}."


class CsvTooLong(CsvRejected):
    code = "csv_too_long"
    says = f"Tệp có hơn {MOST_ROWS} dòng. Xin chia thành nhiều tệp."


@dataclass(frozen=True, slots=True)
class Column:
    """`headings[0]` is what an export writes; each of them is understood, with or without diacritics."""

    key: str
    headings: tuple[str, ...]
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """One bad cell. Row 1 is the line of headings, as in a spreadsheet."""

    row: int
    column: str
    detail: str


@dataclass(frozen=True, slots=True)
class Row(Generic[Shape]):
    number: int
    value: Shape


@dataclass(slots=True)
class Sheet(Generic[Shape]):
    """What a file holds. `headings` names the columns present: key -> heading as written.

    `faults` are cells that must be mended; `remarks` are columns that nobody asked for and that do no harm.
    """

    headings: dict[str, str] = field(default_factory=dict)
    rows: list[Row[Shape]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)
    broken: list[tuple[int, dict[str, str]]] = field(default_factory=list)  # row number, cells: those not in `rows`
    count: int = 0
    _refused: set[int] = field(default_factory=set)

    @property
    def good(self) -> list[Row[Shape]]:
        return [row for row in self.rows if row.number not in self._refused]

    def refuse(self, row: Row[Shape], key: str, detail: str) -> None:
        """Name a cell that only looks right; its row is no longer a good one."""
        self.blame(row.number, key, detail)
        self._refused.add(row.number)

    def blame(self, number: int, key: str, detail: str) -> None:
        self.faults.append(Fault(number, self.headings.get(key, key), detail))


def read(data: bytes, columns: Sequence[Column], shape: type[Shape]) -> Sheet[Shape]:
    """Every row that `shape` accepts, and every bad cell. Blank cells take the shape's default.

    A needed column that is missing is said once, and all other cells are judged nevertheless; no row is then good.
    """
    records = _records(_decode(data))
    head = next(records, None)
    if head is None:
        raise CsvEmpty
    sheet: Sheet[Shape] = Sheet()
    keys = _read_headings(sheet, head[1], columns)
    for number, cells in records:
        sheet.count += 1
        if sheet.count > MOST_ROWS:
            raise CsvTooLong
        _read_row(sheet, number, cells, keys, shape)
    return sheet


def write(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a file that spreadsheets open with Vietnamese intact and without running anything."""
    yield head(columns)
    yield from lines(rows)


def head(columns: Sequence[Column]) -> str:
    """The line of headings, with what tells a spreadsheet that this is UTF-8.

    Commas: Windows separates lists by them in Vietnamese as in English, and a `sep=` line would undo the mark.
    """
    return BOM + _line([column.headings[0] for column in columns])


def lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    for row in rows:
        yield _line([_guarded(cell) for cell in row])


def _line(cells: Iterable[Cell]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue()


def _guarded(cell: Cell) -> Cell:
    return "'" + cell if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _decode(data: bytes) -> str:
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # "Unicode text" of spreadsheets
    try:
        text = data.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise CsvNotUtf8 from error
    if "\0" in text:
        raise CsvNotUtf8
    return text


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells) of each line that is not blank."""
    separator = _SEPARATOR_LINE.match(text)
    text = text[separator.end() :] if separator else text
    delimiter = separator.group(1) if separator else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise CsvQuotesWrong(CsvQuotesWrong.says.format(row=number + 1)) from error
        if cells is None:
            return
        number += 1
        if any(cell.strip() for cell in cells):
            yield number, cells


def _delimiter(text: str) -> str:
    """The one the line of headings uses most; Vietnamese spreadsheets write semicolons."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _read_headings(sheet: Sheet[Shape], cells: list[str], columns: Sequence[Column]) -> dict[str, int]:
    known = {fold(heading): column.key for column in columns for heading in (column.key, *column.headings)}
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        key = known.get(fold(cell))
        if key is None:
            if cell.strip():
                sheet.remarks.append(Fault(1, cell.strip()[:80], "Không biết cột này nên bỏ qua."))
        elif key in places:
            sheet.remarks.append(Fault(1, cell.strip()[:80], "Cột này có hai lần, chỉ đọc cột đầu."))
        else:
            places[key] = place
            sheet.headings[key] = cell.strip()
    for column in columns:
        if column.is_required and column.key not in places:
            sheet.faults.append(Fault(1, column.headings[0], "Thiếu cột này."))
    return places


def _read_row(sheet: Sheet[Shape], number: int, cells: list[str], keys: dict[str, int], shape: type[Shape]) -> None:
    given = {key: cells[place].strip() for key, place in keys.items() if place < len(cells)}
    given = {key: cell[1:] if _GUARDED.match(cell) else cell for key, cell in given.items() if cell}
    try:
        sheet.rows.append(Row(number, shape.model_validate(given)))
    except ValidationError as error:
        sheet.broken.append((number, given))
        for fault in error.errors():
            told = explain(dict(fault))
            key = told["field"].split(".")[0]
            if told["code"] == "missing" and key not in sheet.headings:
                continue  # said once, of the column
            sheet.blame(number, key, told["detail"])


def _whole(cell: Any) -> Any:  # any: whatever was in the cell; Pydantic judges it afterwards
    """1200, also when written 1.200, 1,200 or 1 200: a whole number has no decimals to mix them up with."""
    if isinstance(cell, str) and _THOUSANDS.fullmatch(cell):
        return re.sub(r"[., \u00a0]", "", cell)
    return cell


def _number(cell: Any) -> Any:  # any: as above
    """106.1793, also when written 106,1793."""
    if isinstance(cell, str) and "." not in cell:
        return cell.replace(",", ".", 1)
    return cell


def _day(cell: Any) -> Any:  # any: as above
    """2026-07-01, also when written 01/07/2026."""
    if not isinstance(cell, str) or _ISO_DAY.fullmatch(cell):
        return cell
    if found := _VIETNAMESE_DAY.fullmatch(cell):
        day, month, year = found.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    raise PydanticCustomError("csv_day", "", {"says": "Ngày phải viết như 01/07/2026 hoặc 2026-07-01."})


def labelled(labels: dict[Any, str]) -> BeforeValidator:
    """A cell that holds a label, with or without diacritics. Any: enums of several kinds; Pydantic judges after it."""
    known = {fold(label): value for value, label in labels.items()}
    return BeforeValidator(lambda cell: known.get(fold(cell), cell) if isinstance(cell, str) else cell)


Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[float, BeforeValidator(_number)]
Day = Annotated[shapes.Day, BeforeValidator(_day)]
