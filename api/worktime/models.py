"""The commune's working time: hours from a day on, days off and make-up days, and which edition of both is in force."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class WorkingHours(SQLModel, table=True):
    """The shifts of a working day and the weekdays worked, from a day on, until the next row begins."""

    __tablename__ = "working_hours"

    effective_from: date = Field(primary_key=True)
    shifts: list[list[str]] = Field(sa_type=sa.JSON, description="[['07:30', '11:30'], …], in order")
    weekdays: list[int] = Field(sa_type=sa.JSON, description="1 = Monday … 7 = Sunday")
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)


class Holiday(SQLModel, table=True):
    """A day off, or a working day made up for one, that the calendar library does not know."""

    __tablename__ = "holiday"

    day: date = Field(primary_key=True)
    is_working: bool = Field(default=False)
    name: str = Field(max_length=120)
    source: str = Field(default="", max_length=300)
    version: int = Field(default=1)


class Edition(SQLModel, table=True):
    """One row: counts up whenever what deadlines are reckoned by has changed. Who keeps due times compares it."""

    __tablename__ = "calendar_edition"

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int = Field(default=1)
