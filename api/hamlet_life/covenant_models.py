"""Village covenants with their dated stages, self-managed models with their reviews, and the photos of both."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word
from api.core.entries import Entry


class Stage(StrEnum):
    """In the order in which they usually come."""

    DRAFTED = "drafted"
    POSTED = "posted"
    MEETING = "meeting"
    VOTED = "voted"
    RECOGNISED = "recognised"
    REVIEWED = "reviewed"
    ENDED = "ended"


class ReviewResult(StrEnum):
    ACTIVE = "active"
    WEAK = "weak"
    STOPPED = "stopped"


class Covenant(Entry, table=True):
    """Only its name: what became of it stands in the stages."""

    __tablename__ = "covenant"

    hamlet_id: UUID = Field(foreign_key="hamlet.id", index=True)
    title: str = Field(max_length=200)


class CovenantStage(Entry, table=True):
    """One step on its day. Households: all, those at the meeting, those in favour."""

    __tablename__ = "covenant_stage"

    covenant_id: UUID = Field(foreign_key="covenant.id", index=True)
    stage: Stage = Field(sa_type=word(Stage))
    on_day: date
    has_environment_clause: bool = Field(default=False)
    households: int | None = Field(default=None)
    present: int | None = Field(default=None)
    in_favour: int | None = Field(default=None)
    decision_number: str = Field(default="", max_length=60)
    review_on: date | None = Field(default=None)
    words: str = Field(default="", max_length=1000)
    replaces_id: UUID | None = Field(default=None, foreign_key="covenant_stage.id", unique=True)


class SelfManagedModel(SQLModel, table=True):
    __tablename__ = "self_managed_model"

    id: UUID = Field(primary_key=True)
    hamlet_id: UUID = Field(foreign_key="hamlet.id", index=True)
    name: str = Field(max_length=160)
    kind: str = Field(max_length=80)
    set_up_on: date
    members: int | None = Field(default=None)
    activity: str = Field(default="", max_length=1000)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class ModelReview(Entry, table=True):
    __tablename__ = "model_review"

    model_id: UUID = Field(foreign_key="self_managed_model.id", index=True)
    reviewed_on: date
    result: ReviewResult = Field(sa_type=word(ReviewResult))
    members: int | None = Field(default=None)
    next_review_on: date | None = Field(default=None)
    words: str = Field(default="", max_length=1000)
    replaces_id: UUID | None = Field(default=None, foreign_key="model_review.id", unique=True)


class HamletLifePhoto(SQLModel, table=True):
    """A scan or photo of a covenant, a model or a briefing; for staff only."""

    __tablename__ = "hamlet_life_photo"

    id: UUID = Field(primary_key=True)
    subject: str = Field(max_length=32)
    subject_id: UUID = Field(index=True)
    picture_id: UUID = Field(foreign_key="picture.id")
    position: int = Field(default=0)
