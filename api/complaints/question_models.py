"""What a category asks on top, what was answered; and the kinds of petition that have a procedure of their own."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.complaints.models import Kind
from api.core.database import word


class QuestionKind(StrEnum):
    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"


class Question(SQLModel, table=True):
    """An extra question of a category. It is never deleted: answers point to it."""

    __tablename__ = "category_question"

    id: UUID = Field(primary_key=True)
    category: str = Field(max_length=40, foreign_key="category.code", index=True)
    text: str = Field(max_length=200)
    hint: str = Field(default="", max_length=200)
    kind: QuestionKind = Field(sa_type=word(QuestionKind))
    options: list[Any] = Field(default_factory=list, sa_type=sa.JSON, description="The words of a choice")
    is_required: bool = Field(default=False)
    source: str = Field(default="", max_length=300)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)


class QuestionAnswer(SQLModel, table=True):
    """What was answered, with the question as it was worded then."""

    __tablename__ = "question_answer"

    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    question_id: UUID = Field(primary_key=True, foreign_key="category_question.id")
    question: str = Field(max_length=200)
    kind: QuestionKind = Field(sa_type=word(QuestionKind))
    value: str = Field(max_length=500)
    position: int = Field(default=0)


class LegalKind(SQLModel, table=True):
    """A kind of petition that the hotline may not handle: how staff know it, and where its sender is sent."""

    __tablename__ = "legal_kind"

    code: Kind = Field(primary_key=True, sa_type=word(Kind))
    label: str = Field(max_length=120, description="What staff call it")
    guidance: str = Field(max_length=1500, description="How staff recognise it")
    public_text: str = Field(max_length=800, description="What its sender reads")
    source: str = Field(default="", max_length=300)
    verified_by: str = Field(default="", max_length=120)
    verified_at: date | None = Field(default=None)
    version: int = Field(default=1)
