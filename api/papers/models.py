"""Templates that a clerk put in the place of the program's own. Every version stays."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class PaperTemplate(SQLModel, table=True):
    """`content` null: back to the program's own template from here on."""

    __tablename__ = "paper_template"
    __table_args__ = (sa.UniqueConstraint("name", "version"),)

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=40)
    version: int
    content: bytes | None = Field(default=None, sa_type=sa.LargeBinary)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
