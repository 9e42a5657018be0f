"""Weekend clean-ups: one check-in for one event, by a hamlet or by another body in it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class Slot(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    ALL_DAY = "all_day"


class Outcome(StrEnum):
    HELD = "held"
    NOT_HELD = "not_held"


class EntryChannel(StrEnum):
    APP = "app"
    ZALO = "zalo"
    PAPER = "paper"
    PHONE = "phone"


class PhotoKind(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class Cleanup(SQLModel, table=True):
    """Fields and units as in the commune's own check-in form; all amounts are what people counted or guessed.

    `event_key`: hamlet, day, slot and organiser; there is one check-in for each. `heaps` holds what was counted in
    place of weighing, by the choice's id: then the weight is an estimate. `route`: [longitude, latitude] of the way
    that was cleaned, in walking order, one pair for a single place; its ends are cut on the phone, so that it begins
    at nobody's door.
    """

    __tablename__ = "cleanup"
    __table_args__ = (sa.Index("ix_cleanup_held_on_id", "held_on", "id"),)

    id: UUID = Field(primary_key=True)
    fingerprint: str = Field(max_length=64)
    event_key: str = Field(max_length=120, unique=True)
    hamlet_id: UUID = Field(foreign_key="hamlet.id")
    organiser_id: UUID | None = Field(default=None, foreign_key="cleanup_choice.id", description="None: the hamlet")
    campaign_id: UUID | None = Field(default=None, foreign_key="cleanup_choice.id")
    places: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    heaps: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # choice id -> how many
    route: list[list[float]] = Field(
        default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": sa.text("'[]'")}
    )
    held_on: date
    slot: Slot = Field(sa_type=word(Slot))
    outcome: Outcome = Field(sa_type=word(Outcome))
    no_event_reason: str | None = Field(default=None, max_length=300)
    participants: int | None = Field(default=None)
    forces: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # force -> people
    households_joined: int | None = Field(default=None)
    waste_kg: float | None = Field(default=None)
    recyclable_kg: float | None = Field(default=None)
    hyacinth_kg: float | None = Field(default=None)
    road_m: float | None = Field(default=None)
    road_count: int | None = Field(default=None)
    canal_m: float | None = Field(default=None)
    spots_cleared: int | None = Field(default=None)
    ads_removed: int | None = Field(default=None)
    trees: int | None = Field(default=None)
    pledges: int | None = Field(default=None, description="Emulation pledges signed (plan 1.2)")
    flower_road_m: float | None = Field(default=None)
    funding_vnd: int | None = Field(default=None, sa_type=sa.BigInteger)
    in_kind: str = Field(default="", max_length=300)
    note: str = Field(default="", max_length=2000)
    channel: EntryChannel = Field(sa_type=word(EntryChannel))
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime, description="By the phone's clock")
    received_at: datetime = Field(sa_type=UtcDateTime, description="By the server's clock")
    version: int = Field(default=1)


class SecondReport(SQLModel, table=True):
    """Another person's check-in of an event that has one. It is kept beside the first and never counted.

    `content`: the check-in as it came. `is_used`: what it says has taken the first one's place; None: nobody has
    compared the two yet.
    """

    __tablename__ = "cleanup_second_report"

    id: UUID = Field(primary_key=True)
    fingerprint: str = Field(max_length=64)
    cleanup_id: UUID = Field(foreign_key="cleanup.id", index=True)
    content: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # see above
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime, description="By the phone's clock")
    received_at: datetime = Field(sa_type=UtcDateTime, description="By the server's clock")
    is_used: bool | None = Field(default=None)
    settled_by: UUID | None = Field(default=None, foreign_key="account.id")
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class CleanupPhoto(SQLModel, table=True):
    """Declared with the check-in; `picture_id` is set when the photo has arrived.

    `second_id`: it came with that second report. `is_kept_back`: somebody has looked and decided that it stays inside.
    """

    __tablename__ = "cleanup_photo"

    id: UUID = Field(primary_key=True)
    cleanup_id: UUID = Field(foreign_key="cleanup.id", index=True)
    second_id: UUID | None = Field(default=None, foreign_key="cleanup_second_report.id")
    kind: PhotoKind = Field(sa_type=word(PhotoKind))
    position: int = Field(default=0)
    is_kept_back: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    picture_id: UUID | None = Field(default=None, foreign_key="picture.id")
