"""What each indicator is measured against, and figures that were frozen. The figures themselves are never stored."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class Scheme(StrEnum):
    """Decree 09/2019/NĐ-CP art. 12 closes its books on the 14th; the calendar at the end of the month."""

    DECREE09 = "decree09"
    CALENDAR = "calendar"
    CUSTOM = "custom"


class PeriodKind(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    CUSTOM = "custom"


class State(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NONE = "none"  # nothing to count: "không phát sinh", never 100 %


class IndicatorSetting(SQLModel, table=True):
    """`target` in percent; a ceiling is met at or below it, a strict one only above it."""

    __tablename__ = "indicator_setting"

    code: str = Field(primary_key=True, max_length=8)
    position: int
    label: str = Field(max_length=300)
    short: str = Field(max_length=80)
    target: float
    is_ceiling: bool = Field(default=False)
    is_strict: bool = Field(default=False)
    formula: str = Field(default="", max_length=600)
    source: str = Field(default="", max_length=300)
    open_days: int | None = Field(default=None, description="K2b: a case left open for longer counts against a hamlet")
    categories: list[str] = Field(
        default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": sa.text("'[]'")}
    )  # K2b: of these kinds
    version: int = Field(default=1)


class IndicatorPoint(SQLModel, table=True):
    """Where the commune stood, or wants to stand, at the end of a year, in percent."""

    __tablename__ = "indicator_point"

    code: str = Field(primary_key=True, max_length=8, foreign_key="indicator_setting.code")
    year: int = Field(primary_key=True)
    is_baseline: bool = Field(default=False)
    value: float
    source: str = Field(default="", max_length=300)


class PeriodFreeze(SQLModel, table=True):
    """A period whose figures were closed. What changes later shows as an adjustment, never in these rows."""

    __tablename__ = "period_freeze"
    __table_args__ = (sa.UniqueConstraint("first_day", "last_day"),)

    id: UUID = Field(primary_key=True)
    scheme: Scheme = Field(sa_type=word(Scheme))
    kind: PeriodKind = Field(sa_type=word(PeriodKind))
    label: str = Field(max_length=120)
    first_day: date
    last_day: date
    frozen_at: datetime = Field(sa_type=UtcDateTime)
    frozen_by: UUID = Field(foreign_key="account.id")
    words: str = Field(default="", max_length=600)


class FrozenFigure(SQLModel, table=True):
    """`numerator` and `denominator` as written numbers, so that no digit is lost; `parts` and `records` as shown."""

    __tablename__ = "frozen_figure"

    freeze_id: UUID = Field(primary_key=True, foreign_key="period_freeze.id")
    code: str = Field(primary_key=True, max_length=8)
    numerator: str = Field(max_length=40)
    denominator: str = Field(max_length=40)
    is_estimated: bool = Field(default=False)
    parts: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # label, numerator, denominator
    records: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # label, counts, href, words
