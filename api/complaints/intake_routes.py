"""The doors for complaints that staff take down, and for re-typing."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts import passwords
from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import desk_views, intake_actions, triage, views
from api.complaints.desk_schemas import Detail
from api.complaints.intake_schemas import Intake, IntakeReceipt, Retyping
from api.core import clock
from api.core.web import IfMatch, SessionDep, SettingsDep

router = APIRouter(prefix="/api/desk/complaints", tags=["desk"])
Recorder = Annotated[Person, Depends(Allowed(Permission.RECORD_COMPLAINTS))]
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]


@router.post("", status_code=201, responses={200: {"model": IntakeReceipt}})
def record_case(
    intake: Intake, by: Recorder, session: SessionDep, settings: SettingsDep, response: Response
) -> IntakeReceipt:
    """Take down what somebody told by telephone, Zalo, paper or in person; a hamlet head for the own hamlet.

    The same id and content sent again answers 200 with the same receipt. Photos follow as a resident's do.
    """
    complaint, is_new = intake_actions.record(session, intake, settings, by=by, now=clock.now())
    session.flush()
    response.status_code = 201 if is_new else 200
    keep_private(response)
    receipt = views.receipt(session, complaint, settings.secret)
    url = f"{settings.public_url}/theo-doi#{receipt.token}"
    return IntakeReceipt(**receipt.model_dump(), url=url, qr_svg=passwords.qr_svg(url))


@router.post("/{complaint_id}/retyping")
def retype_case(
    complaint_id: UUID, retyping: Retyping, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Give the case the type of its content. What the law gives another procedure is then read by the hotline only."""
    now = clock.now()
    complaint = triage.open_for_change(
        session, complaint_id, version, by=by, permission=Permission.TRIAGE_COMPLAINTS, now=now, restricted=True
    )
    intake_actions.retype(session, complaint, retyping, by=by, now=now)
    session.flush()
    response.headers["ETag"] = f'"{complaint.version}"'
    keep_private(response)
    return desk_views.detail(session, complaint, by=by, now=now)
