"""The doors to the coverage board: everybody looks, those who lead the movement excuse a weekend."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.cleanups import coverage_actions as actions
from api.cleanups import coverage_queries as queries
from api.cleanups import coverage_rules as rules
from api.cleanups.coverage_schemas import (
    CoverageBoard,
    Excuses,
    ExcuseShape,
    NewExcuse,
    NewSetting,
    SettingShape,
    Withdrawal,
)
from api.core import clock, errors
from api.core.shapes import Day
from api.core.web import SessionDep

router = APIRouter(prefix="/api/coverage", tags=["cleanups"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_MOVEMENT))]
USUAL_WEEKS = 13


class RangeTooLong(errors.Rejected):
    code = "range_too_long"
    says = "Khoảng thời gian dài quá. Xin chọn tối đa hai năm."


@router.get("")
def read_board(
    session: SessionDep,
    response: Response,
    first: Annotated[Day | None, Query(description="Absent: 13 weeks before the last day")] = None,
    last: Annotated[Day | None, Query(description="Absent: the coming Sunday")] = None,
) -> CoverageBoard:
    """Hamlets and weeks: held, excused with why, missed, not yet. A weekend belongs to the range its Sunday is in."""
    now = clock.now()
    today = clock.day_of(now)
    end = last or clock.monday_of(today) + timedelta(days=6)
    begin = first or end - timedelta(weeks=USUAL_WEEKS) + timedelta(days=1)
    if not 0 <= (end - begin).days <= rules.MOST_WEEKS * 7:
        raise RangeTooLong(field="first")
    response.headers["Cache-Control"] = "no-cache"
    return queries.board(session, begin, end, now=now)


@router.get("/excuses")
def list_excuses(session: SessionDep, by: Reader) -> Excuses:  # noqa: ARG001 - asking is the check
    """The weekends that are excused, the newest first."""
    return Excuses(items=queries.excuse_shapes(session, queries.excuses(session)))


@router.post("/excuses", status_code=201, responses={200: {"model": ExcuseShape}})
def post_excuse(wish: NewExcuse, by: Keeper, session: SessionDep, response: Response) -> ExcuseShape:
    """Excuse a hamlet, or all, from the weekends of some days: a storm, a flood, Tết."""
    row, is_new = actions.excuse(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.excuse_shapes(session, [row])[0]


@router.post("/excuses/{excuse_id}/withdrawal", status_code=204)
def post_withdrawal(excuse_id: UUID, wish: Withdrawal, by: Keeper, session: SessionDep) -> None:
    """Take an excuse back; it stays readable in the journal."""
    actions.withdraw(session, excuse_id, wish.id, by=by, now=clock.now())


@router.get("/setting")
def read_setting(session: SessionDep) -> SettingShape:
    """How coverage is counted today. Public: whoever sees the figure may know its rule."""
    row = queries.setting_on(session, clock.day_of(clock.now()))
    return SettingShape.model_validate(row)


@router.post("/setting", status_code=201)
def post_setting(wish: NewSetting, by: Keeper, session: SessionDep) -> SettingShape:
    """Set how coverage is counted from a day on."""
    return SettingShape.model_validate(actions.set_rule(session, wish, by=by, now=clock.now()))
