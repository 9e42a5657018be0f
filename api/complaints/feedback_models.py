"""What the reporter says after sending: a rating, "not done", a correction, a withdrawal."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class FeedbackKind(StrEnum):
    RATING = "rating"
    NOT_DONE = "not_done"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


class Feedback(SQLModel, table=True):
    """One thing the reporter said, for staff only. The phone makes `id`: sent again it stays one.

    `former`: what a correction replaced. It stands here and not in the journal, because here it can be erased.
    """

    __tablename__ = "feedback"

    id: UUID = Field(primary_key=True)
    complaint_id: UUID = Field(foreign_key="complaint.id", index=True)
    kind: FeedbackKind = Field(sa_type=word(FeedbackKind))
    stars: int | None = Field(default=None)
    words: str = Field(default="", max_length=2000)
    former: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # any JSON value, by the field's name
    fingerprint: str = Field(max_length=64)
    at: datetime = Field(sa_type=UtcDateTime)
