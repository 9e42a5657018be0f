"""Periodic reports of the units (task O2): a round is opened, every unit answers, the compiler accepts or returns."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word
from api.indicators.models import PeriodKind, Scheme


class UnitReportState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class ReportRhythm(SQLModel, table=True):
    """How often rounds open by themselves; the plan gives no interval, so the commune does. `kind` custom: never."""

    __tablename__ = "report_rhythm"

    id: int = Field(default=1, primary_key=True)
    scheme: Scheme = Field(default=Scheme.DECREE09, sa_type=word(Scheme))
    kind: PeriodKind = Field(default=PeriodKind.MONTH, sa_type=word(PeriodKind))
    days_to_answer: int = Field(default=3)
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)


class ReportRound(SQLModel, table=True):
    __tablename__ = "report_round"
    __table_args__ = (sa.UniqueConstraint("first_day", "last_day"),)

    id: UUID = Field(primary_key=True)
    period_words: str = Field(max_length=120)
    first_day: date
    last_day: date
    due_on: date
    words: str = Field(default="", max_length=1000, description="What is asked for besides")
    opened_at: datetime = Field(sa_type=UtcDateTime)


class UnitReport(SQLModel, table=True):
    """`drawn`: what the records said when the unit began; the unit writes its own words beside it."""

    __tablename__ = "unit_report"
    __table_args__ = (sa.UniqueConstraint("round_id", "unit_id"),)

    id: UUID = Field(primary_key=True)
    round_id: UUID = Field(foreign_key="report_round.id", index=True)
    unit_id: UUID = Field(foreign_key="unit.id")
    drawn: str = Field(default="", sa_type=sa.Text)
    done: str = Field(default="", max_length=6000)
    obstacles: str = Field(default="", max_length=3000)
    proposals: str = Field(default="", max_length=3000)
    state: UnitReportState = Field(default=UnitReportState.DRAFT, sa_type=word(UnitReportState))
    answer: str = Field(default="", max_length=1000, description="Why it was returned")
    submitted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    submitted_by: UUID | None = Field(default=None, foreign_key="account.id")
    judged_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    judged_by: UUID | None = Field(default=None, foreign_key="account.id")
    version: int = Field(default=1)
