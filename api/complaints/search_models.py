"""The words each case is found by, folded; the full-text index of either database stands on this table."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

LONGEST = 4000


class SearchEntry(SQLModel, table=True):
    """`number` counts up as cases come in: the newest first is the highest first, in the index too."""

    __tablename__ = "search_entry"

    number: int | None = Field(default=None, primary_key=True)
    complaint_id: UUID = Field(foreign_key="complaint.id", unique=True)
    text: str = Field(sa_type=sa.String(LONGEST))
