"""Indicators on the wire. Shares and targets are in percent; amounts are numbers as counted or in tonnes."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.indicators.models import PeriodKind, Scheme, State


class RecordShape(Output):
    """One thing behind the figure."""

    label: str
    counts: bool = Field(description="It is in the numerator")
    href: str = Field(description="A page of this site where it is kept; staff may have to sign in")
    words: str


class PartShape(Output):
    label: str
    numerator: float
    denominator: float
    value: float | None


class PointShape(Output):
    on: date
    value: float | None


class YearPoint(Output):
    year: int
    value: float
    is_baseline: bool
    source: str


class FigureShape(Output):
    """`value` is null when there is nothing to count: "không phát sinh"."""

    code: str
    label: str
    short: str
    target: float
    is_ceiling: bool
    is_strict: bool
    is_ready: bool = Field(description="False while its records are not kept here")
    numerator: float
    denominator: float
    value: float | None
    state: State
    distance: float | None = Field(description="Percentage points still missing")
    parts: list[PartShape]
    is_estimated: bool
    words: str
    milestone: float | None = Field(description="Of the year in which the period ends")
    missing: list[RecordShape] = Field(description="At most 5 that would move it")
    missing_count: int
    leads: list[str]
    trend: list[PointShape] = Field(description="The ends of the months up to the last day; the last is the day itself")


class PeriodShape(Output):
    scheme: Scheme
    kind: PeriodKind
    first: date
    last: date
    label: str


class BoardShape(Output):
    period: PeriodShape
    figures: list[FigureShape]


class FigureDetail(FigureShape):
    period: PeriodShape
    formula: str
    source: str
    records: list[RecordShape]
    outlook: float | None = Field(description="Where the same pace leads by 31/12/2030")
    years: list[YearPoint]
    open_days: int | None
    categories: list[str]
    version: int


class YearEdit(Input):
    year: Annotated[int, Field(ge=2020, le=2035)]
    value: Annotated[float, Field(ge=0, le=100)]
    is_baseline: bool = False
    source: Annotated[Line, Field(max_length=300)] = ""


CategoryCode = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]


class SettingEdit(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "label": "Tỷ lệ thôn tổ chức phân loại tại hộ", "short": "Phân loại tại hộ", "target": 100,
                    "is_ceiling": False, "is_strict": False, "formula": "Số thôn có từ 50 % hộ phân loại / số thôn",
                    "source": "Kế hoạch, Phụ lục", "years": [{"year": 2027, "value": 40, "is_baseline": False}],
                }
            ]
        }
    )  # fmt: skip

    label: Annotated[Line, Field(min_length=1, max_length=300)]
    short: Annotated[Line, Field(min_length=1, max_length=80)]
    target: Annotated[float, Field(ge=0, le=100)]
    is_ceiling: bool
    is_strict: bool
    formula: Annotated[Words, Field(max_length=600)] = ""
    source: Annotated[Line, Field(max_length=300)] = ""
    open_days: Annotated[int, Field(ge=1, le=365)] | None = Field(default=None, description="Of K2b alone")
    categories: Annotated[list[CategoryCode], Field(max_length=40, default_factory=list, description="Of K2b alone")]
    years: Annotated[list[YearEdit], Field(max_length=16)]


class NewFreeze(Input):
    """Close a period. `number` counts within the year; custom periods give their days."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "scheme": "decree09", "kind": "month",
                    "year": 2026, "number": 11, "first": None, "last": None, "words": "Báo cáo tháng 11",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    scheme: Scheme
    kind: PeriodKind
    year: Annotated[int, Field(ge=2020, le=2035)] | None = None
    number: Annotated[int, Field(ge=1, le=53)] | None = None
    first: Day | None = None
    last: Day | None = None
    words: Annotated[Words, Field(max_length=600)] = ""


class FreezeShape(Output):
    id: UUID
    period: PeriodShape
    frozen_at: datetime
    frozen_by_name: str
    words: str


class Freezes(Output):
    items: list[FreezeShape]


class FrozenShape(Output):
    """A figure as it was frozen, and as it would be reckoned today: the difference is an adjustment."""

    code: str
    label: str
    numerator: float
    denominator: float
    value: float | None
    is_estimated: bool
    parts: list[PartShape]
    records: list[RecordShape]
    now_numerator: float
    now_denominator: float
    now_value: float | None
    is_adjusted: bool


class FreezeDetail(FreezeShape):
    figures: list[FrozenShape]
