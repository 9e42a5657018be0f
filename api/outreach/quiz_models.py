"""A quiz on sorting, and how it went: totals only, nothing of who played."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class QuizQuestion(SQLModel, table=True):
    """`answer` is the place of the right one among `options`, from 0."""

    __tablename__ = "quiz_question"

    id: UUID = Field(primary_key=True)
    text: str = Field(max_length=300)
    options: list[str] = Field(sa_type=sa.JSON)
    answer: int
    why: str = Field(max_length=500)
    source: str = Field(default="", max_length=300)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)


class QuizPlay(SQLModel, table=True):
    """One round. The id is made on the phone for this round alone, so that it counts once."""

    __tablename__ = "quiz_play"

    id: UUID = Field(primary_key=True)
    played_on: date = Field(index=True)
    asked_count: int
    right_count: int


class QuizAnswer(SQLModel, table=True):
    __tablename__ = "quiz_answer"

    play_id: UUID = Field(primary_key=True, foreign_key="quiz_play.id")
    question_id: UUID = Field(primary_key=True, foreign_key="quiz_question.id", index=True)
    is_right: bool
