"""The doors to the figures: for staff by the desk's filter, for everybody rounded."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock, hot
from api.core.web import SessionDep
from api.statistics import heat_queries, public_queries, queries
from api.statistics.schemas import Heat, HeatFilter, PublicPeriod, PublicStatistics, Statistics, StatisticsFilter

router = APIRouter(tags=["statistics"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
PRIVATE = "private, no-cache"


@router.get("/api/desk/statistics", response_model=Statistics)
async def show_statistics(
    request: Request, narrowed: Annotated[StatisticsFilter, Query()], by: Reader, session: SessionDep
) -> Response:
    """Counts, times of each step in working hours, shares and the units beside each other, of the desk's filter."""
    now = clock.now()
    return await hot.answer(
        request, lambda session: queries.statistics(session, narrowed, by=by, now=now),
        about=(by.id, int(now.timestamp() // 60)), is_short=False, held=session, cache=PRIVATE,
    )  # fmt: skip


@router.get("/api/desk/heat", response_model=Heat)
async def show_heat(
    request: Request, narrowed: Annotated[HeatFilter, Query()], by: Reader, session: SessionDep
) -> Response:
    """How many cases lie in each square of a grid, of the desk's filter."""
    now = clock.now()
    return await hot.answer(
        request, lambda session: heat_queries.heat(session, narrowed, by=by, now=now),
        about=(by.id, int(now.timestamp() // 60)), is_short=False, held=session, cache=PRIVATE,
    )  # fmt: skip


@router.get("/api/statistics", response_model=PublicStatistics)
async def show_public_statistics(
    request: Request, period: Annotated[PublicPeriod, Query()], session: SessionDep
) -> Response:
    """For everybody, of whole months: counts rounded to fives, nothing that speaks of fewer than five cases."""
    now = clock.now()
    return await hot.answer(
        request, lambda session: public_queries.statistics(session, period, now=now),
        about=int(now.timestamp() // 3600), is_short=False, held=session,
    )  # fmt: skip
