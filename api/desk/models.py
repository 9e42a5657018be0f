"""What makes the desk quick: saved filters, who is at which case, bulk acts that can be undone, field rounds."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class SavedFilter(SQLModel, table=True):
    """A named question to the desk's list. With `unit_id` that whole unit sees it; its maker alone changes it."""

    __tablename__ = "saved_filter"

    id: UUID = Field(primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id", index=True)
    name: str = Field(max_length=60)
    query: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # a DeskFilter, as JSON
    position: int = Field(default=0)
    version: int = Field(default=1)


class Presence(SQLModel, table=True):
    """Somebody has a case open. A row that nobody renews ends by itself; rows, so that two workers agree."""

    __tablename__ = "desk_presence"

    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    account_id: UUID = Field(primary_key=True, foreign_key="account.id")
    is_editing: bool = Field(default=False)
    until: datetime = Field(sa_type=UtcDateTime, index=True)


class BulkRecord(SQLModel, table=True):
    """One act on many cases. `cases`: what each was before, so that it can be put back."""

    __tablename__ = "bulk_act"

    id: UUID = Field(primary_key=True)
    account_id: UUID = Field(foreign_key="account.id")
    act: str = Field(max_length=20)
    fingerprint: str = Field(max_length=64)
    at: datetime = Field(sa_type=UtcDateTime)
    cases: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # {id, code, version, entry, before}
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class FieldRound(SQLModel, table=True):
    """A shortlist of cases to be visited in one go. The order of the stops is the route."""

    __tablename__ = "field_round"

    id: UUID = Field(primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    title: str = Field(max_length=120)
    latitude: float
    longitude: float
    metres: int = Field(default=0)
    created_at: datetime = Field(sa_type=UtcDateTime)
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RoundStop(SQLModel, table=True):
    __tablename__ = "round_stop"

    round_id: UUID = Field(primary_key=True, foreign_key="field_round.id")
    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    position: int
    visited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
