"""The doors to the catalogue: everybody reads it, the commune edits it."""

from datetime import date
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Path, Response
from sqlmodel import SQLModel

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
    StatusNames,
    Versioned,
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
from api.core.shapes import Input
from api.core.web import IfMatch, SessionDep, show_version
from api.worktime import queries as worktime
from api.worktime.models import Holiday

router = APIRouter(prefix="/api/catalogue", tags=["catalogue"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
NewCode = Annotated[str, Path(pattern="^[a-z][a-z0-9_]{1,39}$")]
Shape = TypeVar("Shape", bound=Versioned)
Step = Annotated[str, Path(pattern="^(receive|assign|verify|resolve|reply|transfer|need_info|close|reopen)$")]


class Entry:
    """One entry of a list about to be set, against the version that was read."""

    def __init__(self, version: IfMatch, by: Editor, session: SessionDep, response: Response) -> None:
        self._version, self._by, self._session, self._response = version, by, session, response

    def put(self, table: type[SQLModel], key: dict[str, Any], change: Input, shape: type[Shape]) -> Shape:
        """`key`: values of any column kind."""
        row = catalogue.put(
            self._session, table, key, change, shape, version=self._version, by=self._by, now=clock.now()
        )
        show_version(self._response, row.version)
        return row


EntryDep = Annotated[Entry, Depends()]


@router.get("")
def read_catalogue(session: SessionDep, response: Response, every: bool = False) -> Catalogue:
    """Categories, states, reasons, channels, and which state can follow which; `every`: what is out of use too."""
    response.headers["Cache-Control"] = "public, max-age=60"
    return catalogue.read(session, every=every)


@router.put("/categories/{code}")
def put_category(code: NewCode, change: CategoryEdit, entry: EntryDep) -> CategoryShape:
    """Change a category, or add one. `If-Match: "0"` says that there is none yet."""
    return entry.put(Category, {"code": code}, change, CategoryShape)


@router.put("/reject-reasons/{code}")
def put_reject_reason(code: NewCode, change: ChoiceEdit, entry: EntryDep) -> Choice:
    """Change a reason for refusing, or add one. `If-Match: "0"` says that there is none yet."""
    return entry.put(RejectReason, {"code": code}, change, Choice)


@router.put("/channels/{code}")
def put_channel(code: NewCode, change: ChoiceEdit, entry: EntryDep) -> Choice:
    """Change an intake channel, or add one. `If-Match: "0"` says that there is none yet."""
    return entry.put(IntakeChannel, {"code": code}, change, Choice)


@router.put("/statuses/{status}")
def put_status(status: Status, change: StatusEdit, entry: EntryDep) -> StatusNames:
    """What a state is called. The states themselves and their moves are part of the program."""
    return entry.put(StatusLabel, {"status": status}, change, StatusNames)


@router.get("/deadlines")
def list_deadlines(session: SessionDep) -> list[DeadlineShape]:
    """How long each step may take, by priority, with where the rule comes from. Public: residents may hold us to it."""
    return [DeadlineShape.model_validate(row) for row in catalogue.deadlines(session)]


@router.put("/deadlines/{step}/{priority}")
def put_deadline(step: Step, priority: Priority, change: DeadlineEdit, entry: EntryDep) -> DeadlineShape:
    """Set how long a step may take. Deadlines already running stay as they are."""
    return entry.put(Deadline, {"step": step, "priority": priority}, change, DeadlineShape)


@router.get("/holidays")
def list_holidays(session: SessionDep) -> list[HolidayShape]:
    """Days off and make-up days that the commune has entered on top of the law's own."""
    return [HolidayShape.model_validate(row) for row in worktime.holidays(session)]


@router.put("/holidays/{day}")
def put_holiday(day: date, change: HolidayEdit, entry: EntryDep) -> HolidayShape:
    """Enter a day off, or a working day made up for one. `If-Match: "0"` says that there is none yet."""
    return entry.put(Holiday, {"day": day}, change, HolidayShape)
