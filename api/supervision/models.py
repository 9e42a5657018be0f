"""Visits of the Front and their findings. A finding stays open until its answer has been accepted."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class FindingState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class SupervisionVisit(SQLModel, table=True):
    """One line of the supervision plan; held when `held_on` is set. It looks at a unit, a hamlet, or both."""

    __tablename__ = "supervision_visit"

    id: UUID = Field(primary_key=True)
    topic: str = Field(max_length=300)
    planned_on: date = Field(index=True)
    held_on: date | None = Field(default=None)
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    team: str = Field(default="", max_length=300, description="Bodies that take part, never names of residents")
    words: str = Field(default="", max_length=3000, description="What was seen")
    is_cancelled: bool = Field(default=False)
    made_by: UUID = Field(foreign_key="account.id")
    version: int = Field(default=1)


class SupervisionFinding(SQLModel, table=True):
    __tablename__ = "supervision_finding"

    id: UUID = Field(primary_key=True)
    visit_id: UUID = Field(foreign_key="supervision_visit.id", index=True)
    words: str = Field(max_length=2000)
    asks: str = Field(default="", max_length=1000, description="What the Front asks for")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="Who has to answer")
    due_on: date | None = Field(default=None)
    state: FindingState = Field(default=FindingState.OPEN, sa_type=word(FindingState))
    answer: str = Field(default="", max_length=2000)
    answered_by: UUID | None = Field(default=None, foreign_key="account.id")
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)
