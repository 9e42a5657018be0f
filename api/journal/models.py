"""The journal: who did what, when, to what. Rows are added and never changed (a trigger refuses)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class Entry(SQLModel, table=True):
    """One fact. `detail` holds no personal data of a reporter, so that it may be kept for ever."""

    __tablename__ = "journal"
    __table_args__ = (sa.Index("ix_journal_subject", "subject_kind", "subject_id", "id"),)

    # SQLite counts up only an INTEGER key; both give ids in the order of writing.
    id: int | None = Field(
        default=None, sa_column=sa.Column(sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)
    )
    at: datetime = Field(sa_type=UtcDateTime)
    actor_id: UUID | None = Field(default=None, foreign_key="account.id")
    actor: str = Field(max_length=120)
    verb: str = Field(max_length=40)
    subject_kind: str = Field(max_length=40)
    subject_id: UUID | None = Field(default=None)
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # any JSON value


class Link(SQLModel, table=True):
    """One link of the chain: `hash` seals the entry together with the hash of the link before it.

    Positions have no gaps. No foreign key: that an entry is missing must be sayable.
    """

    __tablename__ = "journal_link"

    position: int = Field(
        sa_column=sa.Column(sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False)
    )
    entry_id: int = Field(sa_type=sa.BigInteger, unique=True)
    hash: str = Field(max_length=64)


class Head(SQLModel, table=True):
    """The last link of a day (Vietnam). Published, so that nobody can cut the end off unseen."""

    __tablename__ = "journal_head"

    day: date = Field(primary_key=True)
    position: int = Field(sa_type=sa.BigInteger)
    hash: str = Field(max_length=64)
