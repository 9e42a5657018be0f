"""Who holds a case: hand it out, hand it on, let other units help."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.models import Account, Unit
from api.accounts.rules import Person
from api.complaints import actions, queries, workflow_queries, workflow_rules
from api.complaints.models import Category, Complaint, Status, StatusLabel
from api.complaints.workflow_models import SupportingUnit
from api.complaints.workflow_schemas import Handover
from api.journal import actions as journal


def hold(complaint: Complaint, unit: Unit, assignee: Account | None, instruction: str, *, now: datetime) -> None:
    """From now on this unit, and this person of it, answers for the case."""
    if complaint.unit_id != unit.id:
        complaint.held_since = now
    complaint.unit_id = unit.id
    complaint.assignee_id = assignee.id if assignee else None
    complaint.instruction = instruction


def hand_over(session: Session, complaint: Complaint, handover: Handover, *, by: Person, now: datetime) -> None:
    """The holder passes the case on, or back to the hotline, and says why. Each time counts: from the second on it
    is somebody's business to decide. (What the hotline hands out anew does not count: that is the decision.)"""
    hotline = workflow_queries.hotline_unit(session)
    to = accounts.require_unit(session, handover.unit_id) if handover.unit_id else hotline
    if to is None:
        raise accounts.UnitNotFound
    workflow_rules.check_handover(complaint.status, complaint.unit_id, to.id)
    before = session.get_one(Unit, complaint.unit_id)
    hold(complaint, to, None, handover.reason, now=now)
    end_support(session, complaint, to.id)
    complaint.handover_count += 1
    actions.move(
        session, complaint, Status.ASSIGNED, "handed_over", by=by, now=now, unit=to.name, from_unit=before.name,
        unit_id=str(to.id), count=complaint.handover_count, text=handover.reason,
    )  # fmt: skip


def support(session: Session, complaint: Complaint, unit_ids: Sequence[UUID], *, by: Person, now: datetime) -> None:
    """Exactly these units help from now on; one more version of the case when that changes anything."""
    wanted = {unit_id: accounts.require_unit(session, unit_id) for unit_id in dict.fromkeys(unit_ids)}
    workflow_rules.check_support(complaint.unit_id, wanted)
    known = {unit.id: unit for unit in workflow_queries.supporting_units(session, complaint.id)}
    for unit_id in known.keys() - wanted.keys():
        end_support(session, complaint, unit_id)
    for unit_id in wanted.keys() - known.keys():
        session.add(SupportingUnit(complaint_id=complaint.id, unit_id=unit_id, added_at=now))
    if wanted.keys() == known.keys():
        return
    complaint.version += 1
    names = sorted(unit.name for unit in wanted.values())
    actions.write(session, complaint, "supported", by=by, now=now, units=names, text=", ".join(names))


def end_support(session: Session, complaint: Complaint, unit_id: UUID) -> None:
    row = session.get(SupportingUnit, (complaint.id, unit_id))
    if row is not None:
        session.delete(row)
        session.flush()


def check_judge(session: Session, complaint: Complaint, *, by: Person) -> None:
    """OwnFault when the case accuses the very unit of who wants to check or finish it."""
    category = session.get(Category, complaint.category) if complaint.category else None
    at_fault = category.at_fault_unit_id if category else None
    hotline = workflow_queries.hotline_unit(session)
    instead = hotline.name if hotline and hotline.id != at_fault else "một đơn vị khác"
    workflow_rules.check_judge(at_fault, by.account.unit_id, instead=instead)


def check_answerable(session: Session, complaint: Complaint) -> None:
    """PartsOpen while a part of the case is still at work."""
    workflow_rules.check_parts_ended(queries.parts(session, complaint.id))


def sum_up(session: Session, complaint: Complaint, *, now: datetime) -> None:
    """When the last open part of a case ends, the whole counts as done; the answer to the resident is a person's.

    The whole stays the resident's case with its one code, so it is neither closed without an answer nor answered
    once for each part.
    """
    if complaint.parent_id is None or complaint.is_open:
        return
    whole = queries.lock(session, complaint.parent_id)
    session.flush()
    parts = queries.parts(session, whole.id)
    if whole.status is not Status.PROCESSING or any(part.is_open for part in parts):
        return
    labels = queries.status_labels(session)
    whole.resolution = workflow_rules.sum_of_parts([_outcome(session, part, labels) for part in parts])
    whole.no_photo_reason = "Ảnh nằm ở từng phần đã tách."
    whole.resolved_at = now
    actions.move(session, whole, Status.RESOLVED, "parts_ended", by=journal.SYSTEM, now=now)


def _outcome(session: Session, part: Complaint, labels: dict[Status, StatusLabel]) -> tuple[str, str, str]:
    """What became of a part, in words that everybody may read."""
    category = session.get(Category, part.category) if part.category else None
    return part.code, category.label if category else "", labels[part.status].public_label
