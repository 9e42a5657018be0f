"""The doors to the indicators: everybody reads them, their keeper sets targets, leaders' staff freeze periods."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.web import IfMatch, SessionDep, show_version
from api.indicators import actions, queries
from api.indicators.models import PeriodKind, Scheme
from api.indicators.periods import Period, custom, newest_closed, period
from api.indicators.schemas import BoardShape, FigureDetail, FreezeDetail, Freezes, NewFreeze, SettingEdit

router = APIRouter(prefix="/api/indicators", tags=["indicators"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_INDICATORS))]


def read_period(
    scheme: Annotated[Scheme, Query(description="Where periods begin and end")] = Scheme.DECREE09,
    kind: Annotated[PeriodKind | None, Query(description="With year and number; absent: this year so far")] = None,
    year: Annotated[int | None, Query(ge=2020, le=2035)] = None,
    number: Annotated[int, Query(ge=1, le=53, description="Which of the year's periods of this kind")] = 1,
    first: Annotated[Day | None, Query(description="Of a custom period")] = None,
    last: Annotated[Day | None, Query(description="Of a custom period: the figures stand as on this day")] = None,
) -> Period:
    """The period asked about. Days that are still to come are left out by the records themselves."""
    today: date = clock.day_of(clock.now())
    if first or last:
        end = last or today
        return custom(first or end.replace(month=1, day=1), end)
    if kind in (None, PeriodKind.CUSTOM):
        return custom(today.replace(month=1, day=1), today)
    return period(scheme, kind, year, number) if year else newest_closed(scheme, kind, today)


PeriodDep = Annotated[Period, Depends(read_period)]


@router.get("")
def read_board(session: SessionDep, of: PeriodDep, response: Response) -> BoardShape:
    """The nine indicators of a period: share, both numbers, target, what is missing. Public; no personal data."""
    response.headers["Cache-Control"] = "no-cache"
    return queries.board(session, of, clock.now())


@router.get("/freezes")
def list_freezes(session: SessionDep, by: Reader) -> Freezes:  # noqa: ARG001 - asking is the check
    """The periods whose figures were frozen, the latest first."""
    return Freezes(items=actions.list_freezes(session))


@router.post("/freezes", status_code=201, responses={200: {"model": FreezeDetail}})
def post_freeze(wish: NewFreeze, by: Keeper, session: SessionDep, response: Response) -> FreezeDetail:
    """Freeze the figures of a period that is over (chốt số liệu)."""
    shape, is_new = actions.freeze(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return shape


@router.get("/freezes/{freeze_id}")
def read_freeze(freeze_id: UUID, session: SessionDep, by: Reader) -> FreezeDetail:  # noqa: ARG001
    """What was frozen, and what the same period would say today: the difference is the adjustment."""
    return actions.frozen(session, actions.require_freeze(session, freeze_id), clock.now())


@router.get("/{code}")
def read_indicator(code: str, session: SessionDep, of: PeriodDep, response: Response) -> FigureDetail:
    """One indicator with every record behind it ("vì sao có số này"), twelve months back, and where they lead."""
    setting = queries.require(session, code)
    show_version(response, setting.version)
    return queries.detail(session, setting, of, clock.now())


@router.put("/{code}")
def put_indicator(
    code: str, wish: SettingEdit, version: IfMatch, by: Keeper, session: SessionDep, of: PeriodDep, response: Response
) -> FigureDetail:
    """Set the target, its direction, milestones and baselines."""
    setting = actions.edit(session, code, wish, version=version, by=by, now=clock.now())
    session.flush()
    show_version(response, setting.version)
    return queries.detail(session, setting, of, clock.now())
