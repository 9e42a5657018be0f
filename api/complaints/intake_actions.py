"""Staff take down a complaint for somebody; and a case is given the type that its content has by law."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.complaints import (
    actions,
    deadlines,
    group_queries,
    queries,
    question_actions,
    routing_actions,
    rules,
    triage,
    workflow_queries,
)
from api.complaints.intake_schemas import Intake, Retyping
from api.complaints.models import Complaint, IntakeChannel, Kind, ReporterContact, Status
from api.core import errors
from api.core.settings import Settings
from api.journal import queries as journal
from api.notifications import actions as notifications

LEGAL = frozenset({Kind.COMPLAINT_LEGAL, Kind.DENUNCIATION})
HEADS_CHANNEL = "hamlet_head"


class ChannelUnknown(errors.Rejected):
    code = "channel_unknown"
    says = "Không có kênh tiếp nhận này. Xin chọn lại trong danh sách."


class HamletElsewhere(errors.Rejected):
    code = "hamlet_elsewhere"
    says = "Trưởng thôn chỉ ghi phản ánh của thôn mình. Chỗ này thuộc nơi khác: xin chọn lại hoặc báo đường dây nóng."


class StillMerged(errors.Conflict):
    code = "still_merged"
    says = "Phản ánh này đang gộp với phản ánh khác. Xin bỏ gộp trước, vì người cùng phản ánh vẫn chờ xã xử lý."


class TypeUnchanged(errors.Conflict):
    code = "type_unchanged"
    says = "Phản ánh này đã thuộc loại đó rồi."


def record(
    session: Session, intake: Intake, settings: Settings, *, by: Person, now: datetime
) -> tuple[Complaint, bool]:
    """(case, True), or the first one when the same was sent before."""
    _check_channel(session, intake.channel, by)
    complaint, is_new = actions.submit(session, intake, settings, channel=intake.channel, by=by, now=now)
    if by.reach(Permission.RECORD_COMPLAINTS) is Reach.HAMLET and complaint.hamlet_id != by.account.hamlet_id:
        raise HamletElsewhere(field="place.hamlet_id")
    if not is_new:
        return complaint, False
    question_actions.keep(session, complaint, intake.answers)
    complaint.external_ref = intake.external_ref
    if intake.priority and intake.priority is not complaint.priority:
        complaint.priority = intake.priority
        deadlines.set_clock(session, complaint, queries.changes(session, complaint.id))
    contact = session.get(ReporterContact, complaint.id)
    if contact:
        contact.noted_by_id = by.id
        session.add(contact)
    session.add(complaint)
    routing_actions.hand_out(session, complaint, now=now)
    return complaint, True


def _check_channel(session: Session, code: str, by: Person) -> None:
    channel = session.get(IntakeChannel, code)
    is_head = by.reach(Permission.RECORD_COMPLAINTS) is Reach.HAMLET
    if channel is None or not channel.is_active or (is_head and code != HEADS_CHANNEL):
        raise ChannelUnknown(field="channel")


def retype(session: Session, complaint: Complaint, retyping: Retyping, *, by: Person, now: datetime) -> None:
    """Give the case the type of its content, whatever it was called. The first type and the reason stay.

    A type with another procedure takes the case out of the hotline's work until a type of the hotline's own is given
    back.
    """
    before = complaint.kind
    if before is retyping.type:
        raise TypeUnchanged(field="type")
    was_hidden = complaint.is_hidden
    complaint.original_type = complaint.original_type or before
    complaint.kind, complaint.retyped_reason = retyping.type, retyping.reason
    if retyping.type in LEGAL:
        _restrict(session, complaint, now)
    elif complaint.is_restricted:
        _release(session, complaint)
    complaint.version += 1
    actions.write(
        session, complaint, "retyped", by=by, now=now, type=[before, retyping.type], text=retyping.reason,
        was_hidden=was_hidden,
    )  # fmt: skip
    actions.tell_reporter(session, complaint, "complaint_retyped", now=now)


def _restrict(session: Session, complaint: Complaint, now: datetime) -> None:
    """Out of everybody's sight and off every clock; bodies outside that were asked can no longer read it either."""
    if complaint.status is Status.MERGED or group_queries.members(session, complaint.id):
        raise StillMerged
    triage.hide(session, complaint, True)
    complaint.is_restricted, complaint.is_open = True, False
    complaint.due_at = complaint.due_soon_at = complaint.answer_due_at = complaint.watch_at = None
    complaint.due_step = None
    notifications.settle(session, queries.SUBJECT, complaint.id, now=now)
    for request in workflow_queries.requests(session, complaint.id):
        request.revoked_at = request.revoked_at or now
        session.add(request)


def _release(session: Session, complaint: Complaint) -> None:
    """Back to where it was; its photos stay unpublished until somebody has looked again."""
    complaint.is_restricted = False
    complaint.is_open = complaint.status in rules.OPEN and complaint.quarantined_for is None
    complaint.is_hidden = _was_hidden(session, complaint)
    deadlines.set_clock(session, complaint, queries.changes(session, complaint.id))


def _was_hidden(session: Session, complaint: Complaint) -> bool:
    """Before it was first restricted, as the journal tells: from one legal type to the other it was hidden by that."""
    told: Any = False
    for entry in journal.about(session, queries.SUBJECT, complaint.id):
        if entry.verb == "retyped" and entry.detail["type"][0] not in LEGAL:
            told = entry.detail["was_hidden"]
    return bool(told)
