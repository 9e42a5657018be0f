"""Equipment and vehicles: the register, gaps, maintenance, and the spreadsheet both ways."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from sqlmodel import select

from api.core import clock, sheets
from api.core.database import Database
from api.equipment.models import Equipment
from api.equipment.schemas import COLUMNS
from api.journal.models import Entry
from tests.collection_points.make import make_point
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
TODAY = clock.day_of(clock.now())
IMPORTS = "/api/equipment/imports"


@pytest.fixture
def officer(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("officer", unit="PKT")


def thing(**more: object) -> dict[str, object]:
    return {
        "id": str(uuid4()), "code": "TB-01", "name": "Thùng 240 lít", "kind": "bin", "count": 4, "volume": 240,
        "condition": "good", "place_kind": "market", **more,
    }  # fmt: skip


def entered(officer: SignedIn, **more: object) -> dict[str, Any]:
    answer = officer.post("/api/equipment", json=thing(**more))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def register(officer: SignedIn) -> dict[str, Any]:
    found: dict[str, Any] = officer.get("/api/equipment").json()
    return found


def edit_of(item: dict[str, Any], **more: object) -> dict[str, Any]:
    kept = ("code", "name", "kind", "count", "volume", "condition", "place_kind", "hamlet_id", "unit_id", "point_id")
    return {name: item[name] for name in kept} | more


def book(rows: list[list[object]]) -> bytes:
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file)
    sheet = made.add_worksheet()
    lines: list[list[object]] = [[column.headings[0] for column in COLUMNS], *rows]
    for down, cells in enumerate(lines):
        for across, cell in enumerate(cells):
            sheet.write(down, across, cell)
    made.close()
    return file.getvalue()


def brought(officer: SignedIn, data: bytes, *, dry: bool = False) -> dict[str, Any]:
    sent = {"Content-Type": sheets.XLSX}
    answer = officer.post(f"{IMPORTS}?dry_run={str(dry).lower()}", content=data, headers=sent)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_2_2b_a_thing_is_entered_changed_and_told_in_the_journal(officer: SignedIn, seeded: Database) -> None:
    item = entered(officer)
    address = f"/api/equipment/{item['id']}"
    changed = officer.put(address, json=edit_of(item, condition="broken"), headers={"If-Match": '"1"'}).json()
    assert (changed["condition"], changed["version"], changed["measure"]) == ("broken", 2, "l")
    stale = officer.put(address, json=edit_of(item), headers={"If-Match": '"1"'})
    assert_problem(stale, 412, "stale")
    with seeded.session(writes=False) as session:
        entry = session.exec(select(Entry).where(Entry.verb == "equipment_changed")).one()
        assert entry.detail["changes"]["condition"] == {"before": "good", "after": "broken"}


def test_2_2b_bad_things_are_refused_with_clear_words(officer: SignedIn) -> None:
    entered(officer)
    assert_problem(officer.post("/api/equipment", json=thing()), 409, "equipment_code_taken")
    assert_problem(officer.post("/api/equipment", json=thing(code="B", kind="ufo")), 422, "equipment_kind_unknown")
    lost = thing(code="C", point_id=str(uuid4()))
    assert_problem(officer.post("/api/equipment", json=lost), 422, "equipment_place_unknown")
    assert officer.post("/api/equipment", json=thing(code="D", count=-1)).status_code == 422


def test_2_2b_what_is_missing_is_known_once_somebody_says_what_is_needed(officer: SignedIn) -> None:
    entered(officer, count=4)
    entered(officer, code="TB-02", count=2, condition="broken")
    (gap,) = register(officer)["gaps"]
    assert (gap["usable"], gap["broken"], gap["needed"], gap["missing"]) == (4, 2, None, None)
    wish, first = {"needed": 10, "source": "QĐ 229/2025/QĐ-UBND"}, {"If-Match": '"0"'}
    (gap,) = officer.put("/api/equipment-norms/market/bin", json=wish, headers=first).json()["gaps"]
    assert (gap["needed"], gap["missing"], gap["version"]) == (10, 6, 1)
    assert_problem(officer.put("/api/equipment-norms/market/bin", json=wish, headers=first), 412, "stale")


def test_2_2b_maintenance_is_noted_and_a_wrong_row_is_said_anew(officer: SignedIn) -> None:
    item = entered(officer)
    address = f"/api/equipment/{item['id']}/maintenance"
    work = {"id": str(uuid4()), "done_on": TODAY.isoformat(), "work": "Thay bánh", "cost_vnd": 200_000}
    assert officer.post(address, json=work).status_code == 201
    assert officer.post(address, json=work).status_code == 200
    better = {**work, "id": str(uuid4()), "work": "Thay hai bánh", "replaces_id": work["id"]}
    assert [one["work"] for one in officer.post(address, json=better).json()["items"]] == ["Thay hai bánh"]
    assert register(officer)["items"][0]["last_mended_on"] == TODAY.isoformat()
    later = {**work, "id": str(uuid4()), "done_on": (TODAY + timedelta(days=1)).isoformat()}
    assert_problem(officer.post(address, json=later), 422, "maintenance_in_the_future")


def test_500_rows_with_20_bad_cells_name_each_and_lose_no_good_row(officer: SignedIn, seeded: Database) -> None:
    with seeded.session(writes=True) as session:
        make_point(session, code="DTK-01", hamlet=make_hamlet(session, "Thôn Mẫu 1"))
    rows: list[list[object]] = [
        [f"TB-{at:03}", f"Thùng {at}", "Thùng rác", 2, 240.5, "Tốt", "Chợ", "DTK-01", "Thôn Mẫu 1", "", "PKT", 2024]
        for at in range(500)
    ]
    wrong = ((2, "Xe bay", "Loại"), (3, "hai", "Số lượng"), (5, "Mới", "Tình trạng"), (8, "Thôn Lạ", "Thôn"))
    expected = []
    for at in range(20):
        column, cell, heading = wrong[at % 4]
        rows[at * 25][column] = cell
        expected.append((at * 25 + 2, heading))
    tried = brought(officer, book(rows), dry=True)
    assert [(one["row"], one["column"]) for one in tried["errors"]] == expected
    assert all(one["detail"] for one in tried["errors"])
    assert tried["created"] == 480 and register(officer)["items"] == []
    assert brought(officer, book(rows))["created"] == 480
    assert len(register(officer)["items"]) == 480


def test_what_was_exported_is_imported_again_without_a_change(officer: SignedIn, seeded: Database) -> None:
    entered(officer, name="=CỘNG(1)", volume=1.125, purchase_year=2024, cost_vnd=1_250_000, note="Dòng một\nDòng hai")
    entered(officer, code="TB-02", volume=None)
    with seeded.session(writes=False) as session:
        before = [row.model_dump() for row in session.exec(select(Equipment).order_by(Equipment.code))]
    sheet = officer.get("/api/equipment.xlsx")
    assert sheet.headers["content-type"] == sheets.XLSX
    found = brought(officer, sheet.content)
    assert (found["rows"], found["created"], found["updated"], found["errors"]) == (2, 0, 0, [])
    with seeded.session(writes=False) as session:
        assert [row.model_dump() for row in session.exec(select(Equipment).order_by(Equipment.code))] == before


def test_a_damaged_workbook_is_a_clear_error(officer: SignedIn) -> None:
    answer = officer.post(IMPORTS, content=b"PK\x03\x04damaged", headers={"Content-Type": sheets.XLSX})
    assert_problem(answer, 422, "csv_rejected")


def test_points_come_in_as_a_workbook_too(officer: SignedIn) -> None:
    csv = officer.get("/api/collection-points.csv").content
    head = csv.decode("utf-8-sig").splitlines()[0].split(",")
    row = dict.fromkeys(head, "") | {head[0]: "DTK-77", head[1]: "Điểm từ Excel", head[2]: "Điểm tập kết"}
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file)
    sheet = made.add_worksheet()
    for across, name in enumerate(head):
        sheet.write(0, across, name)
        sheet.write(1, across, row[name])
    made.close()
    sent = {"Content-Type": "text/csv"}  # as the page sends every table
    answer = officer.post("/api/collection-points/imports", content=file.getvalue(), headers=sent)
    assert answer.json()["created"] == 1, answer.text
