"""Messages that are to leave the house: rows first, sent later by whatever channel there is."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class OutboxMessage(SQLModel, table=True):
    """`dedupe_key` makes the same occasion one message, however often it is enqueued."""

    __tablename__ = "outbox_message"
    __table_args__ = (
        sa.Index("ix_outbox_message_due", "sent_at", "due_at"),
        sa.Index("ix_outbox_message_account", "account_id", "created_at"),
        sa.Index("ix_outbox_message_subject", "subject_id"),
    )

    id: UUID = Field(primary_key=True)
    dedupe_key: str = Field(max_length=120, unique=True)
    occasion: str = Field(max_length=40)
    subject_kind: str = Field(max_length=40)
    subject_id: UUID
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # any JSON value, no contacts
    created_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempts: int = Field(default=0)
    read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
