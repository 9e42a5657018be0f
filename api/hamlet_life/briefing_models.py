"""Who has been briefed on the plan: organisations, how many people they have, sessions and who came."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word
from api.core.entries import Entry


class BodyKind(StrEnum):
    OFFICE = "office"
    FORCES = "forces"
    UNION = "union"
    SCHOOL = "school"
    OTHER = "other"


class BriefingBody(SQLModel, table=True):
    """An organisation of the commune, counted from `from_day` until the day before `ended_on`."""

    __tablename__ = "briefing_body"

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=160)
    kind: BodyKind = Field(sa_type=word(BodyKind))
    from_day: date
    ended_on: date | None = Field(default=None)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class BriefingHeadcount(Entry, table=True):
    """`counted_elsewhere`: those of its people whom another body counts, as the organisation itself declares."""

    __tablename__ = "briefing_headcount"

    body_id: UUID = Field(foreign_key="briefing_body.id", index=True)
    counted_on: date
    people: int
    counted_elsewhere: int = Field(default=0)
    words: str = Field(default="", max_length=500)
    replaces_id: UUID | None = Field(default=None, foreign_key="briefing_headcount.id", unique=True)


class BriefingSession(Entry, table=True):
    __tablename__ = "briefing_session"

    held_on: date = Field(index=True)
    topic: str = Field(max_length=200)
    place: str = Field(default="", max_length=160)
    words: str = Field(default="", max_length=1000)


class BriefingAttendance(Entry, table=True):
    """`first_time`: those who had not been briefed before and are not counted by another body."""

    __tablename__ = "briefing_attendance"

    session_id: UUID = Field(foreign_key="briefing_session.id", index=True)
    body_id: UUID = Field(foreign_key="briefing_body.id", index=True)
    people: int
    first_time: int
    pledges: int = Field(default=0)
    replaces_id: UUID | None = Field(default=None, foreign_key="briefing_attendance.id", unique=True)
