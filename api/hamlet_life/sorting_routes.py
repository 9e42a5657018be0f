"""Doors to household sorting."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day, Moment
from api.core.web import SessionDep
from api.hamlet_life import sorting_actions as actions
from api.hamlet_life import sorting_queries as queries
from api.hamlet_life.sorting_schemas import (
    NewSortingCount,
    NewThreshold,
    SortingBoard,
    SortingCountShape,
    ThresholdShape,
)
from api.places import queries as places

router = APIRouter(tags=["hamlet life"])
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Recorder = Annotated[Person, Depends(Allowed(Permission.RECORD_SORTING))]
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
OnDay = Annotated[Day | None, Query(description="As of this day; today when left out")]
KnownAt = Annotated[Moment | None, Query(description="As it was known then: later entries and corrections left out")]


@router.get("/api/sorting", response_model=SortingBoard, summary="Household sorting of each hamlet, and K2a")
def show_sorting(
    response: Response, by: Staff, session: SessionDep, on: OnDay = None, known_at: KnownAt = None
) -> SortingBoard:
    """The newest count of each hamlet of that day with its trend."""
    keep_private(response)
    return queries.board(session, on or clock.day_of(clock.now()), known_at=known_at, by=by)


@router.get("/api/sorting/counts", response_model=list[SortingCountShape], summary="Every count of a hamlet")
def list_counts(response: Response, hamlet_id: UUID, by: Staff, session: SessionDep) -> list[SortingCountShape]:
    """The newest day first; replaced ones too."""
    keep_private(response)
    return queries.history(session, hamlet_id, by=by)


@router.post(
    "/api/sorting/counts", response_model=SortingCountShape, status_code=201, summary="Count who sorts in a hamlet",
    responses={200: {"model": SortingCountShape}},
)  # fmt: skip
def record_count(wish: NewSortingCount, response: Response, by: Recorder, session: SessionDep) -> SortingCountShape:
    """201; or 200 when this count came before. With `replaces_id` it corrects an earlier one, which stays readable;
    409 `entry_replaced` when somebody else has corrected that one already.
    """
    count, is_new = actions.record(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.shape(count, places.names(session)[count.hamlet_id], is_replaced=False, by=by)


@router.post(
    "/api/sorting/thresholds", response_model=ThresholdShape, status_code=201, summary="Agree on the share for K2a",
    responses={200: {"model": ThresholdShape}},
)  # fmt: skip
def agree_on_share(wish: NewThreshold, response: Response, by: Editor, session: SessionDep) -> ThresholdShape:
    """Counts from `valid_from` on; what earlier days showed stays."""
    row, is_new = actions.agree(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return ThresholdShape.model_validate(row)
