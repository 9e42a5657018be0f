"""Tables as offices make them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.core import csv_rows
from api.core.csv_rows import Column, Fault
from api.core.shapes import Input
from api.core.text import Line

COLUMNS = (
    Column("name", ("Tên thôn", "Thôn"), is_required=True),
    Column("count", ("Số hộ",)),
    Column("size", ("Diện tích",)),
    Column("day", ("Ngày",)),
)


class Shape(Input):
    name: Line
    count: csv_rows.Whole | None = None
    size: csv_rows.Number | None = None
    day: csv_rows.Day | None = None


def read(text: str | bytes) -> csv_rows.Sheet[Shape]:
    return csv_rows.read(text.encode() if isinstance(text, str) else text, COLUMNS, Shape)


def values(text: str | bytes) -> list[tuple[object, ...]]:
    return [(row.value.name, row.value.count, row.value.size, row.value.day) for row in read(text).good]


@pytest.mark.parametrize(
    "text",
    [
        "name,count,size,day\nThôn Đông,120,1.5,2026-07-01\n",
        "\ufeffTên thôn;Số hộ;Diện tích;Ngày\r\nThôn Đông;120;1,5;01/07/2026\r\n",
        "ten thon\tSO HO\tdien tich\tngay\nThôn Đông\t120\t1.5\t1-7-2026",
        'sep=;\nThôn;Số hộ;Diện tích;Ngày\n"Thôn Đông";" 120 ";"1,5";"1.7.2026"\n\n;;;\n',
        "Ngày,Diện tích,Số hộ,Thôn\n2026-07-01,1.5,120,Thôn Đông\n",
    ],
)
def test_the_same_table_is_read_from_each_usual_way_to_write_it(text: str) -> None:
    assert values(text) == [("Thôn Đông", 120, 1.5, date(2026, 7, 1))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_each_unicode_that_spreadsheets_write(encoding: str) -> None:
    assert values("Tên thôn\tSố hộ\r\nThôn Đông\t120\r\n".encode(encoding)) == [("Thôn Đông", 120, None, None)]


@pytest.mark.parametrize("written", ["1200", "1.200", "1,200", "1 200"])
def test_thousands_may_be_grouped(written: str) -> None:
    assert values(f'name;count\nThôn;"{written}"\n')[0][1] == 1200


def test_every_bad_cell_is_named_and_no_good_row_is_lost() -> None:
    sheet = read("Tên thôn,Số hộ,Ngày\nMột,12,2026-07-01\n,nhiều,hôm qua\nBa,1.5,31/02/2026\nBốn,,\n")
    assert [row.value.name for row in sheet.good] == ["Một", "Bốn"]
    assert [(fault.row, fault.column) for fault in sheet.faults] == [
        (3, "Tên thôn"),
        (3, "Số hộ"),
        (3, "Ngày"),
        (4, "Số hộ"),
        (4, "Ngày"),
    ]
    assert all(fault.detail.endswith(".") for fault in sheet.faults)
    assert sheet.count == 4


def test_a_missing_needed_column_is_said_once_and_all_other_cells_are_judged() -> None:
    sheet = read("Số hộ\n12\nnhiều\n")
    assert sheet.faults[0] == Fault(1, "Tên thôn", "Thiếu cột này.")
    assert [(fault.row, fault.column) for fault in sheet.faults[1:]] == [(3, "Số hộ")]
    assert (sheet.good, sheet.count) == ([], 2)


def test_an_unknown_or_doubled_column_is_a_remark_and_the_rows_stay() -> None:
    sheet = read("Tên thôn,Trưởng thôn,Thôn\nMột,Ông A,Hai\n")
    assert [(remark.row, remark.column) for remark in sheet.remarks] == [(1, "Trưởng thôn"), (1, "Thôn")]
    assert sheet.faults == []
    assert [row.value.name for row in sheet.good] == ["Một"]


def test_a_short_row_has_blank_cells() -> None:
    assert values("name,count,size\nMột\n") == [("Một", None, None, None)]


@pytest.mark.parametrize("number", ["20260701", "86400", "NaN"])
def test_a_number_is_not_a_day(number: str) -> None:
    assert read(f"name,day\nMột,{number}\n").faults[0].column == "day"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "csv_empty"),
        (b"\xef\xbb\xbf \r\n", "csv_empty"),
        ("name\nThôn".encode("utf-16")[:-1], "csv_not_utf8"),
        ("name\nThôn".encode("utf-16-le"), "csv_not_utf8"),
        ("name\nThôn Đông".encode("cp1258", "replace"), "csv_not_utf8"),
        (b"name\na\0b", "csv_not_utf8"),
        (b'name\n"never closed', "csv_quotes_wrong"),
        (b"name\n" + b"a\n" * (csv_rows.MOST_ROWS + 1), "csv_too_long"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(data: bytes, code: str) -> None:
    with pytest.raises(csv_rows.CsvRejected) as refusal:
        read(data)
    assert refusal.value.code == code


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-2", "@SUM(A1)", "\tx", "'=1", "''-"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    line = list(csv_rows.write(COLUMNS, [[cell, 1, 2.5, None]]))[1]
    assert line.lstrip('"').startswith("'")


def test_numbers_are_written_as_they_are() -> None:
    assert list(csv_rows.write(COLUMNS, [["Một", -3, -1.5, date(2026, 7, 1)]]))[1] == "Một,-3,-1.5,2026-07-01\r\n"


@given(st.lists(st.text(st.characters(exclude_categories=["C"]), min_size=1).map(str.strip).filter(bool)))
def test_what_was_written_reads_back(names: list[str]) -> None:
    text = "".join(csv_rows.write(COLUMNS, [[name, 1, None, None] for name in names]))
    head, *_ = text.splitlines()
    assert head.startswith("\ufeffTên thôn")
    sheet = csv_rows.read(text.encode(), COLUMNS, Plain)
    assert [row.value.name for row in sheet.good] == names


class Plain(Input):
    """Without cleaning, so that only the reading is tested."""

    name: str
    count: int
