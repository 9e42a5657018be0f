"""Crews, their contracts, what was found against the rules, and what everybody is told of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class ViolationState(StrEnum):
    OPEN = "open"
    OVERDUE = "overdue"
    REMEDIED = "remedied"
    VOID = "void"


class PublicationState(StrEnum):
    PREPARED = "prepared"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class CrewPhotoKind(StrEnum):
    SCAN = "scan"
    EVIDENCE = "evidence"
    REMEDY = "remedy"


class Crew(SQLModel, table=True):
    """`routes`: {words, weekdays 1-7 (Monday is 1)}; it works from `valid_from` to `valid_to`, both included."""

    __tablename__ = "crew"

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=120)
    organisation: str = Field(max_length=200, description="Who answers for it; the only name everybody may see")
    leader: str = Field(default="", max_length=120, description="A person: for staff only")
    phone: str = Field(default="", max_length=20)
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id", description="The commune's unit in charge")
    hamlet_ids: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    routes: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # see above
    members: int | None = Field(default=None)
    vehicles: str = Field(default="", max_length=600)
    valid_from: date
    valid_to: date | None = Field(default=None)
    note: str = Field(default="", max_length=1000)
    version: int = Field(default=1)


class CrewContract(SQLModel, table=True):
    __tablename__ = "crew_contract"

    id: UUID = Field(primary_key=True)
    crew_id: UUID = Field(foreign_key="crew.id", index=True)
    number: str = Field(max_length=80)
    signed_on: date
    valid_from: date
    valid_to: date | None = Field(default=None)
    value_vnd: int | None = Field(default=None, sa_type=sa.BigInteger)
    note: str = Field(default="", max_length=1000)
    version: int = Field(default=1)


class CrewViolation(SQLModel, table=True):
    """Open until `remedied_on`; put down in error when `voided_on` is set. Nothing is deleted."""

    __tablename__ = "crew_violation"

    id: UUID = Field(primary_key=True)
    crew_id: UUID = Field(foreign_key="crew.id", index=True)
    inspection_id: UUID | None = Field(default=None, foreign_key="inspection.id")
    found_on: date = Field(index=True)
    words: str = Field(max_length=2000, description="For staff only")
    rule: str = Field(default="", max_length=300, description="Which rule, with its source")
    remedy: str = Field(default="", max_length=1000, description="What the crew is asked to do")
    due_on: date | None = Field(default=None)
    remedied_on: date | None = Field(default=None)
    result: str = Field(default="", max_length=1000)
    voided_on: date | None = Field(default=None)
    void_words: str = Field(default="", max_length=600)
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1)


class CrewPublication(SQLModel, table=True):
    """The very words everybody reads: prepared by one person, checked by another, then fixed."""

    __tablename__ = "crew_publication"

    id: UUID = Field(primary_key=True)
    violation_id: UUID = Field(foreign_key="crew_violation.id", index=True)
    organisation: str = Field(max_length=200)
    fault: str = Field(max_length=600)
    remedy: str = Field(default="", max_length=600)
    outcome: str = Field(default="", max_length=600)
    ground: str = Field(max_length=300, description="The rule that lets it be published")
    shown_until: date | None = Field(default=None)
    state: PublicationState = Field(default=PublicationState.PREPARED, sa_type=word(PublicationState))
    prepared_by: UUID = Field(foreign_key="account.id")
    prepared_at: datetime = Field(sa_type=UtcDateTime)
    checked_by: UUID | None = Field(default=None, foreign_key="account.id")
    checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    check_words: str = Field(default="", max_length=600)
    published_on: date | None = Field(default=None, index=True)
    withdrawn_on: date | None = Field(default=None)
    withdrawn_by: UUID | None = Field(default=None, foreign_key="account.id")
    withdrawn_words: str = Field(default="", max_length=600)
    version: int = Field(default=1)


class CrewPhoto(SQLModel, table=True):
    """A scanned page of a contract, or a photo of a violation; stays with staff."""

    __tablename__ = "crew_photo"

    id: UUID = Field(primary_key=True)
    crew_id: UUID = Field(foreign_key="crew.id", index=True)
    contract_id: UUID | None = Field(default=None, foreign_key="crew_contract.id")
    violation_id: UUID | None = Field(default=None, foreign_key="crew_violation.id")
    kind: CrewPhotoKind = Field(sa_type=word(CrewPhotoKind))
    position: int = Field(default=0)
    picture_id: UUID | None = Field(default=None, foreign_key="picture.id")


class CrewSetting(SQLModel, table=True):
    """The one row: units that run collection themselves, and so neither inspect nor publish."""

    __tablename__ = "crew_setting"

    id: int = Field(default=1, primary_key=True)
    collecting_unit_ids: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)
