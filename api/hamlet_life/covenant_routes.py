"""Doors to covenants and self-managed models."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.core import clock
from api.core.shapes import Day, Moment
from api.core.web import IfMatch, SessionDep, show_version
from api.hamlet_life import covenant_actions as actions
from api.hamlet_life import covenant_queries as queries
from api.hamlet_life import covenant_views as views
from api.hamlet_life.covenant_schemas import (
    CovenantBoard,
    CovenantDetail,
    ModelChange,
    ModelDetail,
    NewCovenant,
    NewModel,
    NewReview,
    NewStage,
)
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival

router = APIRouter(tags=["hamlet life"])
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_COVENANTS))]
OnDay = Annotated[Day | None, Query(description="As of this day; today when left out")]
KnownAt = Annotated[Moment | None, Query(description="As it was known then: later entries and corrections left out")]


@router.get("/api/covenants", response_model=CovenantBoard, summary="Covenants and models of each hamlet, and K3")
def show_board(
    response: Response, by: Staff, session: SessionDep, on: OnDay = None, known_at: KnownAt = None
) -> CovenantBoard:
    """K3 needs both halves; each is shown by itself."""
    keep_private(response)
    return views.board(session, on or clock.day_of(clock.now()), known_at=known_at, by=by)


@router.get("/api/covenants/{covenant_id}", response_model=CovenantDetail, summary="One covenant")
def show_covenant(covenant_id: UUID, response: Response, by: Staff, session: SessionDep) -> CovenantDetail:
    """With all its stages, replaced ones too, and its scans."""
    keep_private(response)
    covenant = queries.require_covenant(session, covenant_id)
    return views.covenant_detail(session, covenant, clock.day_of(clock.now()), by=by)


@router.post(
    "/api/covenants", response_model=CovenantDetail, status_code=201, summary="Open the file of a covenant",
    responses={200: {"model": CovenantDetail}},
)  # fmt: skip
def open_covenant(wish: NewCovenant, response: Response, by: Keeper, session: SessionDep) -> CovenantDetail:
    """201; or 200 when the same came before."""
    now = clock.now()
    covenant, is_new = actions.open_covenant(session, wish, by=by, now=now)
    response.status_code = 201 if is_new else 200
    return views.covenant_detail(session, covenant, clock.day_of(now), by=by)


@router.post(
    "/api/covenants/{covenant_id}/stages", response_model=CovenantDetail, status_code=201,
    summary="Add a stage, or correct one", responses={200: {"model": CovenantDetail}},
)  # fmt: skip
def add_stage(covenant_id: UUID, wish: NewStage, response: Response, by: Keeper, session: SessionDep) -> CovenantDetail:
    """Recognition and end are entered by officers. With `replaces_id` it corrects an earlier row."""
    now = clock.now()
    covenant, is_new = actions.add_stage(session, covenant_id, wish, by=by, now=now)
    response.status_code = 201 if is_new else 200
    return views.covenant_detail(session, covenant, clock.day_of(now), by=by)


@router.put(
    "/api/covenants/{covenant_id}/photos/{photo_id}", response_model=Arrival, status_code=201,
    responses={200: {"model": Arrival}}, openapi_extra=PICTURE_BODY, summary="Add a scan",
)  # fmt: skip
def add_scan(
    covenant_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Keeper, store: StoreDep,
    session: SessionDep,
) -> Arrival:  # fmt: skip
    """The raw picture of a page; only staff see it. 201; or 200 when it has arrived before."""
    covenant = queries.require_covenant(session, covenant_id)
    check_reach(by, Permission.MANAGE_COVENANTS, hamlet_id=covenant.hamlet_id)
    picture, is_new = actions.add_photo(
        session, store, "covenant", covenant.id, photo_id, upload, by=by, now=clock.now()
    )
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.get("/api/self-managed-models/{model_id}", response_model=ModelDetail, summary="One self-managed model")
def show_model(model_id: UUID, response: Response, by: Staff, session: SessionDep) -> ModelDetail:
    """With all its reviews, replaced ones too, and its photos."""
    model = queries.require_model(session, model_id)
    show_version(response, model.version)
    keep_private(response)
    return views.model_detail(session, model, clock.day_of(clock.now()), by=by)


@router.post(
    "/api/self-managed-models", response_model=ModelDetail, status_code=201, summary="Register a self-managed model",
    responses={200: {"model": ModelDetail}},
)  # fmt: skip
def set_up_model(wish: NewModel, response: Response, by: Keeper, session: SessionDep) -> ModelDetail:
    """201; or 200 when the same came before."""
    now = clock.now()
    model, is_new = actions.set_up_model(session, wish, by=by, now=now)
    response.status_code = 201 if is_new else 200
    show_version(response, model.version)
    return views.model_detail(session, model, clock.day_of(now), by=by)


@router.patch("/api/self-managed-models/{model_id}", response_model=ModelDetail, summary="Change a self-managed model")
def change_model(
    model_id: UUID, wish: ModelChange, version: IfMatch, response: Response, by: Keeper, session: SessionDep
) -> ModelDetail:
    """Only the fields sent. What became of it is a review."""
    now = clock.now()
    model = actions.change_model(
        session, model_id, wish, version=version, by=by, now=now,
        current=lambda model: views.model_detail(session, model, clock.day_of(now), by=by),
    )  # fmt: skip
    show_version(response, model.version)
    return views.model_detail(session, model, clock.day_of(now), by=by)


@router.post(
    "/api/self-managed-models/{model_id}/reviews", response_model=ModelDetail, status_code=201,
    summary="Review a model, or correct a review", responses={200: {"model": ModelDetail}},
)  # fmt: skip
def review_model(model_id: UUID, wish: NewReview, response: Response, by: Keeper, session: SessionDep) -> ModelDetail:
    """active, weak or stopped as of its day. With `replaces_id` it corrects an earlier row."""
    now = clock.now()
    model, is_new = actions.review(session, model_id, wish, by=by, now=now)
    response.status_code = 201 if is_new else 200
    return views.model_detail(session, model, clock.day_of(now), by=by)


@router.put(
    "/api/self-managed-models/{model_id}/photos/{photo_id}", response_model=Arrival, status_code=201,
    responses={200: {"model": Arrival}}, openapi_extra=PICTURE_BODY, summary="Add a photo of a model",
)  # fmt: skip
def add_model_photo(
    model_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Keeper, store: StoreDep,
    session: SessionDep,
) -> Arrival:  # fmt: skip
    """The raw picture; only staff see it. 201; or 200 when it has arrived before."""
    model = queries.require_model(session, model_id)
    check_reach(by, Permission.MANAGE_COVENANTS, hamlet_id=model.hamlet_id)
    picture, is_new = actions.add_photo(session, store, "model", model.id, photo_id, upload, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return arrival(picture)
