"""One act on many cases: tried by the rules of the single act, done for those that may, undone within a window."""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import Session

from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.complaints import actions, queries, reply_queries, reply_rules, triage
from api.complaints.desk_schemas import Assignment, Edit
from api.complaints.models import Complaint
from api.core import errors
from api.desk import bulk_messages, bulk_queries
from api.desk.bulk_schemas import Bulk, BulkAct, BulkCase, BulkDone, BulkRefused, BulkResult, BulkUndone
from api.desk.models import BulkRecord

WINDOW = timedelta(minutes=10)


class PartlyRefused(errors.Conflict):
    code = "bulk_partly_refused"
    says = "Có phản ánh không làm được. Xin xem lý do, rồi chọn làm phần được phép."


class BulkIdTaken(errors.Conflict):
    code = "bulk_id_taken"
    says = "Mã định danh này đã dùng cho một việc khác."


class TooLate(errors.Conflict):
    code = "undo_too_late"
    says = "Đã quá thời gian hoàn tác (10 phút). Xin sửa từng phản ánh."


class _OnlyTried(Exception):
    """Takes everything back that a dry run has done."""


def preview(session: Session, bulk: Bulk, *, by: Person, now: datetime) -> BulkResult:
    """What would happen, by letting it happen and taking it back."""
    result: BulkResult | None = None
    try:
        with session.begin_nested():
            result, _ = _each(session, bulk, by, now)
            raise _OnlyTried
    except _OnlyTried:
        pass
    assert result
    return result


def perform(session: Session, bulk: Bulk, secret: bytes, *, by: Person, now: datetime) -> BulkResult:
    """Do it. PartlyRefused with the whole list when some may not and `partial` was not said: then nothing is done."""
    fingerprint = hashlib.sha256(bulk.model_dump_json().encode()).hexdigest()
    if known := session.get(BulkRecord, bulk.id):
        if (known.account_id, known.fingerprint) != (by.id, fingerprint):
            raise BulkIdTaken
        return bulk_queries.result_of(session, known, until=known.at + WINDOW)
    result, before = _each(session, bulk, by, now)
    if result.refused and (not bulk.partial or not result.done):
        raise PartlyRefused(**result.model_dump(mode="json", include={"done", "refused"}))
    bulk_messages.hold(session, [case["id"] for case in before], secret, now=now, until=now + WINDOW)
    session.add(BulkRecord(id=bulk.id, account_id=by.id, act=bulk.act, fingerprint=fingerprint, at=now, cases=before))
    session.flush()
    return result.model_copy(update={"undo_until": now + WINDOW})


def _each(session: Session, bulk: Bulk, by: Person, now: datetime) -> tuple[BulkResult, list[dict[str, Any]]]:
    """Every case in a savepoint of its own, and what each that was done had been before, as JSON values."""
    done: list[BulkDone] = []
    refused: list[BulkRefused] = []
    before: list[dict[str, Any]] = []
    for case in sorted(bulk.cases, key=lambda one: one.id):  # one order for everybody: no deadlock
        try:
            with session.begin_nested():
                was, complaint, text = _one(session, bulk, case, by, now)
        except errors.HouseError as error:
            refused.append(bulk_queries.refusal(session, case.id, error, by=by))
            continue
        before.append(was)
        done.append(bulk_queries.outcome(session, complaint, text))
    return BulkResult(id=bulk.id, done=done, refused=refused, undo_until=None), before


def _one(
    session: Session, bulk: Bulk, case: BulkCase, by: Person, now: datetime
) -> tuple[dict[str, Any], Complaint, str | None]:
    complaint = queries.lock(session, case.id)
    check_reach(by, Permission.TRIAGE_COMPLAINTS, unit_id=complaint.unit_id, hamlet_id=complaint.hamlet_id)
    if complaint.version != case.version:
        raise errors.Stale("Người khác vừa sửa phản ánh này.")
    entry, was = bulk_queries.last_entry(session, complaint.id), _snapshot(complaint)
    text = _act(session, complaint, bulk, by, now)
    session.flush()
    after = _snapshot(complaint)
    changed = {name: value for name, value in was.items() if after[name] != value and name != "version"}
    facts = {"id": str(complaint.id), "version": complaint.version, "entry": entry, "before": changed}
    return facts, complaint, text


def _act(session: Session, complaint: Complaint, bulk: Bulk, by: Person, now: datetime) -> str | None:
    """The single act. For a reply its words, as this reporter reads them."""
    text = None
    if bulk.act is BulkAct.ASSIGN and bulk.unit_id:
        assignment = Assignment(unit_id=bulk.unit_id, assignee_id=bulk.assignee_id, note=bulk.note)
        triage.assign(session, complaint, assignment, by=by, now=now)
    elif bulk.act is BulkAct.PRIORITY:
        reason = bulk.note or "Đổi cùng lúc cho nhiều phản ánh"
        triage.edit(session, complaint, Edit(priority=bulk.priority, priority_reason=reason), by=by, now=now)
    elif bulk.act is BulkAct.CATEGORY:
        triage.edit(session, complaint, Edit(category=bulk.category), by=by, now=now)
    elif bulk.act is BulkAct.REPLY:
        reply_rules.check(bulk.text, None, fires_by_itself=False)
        text = reply_queries.filled(session, complaint, bulk.text).text
        triage.reply(session, complaint, text, by=by, now=now)
    else:
        triage.close(session, complaint, by=by, now=now)
    return text


def undo(session: Session, record: BulkRecord, *, by: Person, now: datetime) -> BulkUndone:
    """Put back every case on which nothing has happened since, exactly as it was; the others stay."""
    done: list[BulkDone] = []
    refused: list[BulkRefused] = []
    if record.undone_at is None and now > record.at + WINDOW:
        raise TooLate
    if record.undone_at is None:
        for case in record.cases:
            complaint = queries.lock(session, UUID(case["id"]))
            if complaint.version != case["version"]:
                refused.append(bulk_queries.refusal(session, complaint.id, errors.Stale(), by=by))
                continue
            _put_back(session, complaint, case, record, by, now)
            done.append(bulk_queries.outcome(session, complaint, None))
        ids = [UUID(case["id"]) for case in record.cases]
        bulk_messages.take_back(session, ids, {one.id for one in done}, made_at=record.at)
        record.undone_at = now
        session.add(record)
    return BulkUndone(id=record.id, done=done, refused=refused)


def _put_back(
    session: Session, complaint: Complaint, case: dict[str, Any], record: BulkRecord, by: Person, now: datetime
) -> None:
    """The journal keeps the act and its undoing; clocks and residents see neither (queries.lasting)."""
    status = complaint.status
    for name, value in case["before"].items():
        kind: Any = Complaint.model_fields[name].annotation  # whatever the column holds
        setattr(complaint, name, TypeAdapter(kind).validate_python(value))
    complaint.version += 1
    actions.write(
        session, complaint, "bulk_undone", by=by, now=now, act=record.act, bulk=str(record.id),
        back_from=status, back_to=complaint.status, undoes_after=case["entry"],
    )  # fmt: skip
    session.flush()


def _snapshot(complaint: Complaint) -> dict[str, Any]:
    """Every column as JSON knows it."""
    return complaint.model_dump(mode="json")
