"""Contests (plan item 1.4): rules, entries, results."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import word


class EntrantKind(StrEnum):
    ORGANISATION = "organisation"
    PERSON = "person"


class Contest(SQLModel, table=True):
    """Shown to everybody unless it is a draft; the results from `results_on` on."""

    __tablename__ = "contest"

    id: UUID = Field(primary_key=True)
    title: str = Field(max_length=160)
    rules_words: str = Field(max_length=6000)
    entry_kinds: str = Field(default="", max_length=300, description="What may be sent in, in words")
    starts_on: date
    ends_on: date
    results_on: date | None = Field(default=None)
    result_words: str = Field(default="", max_length=6000)
    is_draft: bool = Field(default=True)
    version: int = Field(default=1)


class ContestEntry(SQLModel, table=True):
    """For the staff only. A person is named only with consent; without it the entry stands without a name."""

    __tablename__ = "contest_entry"

    id: UUID = Field(primary_key=True)
    contest_id: UUID = Field(foreign_key="contest.id", index=True)
    entrant_kind: EntrantKind = Field(sa_type=word(EntrantKind))
    entrant: str = Field(default="", max_length=120)
    has_consent: bool = Field(default=False)
    title: str = Field(max_length=160)
    words: str = Field(default="", max_length=1000)
    award: str = Field(default="", max_length=80)
    received_on: date
    is_void: bool = Field(default=False)
    version: int = Field(default=1)
