"""Editions of a list are never changed; an inspection keeps the edition it was made by."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class ItemMark(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class Verdict(StrEnum):
    COMPLIANT = "compliant"
    NOT_COMPLIANT = "not_compliant"
    INCOMPLETE = "incomplete"


class Checklist(SQLModel, table=True):
    """`items`: {code, words, hint, source, is_mandatory, kinds}; `kinds` empty: asked of every kind of subject."""

    __tablename__ = "checklist"
    __table_args__ = (sa.UniqueConstraint("kind", "edition"),)

    id: UUID = Field(primary_key=True)
    kind: str = Field(max_length=40, description="What is inspected by it: collection_point, …")
    edition: int
    title: str = Field(max_length=200)
    source: str = Field(default="", max_length=600)
    valid_from: date
    months: int = Field(description="An inspection holds for so long")
    items: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # see above
    made_at: datetime = Field(sa_type=UtcDateTime)


class Inspection(SQLModel, table=True):
    """`answers`: item code -> {mark, note}. Made on a phone, perhaps long before it arrived."""

    __tablename__ = "inspection"
    __table_args__ = (sa.Index("ix_inspection_subject", "kind", "subject_id", "inspected_on"),)

    id: UUID = Field(primary_key=True)
    fingerprint: str = Field(max_length=64)
    kind: str = Field(max_length=40)
    checklist_id: UUID = Field(foreign_key="checklist.id")
    subject_id: UUID
    subject_kind: str = Field(max_length=40, description="Its kind on that day: which items were asked")
    inspected_on: date
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # see above
    words: str = Field(default="", max_length=2000)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime, description="By the phone's clock")
    received_at: datetime = Field(sa_type=UtcDateTime, description="By the server's clock")


class InspectionPhoto(SQLModel, table=True):
    """Declared with the inspection; `picture_id` is set when the photo has arrived. Stays with staff."""

    __tablename__ = "inspection_photo"

    id: UUID = Field(primary_key=True)
    inspection_id: UUID = Field(foreign_key="inspection.id", index=True)
    item: str = Field(default="", max_length=40)
    position: int = Field(default=0)
    picture_id: UUID | None = Field(default=None, foreign_key="picture.id")
