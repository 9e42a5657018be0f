"""The doors to what may be the same: near cases and "tôi cũng thấy" for residents, merging for officers."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlmodel import Session

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.complaints import (
    actions,
    desk_queries,
    desk_views,
    duplicate_actions,
    duplicate_queries,
    duplicate_views,
    own_photos,
    queries,
    triage,
    views,
)
from api.complaints.access import OwnSupport, OwnSupportIfTold, count_report
from api.complaints.contact_schemas import ContactView
from api.complaints.desk_schemas import Detail
from api.complaints.duplicate_schemas import Around, Duplicates, Merge, NearCases, Support, SupportReceipt, Unmerge
from api.complaints.models import Complaint
from api.complaints.schemas import PhotoReceipt
from api.core import clock, hot
from api.core.web import IfMatch, SessionDep, SettingsDep
from api.journal import actions as journal_words
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.places.rules import Point

router = APIRouter(tags=["complaints"])
desk_router = APIRouter(prefix="/api/desk/complaints/{complaint_id}", tags=["desk"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]
ContactReader = Annotated[Person, Depends(Allowed(Permission.READ_CONTACTS))]


@router.get("/api/complaints/near", response_model=NearCases)
async def list_near_complaints(request: Request, around: Annotated[Around, Query()]) -> Response:
    """Open published cases around a place that may be the same, nearest first; how near and how young is set per
    category."""
    now = clock.now()
    return await hot.answer(
        request, lambda session: duplicate_queries.near_public(session, Point(around.lat, around.lon), now=now),
        about=clock.day_of(now), is_short=False,
    )  # fmt: skip


@router.post(
    "/api/complaints/{code}/supporters", status_code=201, responses={200: {"model": SupportReceipt}},
    dependencies=[Depends(count_report)],
)  # fmt: skip
def support_complaint(
    code: str, sent: Support, session: SessionDep, settings: SettingsDep, response: Response
) -> SupportReceipt:
    """ "Tôi cũng thấy": follow a case instead of sending a second report, with own words and photos (PUT, one by one).

    Sent again with the same id and content it answers 200 with the same receipt; with other content, 409.
    """
    follower, is_new = duplicate_actions.support(session, code, sent, settings, now=clock.now())
    response.status_code = 201 if is_new else 200
    return duplicate_actions.receipt(session, follower, settings.secret)


@router.put(
    "/api/supporters/{follower_id}/photos/{photo_id}", status_code=201, openapi_extra=PICTURE_BODY,
    responses={200: {"model": PhotoReceipt}},
)  # fmt: skip
def receive_supporter_photo(
    follower_id: UUID, photo_id: UUID, upload: PictureUpload, own: OwnSupportIfTold, session: SessionDep,
    store: StoreDep, response: Response,
) -> PhotoReceipt:  # fmt: skip
    """A declared photo of a supporter, as a raw body; with the token also one more. The same again answers 200."""
    if own:
        own_photos.declare(session, own.complaint, photo_id, follower_id)
    photo = duplicate_queries.require_follower_photo(session, follower_id, photo_id)
    picture, is_new = actions.add_photo(session, store, photo, upload, by=journal_words.RESIDENT, now=clock.now())
    response.status_code = 201 if is_new else 200
    return views.photo_receipt(picture)


@router.delete("/api/supporters/{follower_id}/photos/{photo_id}", status_code=204)
def give_up_supporter_photo(photo_id: UUID, own: OwnSupport, session: SessionDep) -> None:
    """Stop waiting for a photo that has not arrived. Again it changes nothing; one that has arrived stays (409)."""
    own_photos.give_up(session, own.complaint, photo_id, own.follower.id if own.follower else None, now=clock.now())


@desk_router.get("/duplicates")
def read_duplicates(complaint_id: UUID, by: Reader, session: SessionDep) -> Duplicates:
    """What belongs to a case: what it is merged into, what is merged into it, supporters, and what may be the same."""
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    return duplicate_views.duplicates(session, complaint, by=by)


@desk_router.post("/merge")
def merge_case(
    complaint_id: UUID, merge: Merge, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Let a case go on in another one; its reporter, supporters and photos stay with it and are seen there.

    Into a merged case means into that one's own master. 409 when that would be a circle.
    """
    duplicate_actions.lock_together(session, complaint_id, merge.into_id)
    complaint = _opened(session, complaint_id, version, by)
    target = queries.require(session, merge.into_id)
    check_reach(by, Permission.TRIAGE_COMPLAINTS, unit_id=target.unit_id, hamlet_id=target.hamlet_id)
    duplicate_actions.merge(session, complaint, merge.into_id, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@desk_router.post("/unmerge")
def unmerge_case(
    complaint_id: UUID, _: Unmerge, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Take a merge back: the case stands again just as it stood before."""
    duplicate_actions.lock_together(session, complaint_id)
    complaint = _opened(session, complaint_id, version, by)
    duplicate_actions.unmerge(session, complaint, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@desk_router.post("/supporters/{follower_id}/contact-views")
def view_supporter_contact(
    complaint_id: UUID, follower_id: UUID, by: ContactReader, session: SessionDep, settings: SettingsDep,
    response: Response,
) -> ContactView:  # fmt: skip
    """A supporter's name and phone, for the hotline's own people. That somebody looked is written down."""
    response.headers["Cache-Control"] = "no-store"
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    return duplicate_actions.view_contact(session, complaint, follower_id, settings.secret, by=by, now=clock.now())


def _opened(session: Session, complaint_id: UUID, version: int, by: Person) -> Complaint:
    permission, now = Permission.TRIAGE_COMPLAINTS, clock.now()
    return triage.open_for_change(session, complaint_id, version, by=by, permission=permission, now=now)


def _shown(session: Session, complaint: Complaint, by: Person, response: Response) -> Detail:
    session.flush()
    response.headers["ETag"] = f'"{complaint.version}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return desk_views.detail(session, complaint, by=by, now=clock.now())
