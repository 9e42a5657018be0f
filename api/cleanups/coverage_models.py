"""Weeks in which nobody is expected to hold a clean-up, and how coverage is counted. Rows are never overwritten."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from api.core.entries import Entry


class WeekMark(StrEnum):
    HELD = "held"
    EXCUSED = "excused"
    MISSED = "missed"
    OPEN = "open"  # the weekend is not over, or an entry may still come
    ABSENT = "absent"  # there was no such hamlet


class WeekendExcuse(Entry, table=True):
    """A storm, a flood, Tết: for one hamlet, or for all when `hamlet_id` is None. A withdrawal replaces it."""

    __tablename__ = "weekend_excuse"

    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id", index=True)
    first_day: date
    last_day: date
    reason: str = Field(max_length=300)
    source: str = Field(default="", max_length=300)
    is_withdrawn: bool = Field(default=False)
    replaces_id: UUID | None = Field(default=None, foreign_key="weekend_excuse.id", unique=True)


class CoverageSetting(Entry, table=True):
    """How coverage is counted from a day on. `entry_days`: so long after Sunday an entry may still come.

    `month_least`: a hamlet counts in a month in which it held so many weekends, and K1 is the mean of the months; None:
    each week by itself, and K1 is the mean of the weeks.
    """

    __tablename__ = "coverage_setting"

    valid_from: date
    entry_days: int
    counts_excused: bool = Field(description="An excused week stays in the number of weeks that are asked for")
    month_least: int | None = Field(default=None)
    source: str = Field(default="", max_length=300)
    replaces_id: UUID | None = Field(default=None, foreign_key="coverage_setting.id", unique=True)
