"""The ledger on the wire; tonnes with three decimals, kilograms in the table."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field, JsonValue
from pydantic_core import PydanticCustomError

from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, Words
from api.waste_ledger.models import Flow, Source

MOST_TONNES = 100_000


def _month(written: str) -> str:
    if not 1 <= int(written[5:]) <= 12:
        raise PydanticCustomError("month", "Tháng viết như 2026-10.")
    return written


def _whole_kilograms(tonnes: float) -> float:
    if abs(tonnes * 1000 - round(tonnes * 1000)) > 1e-6:
        raise PydanticCustomError("tonnes", "Số tấn có nhiều nhất ba chữ số lẻ (tới ki-lô-gam).")
    return round(tonnes, 3)


Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-[0-9]{2}$", examples=["2026-10"]), AfterValidator(_month)]
Tonnes = Annotated[float, Field(ge=0, le=MOST_TONNES), AfterValidator(_whole_kilograms)]
EXAMPLE: dict[str, JsonValue] = {
    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c71",
    "month": "2026-10",
    "day": "2026-10-05",
    "flow": "collected",
    "source": "weigh_bridge",
    "tonnes": 4.25,
    "ticket": "PC-0412",
    "facility": "Trạm cân mẫu",
}


def first_day(month: str) -> date:
    return date(int(month[:4]), int(month[5:]), 1)


class NewWasteEntry(Input):
    """One line. The client makes `id`, once. A correction is a new one that names the old."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    id: UUID
    month: Month
    day: Annotated[Day | None, Field(description="Left out: the whole month")] = None
    flow: Flow
    source: Source
    tonnes: Annotated[Tonnes | None, Field(description="Needed unless reckoned from `population`")] = None
    at_source: Annotated[bool, Field(description="Dealt with where it arose, so never collected")] = False
    is_estimate: bool = False
    population: Annotated[
        int | None,
        Field(ge=1, le=1_000_000, description="Estimates what arose: persons × rate of that month × days"),
    ] = None
    words: Annotated[Words, Field(max_length=500, description="Of an estimate: how it was reckoned")] = ""
    ticket: Annotated[Line, Field(max_length=40)] = ""
    facility: Annotated[Line, Field(max_length=120)] = ""
    hamlet_id: Annotated[UUID | None, Field(description="Left out: the whole commune")] = None
    replaces_id: Annotated[UUID | None, Field(description="The entry that this one corrects")] = None


class WasteEntryShape(Output):
    id: UUID
    month: str
    day: Day | None
    flow: Flow
    source: Source
    tonnes: float
    at_source: bool
    is_estimate: bool
    population: int | None
    kg_per_person_day: float | None
    days: int | None
    words: str
    ticket: str
    facility: str
    hamlet_id: UUID | None
    hamlet_name: str | None
    received_at: Moment
    replaces_id: UUID | None
    is_replaced: bool


class SourceSum(Output):
    source: Source
    tonnes: float


class FlowSum(Output):
    flow: Flow
    tonnes: float
    estimated: float
    sources: list[SourceSum]


class RatioShape(Output):
    """Tonnes; percent is null when there is nothing to speak of (không phát sinh)."""

    part: float
    whole: float
    percent: float | None


class SumShape(Output):
    """`remarks` name what should be looked at again: no_generated, no_collected, more_collected, more_landfilled,
    two_sources."""

    flows: list[FlowSum]
    at_source: float
    k5a: RatioShape
    k5b: RatioShape
    remarks: list[str]


class MonthShape(SumShape):
    month: str
    entries: int


class RateShape(Output):
    id: UUID
    kg_per_person_day: float
    valid_from: Day
    source: str


class Ledger(Output):
    months: list[MonthShape]
    total: SumShape
    population: Annotated[int, Field(description="Persons in the hamlets' register, for a new estimate")]
    rate: RateShape | None


class NewRate(Input):
    """How much waste a person makes in a day, from a day on. Estimates made before keep theirs."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c72",
                    "kg_per_person_day": 0.55,
                    "valid_from": "2027-01-01",
                    "source": "Số liệu điều tra của thành phố năm 2026",
                }
            ]
        }
    )

    id: UUID
    kg_per_person_day: Annotated[float, Field(ge=0.05, le=5)]
    valid_from: Day
    source: Annotated[Line, Field(min_length=1, max_length=300)]
