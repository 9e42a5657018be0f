"""What the figures look like on the wire. Hours are working hours of the commune."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.desk_filters import DeskFilter, Queue
from api.core.shapes import Day, Input, Output

MONTH = r"^20\d\d-(0[1-9]|1[0-2])$"
LONGEST_DAYS = 3700


class StatisticsFilter(DeskFilter):
    """The desk's filter, of all cases received in a period. Left out: the twelve months up to today."""

    model_config = ConfigDict(populate_by_name=True)

    queue: Queue = Queue.ALL
    first: Annotated[Day | None, Field(alias="from", description="First day of receipt")] = None
    last: Annotated[Day | None, Field(alias="to", description="Last day of receipt")] = None

    @model_validator(mode="after")
    def _in_order(self) -> "StatisticsFilter":
        if self.first and self.last and not 0 <= (self.last - self.first).days <= LONGEST_DAYS:
            raise PydanticCustomError(
                "period", "", {"says": "Ngày đầu phải trước ngày cuối, cách nhau không quá mười năm."}
            )
        return self


class HeatFilter(StatisticsFilter):
    """Squares of this many metres; `bbox`: only of this part of the map."""

    metres: Annotated[int, Field(ge=50, le=2000)] = 200
    bbox: Annotated[str | None, Field(max_length=100, examples=["106.1,20.8,106.3,21.0"])] = None


class PublicPeriod(Input):
    """Whole months only: a period that can be moved by a day would tell what happened on it."""

    model_config = ConfigDict(populate_by_name=True)

    first: Annotated[str | None, Field(alias="from", pattern=MONTH, examples=["2026-01"])] = None
    last: Annotated[str | None, Field(alias="to", pattern=MONTH, examples=["2026-11"])] = None


class Count(Output):
    """`key`: what the desk's filter takes; null for cases that have none."""

    key: str | None
    label: str
    count: int


class Span(Output):
    """A week (from its Monday) or a month (from its first day): received in it, and what became of those."""

    starts_on: date
    received: int
    done: int
    answered: int


class Share(Output):
    """`count` of `of` cases. The screen says both, so that nobody is praised for two cases."""

    count: int
    of: int


class Rates(Output):
    """`on_time`: answered by the day owed since receipt, of those answered or overdue. `evidence`: resolutions with a
    photo. `first_time`: done by the first unit, neither handed over nor reopened."""

    on_time: Share
    reopened: Share
    evidence: Share
    handed_over: Share
    first_time: Share


class StepTime(Output):
    """How long a step took, all its visits together. `whole`: from receipt to the last reply."""

    step: str
    cases: int
    median_hours: float | None
    p90_hours: float | None


class Outcomes(Output):
    """Of all cases; `overdue` are among the open ones."""

    open: int
    overdue: int
    done: int
    unproven: int
    rejected: int
    merged: int
    transferred: int


class UnitLine(Output):
    """One unit beside the others. `done` needs a photo and has not been reopened; `reopened` are resolutions of this
    unit that did not hold, whoever mended them; on time counts from receipt."""

    unit_id: UUID
    name: str
    held: int
    open: int
    overdue: int
    done: int
    unproven: int
    reopened: int
    handed_on: int
    rejected: int
    merged: int
    transferred: int
    on_time: Share
    median_hours: float | None
    p90_hours: float | None


class Statistics(Output):
    """`pending`: cases that changed a moment ago, whose times are not in yet."""

    first: date
    last: date
    total: int
    pending: int
    outcomes: Outcomes
    rates: Rates
    by_category: list[Count]
    by_status: list[Count]
    by_hamlet: list[Count]
    by_unit: list[Count]
    by_channel: list[Count]
    weeks: list[Span]
    months: list[Span]
    steps: list[StepTime]
    units: list[UnitLine]


class HeatCell(Output):
    """A square of the grid by its middle, in degrees."""

    lat: float
    lon: float
    count: int


class Heat(Output):
    """`lat_step`, `lon_step`: the size of a square in degrees, about `metres` each. `more`: some were left out."""

    metres: int
    lat_step: float
    lon_step: float
    most: int
    more: bool
    cells: list[HeatCell]


class PublicCount(Output):
    """Rounded to fives; null: some, but fewer than five."""

    label: str
    count: int | None


class PublicMonth(Output):
    starts_on: date
    received: int | None
    answered: int | None


class PublicStep(Output):
    """Null when fewer than five cases would be spoken of."""

    step: str
    median_hours: float | None
    p90_hours: float | None


class PublicStatistics(Output):
    """What everybody may know: rounded counts, shares in whole per cent, nothing of single cases."""

    first: date
    last: date
    total: int | None
    done: int | None
    open: int | None
    on_time_percent: int | None
    reopened_percent: int | None
    evidence_percent: int | None
    by_category: list[PublicCount]
    by_hamlet: list[PublicCount]
    months: list[PublicMonth]
    steps: list[PublicStep]
