"""Answers to the extra questions of a category, on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from api.complaints.question_models import QuestionKind
from api.core.shapes import Input, Output
from api.core.text import Line

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
