"""The table of cases: what is in it and what is not, and what happens when it comes back."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.complaints import triage
from api.complaints.desk_schemas import Edit
from api.complaints.models import Complaint, Kind, Priority, Status
from api.core import clock, csv_rows
from api.core.database import Database
from api.statistics import export_queries, export_rules, import_actions
from api.statistics.export_rules import COLUMNS, cells
from api.statistics.schemas import StatisticsFilter
from tests.accounts.make import make_person
from tests.complaints.make import MONDAY, contact, make_complaint
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
LATER = MONDAY.replace(month=12, day=20)
ATTACKS = ("=1+1", "+84 912", "-2+3", "@SUM(A1)", "'=x", "\t=1", "https://x.vn")
Cases = list[dict[str, str]]


def exported(session: Session) -> str:
    rows = export_queries.batch(session, StatisticsFilter(), None, by=make_person(session), now=LATER)
    return "".join(csv_rows.write(COLUMNS, map(cells, rows)))


def table(text: str) -> Cases:
    return list(csv.DictReader(io.StringIO(text.removeprefix(csv_rows.BOM))))


def changed(text: str, **cells_of_first: str) -> bytes:
    """The file with other cells in its first row; headings by the keys of the columns."""
    headings = {column.key: column.headings[0] for column in COLUMNS}
    rows = table(text)
    rows[0] |= {headings[key]: cell for key, cell in cells_of_first.items()}
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def take_back(session: Session, data: str | bytes, *, is_dry_run: bool = False) -> Any:
    raw = data.encode() if isinstance(data, str) else data
    return import_actions.take_back(session, raw, is_dry_run=is_dry_run, by=make_person(session), now=LATER)


def reword(session: Session, complaint: Complaint, words: str) -> None:
    triage.edit(session, complaint, Edit(public_words=words), by=make_person(session), now=MONDAY)
    session.flush()


@pytest.fixture
def some(session: Session) -> list[Complaint]:
    made = [make_complaint(session, status=status) for status in (Status.SUBMITTED, Status.CLOSED, Status.REJECTED)]
    for complaint, words in zip(made, ('Hai dòng\nvà dấu ; , "', "=cmd|' /C calc'!A0", ""), strict=True):
        if words:
            reword(session, complaint, words)
    return made


def test_L5_an_unchanged_export_changes_nothing(session: Session, some: list[Complaint]) -> None:
    before = [(one.version, one.public_words) for one in some]
    found = take_back(session, exported(session))
    assert (found.rows, found.updated, found.errors, found.remarks) == (3, 0, [], [])
    assert [(one.version, one.public_words) for one in some] == before


def test_L5_four_columns_can_be_changed_and_a_dry_run_says_so_without_doing_it(
    session: Session, some: list[Complaint]
) -> None:
    hamlet = make_hamlet(session, "Thôn Mẫu 9")
    session.flush()
    newest = table(exported(session))[0]["Mã phản ánh"]
    case = next(one for one in some if one.code == newest)
    sent = changed(exported(session), category="dot rac, dot rom ra gay khoi", priority="Khẩn", hamlet=hamlet.code,
                   public_words="Đốt rác cạnh chợ")  # fmt: skip
    version = case.version
    trial = take_back(session, sent, is_dry_run=True)
    assert (trial.updated, trial.errors, case.version) == (1, [], version)
    assert take_back(session, sent).updated == 1
    assert (case.category, case.priority, case.hamlet_id) == ("burning", Priority.URGENT, hamlet.id)
    assert (case.public_words, case.version) == ("Đốt rác cạnh chợ", version + 1)
    [stale] = take_back(session, sent).errors
    assert (stale.row, stale.column) == (2, "Bản") and "xuất lại" in stale.detail


@pytest.mark.parametrize(
    ("key", "cell", "column"),
    [
        ("code", "KS-26-9999", "Mã phản ánh"),
        ("version", "99", "Bản"),
        ("version", "một", "Bản"),
        ("category", "Loại việc lạ", "Loại việc"),
        ("category", "", "Loại việc"),
        ("priority", "Gấp lắm", "Mức độ"),
        ("hamlet", "X99", "Mã thôn"),
        ("status", "Đã kết thúc hẳn", "Trạng thái"),
        ("received_at", "2020-01-01T00:00", "Nhận lúc"),
        ("closed_at", "2026-12-01T00:00", "Kết thúc lúc"),
        ("public_words", "x" * 2001, "Nội dung công khai"),
    ],
)
def test_L5_every_bad_cell_is_named_and_its_row_left_alone(
    session: Session, some: list[Complaint], key: str, cell: str, column: str
) -> None:
    before = [one.version for one in some]
    found = take_back(session, changed(exported(session), **{key: cell}))
    assert [(fault.row, fault.column) for fault in found.errors] == [(2, column)], found.errors
    assert found.updated == 0 and [one.version for one in some] == before


def test_L5_the_same_case_twice_in_a_file_is_named(session: Session, some: list[Complaint]) -> None:
    text = changed(exported(session)).decode()
    twice = text + text.split("\r\n", 1)[1]
    [fault, *_] = take_back(session, twice).errors
    assert fault.column == "Mã phản ánh" and "đã có ở dòng" in fault.detail


def test_L5_no_cell_of_the_file_can_run(session: Session) -> None:
    complaint = make_complaint(session)
    for attack in ATTACKS:
        reword(session, complaint, attack.strip() or attack)
        cell = table(exported(session))[0]["Nội dung công khai"]
        assert not re.match(r"[=+\-@\t\r]", cell), cell
        assert take_back(session, exported(session)).updated == 0


def prepare(database: Database) -> None:
    with database.session(writes=True) as session:
        complaint = make_complaint(session, contact=contact(), now=clock.now())
        reword(session, complaint, "=1+1 https://x.vn")
        make_complaint(session, hamlet="Thôn Mẫu 4", category="burning", now=clock.now())


SECRETS = ("Vũ Thị Người Báo", "0912345678", "mùi hôi", "Sau nhà văn hóa", "20.90891")


def test_L5_the_export_follows_the_filter_and_holds_nothing_of_reporters(
    sign_in: Callable[..., SignedIn], database: Database
) -> None:
    prepare(database)
    answer = sign_in("officer").get("/api/desk/cases.csv?queue=all")
    assert answer.status_code == 200 and answer.content.startswith(csv_rows.BOM.encode())
    assert "attachment" in answer.headers["Content-Disposition"]
    assert len(table(answer.text)) == 2
    assert [secret for secret in SECRETS if secret in answer.text] == []
    assert len(table(sign_in("officer").get("/api/desk/cases.csv?category=burning").text)) == 1
    head = sign_in("hamlet_head", hamlet="Thôn Mẫu 4").get("/api/desk/cases.csv")
    assert [row["Tên thôn"] for row in table(head.text)] == ["Thôn Mẫu 4"]


def test_L6_the_workbook_has_the_same_cases_as_plain_text(sign_in: Callable[..., SignedIn], database: Database) -> None:
    prepare(database)
    answer = sign_in("officer").get("/api/desk/cases.xlsx")
    assert answer.status_code == 200
    parts = zipfile.ZipFile(io.BytesIO(answer.content))
    sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == 3 and "Mã phản ánh" in sheet and "=1+1 https://x.vn" in sheet
    assert "<f>" not in sheet and "hyperlink" not in sheet
    assert [secret for secret in SECRETS if secret in sheet] == []


def test_L5_only_the_hotline_may_bring_a_file_back(sign_in: Callable[..., SignedIn], client: TestClient) -> None:
    door, kind = "/api/desk/cases/imports?dry_run=true", {"Content-Type": "text/csv"}
    text = "Mã phản ánh,Bản\nKS-26-0001,1\n"
    assert_problem(client.post(door, content=text.encode(), headers=kind), 401, "sign_in_needed")
    assert_problem(sign_in("leader").post(door, content=text.encode(), headers=kind), 403, "not_allowed")
    officer = sign_in("officer")
    found = officer.post(door, content=text.encode(), headers=kind).json()
    assert [(fault["row"], fault["column"]) for fault in found["errors"]] == [(2, "Mã phản ánh")]
    assert_problem(officer.post(door, content=b"\xff\x00", headers=kind), 422)
    assert_problem(officer.post(door, content=b"", headers=kind), 422)


def test_L5_cases_of_every_kind_can_be_exported() -> None:
    assert set(export_rules.KIND_LABELS) == set(Kind)
