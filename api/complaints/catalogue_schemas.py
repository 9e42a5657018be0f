"""The catalogue on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.models import NEAR_DAYS, NEAR_RADIUS_M, Kind, Priority, Status
from api.complaints.question_models import QuestionKind
from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words

Label = Annotated[Line, Field(min_length=1, max_length=80)]
LongLabel = Annotated[Line, Field(min_length=1, max_length=120)]
Position = Annotated[int, Field(ge=0, le=10_000)]


class Versioned(Output):
    """`version` is given back in If-Match."""

    version: int


class CategoryShape(Versioned):
    code: str
    label: str
    short_label: str
    icon: str
    is_common: bool
    default_unit_id: UUID | None
    at_fault_unit_id: UUID | None
    default_priority: Priority
    near_radius_m: int
    near_days: int
    keywords: str
    notice: str
    notice_phone: str
    is_stopper: bool
    position: int
    is_active: bool


class CategoryEdit(Input):
    label: LongLabel
    short_label: Annotated[Line, Field(min_length=1, max_length=40)]
    icon: Annotated[str, Field(pattern="^[a-z0-9-]{1,40}$")] = "ellipsis"
    is_common: bool = False
    default_unit_id: UUID | None = None
    at_fault_unit_id: UUID | None = None
    default_priority: Priority = Priority.NORMAL
    near_radius_m: Annotated[int, Field(ge=0, le=2000, description="Metres; 0: never offered as the same")] = (
        NEAR_RADIUS_M
    )
    near_days: Annotated[int, Field(ge=1, le=365)] = NEAR_DAYS
    keywords: Annotated[
        Line, Field(max_length=600, description="Words that point to it, parted by commas; diacritics do not count")
    ] = ""
    notice: Annotated[Line, Field(max_length=500, description="Whose job it is, shown before it is sent")] = ""
    notice_phone: Annotated[str, Field(pattern=r"^[0-9 .+*#-]{0,20}$")] = ""
    is_stopper: Annotated[bool, Field(description="The form ends with the notice; it needs one")] = False
    position: Position = 0
    is_active: bool = True

    @model_validator(mode="after")
    def _stopper_says_why(self) -> "CategoryEdit":
        if self.is_stopper and not self.notice:
            says = "Xin ghi việc này do ai giải quyết trước khi chọn không nhận."
            raise PydanticCustomError("notice_missing", "", {"says": says})
        return self


class StatusShape(Versioned):
    code: Status
    label: str
    public_label: str
    tone: str


class StatusNames(Versioned):
    status: Status
    label: str
    public_label: str


class StatusEdit(Input):
    label: Label
    public_label: Label


class Choice(Versioned):
    code: str
    label: str
    position: int
    is_active: bool


class ChoiceEdit(Input):
    """A reason for refusing, or a channel."""

    label: LongLabel
    position: Position = 0
    is_active: bool = True


class PriorityShape(Output):
    code: Priority
    label: str


class QuestionShape(Versioned):
    id: UUID
    category: str
    text: str
    hint: str
    kind: QuestionKind
    options: list[str]
    is_required: bool
    source: str
    position: int
    is_active: bool


class QuestionEdit(Input):
    category: Annotated[Line, Field(min_length=1, max_length=40)]
    text: Annotated[Line, Field(min_length=1, max_length=200)]
    hint: Annotated[Line, Field(max_length=200)] = ""
    kind: QuestionKind
    options: Annotated[list[Annotated[Line, Field(min_length=1, max_length=80)]], Field(max_length=12)] = Field(
        default_factory=list
    )
    is_required: bool = False
    source: Annotated[Line, Field(max_length=300)] = ""
    position: Annotated[int, Field(ge=0, le=10_000)] = 0
    is_active: bool = True


class LegalKindShape(Versioned):
    """`guidance`: how staff recognise it. `public_text`: where its sender is sent."""

    code: Kind
    label: str
    guidance: str
    public_text: str
    source: str
    verified_by: str
    verified_at: date | None


class LegalKindEdit(Input):
    label: Annotated[Line, Field(min_length=1, max_length=120)]
    guidance: Annotated[Words, Field(min_length=1, max_length=1500)]
    public_text: Annotated[Words, Field(min_length=1, max_length=800)]
    source: Annotated[Line, Field(max_length=300)] = ""
    verified_by: Annotated[Line, Field(max_length=120)] = ""
    verified_at: Day | None = None


class Catalogue(Output):
    categories: list[CategoryShape]
    statuses: list[StatusShape]
    priorities: list[PriorityShape]
    reject_reasons: list[Choice]
    channels: list[Choice]
    questions: list[QuestionShape]
    moves: dict[Status, list[Status]]
