"""The doors to the working calendar: everybody reads it, who keeps the commune's lists changes it."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.web import IfMatch, SessionDep, show_version
from api.worktime import actions, queries
from api.worktime.models import WorkingHours
from api.worktime.schemas import DayEdit, DayShape, HoursEdit, HoursShape, YearShape

router = APIRouter(prefix="/api/calendar", tags=["calendar"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
Year = Annotated[int, Query(ge=2020, le=2100, description="Absent: this year")]
KeyDay = Annotated[Day, Path(description="A day, 2026-01-10")]


@router.get("")
def read_year(session: SessionDep, response: Response, year: Year | None = None) -> YearShape:
    """One year: the working hours, and each day off or made up for, with why. Public: deadlines are reckoned by it."""
    response.headers["Cache-Control"] = "no-cache"
    of = year or clock.day_of(clock.now()).year
    calendar, first = queries.calendar(session), date(of, 1, 1)
    return YearShape(
        year=of,
        hours=[_hours(row) for row in queries.hours(session)],
        days=[DayShape.model_validate(day) for day in queries.year(session, of)],
        working_days=calendar.days_between(first - timedelta(days=1), date(of, 12, 31)),
    )


@router.put("/days/{day}")
def put_day(
    day: KeyDay, change: DayEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> DayShape:
    """Enter a day off or a make-up day (If-Match: "0"), or change it. Open cases are reckoned anew within minutes."""
    row = actions.set_day(session, day, change, version, by=by, now=clock.now())
    show_version(response, row.version)
    return DayShape.model_validate({**row.model_dump(), "is_own": True})


@router.delete("/days/{day}", status_code=204)
def delete_day(day: KeyDay, version: IfMatch, by: Editor, session: SessionDep) -> None:
    """Take the commune's own entry back: the day is again as the law has it."""
    actions.drop_day(session, day, version, by=by, now=clock.now())


@router.put("/hours/{effective_from}")
def put_hours(
    effective_from: KeyDay, change: HoursEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> HoursShape:
    """The working hours from this day on (If-Match: "0" when new). Earlier ones stay for the days before."""
    row = actions.set_hours(session, effective_from, change, version, by=by, now=clock.now())
    show_version(response, row.version)
    return _hours(row)


@router.delete("/hours/{effective_from}", status_code=204)
def delete_hours(effective_from: KeyDay, version: IfMatch, by: Editor, session: SessionDep) -> None:
    """Take these hours back: those before are in force again."""
    actions.drop_hours(session, effective_from, version, by=by, now=clock.now())


def _hours(row: WorkingHours) -> HoursShape:
    shifts = [{"opens": opens, "closes": closes} for opens, closes in row.shifts]
    return HoursShape.model_validate({**row.model_dump(), "shifts": shifts})
