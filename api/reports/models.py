"""Drafts of documents: what was drawn from the records, and what people made of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class DocumentKind(StrEnum):
    PERIODIC = "periodic"
    HOTLINE = "hotline"
    REMINDER = "reminder"
    TRANSFER = "transfer"
    REPLY = "reply"
    ROADMAP = "roadmap"
    COMMENDATION = "commendation"
    MINUTES = "minutes"
    REGISTER_POINTS = "register_points"
    REGISTER_SITES = "register_sites"
    REGISTER_CASES = "register_cases"


class Document(SQLModel, table=True):
    """`parts`: code, heading, text as drawn. `edits`: code -> {text, was}; `was` is what had been drawn when somebody
    changed it, so that a later drawing shows where the figures have moved below an edited text.
    """

    __tablename__ = "document"

    id: UUID = Field(primary_key=True)
    kind: DocumentKind = Field(sa_type=word(DocumentKind), index=True)
    subject_id: UUID | None = Field(default=None, description="The unit, case or inspection it is about")
    title: str = Field(max_length=300)
    period_words: str = Field(max_length=120)
    first_day: date
    last_day: date
    template: str = Field(max_length=40)
    type_name: str = Field(max_length=60)
    code: str = Field(max_length=30)
    parts: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # see above
    edits: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # see above
    annexes: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # papers.rules.Annex
    sealed: str = Field(default="", max_length=120, description="The journal's head when it was drawn")
    drawn_at: datetime = Field(sa_type=UtcDateTime)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    is_void: bool = Field(default=False)
    version: int = Field(default=1)
