"""Doors to the green criteria of festivals and venues."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival
from api.outreach import green_actions, green_queries, keeping, photo_actions
from api.outreach.green_models import GreenCriterion, GreenSite
from api.outreach.green_schemas import (
    GreenBook,
    GreenCheckShape,
    GreenCriterionEdit,
    GreenCriterionShape,
    GreenSiteEdit,
    GreenSiteShape,
    NewGreenCheck,
)
from api.outreach.photo_models import PhotoOf
from api.places import queries as places

router = APIRouter(prefix="/api/outreach/green", tags=["outreach"])
Checker = Annotated[Person, Depends(Allowed(Permission.APPLY_GREEN_CRITERIA))]
Code = Annotated[str, Path(pattern=r"^[a-z_]{2,40}$", examples=["sorted_bins"])]


@router.get("", summary="Criteria, festivals and venues with their checks")
def read_green_book(_: Checker, session: SessionDep, response: Response) -> GreenBook:
    """The checks of each, the newest first, with the score and what was missed."""
    keep_private(response)
    return green_queries.book(session)


@router.put("/criteria/{code}", summary="Add or change a criterion")
def put_green_criterion(
    code: Code, change: GreenCriterionEdit, version: IfMatch, by: Checker, session: SessionDep, response: Response
) -> GreenCriterionShape:
    """For the checks to come: those that were made keep the criteria of their day."""
    row = keeping.put(
        session, GreenCriterion, code, change, GreenCriterionShape, version=version, by=by, now=clock.now()
    )
    show_version(response, row.version)
    return GreenCriterionShape.model_validate(row)


@router.put("/sites/{site_id}", summary="Enter or change a festival or a venue")
def put_green_site(
    site_id: UUID, change: GreenSiteEdit, version: IfMatch, by: Checker, session: SessionDep, response: Response
) -> GreenSiteShape:
    """`If-Match: "0"` adds it."""
    if change.hamlet_id:
        places.require(session, change.hamlet_id)
    row = keeping.put(
        session, GreenSite, site_id, change, GreenSiteShape, version=version, by=by, now=clock.now(),
        read=lambda site: green_queries.site_shape(session, site),
    )  # fmt: skip
    show_version(response, row.version)
    return green_queries.site_shape(session, row)


@router.post(
    "/sites/{site_id}/checks", status_code=201, responses={200: {"model": GreenCheckShape}},
    summary="Fill in the checklist for a festival or a venue",
)  # fmt: skip
def add_green_check(
    site_id: UUID, new: NewGreenCheck, by: Checker, session: SessionDep, response: Response
) -> GreenCheckShape:
    """Never overwritten: a correction is a new check that names the one it replaces. 200 when it came before."""
    check, is_new = green_actions.record(session, site_id, new, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return green_queries.shapes(session, [check])[0]


@router.put(
    "/checks/{check_id}/photos/{photo_id}", response_model=Arrival, status_code=201,
    responses={200: {"model": Arrival}}, openapi_extra=PICTURE_BODY, summary="Add a photo to a check",
)  # fmt: skip
def add_green_photo(
    check_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Checker, store: StoreDep,
    session: SessionDep,
) -> Arrival:  # fmt: skip
    """The raw picture; for the staff only. 200 when it has arrived before."""
    check = green_queries.require_check(session, check_id, lock=True)
    picture, is_new = photo_actions.add(
        session, store, PhotoOf.GREEN_CHECK, check, photo_id, upload, by=by, now=clock.now()
    )
    response.status_code = 201 if is_new else 200
    return arrival(picture)
