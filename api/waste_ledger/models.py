"""The ledger of household waste: what arose, was collected, and where it went, in kilograms."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from api.core.database import word
from api.core.entries import Entry


class Flow(StrEnum):
    GENERATED = "generated"
    COLLECTED = "collected"
    TREATED = "treated"
    LANDFILLED = "landfilled"
    RECYCLED = "recycled"
    COMPOSTED = "composted"


class Source(StrEnum):
    WEIGH_BRIDGE = "weigh_bridge"
    ESTIMATE = "estimate"
    CONTRACT = "contract"
    HAMLET = "hamlet"


class WasteEntry(Entry, table=True):
    """Of a whole month (`day` is None) or of one day. `month` is its first day.

    `at_source`: treated, recycled or composted where it arose, so not part of what was collected.
    Of an estimate from the population the three numbers that made it stay: nothing is reckoned anew later.
    """

    __tablename__ = "waste_entry"

    month: date = Field(index=True)
    day: date | None = Field(default=None)
    flow: Flow = Field(sa_type=word(Flow))
    source: Source = Field(sa_type=word(Source))
    kilograms: int
    at_source: bool = Field(default=False)
    is_estimate: bool = Field(default=False)
    population: int | None = Field(default=None)
    grams_per_person_day: int | None = Field(default=None)
    days: int | None = Field(default=None)
    rate_id: UUID | None = Field(default=None, foreign_key="waste_rate.id")
    words: str = Field(default="", max_length=500)
    ticket: str = Field(default="", max_length=40, index=True)
    facility: str = Field(default="", max_length=120)
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    replaces_id: UUID | None = Field(default=None, foreign_key="waste_entry.id", unique=True)


class WasteRate(Entry, table=True):
    """How much waste a person makes in a day, valid from a day, with its source."""

    __tablename__ = "waste_rate"

    grams_per_person_day: int
    valid_from: date
    source: str = Field(max_length=300)
    replaces_id: UUID | None = Field(default=None, foreign_key="waste_rate.id", unique=True)
