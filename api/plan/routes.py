"""The doors to the plan: staff read all of it, leads say how it goes on, its keeper corrects it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.web import IfMatch, SessionDep, show_version
from api.plan import actions, queries
from api.plan.schemas import ConditionEdit, ItemEdit, ItemShape, NewNote, PlanShape

router = APIRouter(prefix="/api/plan", tags=["plan"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_PLAN))]
Lead = Annotated[Person, Depends(Allowed(Permission.NOTE_PLAN))]
Code = Annotated[str, Path(min_length=1, max_length=12, examples=["2.2c"])]


@router.get("")
def read_plan(
    session: SessionDep,
    by: Reader,  # noqa: ARG001 - asking is the check
    on: Annotated[Day | None, Query(description="How it stood on that day; absent: today")] = None,
) -> PlanShape:
    """Every row of the plan and how it stands: what waits for somebody outside, runs, is due, is late, is done."""
    day = on or clock.day_of(clock.now())
    return PlanShape(on=day, items=queries.overview(session, on=day))


@router.get("/{code}")
def read_item(code: Code, session: SessionDep, by: Reader, response: Response) -> ItemShape:
    """One row with its words, its conditions and every note."""
    item = queries.require(session, code)
    show_version(response, item.version)
    return queries.detail(session, item, by=by, on=clock.day_of(clock.now()))


@router.put("/{code}")
def put_item(
    code: Code, wish: ItemEdit, version: IfMatch, by: Keeper, session: SessionDep, response: Response
) -> ItemShape:
    """Correct a row: number and date of issue, signatory, leads, deadline."""
    now = clock.now()
    item = actions.edit(session, code, wish, version=version, by=by, now=now)
    show_version(response, item.version)
    return queries.detail(session, item, by=by, on=clock.day_of(now))


@router.post("/{code}/notes", status_code=201, responses={200: {"model": ItemShape}})
def post_note(code: Code, wish: NewNote, by: Lead, session: SessionDep, response: Response) -> ItemShape:
    """Say how a row stands, with what shows it. Notes are never changed; a later one corrects."""
    now = clock.now()
    _, is_new = actions.note(session, code, wish, by=by, now=now)
    response.status_code = 201 if is_new else 200
    return queries.detail(session, queries.require(session, code), by=by, on=clock.day_of(now))


@router.put("/{code}/conditions/{condition_id}")
def put_condition(
    code: Code, condition_id: UUID, wish: ConditionEdit, version: IfMatch, by: Keeper, session: SessionDep
) -> ItemShape:
    """Note that somebody outside has acted, with the document; then the row no longer waits."""
    now = clock.now()
    actions.set_condition(session, code, condition_id, wish, version=version, by=by, now=now)
    return queries.detail(session, queries.require(session, code), by=by, on=clock.day_of(now))
