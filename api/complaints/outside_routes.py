"""The doors for a body outside the commune: no account, only its link. Never anything of the reporter."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.complaints import outside_actions, views, workflow_views
from api.complaints.outside_access import AskedOutside
from api.complaints.schemas import PhotoReceipt
from api.complaints.workflow_schemas import OutsideAnswer, OutsideReceipt, OutsideView
from api.core import clock
from api.core.web import SessionDep, SettingsDep
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep

router = APIRouter(prefix="/api/outside-request", tags=["outside"])


@router.get("")
def read_outside_request(
    asked: AskedOutside, session: SessionDep, settings: SettingsDep, response: Response
) -> OutsideView:
    """What the commune asks, where, until when, with the photos it has published."""
    response.headers["Cache-Control"] = "no-store"
    return workflow_views.outside(session, asked, commune=settings.commune_name, now=clock.now())


@router.post("/answer")
def answer_outside_request(asked: AskedOutside, answered: OutsideAnswer, session: SessionDep) -> OutsideReceipt:
    """Answer once; the words come into the case. The same id and words again change nothing."""
    request = outside_actions.answer(session, asked, answered, now=clock.now())
    session.flush()
    return workflow_views.outside_receipt(session, request)


@router.put("/photos/{photo_id}", status_code=201, openapi_extra=PICTURE_BODY, responses={200: {"model": PhotoReceipt}})
def receive_outside_photo(
    photo_id: UUID, upload: PictureUpload, asked: AskedOutside, session: SessionDep, store: StoreDep, response: Response
) -> PhotoReceipt:
    """A photo that the answer named, as a raw body. The same again answers 200."""
    picture, is_new = outside_actions.add_photo(session, store, asked, photo_id, upload, now=clock.now())
    response.status_code = 201 if is_new else 200
    return views.photo_receipt(picture)
