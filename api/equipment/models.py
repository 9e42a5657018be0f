"""The register of equipment (task 2.2b, goal Ge), its maintenance, and how much is needed by kind of place."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.collection_points.models import PlaceKind
from api.core.database import UtcDateTime, word
from api.core.entries import Entry


class Condition(StrEnum):
    GOOD = "good"
    TO_MEND = "to_mend"
    BROKEN = "broken"
    RETIRED = "retired"


class EquipmentKind(SQLModel, table=True):
    """`measure`: in what its volume is told, l, m³ or t."""

    __tablename__ = "equipment_kind"

    code: str = Field(primary_key=True, max_length=40)
    label: str = Field(max_length=80)
    measure: str = Field(max_length=4)
    position: int
    source: str = Field(default="", max_length=200)


class Equipment(SQLModel, table=True):
    """So many pieces of one kind at one place; a change is journalled with what it was before."""

    __tablename__ = "equipment"

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=120)
    kind: str = Field(max_length=40, foreign_key="equipment_kind.code")
    count: int
    volume: float | None = Field(default=None)
    condition: Condition = Field(sa_type=word(Condition))
    place_kind: PlaceKind = Field(sa_type=word(PlaceKind))
    point_id: UUID | None = Field(default=None, foreign_key="collection_point.id")
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    place_words: str = Field(default="", max_length=200)
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    purchase_year: int | None = Field(default=None)
    cost_vnd: int | None = Field(default=None, sa_type=sa.BigInteger)
    funding_source: str = Field(default="", max_length=120)
    note: str = Field(default="", max_length=1000)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class Maintenance(Entry, table=True):
    """One work done on it; a wrong row is replaced by a new one."""

    __tablename__ = "equipment_maintenance"

    equipment_id: UUID = Field(foreign_key="equipment.id", index=True)
    done_on: date
    work: str = Field(max_length=300)
    cost_vnd: int | None = Field(default=None, sa_type=sa.BigInteger)
    done_by: str = Field(default="", max_length=120)
    replaces_id: UUID | None = Field(default=None, foreign_key="equipment_maintenance.id", unique=True)


class EquipmentNorm(SQLModel, table=True):
    """How many pieces the commune holds to be needed. Nobody has put one in: the gap is not known."""

    __tablename__ = "equipment_norm"

    place_kind: PlaceKind = Field(primary_key=True, sa_type=word(PlaceKind))
    kind: str = Field(primary_key=True, max_length=40, foreign_key="equipment_kind.code")
    needed: int
    source: str = Field(max_length=300)
    version: int = Field(default=1)
