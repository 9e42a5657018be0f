"""The doors that cameras knock at: each message is signed with the camera's own key and taken once."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query

from api.cameras import actions, queries
from api.cameras.access import SignedHeaders, SignedMessage, check_body
from api.cameras.models import CameraEvent, Heard
from api.cameras.schemas import CameraEventReceipt, CameraMessage, Reference
from api.core import clock
from api.core.shapes import Moment
from api.core.web import SessionDep
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep

router = APIRouter(prefix="/api/cameras/{camera_id}/events", tags=["cameras"])


def _receipt(event: CameraEvent) -> CameraEventReceipt:
    wants = event.picture_id is None and not event.is_review
    return CameraEventReceipt(reference=event.reference, state=event.state.value, wants_picture=wants)


@router.post("", summary="A camera tells of an event")
def post_camera_event(
    camera_id: UUID, message: CameraMessage, signed: SignedMessage, session: SessionDep
) -> CameraEventReceipt:
    """Frigate's `new`, `update`, `end` in any order, of events and reviews; or plainly a time and words.

    Told again it changes nothing. `camera_event_too_old` when it is past what this camera's pictures are kept for.
    """
    now = clock.now()
    camera = actions.take_once(session, camera_id, signed.nonce, now=now)
    thing = message.after
    if thing is not None and thing.false_positive:
        return CameraEventReceipt(reference=thing.id, state="ignored", wants_picture=False)
    event = actions.hear(session, camera, message.heard(), source=thing.camera if thing else "", now=now)
    return _receipt(event)


@router.put("/{reference}/photos/picture", openapi_extra=PICTURE_BODY, summary="A camera's picture of an event")
def put_camera_picture(
    camera_id: UUID, reference: Annotated[Reference, Path()], signed: SignedHeaders, upload: PictureUpload,
    store: StoreDep, session: SessionDep,
    taken_at: Annotated[Moment | None, Query(description="Needed when the event was not told of before")] = None,
    words: Annotated[str, Query(max_length=300)] = "",
) -> CameraEventReceipt:  # fmt: skip
    """The raw picture. With `taken_at` it tells of the event by itself: a snapshot and its time."""
    check_body(signed, upload.prepared.sha256)
    now = clock.now()
    camera = actions.take_once(session, camera_id, signed.nonce, now=now)
    event = queries.find_event(session, camera.id, reference)
    if taken_at is not None:
        event = actions.hear(session, camera, Heard(reference, taken_at, words=words), source="", now=now)
    if event is None:
        raise queries.CameraEventNotFound
    actions.add_picture(session, store, event, upload, taken_at, now=now)
    return _receipt(event)
