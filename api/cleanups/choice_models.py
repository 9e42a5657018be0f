"""What a check-in may name: lists that the commune keeps."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import word


class ChoiceKind(StrEnum):
    """`organiser`: a body other than the hamlet itself; `place`: kinds of place of plan item 1.1; `heap`: what can be
    counted in place of weighing; `campaign`: days with a name of their own (plan item 1.2)."""

    ORGANISER = "organiser"
    PLACE = "place"
    HEAP = "heap"
    CAMPAIGN = "campaign"


class CleanupChoice(SQLModel, table=True):
    """`kilograms` only of a heap, the two days only of a campaign, the hamlet only of an organiser that lies in one."""

    __tablename__ = "cleanup_choice"
    __table_args__ = (sa.UniqueConstraint("kind", "label"),)

    id: UUID = Field(primary_key=True)
    kind: ChoiceKind = Field(sa_type=word(ChoiceKind))
    label: str = Field(max_length=160)
    kilograms: float | None = Field(default=None)
    first_day: date | None = Field(default=None)
    last_day: date | None = Field(default=None)
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    source: str = Field(default="", max_length=300)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)
