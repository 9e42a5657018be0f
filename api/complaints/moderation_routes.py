"""The officers' doors to what everybody sees of a case."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import desk_views, moderation, triage
from api.complaints.desk_schemas import Detail
from api.core import clock
from api.core.web import IfMatch, SessionDep
from api.media.access import StoreDep
from api.media.schemas import Boxes

router = APIRouter(prefix="/api/desk", tags=["moderation"])
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]


@router.put("/complaints/{complaint_id}/photos/{photo_id}/redaction")
def redact_photo(
    complaint_id: UUID, photo_id: UUID, wish: Boxes, version: IfMatch, by: Triager, session: SessionDep,
    store: StoreDep, response: Response,
) -> Detail:  # fmt: skip
    """Pixelate parts of what everybody gets: faces, plates, house numbers. An empty list shows all again.

    The original and the staff's copy stay as they are; the former public address of the photo ends.
    """
    now = clock.now()
    complaint = triage.open_for_change(
        session, complaint_id, version, by=by, permission=Permission.TRIAGE_COMPLAINTS, now=now
    )
    moderation.redact_photo(session, store, complaint, photo_id, wish.boxes, by=by, now=now)
    session.flush()
    response.headers["ETag"] = f'"{complaint.version}"'
    return desk_views.detail(session, complaint, by=by, now=now)
