"""The registers in a spreadsheet: out and in again, and every bad cell by its name."""

import io
from collections.abc import Callable

import pytest
import python_calamine
import xlsxwriter
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.core import sheets
from api.dump_sites import queries, rules, spreadsheets
from api.dump_sites.models import SiteKind, Stage
from tests.accounts.make import make_person
from tests.dump_sites.make import NOW, make_site
from tests.places.make import make_hamlet

HEAD = ["Mã bãi", "Tên bãi", "Danh mục", "Thôn", "Diện tích", "Ngày phát hiện", "Giai đoạn", "Từ ngày", "Kinh phí"]


def workbook(*rows: list[object]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    for line, cells in enumerate((HEAD, *rows)):
        sheet.write_row(line, 0, cells)
    book.close()
    return file.getvalue()


def test_2_3_what_was_exported_is_imported_without_a_change(session: Session) -> None:
    make_hamlet(session)
    make_site(
        session,
        stage=Stage.WATCHING,
        is_public=True,
        area_m2=120.5,
        cost_vnd=1_234_567,
        place_words="=1+1",
        lat=20.90891234567,
    )
    make_site(session, kind=SiteKind.POLLUTED_AREA, lat=None, lon=None, name="Ao tù")
    data = spreadsheets.export(session)
    rows = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["Mã bãi", "BR-01", "ON-01"]
    found = spreadsheets.take_over(session, data, is_dry_run=False, by=make_person(session), now=NOW)
    assert (found.rows, found.created, found.updated, found.errors) == (2, 0, 0, [])


def test_2_3_good_rows_go_in_and_bad_cells_are_named(session: Session) -> None:
    make_hamlet(session)
    data = workbook(
        [
            "BR-10",
            "Bãi cũ",
            "Bãi rác tự phát",
            "Thôn Mẫu 3",
            5.234,
            "01/03/2026",
            "da dong cua",
            "01/05/2026",
            "1.500.000",
        ],
        ["BR-11", "Bãi lạ", "Bãi rác", "Thôn Không Có", "nhiều", "32/01/2026", "", "", ""],
        ["BR-12", "Bãi sớm", "Khu vực ô nhiễm", "", "", "01/05/2026", "Hoàn thành", "01/04/2026", ""],
        ["BR-10", "Trùng mã", "Bãi rác tự phát", "", "", "01/03/2026", "", "", ""],
    )
    by = make_person(session)
    dry = spreadsheets.take_over(session, data, is_dry_run=True, by=by, now=NOW)
    assert queries.codes(session) == {}
    found = spreadsheets.take_over(session, data, is_dry_run=False, by=by, now=NOW)
    assert (dry.created, found.created, found.updated) == (1, 1, 0)
    named = {(fault.row, fault.column) for fault in found.errors}
    assert named >= {(3, "Danh mục"), (3, "Diện tích"), (3, "Ngày phát hiện"), (4, "Từ ngày"), (5, "Mã bãi")}
    site = queries.codes(session)["BR-10"]
    assert (site.area_m2, site.cost_vnd) == (5.234, 1_500_000)
    assert [row.stage for row in rules.standing(queries.history(session, site.id))] == [Stage.FOUND, Stage.CLOSED]


def test_the_registers_come_and_go_through_their_doors(sign_in: Callable[..., TestClient]) -> None:
    officer = sign_in("officer")
    data = workbook(["BR-01", "Bãi", "Bãi rác tự phát", "", 10, "01/03/2026", "", "", ""])
    address = "/api/dump-registers/imports"
    kind = {"Content-Type": "application/octet-stream"}
    assert officer.post(f"{address}?dry_run=true", content=data, headers=kind).json()["created"] == 1
    assert officer.post(address, content=data, headers=kind).json()["created"] == 1
    assert officer.get("/api/dump-registers.xlsx").content.startswith(b"PK")
    broken = officer.post(address, content=b"PK\x03\x04nothing", headers=kind)
    assert (broken.status_code, broken.json()["code"]) == (422, "csv_rejected")


@pytest.mark.parametrize(
    ("cell", "text"), [(5.0, "5"), (5.234, "5.2340"), (20.90891234567, "20.90891234567"), (True, "Có"), ("x", "x")]
)
def test_a_cell_of_a_workbook_is_written_so_that_it_is_read_alike(cell: object, text: str) -> None:
    assert sheets.written(cell) == text
