"""What each lead unit estimates for its rows of the plan in a year, and where the money comes from."""

from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import word


class EstimateState(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    APPROVED = "approved"


class Estimate(SQLModel, table=True):
    """Amounts in whole dong. `source`: the state budget, or another lawful one, in words."""

    __tablename__ = "plan_estimate"
    __table_args__ = (sa.Index("ix_plan_estimate_year", "year", "unit_id"),)

    id: UUID = Field(primary_key=True)
    item_id: UUID = Field(foreign_key="plan_item.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    year: int
    words: str = Field(default="", max_length=300)
    amount_vnd: int = Field(sa_type=sa.BigInteger)
    spent_vnd: int | None = Field(default=None, sa_type=sa.BigInteger)
    source: str = Field(default="", max_length=200)
    state: EstimateState = Field(default=EstimateState.DRAFT, sa_type=word(EstimateState))
    document: str = Field(default="", max_length=300)
    version: int = Field(default=1)
