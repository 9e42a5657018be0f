"""The coverage board on the wire. Public: hamlets, weeks, reasons; no names of people."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.cleanups.coverage_models import WeekMark
from api.core.shapes import Day, Input, Output
from api.core.text import Line


class CellShape(Output):
    week: date = Field(description="Its Monday")
    mark: WeekMark
    entries: list[UUID] = Field(description="The clean-ups behind it")
    reason: str


class HamletRow(Output):
    hamlet_id: UUID
    hamlet_name: str
    held: int
    asked: int
    excused: int
    streak: int = Field(description="Weeks in a row up to now")
    cells: list[CellShape]


class WeekShare(Output):
    week: date
    held: int
    asked: int
    share: float | None = Field(description="0 to 1")


class MonthShare(Output):
    month: date = Field(description="Its first day")
    held: int = Field(description="Hamlets that held enough weekends in it")
    asked: int


class CoverageBoard(Output):
    first: date
    last: date
    weeks: list[WeekShare]
    rows: list[HamletRow]
    months: list[MonthShare] = Field(description="Empty when each week counts by itself")
    mean: float | None = Field(description="K1: the mean of the shares of the weeks, or of the months; 0 to 1")
    every_week: int = Field(description="Hamlets that held one in every week they were asked for")
    counts_excused: bool
    month_least: int | None


class NewExcuse(Input):
    """`hamlet_id` null: for the whole commune."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "hamlet_id": None, "first_day": "2027-02-06",
                    "last_day": "2027-02-07", "reason": "Tết Nguyên đán", "source": "Lịch nghỉ Tết",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    hamlet_id: UUID | None = None
    first_day: Day
    last_day: Day
    reason: Annotated[Line, Field(min_length=1, max_length=300)]
    source: Annotated[Line, Field(max_length=300)] = ""


class ExcuseShape(Output):
    id: UUID
    hamlet_id: UUID | None
    hamlet_name: str | None
    first_day: date
    last_day: date
    reason: str
    source: str
    received_at: datetime


class Excuses(Output):
    items: list[ExcuseShape]


class Withdrawal(Input):
    """The id of the row that takes the excuse back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"id": "0193a6a2-0000-7000-8000-000000000002"}]})

    id: UUID


class SettingShape(Output):
    valid_from: date
    entry_days: int
    counts_excused: bool
    month_least: int | None
    source: str
    received_at: datetime


class NewSetting(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000003", "valid_from": "2027-01-01", "entry_days": 2,
                    "counts_excused": True, "source": "Thông báo của UBND xã",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    valid_from: Day
    entry_days: Annotated[int, Field(ge=0, le=14, description="Days after Sunday in which an entry may still come")]
    counts_excused: bool
    month_least: Annotated[
        int | None,
        Field(ge=1, le=4, description="Weekends a hamlet holds in a month to count in it; null: each week by itself"),
    ] = None
    source: Annotated[Line, Field(max_length=300)] = ""
