"""The officers' doors to who works on a case: hand on, let others help, split, ask outside."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlmodel import Session

from api.accounts import passwords
from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import desk_views, outside_actions, parts_actions, triage, workflow_actions, workflow_queries
from api.complaints.desk_schemas import Detail
from api.complaints.models import Complaint
from api.complaints.workflow_schemas import (
    Bodies,
    Body,
    BodyEdit,
    Handover,
    NewBody,
    NewOutsideRequest,
    OutsideLink,
    Revocation,
    Split,
    Support,
)
from api.core import clock, errors
from api.core.web import IfMatch, SessionDep, SettingsDep, show_version

router = APIRouter(tags=["desk"])
CASE = "/api/desk/complaints/{complaint_id}"
BODIES = "/api/outside-bodies"
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]
Handler = Annotated[Person, Depends(Allowed(Permission.HANDLE_COMPLAINTS))]
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]


def _opened(session: Session, complaint_id: UUID, version: int, by: Person, permission: Permission) -> Complaint:
    return triage.open_for_change(session, complaint_id, version, by=by, permission=permission, now=clock.now())


def _shown(session: Session, complaint: Complaint, by: Person, response: Response) -> Detail:
    session.flush()
    response.headers["ETag"] = f'"{complaint.version}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return desk_views.detail(session, complaint, by=by, now=clock.now())


@router.post(f"{CASE}/handover")
def hand_case_over(
    complaint_id: UUID, handover: Handover, version: IfMatch, by: Handler, session: SessionDep, response: Response
) -> Detail:
    """The unit that holds the case passes it to another, or back to the hotline (`unit_id` null), with a reason."""
    complaint = _opened(session, complaint_id, version, by, Permission.HANDLE_COMPLAINTS)
    workflow_actions.hand_over(session, complaint, handover, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.put(f"{CASE}/supporting-units")
def set_supporting_units(
    complaint_id: UUID, support: Support, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Which units help: they note and bring photos from the place, they do not resolve."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    workflow_actions.support(session, complaint, support.unit_ids, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/parts")
def split_case(
    complaint_id: UUID, split: Split, version: IfMatch, by: Triager, session: SessionDep, settings: SettingsDep,
    response: Response,
) -> Detail:  # fmt: skip
    """Make several cases of one that holds several matters; the resident is told once, with all codes."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    parts_actions.split(session, complaint, split, settings, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/outside-requests")
def ask_outside(
    complaint_id: UUID, new: NewOutsideRequest, version: IfMatch, by: Triager, session: SessionDep,
    settings: SettingsDep, response: Response,
) -> Detail:  # fmt: skip
    """Ask a body outside the commune by a private link that needs no account."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    outside_actions.ask(session, complaint, new, settings, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.get(f"{CASE}/outside-requests/{{request_id}}/link")
def read_outside_link(
    complaint_id: UUID, request_id: UUID, _: Triager, session: SessionDep, settings: SettingsDep, response: Response
) -> OutsideLink:
    """The private address to hand to the body outside."""
    response.headers["Cache-Control"] = "no-store"
    request = workflow_queries.require_request(session, complaint_id, request_id)
    token = outside_actions.token_of(settings.secret, request.id)
    url = f"{settings.public_url.rstrip('/')}/don-vi-ngoai#{token}"
    return OutsideLink(url=url, qr_svg=passwords.qr_svg(url), expires_at=request.expires_at)


@router.post(f"{CASE}/outside-requests/{{request_id}}/revocation")
def revoke_outside_request(
    complaint_id: UUID, request_id: UUID, revocation: Revocation, version: IfMatch, by: Triager, session: SessionDep,
    response: Response,
) -> Detail:  # fmt: skip
    """The link opens no more from now on."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    request = workflow_queries.require_request(session, complaint_id, request_id)
    outside_actions.revoke(session, complaint, request, revocation.reason, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.get(BODIES)
def list_outside_bodies(_: Reader, session: SessionDep, response: Response) -> Bodies:
    """Bodies outside the commune that cases are passed to."""
    response.headers["Cache-Control"] = "private, no-cache"
    return Bodies(items=[Body.model_validate(body) for body in workflow_queries.bodies(session)])


@router.post(BODIES, status_code=201, responses={200: {"model": Body}})
def create_outside_body(new: NewBody, by: Editor, session: SessionDep, response: Response) -> Body:
    """One more body. The same again answers 200."""
    body, is_new = outside_actions.create_body(session, new, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    show_version(response, body.version)
    return Body.model_validate(body)


@router.put(f"{BODIES}/{{body_id}}")
def change_outside_body(
    body_id: UUID, change: BodyEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> Body:
    """Rename it, or take it out of use. Letters already written keep the name they had."""
    body = workflow_queries.require_body(session, body_id)
    if body.version != version:
        raise errors.Stale(current=Body.model_validate(body))
    outside_actions.change_body(session, body, change, by=by, now=clock.now())
    show_version(response, body.version)
    return Body.model_validate(body)
