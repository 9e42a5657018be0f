"""The doors to the catalogue: everybody reads it, the commune edits it."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import catalogue
from api.complaints.catalogue_schemas import (
    Catalogue,
    CategoryEdit,
    CategoryShape,
    Choice,
    ChoiceEdit,
    DeadlineEdit,
    DeadlineShape,
    HolidayEdit,
    HolidayShape,
    StatusEdit,
)
from api.complaints.models import (
    Category,
    Deadline,
    IntakeChannel,
    Priority,
    RejectReason,
    Status,
    StatusLabel,
)
from api.core import clock
from api.core.shapes import Output
from api.core.web import SessionDep
from api.worktime import queries as worktime
from api.worktime.models import Holiday

router = APIRouter(prefix="/api/catalogue", tags=["catalogue"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
NewCode = Annotated[str, Path(pattern="^[a-z][a-z0-9_]{1,39}$")]
Step = Annotated[str, Path(pattern="^(receive|assign|verify|resolve|reply|transfer|need_info|close|reopen)$")]


class StatusNames(Output):
    status: Status
    label: str
    public_label: str


@router.get("")
def read_catalogue(session: SessionDep, response: Response, every: bool = False) -> Catalogue:
    """Categories, states, reasons, channels, and which state can follow which; `every`: what is out of use too."""
    response.headers["Cache-Control"] = "public, max-age=60"
    return catalogue.read(session, every=every)


@router.put("/categories/{code}")
def put_category(code: NewCode, change: CategoryEdit, by: Editor, session: SessionDep) -> CategoryShape:
    """Change a category, or add one."""
    row = catalogue.put(session, Category, {"code": code}, change, by=by, now=clock.now())
    return CategoryShape.model_validate(row)


@router.put("/reject-reasons/{code}")
def put_reject_reason(code: NewCode, change: ChoiceEdit, by: Editor, session: SessionDep) -> Choice:
    """Change a reason for refusing, or add one."""
    return Choice.model_validate(catalogue.put(session, RejectReason, {"code": code}, change, by=by, now=clock.now()))


@router.put("/channels/{code}")
def put_channel(code: NewCode, change: ChoiceEdit, by: Editor, session: SessionDep) -> Choice:
    """Change an intake channel, or add one."""
    return Choice.model_validate(catalogue.put(session, IntakeChannel, {"code": code}, change, by=by, now=clock.now()))


@router.put("/statuses/{status}")
def put_status(status: Status, change: StatusEdit, by: Editor, session: SessionDep) -> StatusNames:
    """What a state is called. The states themselves and their moves are part of the program."""
    row = catalogue.put(session, StatusLabel, {"status": status}, change, by=by, now=clock.now())
    return StatusNames.model_validate(row)


@router.get("/deadlines")
def list_deadlines(session: SessionDep) -> list[DeadlineShape]:
    """How long each step may take, by priority, with where the rule comes from. Public: residents may hold us to it."""
    return [DeadlineShape.model_validate(row) for row in catalogue.deadlines(session)]


@router.put("/deadlines/{step}/{priority}")
def put_deadline(
    step: Step, priority: Priority, change: DeadlineEdit, by: Editor, session: SessionDep
) -> DeadlineShape:
    """Set how long a step may take. Deadlines already running stay as they are."""
    key = {"step": step, "priority": priority}
    return DeadlineShape.model_validate(catalogue.put(session, Deadline, key, change, by=by, now=clock.now()))


@router.get("/holidays")
def list_holidays(session: SessionDep) -> list[HolidayShape]:
    """Days off and make-up days that the commune has entered on top of the law's own."""
    return [HolidayShape.model_validate(row) for row in worktime.holidays(session)]


@router.put("/holidays/{day}")
def put_holiday(day: date, change: HolidayEdit, by: Editor, session: SessionDep) -> HolidayShape:
    """Enter a day off, or a working day made up for one."""
    return HolidayShape.model_validate(catalogue.put(session, Holiday, {"day": day}, change, by=by, now=clock.now()))
