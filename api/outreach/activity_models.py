"""The log of communication: what was told, where, to how many (plan item 1.3)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class ActivityKind(StrEnum):
    LOUDSPEAKER = "loudspeaker"
    MEETING = "meeting"
    CONFERENCE = "conference"
    BANNER = "banner"
    LEAFLET = "leaflet"
    SCHOOL = "school"
    SOCIAL = "social"
    REPORTAGE = "reportage"
    HOUSEHOLD = "household"
    OTHER = "other"


class Activity(SQLModel, table=True):
    """`reach`: people who heard or read it, counted or estimated; null: nobody can say. A wrong entry is struck out
    (`is_void`), never taken away."""

    __tablename__ = "outreach_activity"

    id: UUID = Field(primary_key=True)
    kind: ActivityKind = Field(sa_type=word(ActivityKind))
    day: date = Field(index=True)
    title: str = Field(max_length=160)
    place_words: str = Field(default="", max_length=200)
    organiser: str = Field(default="", max_length=120)
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    reach: int | None = Field(default=None)
    is_reach_counted: bool = Field(default=False)
    words: str = Field(default="", max_length=2000)
    is_void: bool = Field(default=False)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)
