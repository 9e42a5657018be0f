"""Who came, told by the neighbours' own phones (N5), and photos that deserve a second look (N7)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.cleanups.models import Slot
from api.core.database import UtcDateTime, word


class AttendanceRoll(SQLModel, table=True):
    """Opened on the head's phone, often without a network. `secret` makes the codes, new every five minutes."""

    __tablename__ = "attendance_roll"

    id: UUID = Field(primary_key=True)
    event_key: str = Field(max_length=120, index=True)
    hamlet_id: UUID = Field(foreign_key="hamlet.id", index=True)
    held_on: date = Field(index=True)
    slot: Slot = Field(sa_type=word(Slot))
    organiser_id: UUID | None = Field(default=None, foreign_key="cleanup_choice.id")
    secret: str = Field(max_length=64)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    made_by: UUID = Field(foreign_key="account.id")
    received_at: datetime = Field(sa_type=UtcDateTime)


class Attendance(SQLModel, table=True):
    """One household's phone: a number of people and the code it was shown. No name, no phone number, no place."""

    __tablename__ = "attendance"

    id: UUID = Field(primary_key=True)
    hamlet_id: UUID = Field(foreign_key="hamlet.id")
    held_on: date = Field(index=True)
    code: str = Field(max_length=6)
    people: int
    device: str = Field(max_length=64, description="Keyed hash of a number the phone drew, for this day only")
    checked_at: datetime = Field(sa_type=UtcDateTime, description="By the phone's clock")
    received_at: datetime = Field(sa_type=UtcDateTime)


class FlagKind(StrEnum):
    REUSED = "reused"
    FAR = "far"


class CleanupFlag(SQLModel, table=True):
    """Raised by the house, never shown outside, never a reason to refuse; an officer looks and dismisses it."""

    __tablename__ = "cleanup_flag"
    __table_args__ = (sa.UniqueConstraint("photo_id", "kind"),)

    id: UUID = Field(primary_key=True)
    cleanup_id: UUID = Field(foreign_key="cleanup.id", index=True)
    photo_id: UUID = Field(foreign_key="cleanup_photo.id")
    kind: FlagKind = Field(sa_type=word(FlagKind))
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # other_id, other_on; or distance_m
    raised_at: datetime = Field(sa_type=UtcDateTime)
    dismissed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    dismissed_by: UUID | None = Field(default=None, foreign_key="account.id")
    reason: str = Field(default="", max_length=300)
