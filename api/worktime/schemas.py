"""The working calendar on the wire."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from api.core.shapes import Input, Output
from api.core.text import Line

ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["07:30"])]
Source = Annotated[Line, Field(max_length=300)]


class DayEdit(Input):
    """`is_working`: a day worked to make up for another; otherwise a day off."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"is_working": True, "name": "Làm bù cho 2/1", "source": "12729/VPCP-KGVX, 25/12/2025"}]
        }
    )

    is_working: bool
    name: Annotated[Line, Field(min_length=1, max_length=120)]
    source: Source = ""


class DayShape(Output):
    day: date
    is_working: bool
    name: str
    source: str
    is_own: bool = Field(description="Entered by the commune; the others are the law's")
    version: int = Field(description="For If-Match; 0 when the commune has entered nothing for this day")


class Shift(Input):
    opens: ClockTime
    closes: ClockTime


class ShiftShape(Output):
    opens: str
    closes: str


class HoursEdit(Input):
    """The same shifts on every working day; a make-up Saturday has them too."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "shifts": [{"opens": "07:30", "closes": "11:30"}, {"opens": "13:30", "closes": "17:00"}],
                    "weekdays": [1, 2, 3, 4, 5],
                    "source": "Quy chế làm việc của UBND xã",
                }
            ]
        }
    )

    shifts: Annotated[list[Shift], Field(min_length=1, max_length=4)]
    weekdays: Annotated[set[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)]
    source: Source = ""


class HoursShape(Output):
    effective_from: date
    shifts: list[ShiftShape]
    weekdays: list[int] = Field(description="1 = Monday … 7 = Sunday")
    source: str
    version: int


class YearShape(Output):
    """One year of the commune's working time. `days`: only those that are not as their weekday would have it."""

    year: int
    hours: list[HoursShape]
    days: list[DayShape]
    working_days: int
