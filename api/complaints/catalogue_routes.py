"""The doors to the catalogue: everybody reads it, the commune edits it."""

from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response
from sqlmodel import SQLModel

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import catalogue, question_queries, question_rules
from api.complaints.catalogue_schemas import (
    Catalogue,
    CategoryEdit,
    CategoryShape,
    Choice,
    ChoiceEdit,
    LegalKindEdit,
    LegalKindShape,
    QuestionEdit,
    QuestionShape,
    StatusEdit,
    StatusNames,
    Versioned,
)
from api.complaints.deadline_schemas import DeadlineEdit, DeadlineShape
from api.complaints.models import (
    Category,
    Deadline,
    IntakeChannel,
    Kind,
    Priority,
    RejectReason,
    Status,
    StatusLabel,
)
from api.complaints.question_models import LegalKind, Question
from api.core import clock
from api.core.shapes import Input
from api.core.web import IfMatch, SessionDep, show_version
from api.worktime import actions as worktime

router = APIRouter(prefix="/api/catalogue", tags=["catalogue"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
NewCode = Annotated[str, Path(pattern="^[a-z][a-z0-9_]{1,39}$")]
Shape = TypeVar("Shape", bound=Versioned)
STEPS = "receive|assign|verify|resolve|extend|reply|transfer|violation|need_info|close|reopen"
Step = Annotated[str, Path(pattern=f"^({STEPS})$")]


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


@router.put("/questions/{question_id}")
def put_question(question_id: UUID, change: QuestionEdit, entry: EntryDep) -> QuestionShape:
    """Change an extra question of a category, or add one (`If-Match: "0"`, the id made by the client)."""
    question_rules.check_options(change.kind, change.options)
    return entry.put(Question, {"id": question_id}, change, QuestionShape)


@router.get("/legal-kinds")
def list_legal_kinds(_: Reader, session: SessionDep, response: Response) -> list[LegalKindShape]:
    """Petitions that the law gives another procedure: how staff recognise them, what their sender reads."""
    keep_private(response)
    return [LegalKindShape.model_validate(row) for row in question_queries.legal_kinds(session)]


@router.put("/legal-kinds/{code}")
def put_legal_kind(
    code: Literal[Kind.COMPLAINT_LEGAL, Kind.DENUNCIATION], change: LegalKindEdit, entry: EntryDep
) -> LegalKindShape:
    """The guidance for staff and the words for the sender, with where they come from."""
    return entry.put(LegalKind, {"code": code}, change, LegalKindShape)


@router.put("/statuses/{status}")
def put_status(status: Status, change: StatusEdit, entry: EntryDep) -> StatusNames:
    """What a state is called. The states themselves and their moves are part of the program."""
    return entry.put(StatusLabel, {"status": status}, change, StatusNames)


@router.get("/deadlines")
def list_deadlines(session: SessionDep) -> list[DeadlineShape]:
    """How long each step may take, by priority, with where the rule comes from. Public: residents may hold us to it."""
    return [DeadlineShape.model_validate(row) for row in catalogue.deadlines(session)]


@router.put("/deadlines/{step}/{priority}")
def put_deadline(
    step: Step, priority: Priority, change: DeadlineEdit, entry: EntryDep, session: SessionDep
) -> DeadlineShape:
    """Set how long a step may take from a day on. `If-Match: "0"` says that no rule begins on that day yet; rules that
    began before it stay. Open cases are reckoned anew within minutes, closed ones never."""
    key = {"step": step, "priority": priority, "effective_from": change.effective_from}
    row = entry.put(Deadline, key, change, DeadlineShape)
    worktime.open_edition(session)
    return row
