"""What collection costs (plan item 2.1a): nothing stands here until the city has decided."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class PriceTable(SQLModel, table=True):
    """The prices of one decision, in force from a day on until the next table begins.

    `lines`: [{payer, amount_vnd, unit, note}], see schemas.
    """

    __tablename__ = "price_table"

    id: UUID = Field(primary_key=True)
    valid_from: date = Field(index=True)
    decision: str = Field(max_length=200)
    lines: list[dict[str, Any]] = Field(sa_type=sa.JSON)
    note: str = Field(default="", max_length=1000)
    source: str = Field(default="", max_length=300)
    is_void: bool = Field(default=False)
    version: int = Field(default=1)
