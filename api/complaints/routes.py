"""The public doors: send a complaint and its photos, see published cases."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from api.complaints import actions, own_photos, queries, question_actions, routing_actions, rules, screening, views
from api.complaints.access import SUBMISSION_BODY, OwnComplaint, OwnComplaintIfTold, SentComplaint, count_report
from api.complaints.models import PhotoKind
from api.complaints.schemas import (
    BoxText,
    Filter,
    Markers,
    PhotoReceipt,
    PublicCase,
    PublicCounts,
    PublicSummary,
    Receipt,
)
from api.core import clock, hot
from api.core.shapes import Page
from api.core.web import AddressDep, SessionDep, SettingsDep
from api.journal import actions as journal_words
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep

router = APIRouter(prefix="/api/complaints", tags=["complaints"])


@router.post(
    "", status_code=201, openapi_extra=SUBMISSION_BODY, responses={200: {"model": Receipt}},
    dependencies=[Depends(count_report)],
)  # fmt: skip
def submit_complaint(
    sent: SentComplaint, session: SessionDep, settings: SettingsDep, store: StoreDep, address: AddressDep,
    response: Response,
) -> Receipt:  # fmt: skip
    """Take in a complaint. Nobody needs an account.

    Sent again with the same id and content it answers 200 with the same receipt; with other content, 409.
    Photos follow one by one (PUT), or come along in a multipart form. 429 when one address sends hundreds an hour.
    """
    now = clock.now()
    complaint, is_new = actions.submit(session, sent.submission, settings, now=now)
    if is_new:
        question_actions.keep(session, complaint, sent.submission.answers)
        screening.screen(session, complaint, sent.submission, address=address, secret=settings.secret, now=now)
        routing_actions.hand_out(session, complaint, now=now)
    for photo_id, upload in sent.uploads.items():
        photo = queries.require_photo(session, complaint.id, photo_id)
        actions.add_photo(session, store, photo, upload, by=journal_words.RESIDENT, now=now)
    session.flush()
    response.status_code = 201 if is_new else 200
    return views.receipt(session, complaint, settings.secret)


@router.put(
    "/{complaint_id}/photos/{photo_id}", status_code=201, openapi_extra=PICTURE_BODY,
    responses={200: {"model": PhotoReceipt}},
)  # fmt: skip
def receive_photo(
    complaint_id: UUID, photo_id: UUID, upload: PictureUpload, own: OwnComplaintIfTold, session: SessionDep,
    store: StoreDep, response: Response,
) -> PhotoReceipt:  # fmt: skip
    """A declared photo, as a raw body; with the tracking token also one more. The same photo again answers 200."""
    if own:
        photo = own_photos.declare(session, own, photo_id)
    else:
        photo = queries.require_photo(session, complaint_id, photo_id)
    if photo.kind is not PhotoKind.BEFORE or photo.follower_id:
        raise queries.PhotoNotDeclared
    picture, is_new = actions.add_photo(session, store, photo, upload, by=journal_words.RESIDENT, now=clock.now())
    response.status_code = 201 if is_new else 200
    return views.photo_receipt(picture)


@router.delete("/{complaint_id}/photos/{photo_id}", status_code=204)
def give_up_photo(photo_id: UUID, own: OwnComplaint, session: SessionDep) -> None:
    """Stop waiting for a photo that has not arrived. Again it changes nothing; one that has arrived stays (409)."""
    own_photos.give_up(session, own, photo_id, now=clock.now())


@router.get("", response_model=Page[PublicSummary])
async def list_complaints(request: Request, narrowed: Annotated[Filter, Query()], settings: SettingsDep) -> Response:
    """Published cases, newest first. Refused and merged ones are not listed."""
    return await hot.answer(request, lambda session: queries.public_page(session, narrowed, settings.secret))


@router.get("/map", response_model=Markers)
async def map_complaints(request: Request, bbox: BoxText) -> Response:
    """Published cases of a box as points rounded to about 100 m."""
    box = rules.parse_box(bbox)
    return await hot.answer(request, lambda session: queries.public_markers(session, box), is_short=False)


@router.get("/counts", response_model=PublicCounts)
async def count_complaints(request: Request) -> Response:
    """How many published cases are being worked on and how many are cleaned up; 1000 stands for "1000 or more"."""
    return await hot.answer(request, queries.public_counts)


@router.get("/{code}")
def read_complaint(code: str, session: SessionDep) -> PublicCase:
    """One case by its public code, however it is typed ("ks 26 42")."""
    return views.public_case(session, queries.require_public(session, code), now=clock.now())
