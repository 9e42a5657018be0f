"""The doors to documents and to the units' reports."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from docx import Document
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook
from sqlmodel import select

from api.accounts.models import Unit
from api.core import clock
from api.core.database import Database
from api.papers import files, templates
from api.reports import round_actions as actions
from tests.complaints.make import contact, send
from tests.complaints.test_retyping import retype
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
KINDS = ("periodic", "hotline", "commendation", "roadmap", "register_points", "register_sites", "register_cases")


@pytest.fixture
def officer(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("officer", unit="PKT")


def new(kind: str, **more: object) -> dict[str, object]:
    return {"id": str(uuid4()), "kind": kind, **more}


def drawn(officer: SignedIn, kind: str = "hotline", **more: object) -> dict[str, Any]:
    answer = officer.post("/api/documents", json=new(kind, **more))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def part(document: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in document["parts"] if one["code"] == code)
    return found


def words_of(officer: SignedIn, document: dict[str, Any]) -> str:
    answer = officer.get(f"/api/documents/{document['id']}/document.docx")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == files.WORD
    book = Document(BytesIO(answer.content))
    cells = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in book.paragraphs), *cells])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_becomes_a_word_file_and_a_workbook(officer: SignedIn, kind: str) -> None:
    document = drawn(officer, kind)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words_of(officer, document)
    book = officer.get(f"/api/documents/{document['id']}/annexes.xlsx")
    sheets = CalamineWorkbook.from_filelike(BytesIO(book.content)).sheet_names
    assert len(sheets) == len(document["annexes"])


def test_the_periodic_report_has_six_annexes_and_the_decrees_window(officer: SignedIn) -> None:
    document = drawn(officer, "periodic", period="month", year=2026, number=10)
    assert (document["first_day"], document["last_day"]) == ("2026-09-15", "2026-10-14")
    assert len(document["annexes"]) == 6
    said = words_of(officer, document)
    assert "Phụ lục VI" in said and "tháng 10 năm 2026" in said
    assert "Không tiếp nhận 0, gộp 0" in part(document, "section_2_6")["text"], "what was left out is counted"


def test_an_edited_text_is_printed_and_kept_when_the_records_are_drawn_again(officer: SignedIn) -> None:
    document = drawn(officer)
    address = f"/api/documents/{document['id']}"
    wish = {"parts": {"section_4": "Kiến nghị lắp thêm thùng.", "signer": "Người Ký Mẫu"}}
    saved = officer.put(address, json=wish, headers={"If-Match": '"1"'})
    assert saved.status_code == 200 and saved.headers["etag"] == '"2"'
    again = officer.post(f"{address}/drawing", headers={"If-Match": '"2"'}).json()
    kept = part(again, "section_4")
    assert kept["text"] == "Kiến nghị lắp thêm thùng." and kept["is_edited"] and not kept["has_moved"]
    assert "Kiến nghị lắp thêm thùng." in words_of(officer, again)
    assert part(drawn(officer), "signer")["text"] == "Người Ký Mẫu", "who signs is remembered for the next"
    back = officer.put(address, json={"parts": {"section_4": None}}, headers={"If-Match": '"3"'}).json()
    assert not part(back, "section_4")["is_edited"]


def test_an_edit_of_an_older_version_shows_the_newer_one(officer: SignedIn) -> None:
    document = drawn(officer)
    address, wish = f"/api/documents/{document['id']}", {"parts": {"section_4": "Một."}}
    assert_problem(officer.put(address, json=wish), 428, "precondition_missing")
    officer.put(address, json=wish, headers={"If-Match": '"1"'})
    stale = officer.put(address, json={"parts": {"section_4": "Hai."}}, headers={"If-Match": '"1"'})
    assert_problem(stale, 412, "stale")
    assert part(stale.json()["current"], "section_4")["text"] == "Một."


def test_a_document_sent_again_is_the_first_one_and_can_be_struck_out(officer: SignedIn) -> None:
    wish = new("hotline")
    assert officer.post("/api/documents", json=wish).status_code == 201
    assert officer.post("/api/documents", json=wish).status_code == 200
    assert_problem(officer.post("/api/documents", json={**wish, "kind": "roadmap"}), 409, "document_id_taken")
    gone = officer.delete(f"/api/documents/{wish['id']}", headers={"If-Match": '"1"'})
    assert gone.status_code == 204
    assert_problem(officer.get(f"/api/documents/{wish['id']}"), 404, "document_not_found")
    assert wish["id"] not in [one["id"] for one in officer.get("/api/documents").json()["items"]]


def test_a_letter_needs_to_know_whom_it_is_about(officer: SignedIn) -> None:
    assert_problem(officer.post("/api/documents", json=new("reminder")), 422, "document_subject_missing")
    unknown = officer.post("/api/documents", json=new("minutes", subject_id=str(uuid4())))
    assert_problem(unknown, 422, "document_subject_unknown")
    assert_problem(officer.post("/api/documents", json=new("reply", subject_id=str(uuid4()))), 404)


def test_a_reminder_names_the_late_tasks_of_its_unit(officer: SignedIn, seeded: Database) -> None:
    with seeded.session(writes=False) as session:
        unit = session.exec(select(Unit).where(Unit.code == "PKT")).one()
        unit_id, name = unit.id, unit.name
    document = drawn(officer, "reminder", subject_id=str(unit_id), last="2031-01-31")
    assert part(document, "addressees")["text"] == name
    assert "2.2c" in part(document, "section_1")["text"]
    assert f"Kính gửi: {name}." in words_of(officer, document)


def test_papers_about_a_case_tell_nothing_of_who_reported(officer: SignedIn, client: TestClient) -> None:
    case = send(client, contact=contact(name="Người Kín Tên"), words="Rác sau nhà ông Mẫu")
    for kind in ("transfer", "reply"):
        said = words_of(officer, drawn(officer, kind, subject_id=case["id"]))
        assert case["code"] in said
        assert "Người Kín Tên" not in said and "0912345678" not in said and "nhà ông Mẫu" not in said


def test_a_restricted_case_is_written_about_by_the_hotline_alone(
    officer: SignedIn, sign_in: SignIn, client: TestClient
) -> None:
    case = send(client, words="Đề nghị xem lại quyết định phạt nhà tôi")
    document = drawn(officer, "reply", subject_id=case["id"])
    assert retype(officer, case["id"], "complaint_legal").status_code == 200
    address = f"/api/documents/{document['id']}"
    assert officer.get(address).status_code == 200
    other = sign_in("officer", unit="CA")
    for door in (address, f"{address}/document.docx", f"{address}/annexes.xlsx"):
        assert other.get(door).status_code == 404


def test_a_clerks_template_takes_the_place_of_the_built_in_one(officer: SignedIn) -> None:
    built_in = officer.get("/api/papers/templates/report")
    assert built_in.content == templates.built_in("report")
    book = Document(BytesIO(built_in.content))
    next(line for line in book.paragraphs if "type_name" in line.text).runs[0].text = "MẪU CỦA XÃ"
    file = BytesIO()
    book.save(file)
    sent = {"Content-Type": files.WORD, "If-Match": '"0"'}
    assert officer.put("/api/papers/templates/report", content=file.getvalue(), headers=sent).json()["is_own"]
    assert "MẪU CỦA XÃ" in words_of(officer, drawn(officer))
    damaged = officer.put("/api/papers/templates/report", content=b"PK", headers={**sent, "If-Match": '"1"'})
    assert_problem(damaged, 422, "template_damaged")
    assert not officer.delete("/api/papers/templates/report", headers={"If-Match": '"1"'}).json()["is_own"]
    assert "MẪU CỦA XÃ" not in words_of(officer, drawn(officer))
    assert_problem(officer.get("/api/papers/templates/poem"), 404, "template_not_found")


def new_round(**more: object) -> dict[str, object]:
    today = clock.day_of(clock.now())
    return {
        "id": str(uuid4()), "period_words": "tháng mẫu", "first_day": (today - timedelta(days=40)).isoformat(),
        "last_day": (today - timedelta(days=10)).isoformat(), "due_on": today.isoformat(), **more,
    }  # fmt: skip


def report_of(client: SignedIn, unit_id: str) -> dict[str, Any]:
    rounds = client.get("/api/report-rounds").json()["items"]
    found: dict[str, Any] = next(one for one in rounds[0]["reports"] if one["unit_id"] == unit_id)
    return found


def test_O2_a_unit_drafts_submits_is_returned_and_accepted(
    officer: SignedIn, sign_in: SignIn, seeded: Database
) -> None:
    with seeded.session(writes=False) as session:
        unit_id = str(session.exec(select(Unit).where(Unit.code == "CA")).one().id)
    wish = new_round()
    assert officer.post("/api/report-rounds", json=wish).status_code == 201
    assert_problem(officer.post("/api/report-rounds", json=new_round()), 409, "report_round_known")
    police = sign_in("officer", unit="CA")
    address = f"/api/report-rounds/{wish['id']}/units/{unit_id}"
    empty = police.put(address, json={}, headers={"If-Match": '"0"'})
    assert "Đường dây nóng: được giao 0 phản ánh" in empty.json()["drawn"]
    assert_problem(police.post(f"{address}/submission", headers={"If-Match": '"1"'}), 422, "report_empty")
    police.put(address, json={"done": "Tuần tra 4 buổi."}, headers={"If-Match": '"1"'})
    assert report_of(officer, unit_id)["done"] == "", "a draft is the unit's own"
    assert police.post(f"{address}/submission", headers={"If-Match": '"2"'}).json()["state"] == "submitted"
    judge = f"{address}/judgement"
    assert_problem(officer.post(judge, json={"is_accepted": False}, headers={"If-Match": '"3"'}), 422)
    officer.post(judge, json={"is_accepted": False, "answer": "Ghi rõ ngày."}, headers={"If-Match": '"3"'})
    assert report_of(police, unit_id)["answer"] == "Ghi rõ ngày."
    police.put(address, json={"done": "Tuần tra 4 buổi, ngày 5 đến 8."}, headers={"If-Match": '"4"'})
    police.post(f"{address}/submission", headers={"If-Match": '"5"'})
    officer.post(judge, json={"is_accepted": True}, headers={"If-Match": '"6"'})
    assert report_of(officer, unit_id)["state"] == "accepted"
    document = drawn(officer, "periodic", first=wish["first_day"], last=wish["last_day"])
    assert "Tuần tra 4 buổi" in part(document, "section_1")["text"], "what units report goes into the compiled report"


def test_O2_nobody_writes_another_units_report(officer: SignedIn, sign_in: SignIn, seeded: Database) -> None:
    with seeded.session(writes=False) as session:
        unit_id = str(session.exec(select(Unit).where(Unit.code == "CA")).one().id)
    wish = new_round()
    officer.post("/api/report-rounds", json=wish)
    address = f"/api/report-rounds/{wish['id']}/units/{unit_id}"
    answer = officer.put(address, json={"done": "Thay."}, headers={"If-Match": '"0"'})
    assert_problem(answer, 403, "report_of_another_unit")


def test_O2_rounds_open_by_themselves_in_the_communes_rhythm(officer: SignedIn, seeded: Database) -> None:
    rhythm = officer.get("/api/report-rounds").json()["rhythm"]
    wish = {"kind": "week", "days_to_answer": 7, "source": "Thông báo mẫu"}
    version = {"If-Match": f'"{rhythm["version"]}"'}
    assert officer.put("/api/report-rounds/rhythm", json=wish, headers=version).status_code == 200
    with seeded.session(writes=True) as session:
        opened = actions.open_by_rhythm(session, now=clock.now())
        assert opened is not None and (opened.last_day - opened.first_day).days == 6
        assert actions.open_by_rhythm(session, now=clock.now()) is None, "once"
    assert len(officer.get("/api/report-rounds").json()["items"]) == 1
