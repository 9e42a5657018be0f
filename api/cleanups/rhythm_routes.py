"""The doors to the coming weekend: everybody is invited, heads and officers invite."""

from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.cleanups import rhythm_actions as actions
from api.cleanups import rhythm_calendar as calendar
from api.cleanups import rhythm_queries as queries
from api.cleanups.coverage_schemas import Withdrawal
from api.cleanups.rhythm_schemas import (
    HamletInvitation,
    NewReminder,
    NewWeekendPlan,
    ReminderShape,
    Weekend,
    WeekendPlanShape,
)
from api.core import clock
from api.core.shapes import Day
from api.core.web import SessionDep, SettingsDep
from api.places import queries as places

router = APIRouter(tags=["cleanups"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Planner = Annotated[Person, Depends(Allowed(Permission.RECORD_CLEANUPS))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_MOVEMENT))]
Week = Annotated[Day | None, Query(description="A day of the week that is meant; absent: this week")]


@router.get("/api/weekend-plans")
def read_weekend(session: SessionDep, response: Response, week: Week = None) -> Weekend:
    """Each hamlet's clean-up of one weekend: when, where, what to bring; or why there is none."""
    response.headers["Cache-Control"] = "no-cache"
    now = clock.now()
    return queries.weekend(session, clock.monday_of(week or clock.day_of(now)), now=now)


@router.get("/api/weekend-plans/reminders")
def read_reminders(session: SessionDep, by: Reader) -> ReminderShape:  # noqa: ARG001 - asking is the check
    """When heads are reminded of a missing plan and of a missing result."""
    return ReminderShape.model_validate(queries.setting(session))


@router.post("/api/weekend-plans/reminders", status_code=201)
def post_reminders(wish: NewReminder, by: Keeper, session: SessionDep) -> ReminderShape:
    """Set when heads are reminded, from now on."""
    return ReminderShape.model_validate(actions.set_reminders(session, wish, by=by, now=clock.now()))


@router.get("/api/weekend-plans/{hamlet_id}")
def read_invitation(
    hamlet_id: UUID, session: SessionDep, settings: SettingsDep, response: Response, week: Week = None
) -> HamletInvitation:
    """One hamlet's weekend with the words to send, to read out, and to thank with."""
    response.headers["Cache-Control"] = "no-cache"
    now = clock.now()
    monday, hamlet = clock.monday_of(week or clock.day_of(now)), places.require(session, hamlet_id)
    return queries.invitation(session, hamlet, monday, settings.commune_name, now=now)


@router.post("/api/weekend-plans", status_code=201, responses={200: {"model": WeekendPlanShape}})
def post_plan(wish: NewWeekendPlan, by: Planner, session: SessionDep, response: Response) -> WeekendPlanShape:
    """Invite the hamlet. 409 `weekend_plan_exists` when the weekend has a plan that is not named in `replaces_id`."""
    row, is_new = actions.plan(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return WeekendPlanShape.model_validate(row)


@router.post("/api/weekend-plans/{plan_id}/withdrawal", status_code=204)
def post_plan_withdrawal(plan_id: UUID, wish: Withdrawal, by: Planner, session: SessionDep) -> None:
    """Cancel; calendars that follow the feed show it as cancelled."""
    actions.withdraw(session, plan_id, wish.id, by=by, now=clock.now())


@router.get(
    "/api/cleanups/calendar.ics", response_class=Response,
    responses={200: {"content": {"text/calendar": {"schema": {"type": "string"}}}}},
)  # fmt: skip
def read_calendar(
    session: SessionDep, settings: SettingsDep, hamlet_id: Annotated[UUID | None, Query()] = None
) -> Response:
    """The clean-ups to come as a calendar to subscribe to (RFC 5545), of one hamlet or of all."""
    hamlet = places.require(session, hamlet_id) if hamlet_id else None
    name = f"Ra quân cuối tuần – {hamlet.name if hamlet else settings.commune_name}"
    host = urlsplit(settings.public_url).hostname or "xa-xanh.invalid"
    found = queries.events(session, hamlet_id, now=clock.now())
    return Response(
        calendar.feed(name, host, found), media_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "public, max-age=900", "Content-Disposition": 'inline; filename="cuoi-tuan.ics"'},
    )  # fmt: skip
