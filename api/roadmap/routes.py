"""The doors to the roadmap: whoever works here reads it, officers plan."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.web import IfMatch, SessionDep, show_version
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival
from api.roadmap import actions, photo_actions, queries
from api.roadmap.models import RoadmapSide
from api.roadmap.schemas import NewRoadmapEntry, Roadmap, RoadmapEntryShape, RoadmapHistory, RoadmapPlan

router = APIRouter(prefix="/api/roadmap", tags=["collection points"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Planner = Annotated[Person, Depends(Allowed(Permission.MANAGE_ROADMAP))]


@router.get("")
def read_roadmap(
    session: SessionDep,
    by: Reader,  # noqa: ARG001 - asking is the check
    on: Annotated[Day | None, Query(description="As planned at the end of this day; today when left out")] = None,
) -> Roadmap:
    """Every entry with its year, cost and state, totals of each year, points without an entry, needs of hamlets."""
    return queries.roadmap_on(session, on or clock.day_of(clock.now()))


@router.post("", status_code=201, responses={200: {"model": RoadmapEntryShape}})
def post_entry(wish: NewRoadmapEntry, by: Planner, session: SessionDep, response: Response) -> RoadmapEntryShape:
    """Put a point or a new place on the roadmap."""
    entry, is_new = actions.add(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    row = queries.newest(session, entry.id)
    show_version(response, row.version)
    return queries.shape(session, entry, row)


@router.put("/{entry_id}")
def put_entry(
    entry_id: UUID, wish: RoadmapPlan, version: IfMatch, by: Planner, session: SessionDep, response: Response
) -> RoadmapEntryShape:
    """Plan it anew; the plan before stays in its history."""
    row = actions.plan(session, entry_id, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return queries.shape(session, queries.require(session, entry_id), row)


@router.delete("/{entry_id}", status_code=204)
def delete_entry(entry_id: UUID, version: IfMatch, by: Planner, session: SessionDep) -> None:
    """Take it off the roadmap."""
    actions.drop(session, entry_id, version=version, by=by, now=clock.now())


@router.get("/{entry_id}/history")
def read_history(entry_id: UUID, session: SessionDep, by: Reader) -> RoadmapHistory:  # noqa: ARG001
    """Every plan there was for it, the newest first."""
    return queries.history(session, queries.require(session, entry_id))


@router.put(
    "/{entry_id}/photos/{photo_id}", response_model=Arrival, status_code=201, responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
)  # fmt: skip
def put_photo(
    entry_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Planner, store: StoreDep,
    session: SessionDep, side: Annotated[RoadmapSide, Query(description="Before the works, or after them")],
) -> Arrival:  # fmt: skip
    """The raw picture. 201; or 200 when this photo has arrived before. Everybody may see it."""
    picture, is_new = photo_actions.add(session, store, entry_id, photo_id, side, upload, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.delete("/{entry_id}/photos/{photo_id}", status_code=204)
def delete_photo(entry_id: UUID, photo_id: UUID, by: Planner, session: SessionDep) -> None:
    """Take a photo away. Its address stops working for everybody at once."""
    photo_actions.remove(session, entry_id, photo_id, by=by, now=clock.now())
