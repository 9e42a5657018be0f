"""How a case's holders, parts and requests look to staff, and how a request looks to the body it was sent to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from api.accounts.models import Account, Unit
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import queries, routing_queries, rules, views, workflow_queries, workflow_rules
from api.complaints.models import Category, Complaint, Note, Status, StatusLabel
from api.complaints.workflow_models import OutsideRequest
from api.complaints.workflow_schemas import OutsideReceipt, OutsideView
from api.places.models import Hamlet


def members(
    session: Session, complaint: Complaint, category: Category | None, labels: dict[Status, StatusLabel],
    *, by: Person, now: datetime,
) -> dict[str, Any]:  # fmt: skip
    """The fields of the desk's detail that this ability brings."""
    parent = session.get(Complaint, complaint.parent_id) if complaint.parent_id else None
    is_shown = parent and (not parent.is_restricted or by.may(Permission.TRIAGE_COMPLAINTS))
    route = routing_queries.route_of(session, complaint)
    at_fault = category.at_fault_unit_id if category else None
    return {
        "supporting_units": [_named(unit) for unit in workflow_queries.supporting_units(session, complaint.id)],
        "at_fault_unit": views.named(session, Unit, at_fault),
        "may_judge": workflow_rules.may_judge(at_fault, by.account.unit_id),
        "suggested_unit": views.named(session, Unit, route.unit_id),
        "suggestion": {
            "unit": views.named(session, Unit, route.unit_id),
            "assignee": views.named(session, Account, route.assignee_id),
            "priority": route.priority,
            "rule_name": route.rule.name if route.rule else None,
        },
        "parent": _relative(session, parent, labels, with_thumbs=True) if parent and is_shown else None,
        "parts": [_relative(session, part, labels) for part in queries.parts(session, complaint.id)],
        "outside_requests": [_brief(request, now) for request in workflow_queries.requests(session, complaint.id)],
    }


def _named(unit: Unit) -> dict[str, Any]:
    return {"id": unit.id, "name": unit.name}


def _relative(
    session: Session, complaint: Complaint, labels: dict[Status, StatusLabel], *, with_thumbs: bool = False
) -> dict[str, Any]:
    unit = session.get(Unit, complaint.unit_id) if complaint.unit_id else None
    shown = queries.present_photos(queries.photos(session, complaint.id)) if with_thumbs else []
    return {
        "id": complaint.id, "code": complaint.code, "title": complaint.title, "status": complaint.status,
        "status_label": labels[complaint.status].label, "tone": rules.TONES[complaint.status],
        "unit_name": unit.name if unit else None,
        "thumbs": [f"/media/{picture.key}/thumb.webp" for _, picture in shown],
    }  # fmt: skip


def _brief(request: OutsideRequest, now: datetime) -> dict[str, Any]:
    names = ("id", "body", "letter_number", "words", "sent_at", "due_at", "answered_at", "done_on")
    state = workflow_rules.request_state(workflow_rules.link_of(request), now)
    return {**{name: getattr(request, name) for name in names}, "state": state}


def outside(session: Session, request: OutsideRequest, *, commune: str, now: datetime) -> OutsideView:
    complaint = queries.require(session, request.complaint_id)
    category = session.get(Category, complaint.category) if complaint.category else None
    hamlet = session.get(Hamlet, complaint.hamlet_id) if complaint.hamlet_id else None
    place = views.rounded(complaint)
    if request.is_exact and place:
        place = {"lat": complaint.latitude or 0.0, "lon": complaint.longitude or 0.0}
    shown = workflow_queries.shown_photos(session, complaint.id)
    return OutsideView.model_validate(
        {
            "code": complaint.code, "commune": commune, "body": request.body, "letter_number": request.letter_number,
            "category_label": category.label if category else None, "hamlet_name": hamlet.name if hamlet else None,
            "place": place, "place_words": request.place_words, "words": request.words, "sent_at": request.sent_at,
            "due_at": request.due_at, "state": workflow_rules.request_state(workflow_rules.link_of(request), now),
            "photos": [views.photo_shape(photo, picture, picture.public_key) for photo, picture in shown],
            "answer": _said(session, request),
        }
    )  # fmt: skip


def _said(session: Session, request: OutsideRequest) -> dict[str, Any] | None:
    note = session.get(Note, request.answer_id) if request.answer_id else None
    if note is None:
        return None
    found = workflow_queries.answer_photos(session, request)
    return {
        "words": note.text, "done_on": request.done_on, "answered_at": request.answered_at,
        "photos": sum(picture is not None for _, picture in found), "photos_missing": _missing(found),
    }  # fmt: skip


def _missing(found: Sequence[tuple[Any, Any]]) -> list[Any]:
    """Ids of the photos whose picture has not come."""
    return [photo.id for photo, picture in found if picture is None]


def outside_receipt(session: Session, request: OutsideRequest) -> OutsideReceipt:
    return OutsideReceipt.model_validate(
        {
            "id": request.answer_id, "code": queries.require(session, request.complaint_id).code,
            "answered_at": request.answered_at,
            "photos_missing": _missing(workflow_queries.answer_photos(session, request)),
        }
    )  # fmt: skip
