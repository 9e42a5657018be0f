"""The basic register of places where household waste is gathered."""

from datetime import datetime
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


class PointState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class CollectionPoint(SQLModel, table=True):
    """`schedule` is a list of {weekday 1-7 (Monday is 1), from "HH:MM", to "HH:MM" or null}."""

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
    households_served: int | None = Field(default=None)
    contact: str = Field(default="", max_length=120)
    note: str = Field(default="", max_length=1000)
    state: PointState = Field(default=PointState.OPEN, sa_type=word(PointState))
    search_text: str = Field(default="", max_length=700)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class CollectionPointPhoto(SQLModel, table=True):
    __tablename__ = "collection_point_photo"

    id: UUID = Field(primary_key=True)
    collection_point_id: UUID = Field(foreign_key="collection_point.id", index=True)
    picture_id: UUID = Field(foreign_key="picture.id")
    position: int = Field(default=0)
