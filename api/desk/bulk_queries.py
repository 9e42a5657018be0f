"""What a bulk act has done or could not do, in words for the officer."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts.rules import Person
from api.complaints import desk_queries, queries
from api.complaints.models import Complaint, StatusLabel
from api.core import errors
from api.desk.bulk_schemas import BulkDone, BulkRefused, BulkResult
from api.desk.models import BulkRecord
from api.journal.models import Entry


class BulkNotFound(errors.NotFound):
    code = "bulk_not_found"
    says = "Không tìm thấy việc này để hoàn tác."


def require_own(session: Session, bulk_id: UUID, *, by: Person) -> BulkRecord:
    record = session.get(BulkRecord, bulk_id, with_for_update=True)
    if record is None or record.account_id != by.id:
        raise BulkNotFound
    return record


def outcome(session: Session, complaint: Complaint, text: str | None) -> BulkDone:
    return BulkDone(
        id=complaint.id, code=complaint.code, title=complaint.title, version=complaint.version, text=text,
        status_label=session.get_one(StatusLabel, complaint.status).label,
    )  # fmt: skip


def refusal(session: Session, complaint_id: UUID, error: errors.HouseError, *, by: Person) -> BulkRefused:
    """Why not. Of a case that `by` may not read nothing is told but that."""
    try:
        complaint = desk_queries.require_readable(session, complaint_id, by=by)
    except queries.ComplaintNotFound as missing:
        return BulkRefused(id=complaint_id, code=None, title=None, reason_code=missing.code, reason=missing.sentence)
    return BulkRefused(
        id=complaint.id, code=complaint.code, title=complaint.title, reason_code=error.code, reason=error.sentence
    )


def result_of(session: Session, record: BulkRecord, *, until: datetime) -> BulkResult:
    """The answer to the same act sent again."""
    cases = [queries.require(session, UUID(case["id"])) for case in record.cases]
    done = [outcome(session, complaint, None) for complaint in cases]
    return BulkResult(id=record.id, done=done, refused=[], undo_until=None if record.undone_at else until)


def last_entry(session: Session, complaint_id: UUID) -> int:
    """The number of the newest journal row of a case; 0 when it has none."""
    about = (col(Entry.subject_kind) == queries.SUBJECT, col(Entry.subject_id) == complaint_id)
    return session.scalar(sa.select(sa.func.max(Entry.id)).where(*about)) or 0
