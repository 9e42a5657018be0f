"""One case that holds several matters becomes several cases; the resident keeps one code and gets one answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.rules import Person
from api.complaints import actions, workflow_actions, workflow_rules
from api.complaints.models import Category, Complaint, Status
from api.complaints.workflow_schemas import Part, Split
from api.core import errors, secrets
from api.core.settings import Settings
from api.notifications import actions as notifications
from api.places.models import Hamlet

S = Status
WAY = {
    S.SUBMITTED: (S.ACCEPTED, S.ASSIGNED, S.PROCESSING), S.NEED_INFO: (S.ACCEPTED, S.ASSIGNED, S.PROCESSING),
    S.ACCEPTED: (S.ASSIGNED, S.PROCESSING), S.REOPENED: (S.ASSIGNED, S.PROCESSING), S.ASSIGNED: (S.PROCESSING,),
    S.VERIFYING: (S.PROCESSING,),
}  # fmt: skip


class PartIdTaken(errors.Conflict):
    code = "part_id_taken"
    says = "Mã định danh này đã dùng cho một phản ánh khác. Xin tách lại."


def split(
    session: Session, complaint: Complaint, wanted: Split, settings: Settings, *, by: Person, now: datetime
) -> list[Complaint]:
    """Make the parts, each with its own code, category and holder; the deadlines still run from the first receipt.

    The whole is the hotline's from here on and at work until its parts have ended (`workflow_actions.sum_up`).
    """
    if complaint.parent_id is not None:
        raise workflow_rules.PartOfAnother
    made = [_part(session, complaint, part, settings, by=by, now=now) for part in wanted.parts]
    codes = [part.code for part in made]
    if by.unit:
        workflow_actions.hold(complaint, by.unit, by.account, "", now=now)
    steps = WAY.get(complaint.status, ())
    if not steps and complaint.status is not S.PROCESSING:
        actions.move(session, complaint, S.PROCESSING, "split", by=by, now=now)  # refuses, and says what is possible
    for step in steps:
        actions.move(session, complaint, step, step.value, by=by, now=now)
    complaint.version += 1
    actions.write(session, complaint, "split", by=by, now=now, parts=codes, text=", ".join(codes))
    notifications.enqueue(
        session, "complaint_split", actions.SUBJECT, complaint.id,
        dedupe=str(complaint.version), now=now, codes=codes,
    )  # fmt: skip
    return made


def _part(
    session: Session, whole: Complaint, part: Part, settings: Settings, *, by: Person, now: datetime
) -> Complaint:
    if session.get(Complaint, part.id) is not None:
        raise PartIdTaken
    category = actions.require_category(session, part.category)
    made = Complaint(
        id=part.id, code=actions.next_code(session, settings.code_prefix, now), parent_id=whole.id,
        fingerprint=secrets.derive(settings.secret, "part", str(part.id)).hex(),
        token_hash=secrets.digest(secrets.tracking_token(settings.secret, str(part.id))), title="",
        is_hidden=whole.is_hidden, words=part.words, category=category.code, **_same(whole), **_own(category),
    )  # fmt: skip
    hamlet = session.get(Hamlet, whole.hamlet_id) if whole.hamlet_id else None
    actions.describe(session, made, category, hamlet.name if hamlet else "")
    session.add(made)
    session.flush()
    actions.write(session, made, "submitted", by=by, now=now, to=S.SUBMITTED, channel=made.channel, part_of=whole.code)
    actions.move(session, made, S.ACCEPTED, "accepted", by=by, now=now)
    unit_id: UUID | None = part.unit_id
    if unit_id:
        unit = accounts.require_unit(session, unit_id)
        workflow_actions.hold(made, unit, None, "", now=now)
        actions.move(session, made, S.ASSIGNED, "assigned", by=by, now=now, unit=unit.name, unit_id=str(unit.id))
    session.flush()
    return made


def _same(whole: Complaint) -> dict[str, Any]:
    """What every part has from the whole: how and when it came, and where it is."""
    names = (
        "kind", "channel", "hamlet_id", "latitude", "longitude", "accuracy_m", "place_source", "place_words",
        "is_outside", "reported_at", "received_at",
    )  # fmt: skip
    return {name: getattr(whole, name) for name in names}


def _own(category: Category) -> dict[str, Any]:
    return {"priority": category.default_priority}
