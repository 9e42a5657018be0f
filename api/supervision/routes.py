"""The doors to supervision: staff read, the Front plans, finds and accepts, the unit that is asked answers."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version
from api.supervision import actions, queries
from api.supervision.models import SupervisionFinding
from api.supervision.schemas import (
    Closing,
    FindingAnswer,
    NewFinding,
    SupervisionVisitShape,
    SupervisionYear,
    UnitName,
    VisitEdit,
)

router = APIRouter(prefix="/api/supervision", tags=["supervision"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Supervisor = Annotated[Person, Depends(Allowed(Permission.SUPERVISE))]
Answerer = Annotated[Person, Depends(Allowed(Permission.ANSWER_SUPERVISION))]
Year = Annotated[int | None, Query(ge=2020, le=2100, description="Absent: this year")]


@router.get("")
def read_year(session: SessionDep, by: Reader, year: Year = None) -> SupervisionYear:
    """The supervision plan of a year with its visits, findings and answers."""
    today = clock.day_of(clock.now())
    return queries.year(session, year or today.year, by=by, today=today)


@router.get("/units")
def list_units(session: SessionDep, by: Supervisor) -> list[UnitName]:  # noqa: ARG001 - asking is the check
    """The units that may be asked."""
    return [UnitName.model_validate(unit) for unit in queries.units(session)]


@router.put("/visits/{visit_id}")
def put_visit(
    visit_id: UUID, wish: VisitEdit, version: IfMatch, by: Supervisor, session: SessionDep, response: Response
) -> SupervisionVisitShape:
    """Plan a visit (If-Match: "0"), change it, or say what was seen."""
    row = actions.put_visit(session, visit_id, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return _shape(session, row.id, by)


@router.post("/visits/{visit_id}/findings", status_code=201, responses={200: {"model": SupervisionVisitShape}})
def post_finding(
    visit_id: UUID, wish: NewFinding, by: Supervisor, session: SessionDep, response: Response
) -> SupervisionVisitShape:
    """Put down a finding of a visit that was held, and which unit has to answer."""
    _, is_new = actions.find(session, visit_id, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return _shape(session, visit_id, by)


@router.put("/findings/{finding_id}/answer")
def put_answer(
    finding_id: UUID, wish: FindingAnswer, version: IfMatch, by: Answerer, session: SessionDep, response: Response
) -> SupervisionVisitShape:
    """The answer of the unit that is asked."""
    row = actions.answer(session, finding_id, wish, version=version, by=by, now=clock.now())
    return _versioned(session, row, by, response)


@router.put("/findings/{finding_id}/closing")
def put_closing(
    finding_id: UUID, wish: Closing, version: IfMatch, by: Supervisor, session: SessionDep, response: Response
) -> SupervisionVisitShape:
    """Accept the answer, or ask again."""
    row = actions.close(session, finding_id, wish, version=version, by=by, now=clock.now())
    return _versioned(session, row, by, response)


def _versioned(session: SessionDep, row: SupervisionFinding, by: Person, response: Response) -> SupervisionVisitShape:
    show_version(response, row.version)
    return _shape(session, row.visit_id, by)


def _shape(session: SessionDep, visit_id: UUID, by: Person) -> SupervisionVisitShape:
    visit = queries.require_visit(session, visit_id)
    session.flush()
    return queries.shapes(session, [visit], by=by, today=clock.day_of(clock.now()))[0]
