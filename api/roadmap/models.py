"""Entries of the roadmap (task 2.2c) and their revisions. A change is a new revision; none is ever overwritten."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class RoadmapAction(StrEnum):
    KEEP = "keep"
    REPAIR = "repair"
    UPGRADE = "upgrade"
    BUILD = "build"
    CLOSE = "close"


class RoadmapState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    RUNNING = "running"
    DONE = "done"
    POSTPONED = "postponed"


class RoadmapSide(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class RoadmapEntry(SQLModel, table=True):
    """One point, or a place that is still to become one. What is planned for it stands in its revisions."""

    __tablename__ = "roadmap_entry"

    id: UUID = Field(primary_key=True)
    point_id: UUID | None = Field(default=None, foreign_key="collection_point.id", unique=True)
    name: str = Field(max_length=160)
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")


class RoadmapRevision(SQLModel, table=True):
    """`is_proposal`: proposed for public investment (task 2.2a). `since`: the day from which the state holds."""

    __tablename__ = "roadmap_revision"

    entry_id: UUID = Field(primary_key=True, foreign_key="roadmap_entry.id")
    version: int = Field(primary_key=True)
    action: RoadmapAction = Field(sa_type=word(RoadmapAction))
    year: int
    cost_vnd: int | None = Field(default=None, sa_type=sa.BigInteger)
    funding_source: str = Field(default="", max_length=120)
    state: RoadmapState = Field(default=RoadmapState.PROPOSED, sa_type=word(RoadmapState))
    since: date
    document: str = Field(default="", max_length=120)
    words: str = Field(default="", max_length=1000)
    is_proposal: bool = Field(default=False)
    is_dropped: bool = Field(default=False)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)


class RoadmapPhoto(SQLModel, table=True):
    """How the place looked before the works, or after them. Staff take these, so they are for everybody at once."""

    __tablename__ = "roadmap_photo"

    id: UUID = Field(primary_key=True)
    entry_id: UUID = Field(foreign_key="roadmap_entry.id", index=True)
    side: RoadmapSide = Field(sa_type=word(RoadmapSide))
    picture_id: UUID = Field(foreign_key="picture.id")
    position: int = Field(default=0)
