"""The doors of staff to cameras and their queue, and the one page for everybody."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.cameras import actions, event_actions, queries
from api.cameras.models import EventState
from api.cameras.schemas import (
    CameraEdit,
    CameraEventDetail,
    CameraEvidence,
    CameraKey,
    CameraLog,
    CameraNotices,
    CameraQueue,
    Cameras,
    CaseFromCamera,
    CaseMade,
    Dismissals,
)
from api.complaints import desk_queries
from api.core import clock
from api.core.web import IfMatch, SessionDep, SettingsDep
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep

router = APIRouter(prefix="/api", tags=["cameras"])
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_CAMERAS))]
Looker = Annotated[Person, Depends(Allowed(Permission.REVIEW_CAMERA_EVENTS))]
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]


@router.get("/camera-notices")
def read_notices(session: SessionDep) -> CameraNotices:
    """For everybody: which cameras the commune has, whose, what for, and how long pictures are kept."""
    return queries.notices(session)


@router.get("/cameras")
def read_cameras(by: Staff, session: SessionDep, response: Response) -> Cameras:  # noqa: ARG001 - asking is the check
    """The register, with how many events wait and how many the next sweep erases."""
    keep_private(response)
    return queries.cameras(session, now=clock.now())


@router.put("/cameras/{camera_id}")
def put_camera(camera_id: UUID, wish: CameraEdit, version: IfMatch, by: Keeper, session: SessionDep) -> Cameras:
    """Enter a camera (If-Match "0") or change it."""
    actions.put_camera(session, camera_id, wish, version=version, by=by, now=clock.now())
    return queries.cameras(session, now=clock.now())


@router.post("/cameras/{camera_id}/key")
def post_camera_key(
    camera_id: UUID, version: IfMatch, by: Keeper, session: SessionDep, settings: SettingsDep, response: Response
) -> CameraKey:
    """Make its key, which is shown only here. The key before ends at once."""
    key = actions.make_key(session, camera_id, settings.secret, version=version, by=by, now=clock.now())
    keep_private(response)
    return CameraKey(camera_id=camera_id, key=key, version=version + 1)


@router.put("/cameras/{camera_id}/photos/{photo_id}", openapi_extra=PICTURE_BODY)
def put_camera_notice_photo(
    camera_id: UUID, photo_id: UUID, upload: PictureUpload, by: Keeper, store: StoreDep, session: SessionDep
) -> Cameras:
    """A photo of the sign that tells people of the camera, as a raw body. It takes the place of the one before."""
    actions.set_notice_photo(session, store, camera_id, photo_id, upload, by=by, now=clock.now())
    return queries.cameras(session, now=clock.now())


@router.get("/cameras/{camera_id}/log")
def read_camera_log(camera_id: UUID, by: Keeper, session: SessionDep, response: Response) -> CameraLog:  # noqa: ARG001
    """Who looked, dismissed, made cases, changed the camera; what was erased by the clock."""
    keep_private(response)
    return queries.log(session, queries.require(session, camera_id).id)


@router.get("/camera-events")
def read_camera_events(
    by: Looker, session: SessionDep, response: Response,  # noqa: ARG001 - asking is the check
    state: Annotated[EventState, Query()] = EventState.WAITING,
    camera_id: Annotated[UUID | None, Query()] = None,
) -> CameraQueue:  # fmt: skip
    """What waits for a person, without pictures; or what was decided."""
    keep_private(response)
    return queries.queue(session, state, camera_id)


@router.post("/camera-events/{event_id}/looks")
def post_camera_look(event_id: UUID, by: Looker, session: SessionDep, response: Response) -> CameraEventDetail:
    """Open the pictures. It is written down who looked, and when."""
    event = event_actions.look(session, event_id, by=by, now=clock.now())
    session.flush()
    keep_private(response)
    return queries.detail(session, event)


@router.post("/camera-events/dismissals")
def post_dismissals(wish: Dismissals, by: Looker, session: SessionDep) -> CameraQueue:
    """Nothing to do there, for one event or several. 409 `camera_event_decided` when another was faster."""
    event_actions.dismiss(session, wish.ids, wish.reason, by=by, now=clock.now())
    return queries.queue(session, EventState.WAITING, None)


@router.delete("/camera-events/{event_id}/dismissal")
def delete_dismissal(event_id: UUID, by: Looker, session: SessionDep) -> CameraQueue:
    """Take it back: the event waits again."""
    event_actions.take_back(session, event_id, by=by, now=clock.now())
    return queries.queue(session, EventState.WAITING, None)


@router.post("/camera-events/{event_id}/case", status_code=201, responses={200: {"model": CaseMade}})
def post_camera_case(
    event_id: UUID, wish: CaseFromCamera, by: Looker, session: SessionDep, settings: SettingsDep, response: Response
) -> CaseMade:
    """Make a complaint of it, with its pictures and the way they came. The same sent again answers 200."""
    complaint, is_new = event_actions.make_case(session, event_id, wish, settings, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return CaseMade(complaint_id=complaint.id, code=complaint.code)


@router.get("/camera-evidence/{complaint_id}")
def read_camera_evidence(complaint_id: UUID, by: Reader, session: SessionDep, response: Response) -> CameraEvidence:
    """How a case came from a camera: which one, when, the pictures' fingerprints, who looked and decided."""
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    keep_private(response)
    return CameraEvidence(items=queries.evidence(session, complaint.id))
