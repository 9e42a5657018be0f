"""Household sorting on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, JsonValue

from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, Words
from api.hamlet_life.sorting_models import Method

MOST_HOUSEHOLDS = 20_000
Households = Annotated[int, Field(ge=1, le=MOST_HOUSEHOLDS)]
Part = Annotated[int, Field(ge=0, le=MOST_HOUSEHOLDS)]
EXAMPLE: dict[str, JsonValue] = {
    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c61",
    "hamlet_id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c32",
    "checked_on": "2026-11-20",
    "households": 249,
    "sorting": 161,
    "composting": 40,
    "method": "counted",
    "words": "",
    "made_at": "2026-11-20T10:00:00Z",
}


class NewSortingCount(Input):
    """One check of a hamlet. The client makes `id`, once. A correction is a new one that names the old."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    id: UUID
    hamlet_id: UUID
    checked_on: Day
    households: Households
    sorting: Part
    composting: Part | None = None
    method: Method = Method.COUNTED
    words: Annotated[Words, Field(max_length=500)] = ""
    made_at: Moment
    replaces_id: Annotated[UUID | None, Field(description="The count that this one corrects")] = None


class SortingCountShape(Output):
    id: UUID
    hamlet_id: UUID
    hamlet_name: str
    checked_on: Day
    households: int
    sorting: int
    composting: int | None
    share_percent: float
    method: Method
    words: str
    received_at: Moment
    replaces_id: UUID | None
    is_replaced: bool
    may_correct: bool


class TrendPoint(Output):
    checked_on: Day
    sorting: int
    households: int
    share_percent: float


class HamletSorting(Output):
    """One hamlet of that day with its newest count; null: never counted."""

    hamlet_id: UUID
    hamlet_name: str
    count: SortingCountShape | None
    age_days: int | None
    meets: Annotated[bool, Field(description="Counts for K2a")]
    trend: list[TrendPoint]


class ThresholdShape(Output):
    id: UUID
    share_percent: int
    valid_from: Day
    source: str


class NewThreshold(Input):
    """The share agreed from a day on; earlier days keep theirs."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c62",
                    "share_percent": 60,
                    "valid_from": "2027-01-01",
                    "source": "Thông báo kết luận họp giao ban 12/2026",
                }
            ]
        }
    )

    id: UUID
    share_percent: Annotated[int, Field(ge=1, le=100)]
    valid_from: Day
    source: Annotated[Line, Field(min_length=1, max_length=300)]


class SortingBoard(Output):
    """K2a as of a day: `meeting` of `hamlets`; percent is null when there are no hamlets (không phát sinh)."""

    on: Day
    threshold: ThresholdShape | None
    hamlets: list[HamletSorting]
    meeting: int
    percent: float | None
    households: int
    sorting: int
    composting: int
