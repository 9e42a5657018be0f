"""The rows of the plan, what they wait for, and the notes of how they go on. Notes are added, never changed."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class PlanPart(StrEnum):
    FRAME = "frame"
    GOAL = "goal"
    TASK = "task"
    ORGANISATION = "organisation"
    INDICATOR = "indicator"


class DeadlineKind(StrEnum):
    """The plan knows six kinds of time, of which only three can ever be late."""

    NONE = "none"
    WEEKLY = "weekly"
    ONE_DATE = "one_date"
    YEARLY = "yearly"
    YEAR = "year"
    TRIGGER = "trigger"  # when somebody outside has acted
    BY_LAW = "by_law"
    BY_2030 = "by_2030"


class Progress(StrEnum):
    """What a note says about the row on its day."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class Standing(StrEnum):
    STANDING = "standing"  # holds all the time: nothing to finish
    WAITING = "waiting"  # for somebody outside
    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    DUE_SOON = "due_soon"
    LATE = "late"
    DONE = "done"


class PlanItem(SQLModel, table=True):
    """`leads` and `partners` hold codes of units, or words for bodies that are no unit here."""

    __tablename__ = "plan_item"

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=12, unique=True)
    part: PlanPart = Field(sa_type=word(PlanPart))
    position: int
    title: str = Field(max_length=300)
    words: str = Field(default="", max_length=3000)
    leads: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    partners: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    deadline_kind: DeadlineKind = Field(sa_type=word(DeadlineKind))
    deadline_words: str = Field(default="", max_length=300)
    due_on: date | None = Field(default=None)
    year: int | None = Field(default=None)
    product: str = Field(default="", max_length=600)
    link: str = Field(default="", max_length=200, description="The page with its live figures, on this site")
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)


class PlanCondition(SQLModel, table=True):
    """What a triggered row waits for: it counts from the day on which the last of them has happened."""

    __tablename__ = "plan_condition"

    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="plan_item.id", index=True)
    position: int
    words: str = Field(max_length=300)
    happened_on: date | None = Field(default=None)
    document: str = Field(default="", max_length=300)
    version: int = Field(default=1)


class PlanNote(SQLModel, table=True):
    """How a row stood on a day, with what shows it. `place` is where the evidence lies: a document's number, a page."""

    __tablename__ = "plan_note"

    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="plan_item.id", index=True)
    day: date
    progress: Progress = Field(sa_type=word(Progress))
    words: str = Field(max_length=2000)
    evidence: str = Field(default="", max_length=600)
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
