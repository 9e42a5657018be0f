"""Doors to the briefings."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day, Moment
from api.core.web import IfMatch, SessionDep, show_version
from api.hamlet_life import briefing_actions as actions
from api.hamlet_life import briefing_queries as queries
from api.hamlet_life import covenant_actions as photos
from api.hamlet_life.briefing_schemas import (
    BodyChange,
    BodyShape,
    BriefingBoard,
    Correction,
    HeadcountShape,
    NewBody,
    NewHeadcount,
    NewSession,
    SessionShape,
)
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival

router = APIRouter(prefix="/api/briefings", tags=["hamlet life"])
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.RECORD_BRIEFINGS))]
OnDay = Annotated[Day | None, Query(description="As of this day; today when left out")]
KnownAt = Annotated[Moment | None, Query(description="As it was known then: later entries and corrections left out")]


@router.get("", response_model=BriefingBoard, summary="Who has been briefed, by organisation, and K4")
def show_board(
    response: Response, _: Staff, session: SessionDep, on: OnDay = None, known_at: KnownAt = None
) -> BriefingBoard:
    """A person in two bodies is counted once, by what the organisations themselves declare."""
    keep_private(response)
    return queries.board(session, on or clock.day_of(clock.now()), known_at=known_at)


@router.get("/sessions", response_model=list[SessionShape], summary="The sessions, the newest first")
def list_sessions(response: Response, _: Staff, session: SessionDep) -> list[SessionShape]:
    """With how many of each organisation came."""
    keep_private(response)
    return queries.sessions(session)


@router.post(
    "/sessions", response_model=SessionShape, status_code=201, summary="Enter a session",
    responses={200: {"model": SessionShape}},
)  # fmt: skip
def hold_session(wish: NewSession, response: Response, by: Keeper, session: SessionDep) -> SessionShape:
    """201; or 200 when the same came before."""
    held, is_new = actions.hold(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.session_shape(session, held)


@router.post(
    "/attendances/{attendance_id}/corrections", response_model=SessionShape, status_code=201,
    summary="Correct how many came", responses={200: {"model": SessionShape}},
)  # fmt: skip
def correct_attendance(
    attendance_id: UUID, wish: Correction, response: Response, by: Keeper, session: SessionDep
) -> SessionShape:
    """409 `entry_replaced` when somebody else has corrected it already."""
    held, is_new = actions.correct(session, attendance_id, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.session_shape(session, held)


@router.put(
    "/sessions/{session_id}/photos/{photo_id}", response_model=Arrival, status_code=201,
    responses={200: {"model": Arrival}}, openapi_extra=PICTURE_BODY, summary="Add a photo of a session",
)  # fmt: skip
def add_session_photo(
    session_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Keeper, store: StoreDep,
    session: SessionDep,
) -> Arrival:  # fmt: skip
    """The raw picture; only staff see it. 201; or 200 when it has arrived before."""
    held = queries.require_session(session, session_id)
    picture, is_new = photos.add_photo(session, store, "briefing", held.id, photo_id, upload, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.post(
    "/bodies", response_model=BodyShape, status_code=201, summary="Add an organisation",
    responses={200: {"model": BodyShape}},
)  # fmt: skip
def add_body(wish: NewBody, response: Response, by: Keeper, session: SessionDep) -> BodyShape:
    """201; or 200 when the same came before."""
    body, is_new = actions.add_body(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    show_version(response, body.version)
    return BodyShape.model_validate(body)


@router.patch("/bodies/{body_id}", response_model=BodyShape, summary="Change an organisation")
def change_body(
    body_id: UUID, wish: BodyChange, version: IfMatch, response: Response, by: Keeper, session: SessionDep
) -> BodyShape:
    """Only the fields sent; `ended_on` takes it out of K4 from that day on."""
    body = actions.change_body(session, body_id, wish, version=version, by=by, now=clock.now())
    show_version(response, body.version)
    return BodyShape.model_validate(body)


@router.get("/bodies/{body_id}/headcounts", response_model=list[HeadcountShape], summary="What it has declared")
def list_headcounts(body_id: UUID, response: Response, _: Staff, session: SessionDep) -> list[HeadcountShape]:
    """The newest first, replaced ones too."""
    keep_private(response)
    queries.require_body(session, body_id)
    return [HeadcountShape.model_validate(one) for one in queries.headcounts_of(session, body_id)]


@router.post(
    "/headcounts", response_model=HeadcountShape, status_code=201, summary="Declare how many people there are",
    responses={200: {"model": HeadcountShape}},
)  # fmt: skip
def declare_headcount(wish: NewHeadcount, response: Response, by: Keeper, session: SessionDep) -> HeadcountShape:
    """With those whom another body counts. With `replaces_id` it corrects an earlier row."""
    count, is_new = actions.declare(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return HeadcountShape.model_validate(count)
