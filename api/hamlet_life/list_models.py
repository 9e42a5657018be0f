"""The optional list of households behind a count: places, never names."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.core.entries import Entry


class SortingList(Entry, table=True):
    """`households`: list of {label, sorts, composts}. The count of the same id is what outlives it."""

    __tablename__ = "sorting_list"

    hamlet_id: UUID = Field(foreign_key="hamlet.id", index=True)
    checked_on: date
    households: list[dict[str, Any]] = Field(sa_type=sa.JSON)  # see above
