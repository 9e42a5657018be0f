"""Cameras, what they told of, and what people made of it (plan item 2.4b)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class CameraPlace(StrEnum):
    """The three kinds of place of the plan, and others."""

    ROAD = "road"
    COLLECTION_POINT = "collection_point"
    SENSITIVE = "sensitive"
    OTHER = "other"


class EventState(StrEnum):
    WAITING = "waiting"
    DISMISSED = "dismissed"
    CASE = "case"


class DismissReason(StrEnum):
    NOT_WASTE = "not_waste"
    UNCLEAR = "unclear"
    KNOWN = "known"
    TEST = "test"


class Camera(SQLModel, table=True):
    """`source_name`: what the camera's own server calls it. Its key is reckoned from `key_number`, never stored."""

    __tablename__ = "camera"

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=120)
    owner: str = Field(max_length=200)
    place_kind: CameraPlace = Field(sa_type=word(CameraPlace))
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    place_words: str = Field(default="", max_length=300)
    latitude: float | None = Field(default=None)
    longitude: float | None = Field(default=None)
    field_of_view: str = Field(default="", max_length=300, description="What it sees, and what it must not")
    purpose: str = Field(max_length=600, description="As the sign beside it says")
    notice_on: date | None = Field(default=None, description="Since when the sign hangs there")
    notice_picture_id: UUID | None = Field(default=None, foreign_key="picture.id", ondelete="SET NULL")
    retention_days: int = Field(description="After these, what nobody made a case of is erased")
    source_name: str = Field(default="", max_length=80)
    is_public: bool = Field(default=True, description="Named on the page that tells everybody of the cameras")
    is_active: bool = Field(default=True)
    key_number: int = Field(default=0, description="Counts the keys given out; 0: none yet")
    last_heard_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    version: int = Field(default=1)


class CameraEvent(SQLModel, table=True):
    """One thing a camera told of, put together from messages in any order. Times of the event are the camera's."""

    __tablename__ = "camera_event"
    __table_args__ = (
        sa.UniqueConstraint("camera_id", "reference"),
        sa.Index("ix_camera_event_state_started", "state", "started_at", "id"),
    )

    id: UUID = Field(primary_key=True)
    camera_id: UUID = Field(foreign_key="camera.id")
    reference: str = Field(max_length=80, description="Its id at the camera's server")
    is_review: bool = Field(default=False, description="A group of events, as the server joins them")
    started_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    labels: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    zones: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    score: float | None = Field(default=None, description="0 to 1, how sure the server was")
    is_alert: bool = Field(default=False)
    words: str = Field(default="", max_length=300)
    picture_id: UUID | None = Field(default=None, foreign_key="picture.id", ondelete="SET NULL")
    picture_sha256: str = Field(default="", max_length=64, description="Of the picture as it came")
    picture_taken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    received_at: datetime = Field(sa_type=UtcDateTime)
    state: EventState = Field(default=EventState.WAITING, sa_type=word(EventState))
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: UUID | None = Field(default=None, foreign_key="account.id")
    reason: DismissReason | None = Field(default=None, sa_type=word(DismissReason))
    complaint_id: UUID | None = Field(default=None, foreign_key="complaint.id", index=True)


class CameraEventPart(SQLModel, table=True):
    """An event that a review groups; it may come before or after the review, or never."""

    __tablename__ = "camera_event_part"

    review_id: UUID = Field(primary_key=True, foreign_key="camera_event.id")
    reference: str = Field(primary_key=True, max_length=80, index=True)


class CameraNonce(SQLModel, table=True):
    """A message that was taken, so that the same one is not taken twice. Forgotten after the window of time."""

    __tablename__ = "camera_nonce"

    camera_id: UUID = Field(primary_key=True, foreign_key="camera.id")
    nonce: str = Field(primary_key=True, max_length=64)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one message says of one event."""

    reference: str
    started_at: datetime
    ended_at: datetime | None = None
    is_review: bool = False
    labels: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    score: float | None = None
    is_alert: bool = False
    words: str = ""
    parts: frozenset[str] = frozenset()
