"""How many households of a hamlet sort their waste, as counted on a day."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from api.core.database import UtcDateTime, word
from api.core.entries import Entry


class Method(StrEnum):
    COUNTED = "counted"
    ESTIMATED = "estimated"
    LIST = "list"


class SortingCount(Entry, table=True):
    """`composting`: those of the sorting households that compost or feed animals with their food waste."""

    __tablename__ = "sorting_count"

    hamlet_id: UUID = Field(foreign_key="hamlet.id", index=True)
    checked_on: date = Field(index=True)
    households: int
    sorting: int
    composting: int | None = Field(default=None)
    method: Method = Field(sa_type=word(Method))
    words: str = Field(default="", max_length=500)
    made_at: datetime = Field(sa_type=UtcDateTime)
    replaces_id: UUID | None = Field(default=None, foreign_key="sorting_count.id", unique=True)


class SortingThreshold(Entry, table=True):
    """From which share of sorting households on a hamlet is said to sort: agreed, valid from a day, with its source."""

    __tablename__ = "sorting_threshold"

    share_percent: int
    valid_from: date
    source: str = Field(max_length=300)
    replaces_id: UUID | None = Field(default=None, foreign_key="sorting_threshold.id", unique=True)
