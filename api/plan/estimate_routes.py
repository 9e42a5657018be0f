"""The doors to estimates: staff read the sheet of a year, each unit keeps its own lines."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version
from api.plan import estimate_actions as actions
from api.plan import estimate_queries as queries
from api.plan.estimate_schemas import EstimateEdit, EstimateShape, EstimateSheet

router = APIRouter(prefix="/api/estimates", tags=["plan"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_ESTIMATES))]
Year = Annotated[int, Query(ge=2020, le=2100, description="Absent: this year")]


@router.get("")
def read_sheet(session: SessionDep, by: Reader, year: Year | None = None) -> EstimateSheet:
    """The estimates of a year, with sums by unit and by source of money."""
    return queries.sheet(session, year or clock.day_of(clock.now()).year, by=by)


@router.put("/{estimate_id}")
def put_estimate(
    estimate_id: UUID, wish: EstimateEdit, version: IfMatch, by: Keeper, session: SessionDep, response: Response
) -> EstimateShape:
    """Enter a line (If-Match: "0") or change it."""
    shape = actions.put(session, estimate_id, wish, version=version, by=by, now=clock.now())
    show_version(response, shape.version)
    return shape


@router.delete("/{estimate_id}", status_code=204)
def delete_estimate(estimate_id: UUID, version: IfMatch, by: Keeper, session: SessionDep) -> None:
    """Take a line out; the journal keeps it."""
    actions.drop(session, estimate_id, version=version, by=by, now=clock.now())
