"""The quiz on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Input, Output
from api.core.text import Line, Words
from api.outreach.guide_schemas import Position, Source

MOST_ASKED = 30
Option = Annotated[Line, Field(min_length=1, max_length=160)]


class QuizQuestionEdit(Input):
    """`answer`: the place of the right one among `options`, from 0."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"text": "Pin cũ bỏ vào đâu?", "options": ["Rác khác", "Rác nguy hại"], "answer": 1,
                 "why": "Pin có chất độc, phải để riêng."}
            ]
        }
    )  # fmt: skip

    text: Annotated[Line, Field(min_length=1, max_length=300)]
    options: Annotated[list[Option], Field(min_length=2, max_length=5)]
    answer: Annotated[int, Field(ge=0, le=4)]
    why: Annotated[Words, Field(min_length=1, max_length=500)]
    source: Source = ""
    position: Position = 0
    is_active: bool = True

    @model_validator(mode="after")
    def _among_them(self) -> "QuizQuestionEdit":
        if self.answer >= len(self.options):
            raise PydanticCustomError("answer_missing", "", {"says": "Câu đúng phải là một trong các câu trả lời."})
        return self


class QuizQuestionShape(Output):
    """With the right answer: it is told at once, also without a network."""

    id: UUID
    text: str
    options: list[str]
    answer: int
    why: str


class Quiz(Output):
    questions: list[QuizQuestionShape]


class QuizQuestionRecord(QuizQuestionShape):
    """`asked`, `right`: how often it was answered, and rightly."""

    source: str
    position: int
    is_active: bool
    version: int
    asked: int
    right: int


class QuizBook(Output):
    """`played`: rounds played to the end; nobody knows by whom."""

    items: list[QuizQuestionRecord]
    played: int
    asked: int
    right: int


class QuizChoice(Input):
    question_id: UUID
    option: Annotated[int, Field(ge=0, le=4)]


class QuizRound(Input):
    """One round, under an id made for this round alone. Nothing of who played."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c31",
                 "choices": [{"question_id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c32", "option": 1}]}
            ]
        }
    )  # fmt: skip

    id: UUID
    choices: Annotated[list[QuizChoice], Field(min_length=1, max_length=MOST_ASKED)]


class QuizScore(Output):
    asked: int
    right: int
