"""The doors to the units' periodic reports: the plan's keeper opens and judges, each unit writes its own."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlmodel import Session

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version
from api.reports import round_actions as actions
from api.reports import round_queries as queries
from api.reports.round_models import UnitReport
from api.reports.round_schemas import (
    Judgement,
    NewRound,
    ReportRoundShape,
    RhythmEdit,
    RhythmShape,
    Rounds,
    UnitReportEdit,
    UnitReportShape,
)

router = APIRouter(prefix="/api/report-rounds", tags=["documents"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Writer = Annotated[Person, Depends(Allowed(Permission.NOTE_PLAN))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_PLAN))]


@router.get("")
def list_rounds(session: SessionDep, by: Reader) -> Rounds:
    """The rounds, newest first, with every unit's answer; drafts are shown to their own unit only."""
    return queries.listed(session, by=by, now=clock.now())


@router.post("", status_code=201, responses={200: {"model": ReportRoundShape}})
def post_round(wish: NewRound, by: Keeper, session: SessionDep, response: Response) -> ReportRoundShape:
    """Ask every unit for a report of these days."""
    row, is_new = actions.open_round(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.shape(session, row, [], by=by, now=clock.now())


@router.put("/rhythm")
def put_rhythm(wish: RhythmEdit, version: IfMatch, by: Keeper, session: SessionDep, response: Response) -> RhythmShape:
    """How often rounds open by themselves."""
    row = actions.set_rhythm(session, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return RhythmShape.model_validate(row)


@router.put("/{round_id}/units/{unit_id}")
def put_report(
    round_id: UUID, unit_id: UUID, wish: UnitReportEdit, version: IfMatch, by: Writer, session: SessionDep,
    response: Response,
) -> UnitReportShape:  # fmt: skip
    """Write the own unit's report; If-Match "0" begins it."""
    row = actions.write(session, round_id, unit_id, wish, version=version, by=by, now=clock.now())
    return _shown(session, row, by, response)


@router.post("/{round_id}/units/{unit_id}/submission")
def post_submission(
    round_id: UUID, unit_id: UUID, version: IfMatch, by: Writer, session: SessionDep, response: Response
) -> UnitReportShape:
    """Hand it in."""
    row = actions.submit(session, round_id, unit_id, version=version, by=by, now=clock.now())
    return _shown(session, row, by, response)


@router.post("/{round_id}/units/{unit_id}/judgement")
def post_judgement(
    round_id: UUID, unit_id: UUID, wish: Judgement, version: IfMatch, by: Keeper, session: SessionDep,
    response: Response,
) -> UnitReportShape:  # fmt: skip
    """Accept it, or return it with a reason."""
    row = actions.judge(session, round_id, unit_id, wish, version=version, by=by, now=clock.now())
    return _shown(session, row, by, response)


def _shown(session: Session, row: UnitReport, by: Person, response: Response) -> UnitReportShape:
    show_version(response, row.version)
    of, unit = queries.require(session, row.round_id), queries.require_unit(session, row.unit_id)
    return queries.report_shape(of, unit, row, by=by, now=clock.now())
