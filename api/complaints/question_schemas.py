"""Extra questions, their answers, and the kinds with another procedure, on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from api.complaints.models import Kind
from api.complaints.question_models import QuestionKind
from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words

MOST_ANSWERS = 20


class AnswerInput(Input):
    """`value`: yes or no; one of the options; a number; or a short text, as the question asks."""

    question_id: UUID
    value: Annotated[Line, Field(min_length=1, max_length=500)]


Answers = Annotated[list[AnswerInput], Field(max_length=MOST_ANSWERS)]


class AnsweredQuestion(Output):
    question: str
    kind: QuestionKind
    value: str


class QuestionShape(Output):
    """`version` is given back in If-Match."""

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
    version: int


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


class LegalKindShape(Output):
    """`guidance`: how staff recognise it. `public_text`: where its sender is sent."""

    code: Kind
    label: str
    guidance: str
    public_text: str
    source: str
    verified_by: str
    verified_at: date | None
    version: int


class LegalKindEdit(Input):
    label: Annotated[Line, Field(min_length=1, max_length=120)]
    guidance: Annotated[Words, Field(min_length=1, max_length=1500)]
    public_text: Annotated[Words, Field(min_length=1, max_length=800)]
    source: Annotated[Line, Field(max_length=300)] = ""
    verified_by: Annotated[Line, Field(max_length=120)] = ""
    verified_at: Day | None = None
