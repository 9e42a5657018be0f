"""Green criteria of festivals and venues (plan item 2.1đ): what is asked, of whom, and what was found."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import word
from api.core.entries import Entry


class SiteKind(StrEnum):
    FESTIVAL = "festival"
    RELIC = "relic"
    CULTURE = "culture"
    SPORT = "sport"
    MUSIC = "music"
    TOURISM = "tourism"
    OTHER = "other"


class GreenCriterion(SQLModel, table=True):
    """`kinds`: the kinds of festival or venue it is asked of; an empty list: of all."""

    __tablename__ = "green_criterion"

    code: str = Field(primary_key=True, max_length=40)
    words: str = Field(max_length=200)
    hint: str = Field(default="", max_length=300)
    kinds: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    is_mandatory: bool = Field(default=False)
    points: int = Field(default=1)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)


class GreenSite(SQLModel, table=True):
    """A festival (with its days) or a venue (without)."""

    __tablename__ = "green_site"

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=160)
    kind: SiteKind = Field(sa_type=word(SiteKind))
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    place_words: str = Field(default="", max_length=200)
    organiser: str = Field(default="", max_length=160)
    held_from: date | None = Field(default=None)
    held_until: date | None = Field(default=None)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)


class GreenCheck(Entry, table=True):
    """One filled checklist. `answers`: [{code, words, points, is_mandatory, mark, note}], with the criteria as they
    were that day, so that a later change of the list changes no result."""

    __tablename__ = "green_check"

    site_id: UUID = Field(foreign_key="green_site.id", index=True)
    checked_on: date
    answers: list[dict[str, Any]] = Field(sa_type=sa.JSON)
    words: str = Field(default="", max_length=2000)
    replaces_id: UUID | None = Field(default=None, foreign_key="green_check.id", unique=True)
