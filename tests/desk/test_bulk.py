"""One act on many: the preview is true, a refusal names itself, nothing is half done, and undo puts back exactly."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx2 import Response
from sqlmodel import Session, col, select

from api import seeding
from api.complaints import queries, triage
from api.complaints.models import Complaint, Status
from api.core.database import Database
from api.desk import bulk_actions
from api.desk.bulk_schemas import Bulk
from api.desk.models import BulkRecord
from api.notifications.models import OutboxMessage
from tests.accounts.make import make_person, make_unit
from tests.complaints.make import MONDAY, SETTINGS, contact, make_complaint, verbs
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

S = Status
Make = Callable[..., Complaint]
SECRET, LATER = SETTINGS.secret, MONDAY + timedelta(hours=1)


def ask(*cases: Complaint, act: str = "close", **more: Any) -> dict[str, Any]:
    chosen = [{"id": str(case.id), "version": case.version} for case in cases]
    return {"id": str(uuid4()), "act": act, "cases": chosen} | more


def send(who: SignedIn, body: dict[str, Any], *, dry_run: bool = False) -> Response:
    return who.post("/api/desk/bulk", json=body, params={"dry_run": str(dry_run).lower()})


def unit_id(database: Database) -> str:
    with database.session(writes=True) as session:
        return str(make_unit(session, "TTDV").id)


def state_of(who: SignedIn, case: Complaint) -> dict[str, Any]:
    found: dict[str, Any] = who.get(f"/api/desk/complaints/{case.id}").json()
    return found


def test_H5_the_preview_says_which_may_and_why_the_others_may_not_and_changes_nothing(
    officer: SignedIn, make: Make
) -> None:
    may, wrong, old = make(status=S.REPLIED), make(), make(status=S.REPLIED)
    body = ask(may, wrong, old)
    body["cases"][2]["version"] -= 1
    body["cases"].append({"id": str(uuid4()), "version": 1})
    before = [state_of(officer, case) for case in (may, wrong, old)]
    found = send(officer, body, dry_run=True).json()
    assert [one["code"] for one in found["done"]] == [may.code]
    assert {one["code"]: one["reason_code"] for one in found["refused"]} == {
        wrong.code: "move_not_allowed", old.code: "stale", None: "complaint_not_found",
    }  # fmt: skip
    assert all(one["reason"] for one in found["refused"])
    assert [state_of(officer, case) for case in (may, wrong, old)] == before


def test_H5_one_refusal_stops_the_whole_until_the_rest_is_asked_for(officer: SignedIn, make: Make) -> None:
    may, wrong = make(status=S.REPLIED), make()
    body = ask(may, wrong)
    problem = assert_problem(send(officer, body), 409, "bulk_partly_refused")
    assert [one["code"] for one in problem["refused"]] == [wrong.code]
    assert state_of(officer, may)["status"] == "replied"
    result = send(officer, body | {"partial": True}).json()
    assert [one["status_label"] for one in result["done"]] == ["Kết thúc"]
    assert (state_of(officer, may)["status"], state_of(officer, wrong)["status"]) == ("closed", "submitted")
    again = send(officer, body | {"partial": True})
    assert again.status_code == 200
    assert_problem(send(officer, body | {"partial": True, "note": "x"}), 409, "bulk_id_taken")


@pytest.mark.parametrize("act", ["assign", "priority", "category", "reply", "close"])
def test_H4_H5_undo_puts_every_case_back_exactly(officer: SignedIn, make: Make, database: Database, act: str) -> None:
    status = {"reply": S.RESOLVED, "close": S.REPLIED}.get(act, S.SUBMITTED)
    cases = [make(status=status), make(status=status)]
    detail = {
        "assign": {"unit_id": unit_id(database)}, "priority": {"priority": "urgent"},
        "category": {"category": "burning"},
        "reply": {"text": "Phản ánh {ma} đã xong."}, "close": {},
    }[act]  # fmt: skip
    before = [stored(database, case) for case in cases]
    body = ask(*cases, act=act, **detail)
    result = send(officer, body).json()
    assert len(result["done"]) == 2
    assert result["undo_until"]
    changed = [stored(database, case) for case in cases]
    assert all(a != b for a, b in zip(before, changed, strict=True))
    undone = officer.post(f"/api/desk/bulk/{body['id']}/undo").json()
    assert (len(undone["done"]), undone["refused"]) == (2, [])
    assert [stored(database, case) for case in cases] == before
    with database.session(writes=True) as session:
        assert all(verbs(session, case.id)[-1] == "bulk_undone" for case in cases)
        steps = queries.changes(session, cases[0].id)
        assert steps[-1].after is status


def stored(database: Database, case: Complaint) -> dict[str, Any]:
    with database.session(writes=False) as session:
        return session.get_one(Complaint, case.id).model_dump(exclude={"version"})


def test_H5_what_has_been_touched_since_is_left_alone_by_undo(officer: SignedIn, make: Make) -> None:
    calm, busy = make(status=S.REPLIED), make(status=S.REPLIED)
    body = ask(calm, busy)
    versions = {one["code"]: one["version"] for one in send(officer, body).json()["done"]}
    reopened = officer.post(
        f"/api/desk/complaints/{busy.id}/reopening", json={"reason": "Rác lại đầy"},
        headers={"If-Match": f'"{versions[busy.code]}"'},
    )  # fmt: skip
    assert reopened.status_code == 200
    undone = officer.post(f"/api/desk/bulk/{body['id']}/undo").json()
    assert [one["code"] for one in undone["done"]] == [calm.code]
    assert [one["code"] for one in undone["refused"]] == [busy.code]
    assert (state_of(officer, calm)["status"], state_of(officer, busy)["status"]) == ("replied", "reopened")
    again = officer.post(f"/api/desk/bulk/{body['id']}/undo").json()
    assert (again["done"], again["refused"]) == ([], [])


def test_H5_undo_is_the_makers_own_and_only_for_a_while(
    officer: SignedIn, sign_in: Callable[..., SignedIn], make: Make, database: Database
) -> None:
    body = ask(make(status=S.REPLIED))
    send(officer, body)
    assert_problem(sign_in("officer").post(f"/api/desk/bulk/{body['id']}/undo"), 404, "bulk_not_found")
    with database.session(writes=True) as session:
        record = session.get_one(BulkRecord, UUID(body["id"]))
        record.at -= bulk_actions.WINDOW + timedelta(seconds=1)
        session.add(record)
    assert_problem(officer.post(f"/api/desk/bulk/{body['id']}/undo"), 409, "undo_too_late")


def test_H5_messages_wait_for_the_window_and_vanish_with_the_act(session: Session) -> None:
    seeding.seed(session, SETTINGS)
    by, case = make_person(session), make_complaint(session, status=S.RESOLVED)
    bulk = Bulk.model_validate(ask(case, act="reply", text="{ma} xong"))
    result = bulk_actions.perform(session, bulk, SECRET, by=by, now=LATER)
    assert [one.text for one in result.done] == [f"{case.code} xong"]
    [message] = replies(session, case)
    assert (message.due_at, message.sent_at) == (LATER + bulk_actions.WINDOW, None)
    record = session.get_one(BulkRecord, bulk.id)
    bulk_actions.undo(session, record, by=by, now=LATER + timedelta(minutes=1))
    assert replies(session, case) == []
    assert case.reply is None


def test_H5_one_reporter_of_several_cases_gets_one_message(session: Session) -> None:
    seeding.seed(session, SETTINGS)
    by = make_person(session)
    same = [make_complaint(session, status=S.RESOLVED, contact=contact()) for _ in range(3)]
    other = make_complaint(session, status=S.RESOLVED, contact=contact(phone="0987654321"))
    bulk = Bulk.model_validate(ask(*same, other, act="reply", text="Đã xong"))
    bulk_actions.perform(session, bulk, SECRET, by=by, now=LATER)
    going = [one for case in (*same, other) for one in replies(session, case) if one.sent_at is None]
    assert len(going) == 2
    [first] = [one for one in going if "also" in one.detail]
    told = {queries.require(session, first.subject_id).code, *first.detail["also"]}
    assert told == {case.code for case in same}


def test_H5_what_stays_is_still_told_when_the_first_case_is_undone(session: Session) -> None:
    seeding.seed(session, SETTINGS)
    by = make_person(session)
    same = [make_complaint(session, status=S.RESOLVED, contact=contact()) for _ in range(3)]
    bulk = Bulk.model_validate(ask(*same, act="reply", text="Đã xong"))
    bulk_actions.perform(session, bulk, SECRET, by=by, now=LATER)
    [first] = [case for case in same if replies(session, case)[0].sent_at is None]
    stay = [case for case in same if case is not first]
    for case in stay:  # somebody has been at them since
        triage.close(session, case, by=by, now=LATER)
    session.flush()
    bulk_actions.undo(session, session.get_one(BulkRecord, bulk.id), by=by, now=LATER + timedelta(minutes=1))
    assert replies(session, first) == []
    [going] = [one for case in stay for one in replies(session, case) if one.sent_at is None]
    assert {queries.require(session, going.subject_id).code, *going.detail["also"]} == {case.code for case in stay}
    assert "told_in" not in going.detail


def replies(session: Session, case: Complaint) -> list[OutboxMessage]:
    statement = select(OutboxMessage).where(
        OutboxMessage.subject_id == case.id, col(OutboxMessage.occasion) == "complaint_replied"
    )
    return list(session.exec(statement))


def test_H4_what_is_missing_or_too_much_is_refused(officer: SignedIn, make: Make) -> None:
    case = make()
    assert_problem(send(officer, ask(case, act="assign")), 422)
    assert_problem(send(officer, ask(case, case, act="close")), 422)
    assert_problem(send(officer, ask(act="close")), 422)
    many = ask(act="close") | {"cases": [{"id": str(uuid4()), "version": 1} for _ in range(201)]}
    assert_problem(send(officer, many), 422)
    wrong = send(officer, ask(case, act="assign", unit_id=str(uuid4())), dry_run=True).json()
    assert wrong["refused"][0]["reason_code"] == "unit_not_found"


def test_H4_two_bulk_acts_at_once_lose_nothing(session: Session) -> None:
    seeding.seed(session, SETTINGS)
    by, case = make_person(session), make_complaint(session, status=S.REPLIED)
    bulk = Bulk.model_validate(ask(case))
    triage.reopen(session, case, "Rác lại đầy", by=by, now=MONDAY)
    with pytest.raises(bulk_actions.PartlyRefused):
        bulk_actions.perform(session, bulk, SECRET, by=by, now=LATER)
