"""When and where a hamlet meets at the coming weekend, and when its head is reminded. Rows are never overwritten."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from api.core.entries import Entry


class WeekendPlan(Entry, table=True):
    """One for each hamlet and weekend; a change or a cancellation is a new row. `starts_at`: "06:30" in Vietnam."""

    __tablename__ = "weekend_plan"

    hamlet_id: UUID = Field(foreign_key="hamlet.id", index=True)
    held_on: date = Field(index=True)
    starts_at: str = Field(max_length=5)
    place: str = Field(max_length=160)
    bring: str = Field(default="", max_length=300)
    note: str = Field(default="", max_length=300)
    is_withdrawn: bool = Field(default=False)
    replaces_id: UUID | None = Field(default=None, foreign_key="weekend_plan.id", unique=True)


class ReminderSetting(Entry, table=True):
    """When heads are reminded of a missing plan and a missing result: weekday (1 Monday … 7 Sunday) and local time."""

    __tablename__ = "weekend_reminder"

    plan_weekday: int
    plan_at: str = Field(max_length=5)
    entry_weekday: int
    entry_at: str = Field(max_length=5)
    source: str = Field(default="", max_length=300)
    replaces_id: UUID | None = Field(default=None, foreign_key="weekend_reminder.id", unique=True)
