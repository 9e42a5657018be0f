"""Doors to the weekend clean-ups."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from api.accounts.access import Allowed, Visitor, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.cleanups import actions, queries, second_actions
from api.cleanups.models import Cleanup, PhotoKind
from api.cleanups.schemas import (
    CheckIn,
    CleanupDetail,
    CleanupRecord,
    CleanupSummary,
    Correction,
    HistoryEntry,
    SecondReportSettlement,
)
from api.core import clock
from api.core.shapes import Day, Page
from api.core.web import Cursor, IfMatch, SessionDep, SettingsDep, public_answer, show_version
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival

router = APIRouter(tags=["cleanups"])
Recorder = Annotated[Person, Depends(Allowed(Permission.RECORD_CLEANUPS))]
Corrector = Annotated[Person, Depends(Allowed(Permission.CORRECT_CLEANUPS))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_MOVEMENT))]
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]


def read_filter(
    hamlet_id: UUID | None = None,
    since: Annotated[Day | None, Query(alias="from", description="First day")] = None,
    until: Annotated[Day | None, Query(alias="to", description="Last day")] = None,
) -> queries.Filter:
    return queries.Filter(hamlet_id=hamlet_id, since=since, until=until)


FilterDep = Annotated[queries.Filter, Depends(read_filter)]


@router.get("/api/cleanups", response_model=Page[CleanupSummary], summary="Clean-ups, the newest days first")
def list_cleanups(
    request: Request, wish: FilterDep, settings: SettingsDep, session: SessionDep, cursor: Cursor = None
) -> Response:
    """What everybody may see of the check-ins: never who made them."""
    items, following = queries.page(session, wish, cursor=cursor, secret=settings.secret)
    return public_answer(request, {"items": items, "next": following})


@router.get("/api/cleanups/{cleanup_id}", response_model=CleanupRecord | CleanupDetail, summary="One clean-up")
def show_cleanup(
    cleanup_id: UUID, response: Response, visitor: Visitor, session: SessionDep
) -> CleanupRecord | CleanupDetail:
    """Everybody sees numbers and photos; staff also who entered it, its words, and the photos still to come."""
    cleanup = queries.require(session, cleanup_id)
    show_version(response, cleanup.version)
    response.headers["Vary"] = "Cookie"
    if visitor and visitor.may(Permission.READ_STAFF_PAGES):
        keep_private(response)
        return queries.record(session, cleanup, by=visitor, now=clock.now())
    return queries.public_detail(session, cleanup)


@router.post(
    "/api/cleanups", response_model=CleanupRecord, status_code=201, summary="Check in a clean-up",
    responses={200: {"model": CleanupRecord}},
)  # fmt: skip
def record_cleanup(check_in: CheckIn, response: Response, by: Recorder, session: SessionDep) -> CleanupRecord:
    """Held: day, participants and a photo (to follow by its id) are needed; not held: a reason.

    201; or 200 when this check-in came before. What another person tells of an event that has a check-in is kept
    beside it; the answer is the first one under the id that was sent, which leads to it from now on.
    409 `cleanup_already_recorded` with `existing_id` when the same person told of it before; 409 `cleanup_id_taken`
    when the id was used for something else.
    """
    now = clock.now()
    cleanup, is_new = actions.record(session, check_in, by=by, now=now)
    response.status_code = 201 if is_new else 200
    return _answer(session, cleanup, response, by).model_copy(update={"id": check_in.id})  # the sender knows it by this


@router.patch("/api/cleanups/{cleanup_id}", response_model=CleanupRecord, summary="Correct a check-in")
def correct_cleanup(
    cleanup_id: UUID, wish: Correction, version: IfMatch, response: Response, by: Corrector, session: SessionDep
) -> CleanupRecord:
    """By its maker, for seven days. Only the fields sent; `photos` are ids to add."""
    cleanup = actions.correct(session, cleanup_id, wish, version=version, by=by, now=clock.now())
    return _answer(session, cleanup, response, by)


@router.post(
    "/api/cleanup-second-reports/{second_id}/settlement", response_model=CleanupRecord,
    summary="Say which of two reports of one event holds",
)  # fmt: skip
def settle_second_report(
    second_id: UUID, wish: SecondReportSettlement, version: IfMatch, response: Response, by: Keeper, session: SessionDep
) -> CleanupRecord:
    """The clean-up as it counts from now on. If-Match: the version of the clean-up."""
    cleanup = second_actions.settle(session, second_id, wish.use, version=version, by=by, now=clock.now())
    return _answer(session, cleanup, response, by)


@router.get(
    "/api/cleanups/{cleanup_id}/history", response_model=list[HistoryEntry], summary="What happened to a check-in"
)
def show_history(cleanup_id: UUID, response: Response, _: Staff, session: SessionDep) -> list[HistoryEntry]:
    """Oldest first, with what stood in each field before and after."""
    keep_private(response)
    return queries.history(session, queries.require(session, cleanup_id))


@router.put(
    "/api/cleanups/{cleanup_id}/photos/{photo_id}",
    response_model=Arrival,
    status_code=201,
    responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
    summary="A declared photo arrives",
)
def add_cleanup_photo(
    cleanup_id: UUID,
    photo_id: UUID,
    upload: PictureUpload,
    response: Response,
    by: Recorder,
    store: StoreDep,
    session: SessionDep,
    kind: Annotated[PhotoKind | None, Query(description="Declares this photo if it was not declared before")] = None,
) -> Arrival:
    """The raw picture. 201; or 200 when this photo has arrived before. Everybody sees it once an officer has looked."""
    if kind:
        actions.declare_one(session, cleanup_id, photo_id, kind, by=by, now=clock.now())
    picture, is_new = actions.add_photo(session, store, cleanup_id, photo_id, upload, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.delete(
    "/api/cleanups/{cleanup_id}/photos/{photo_id}", status_code=204, summary="Stop waiting for a declared photo"
)
def give_up_cleanup_photo(cleanup_id: UUID, photo_id: UUID, by: Recorder, session: SessionDep) -> None:
    """By its maker, of a photo that has not arrived. Again it changes nothing; one that has arrived stays (409)."""
    actions.give_up_photo(session, cleanup_id, photo_id, by=by, now=clock.now())


def _answer(session: SessionDep, cleanup: Cleanup, response: Response, by: Person) -> CleanupRecord:
    show_version(response, cleanup.version)
    keep_private(response)
    return queries.record(session, cleanup, by=by, now=clock.now())
