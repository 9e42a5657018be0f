"""The basic register of places where household waste is gathered."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class PointKind(StrEnum):
    COLLECTION_POINT = "collection_point"
    TRANSFER_STATION = "transfer_station"
    PUBLIC_BIN = "public_bin"
    HAZARDOUS = "hazardous"
    BULKY = "bulky"
    PESTICIDE = "pesticide"


class PointState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class PlaceKind(StrEnum):
    """Where Decision 229/2025/QĐ-UBND of the city asks for bins."""

    HAMLET = "hamlet"
    MARKET = "market"
    SCHOOL = "school"
    STATION = "station"
    RECREATION = "recreation"
    OFFICE = "office"
    COLLECTION_POINT = "collection_point"
    OTHER = "other"


class WasteClass(StrEnum):
    """What may be brought: the kinds that article 75 of the law on environmental protection keeps apart, and more."""

    RECYCLABLE = "recyclable"
    FOOD = "food"
    OTHER = "other"
    BULKY = "bulky"
    HAZARDOUS = "hazardous"
    PESTICIDE = "pesticide"
    CONSTRUCTION = "construction"


class CollectionPoint(SQLModel, table=True):
    """`schedule`, when waste is fetched, is a list of {weekday 1-7 (Monday is 1), from "HH:MM", to "HH:MM" or null};
    `opening_hours` are the same with every `to` told, empty when the point never shuts."""

    __tablename__ = "collection_point"

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=120)
    kind: PointKind = Field(sa_type=word(PointKind))
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id", index=True)
    latitude: float | None = Field(default=None)
    longitude: float | None = Field(default=None)
    place_words: str = Field(default="", max_length=300)
    schedule: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # see above
    opening_hours: list[dict[str, Any]] = Field(
        default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": sa.text("'[]'")}
    )
    households_served: int | None = Field(default=None)
    place_kind: PlaceKind | None = Field(default=None, sa_type=word(PlaceKind))
    area_m2: float | None = Field(default=None)
    capacity_m3: float | None = Field(default=None)
    accepts: list[str] = Field(
        default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": sa.text("'[]'")}
    )  # WasteClass; empty: not said
    crew: str = Field(default="", max_length=120, sa_column_kwargs={"server_default": ""})
    opened_on: date | None = Field(default=None, description="In use since")
    contact: str = Field(default="", max_length=120)
    note: str = Field(default="", max_length=1000)
    state: PointState = Field(default=PointState.OPEN, sa_type=word(PointState))
    state_since: date | None = Field(default=None, description="First day of the state; null: from the beginning")
    state_why: str = Field(default="", max_length=300, sa_column_kwargs={"server_default": ""})
    search_text: str = Field(default="", max_length=700)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class CollectionPointPhoto(SQLModel, table=True):
    __tablename__ = "collection_point_photo"

    id: UUID = Field(primary_key=True)
    collection_point_id: UUID = Field(foreign_key="collection_point.id", index=True)
    picture_id: UUID = Field(foreign_key="picture.id")
    position: int = Field(default=0)
