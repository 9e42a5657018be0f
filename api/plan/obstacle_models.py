"""Obstacles that units and hamlets meet and the commune removes. Apart from the residents' reports."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class ObstacleState(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    REMOVED = "removed"


class Obstacle(SQLModel, table=True):
    """`proposal`: what who raises it asks for. `decision`: what the leaders said should be done, by whom."""

    __tablename__ = "obstacle"

    id: UUID = Field(primary_key=True)
    item_id: UUID | None = Field(default=None, foreign_key="plan_item.id", index=True)
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    words: str = Field(max_length=2000)
    proposal: str = Field(default="", max_length=1000)
    state: ObstacleState = Field(default=ObstacleState.OPEN, sa_type=word(ObstacleState))
    raised_by: UUID = Field(foreign_key="account.id")
    raised_at: datetime = Field(sa_type=UtcDateTime, index=True)
    decision: str = Field(default="", max_length=2000)
    document: str = Field(default="", max_length=300)
    decided_by: UUID | None = Field(default=None, foreign_key="account.id")
    decided_on: date | None = Field(default=None)
    removed_on: date | None = Field(default=None)
    version: int = Field(default=1)
