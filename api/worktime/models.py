"""The commune's own days: off, or worked to make up for one."""

from datetime import date

from sqlmodel import Field, SQLModel


class Holiday(SQLModel, table=True):
    """A day off, or a working day made up for one, that the calendar library does not know."""

    __tablename__ = "holiday"

    day: date = Field(primary_key=True)
    is_working: bool = Field(default=False)
    name: str = Field(max_length=120)
    version: int = Field(default=1)
