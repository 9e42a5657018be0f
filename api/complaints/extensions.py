"""Giving one case more time."""

from datetime import datetime

from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import actions, deadlines, queries
from api.complaints.deadline_schemas import ExtensionEdit
from api.complaints.models import Complaint
from api.core import clock, errors


class ExtensionUsed(errors.Conflict):
    code = "extension_used"
    says = "Phản ánh này đã được gia hạn một lần; không gia hạn thêm được."


class ExtensionNotNow(errors.Conflict):
    code = "extension_not_now"
    says = "Chỉ gia hạn được khi đơn vị đang xử lý và loại việc này được phép gia hạn."


class ExtensionTooLong(errors.Conflict):
    code = "extension_too_long"


def extend(session: Session, complaint: Complaint, extension: ExtensionEdit, *, by: Person, now: datetime) -> None:
    """Give the work more time, once, with a reason that the resident and everybody may read."""
    if complaint.extended_at is not None:
        raise ExtensionUsed
    most = deadlines.most_days(complaint, queries.timetable(session), now)
    if most is None:
        raise ExtensionNotNow
    if extension.days > most:
        raise ExtensionTooLong(f"Gia hạn nhiều nhất {most} ngày làm việc.", field="days", most=most)
    complaint.extension_days, complaint.extension_reason = extension.days, extension.reason
    complaint.extended_at = now
    deadlines.set_clock(session, complaint, queries.changes(session, complaint.id))
    complaint.version += 1
    until = clock.day_of(complaint.due_at).isoformat() if complaint.due_at else None
    actions.write(
        session, complaint, "extended", by=by, now=now, text=extension.reason, days=extension.days, until=until
    )
    actions.tell_reporter(session, complaint, "complaint_extended", now=now)
