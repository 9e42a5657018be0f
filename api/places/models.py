"""Hamlets (thôn). They are set up, merged and renamed by decision, so each row is valid from–to."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Hamlet(SQLModel, table=True):
    """`boundary` is a GeoJSON Polygon or MultiPolygon in WGS 84, longitude first."""

    __tablename__ = "hamlet"

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=80)
    former_commune: str = Field(default="", max_length=80)
    households: int | None = Field(default=None)
    population: int | None = Field(default=None)
    latitude: float | None = Field(default=None)
    longitude: float | None = Field(default=None)
    boundary: dict[str, Any] | None = Field(default=None, sa_type=sa.JSON)  # GeoJSON geometry
    valid_from: date
    valid_to: date | None = Field(default=None, description="First day on which it is no longer valid")
    successor_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    search_text: str = Field(default="", max_length=400)
    version: int = Field(default=1)
