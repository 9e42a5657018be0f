"""What the hotline's officers do with a case: take it in, hand it out, ask, refuse, pass on, reply, close."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.complaints import (
    actions,
    deadlines,
    desk_queries,
    desk_views,
    queries,
    rules,
    workflow_actions,
    workflow_rules,
)
from api.complaints.actions import CategoryUnknown
from api.complaints.desk_schemas import Acceptance, AskedText, Assignment, Edit, Rejection, Transfer
from api.complaints.models import Category, Complaint, Priority, RejectReason, Status
from api.complaints.moderation_models import PublicWording
from api.core import errors
from api.media import actions as media
from api.notifications import actions as notifications
from api.places import queries as places
from api.places import rules as geography

HIDING_REASONS = frozenset({"prank", "other_procedure"})


class ReasonUnknown(errors.Rejected):
    code = "reject_reason_unknown"
    says = "Không có lý do này. Xin chọn lại trong danh sách."


class AssigneeElsewhere(errors.Conflict):
    code = "assignee_elsewhere"
    says = "Người được giao không thuộc đơn vị đã chọn."


def open_for_change(
    session: Session, complaint_id: UUID, version: int,
    *, by: Person, permission: Permission, now: datetime, restricted: bool = False,
) -> Complaint:  # fmt: skip
    """The locked case, if `by` may change it and has read its latest version; Stale shows the one that stands.

    `restricted`: also when it has another procedure by law; all that may be done then is to give it back.
    """
    complaint = queries.lock(session, complaint_id)
    desk_queries.check_restriction(complaint, by=by)
    if not restricted:
        rules.check_unrestricted(complaint)
    check_reach(by, permission, unit_id=complaint.unit_id, hamlet_id=complaint.hamlet_id)
    if complaint.version != version:
        raise errors.Stale(current=desk_views.detail(session, complaint, by=by, now=now))
    return complaint


def accept(session: Session, complaint: Complaint, acceptance: Acceptance, *, by: Person, now: datetime) -> None:
    sort(session, complaint, acceptance.category, acceptance.priority)
    actions.move(session, complaint, Status.ACCEPTED, "accepted", by=by, now=now)
    actions.tell_reporter(session, complaint, "complaint_accepted", now=now)


def assign(session: Session, complaint: Complaint, assignment: Assignment, *, by: Person, now: datetime) -> None:
    """Give the case to a unit (and a person of it); a case still waiting is accepted on the way."""
    unit = accounts.require_unit(session, assignment.unit_id)
    assignee = accounts.require(session, assignment.assignee_id) if assignment.assignee_id else None
    if assignee and assignee.unit_id != unit.id:
        raise AssigneeElsewhere(field="assignee_id")
    if complaint.status in (Status.SUBMITTED, Status.NEED_INFO):
        accept(
            session, complaint, Acceptance(category=assignment.category, priority=assignment.priority), by=by, now=now
        )
    else:
        reason = assignment.priority_reason
        workflow_rules.check_priority_reason(complaint.status, complaint.priority, assignment.priority, reason)
        sort(session, complaint, assignment.category, assignment.priority)
    workflow_actions.hold(complaint, unit, assignee, assignment.note, now=now)
    if assignment.supporting_unit_ids is None:
        workflow_actions.end_support(session, complaint, unit.id)
    else:
        workflow_actions.support(session, complaint, assignment.supporting_unit_ids, by=by, now=now)
    actions.move(
        session, complaint, Status.ASSIGNED, "assigned", by=by, now=now,
        unit=unit.name, unit_id=str(unit.id), assignee=assignee.name if assignee else None, text=assignment.note,
    )  # fmt: skip
    if assignee:
        notifications.enqueue(
            session, "complaint_assigned", actions.SUBJECT, complaint.id,
            dedupe=str(complaint.version), account_id=assignee.id, now=now, code=complaint.code,
        )  # fmt: skip


def ask(session: Session, complaint: Complaint, asked: AskedText, *, by: Person, now: datetime) -> None:
    """Ask the resident; the clock stands still until the answer. Of a case that was split, ask at the whole."""
    if complaint.parent_id is not None:
        raise workflow_rules.PartOfAnother
    complaint.question = asked.text
    complaint.question_wants_photo, complaint.question_wants_place = asked.wants_photo, asked.wants_place
    actions.move(session, complaint, Status.NEED_INFO, "question_asked", by=by, now=now, text=asked.text)
    actions.tell_reporter(session, complaint, "complaint_question", now=now)


def reject(session: Session, complaint: Complaint, rejection: Rejection, *, by: Person, now: datetime) -> None:
    reason = session.get(RejectReason, rejection.reason)
    if reason is None or not reason.is_active:
        raise ReasonUnknown(field="reason")
    workflow_actions.check_answerable(session, complaint)
    complaint.reject_reason = reason.code
    complaint.stop_words = rejection.text
    complaint.closed_at = now
    if reason.code in HIDING_REASONS:
        hide(session, complaint, True)
    actions.move(
        session, complaint, Status.REJECTED, "rejected", by=by, now=now, reason=reason.code, text=rejection.text
    )
    actions.tell_reporter(session, complaint, "complaint_rejected", now=now)
    workflow_actions.sum_up(session, complaint, now=now)


def transfer(session: Session, complaint: Complaint, transferred: Transfer, *, by: Person, now: datetime) -> None:
    """Send the case to another body outside the commune, with the letter that says so."""
    workflow_actions.check_answerable(session, complaint)
    complaint.stop_words = f"{transferred.body}. {transferred.text}".strip(". ") or transferred.body
    actions.move(
        session, complaint, Status.TRANSFERRED_OUT, "transferred_out", by=by, now=now, body=transferred.body,
        letter_number=transferred.letter_number, letter_on=transferred.letter_on.isoformat(), text=transferred.text,
    )  # fmt: skip
    actions.tell_reporter(session, complaint, "complaint_transferred", now=now)
    workflow_actions.sum_up(session, complaint, now=now)


def reply(session: Session, complaint: Complaint, text: str, *, by: Person, now: datetime) -> None:
    workflow_actions.check_answerable(session, complaint)
    complaint.reply = text
    complaint.replied_at = now
    actions.move(session, complaint, Status.REPLIED, "replied", by=by, now=now, text=text)
    actions.tell_reporter(session, complaint, "complaint_replied", now=now)
    workflow_actions.sum_up(session, complaint, now=now)


def close(session: Session, complaint: Complaint, *, by: actions.By, now: datetime) -> None:
    if not isinstance(by, str):
        workflow_actions.check_judge(session, complaint, by=by)
    complaint.closed_at = now
    actions.move(session, complaint, Status.CLOSED, "closed", by=by, now=now)


def reopen(session: Session, complaint: Complaint, reason: str, *, by: actions.By, now: datetime) -> None:
    """Back to work. What was answered stays in the history."""
    complaint.closed_at = complaint.resolved_at = complaint.replied_at = None
    complaint.resolution = complaint.reply = complaint.no_photo_reason = None
    complaint.reject_reason = complaint.stop_words = None
    complaint.rating = complaint.rated_at = None  # of a result that did not last
    complaint.reopen_count += 1
    complaint.reopened_at = now
    actions.move(session, complaint, Status.REOPENED, "reopened", by=by, now=now, text=reason)
    actions.tell_reporter(session, complaint, "complaint_reopened", now=now)


def edit(session: Session, complaint: Complaint, change: Edit, *, by: Person, now: datetime) -> None:
    """Change what the case is sorted by or what the public reads; only the fields that were sent."""
    rules.check_unrestricted(complaint)
    sent = change.model_dump(exclude_unset=True, exclude={"hide_reason", "priority_reason"})
    reason = change.priority_reason
    workflow_rules.check_priority_reason(complaint.status, complaint.priority, change.priority, reason)
    before = {name: getattr(complaint, name) for name in sent}
    if "hamlet_id" in sent and change.hamlet_id:
        places.require(session, change.hamlet_id)
    sort(session, complaint, change.category, change.priority)
    for name in ("hamlet_id", "public_words", "latitude", "longitude"):
        if name in sent:
            setattr(complaint, name, sent[name])
    if "latitude" in sent:
        _place_anew(complaint, change)
    if "public_words" in sent and before["public_words"] != change.public_words:
        wording = PublicWording(
            id=uuid4(), complaint_id=complaint.id, words=change.public_words, account_id=by.id, at=now
        )
        session.add(wording)
    if "is_hidden" in sent:
        hide(session, complaint, change.is_hidden)
    if change.priority and before["priority"] is not change.priority:
        deadlines.set_clock(session, complaint, queries.changes(session, complaint.id))  # since when it runs stays
    describe_anew(session, complaint)
    complaint.version += 1
    after = {name: getattr(complaint, name) for name in sent}
    changed = {name: [_plain(before[name]), _plain(after[name])] for name in sent if before[name] != after[name]}
    if any([changed.pop("latitude", None), changed.pop("longitude", None)]):
        changed["place"] = [None, "moved"]  # an exact place can be somebody's gate; the journal is kept for ever
    if "public_words" in changed:
        changed["public_words"] = [None, "reworded"]  # the words themselves stand where they can be erased
    why = " · ".join(filter(None, (change.hide_reason if change.is_hidden else "", reason)))
    actions.write(session, complaint, "edited", by=by, now=now, changed=changed, **({"text": why} if why else {}))


def _place_anew(complaint: Complaint, change: Edit) -> None:
    complaint.place_source = change.place_source
    complaint.accuracy_m = None
    complaint.is_outside = False
    if change.latitude is not None and change.longitude is not None:
        complaint.is_outside = geography.is_outside_commune(geography.Point(change.latitude, change.longitude))


def hide(session: Session, complaint: Complaint, is_hidden: bool) -> None:
    """Keep a case from everybody but staff; the public addresses of its photos end with it."""
    complaint.is_hidden = is_hidden
    if is_hidden:
        for _, picture in queries.present_photos(queries.photos(session, complaint.id)):
            media.unpublish(session, picture)
        complaint.public_cover_key = None


def describe_anew(session: Session, complaint: Complaint) -> None:
    category = session.get(Category, complaint.category) if complaint.category else None
    hamlet = places.require(session, complaint.hamlet_id) if complaint.hamlet_id else None
    actions.describe(session, complaint, category, hamlet.name if hamlet else "")


def sort(session: Session, complaint: Complaint, category: str | None, priority: Priority | None) -> None:
    """Set category and priority where they were given."""
    if category and category != complaint.category:
        if session.get(Category, category) is None:
            raise CategoryUnknown(field="category")
        complaint.category = category
        describe_anew(session, complaint)
    if priority:
        complaint.priority = priority


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, str | bool | int | float) else str(value)
