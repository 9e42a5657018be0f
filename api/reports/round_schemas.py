"""Rounds of reports on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.indicators.models import PeriodKind, Scheme
from api.reports.round_models import UnitReportState


class NewRound(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "first_day": "2026-10-15", "last_day": "2026-11-14",
                    "due_on": "2026-11-18", "period_words": "tháng 11 năm 2026",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    period_words: Annotated[Line, Field(min_length=1, max_length=120)]
    first_day: Day
    last_day: Day
    due_on: Day
    words: Annotated[Words, Field(max_length=1000)] = ""


class RhythmEdit(Input):
    """How often rounds open by themselves; `custom`: only by hand."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"kind": "month", "days_to_answer": 3}]})

    scheme: Scheme = Scheme.DECREE09
    kind: PeriodKind
    days_to_answer: Annotated[int, Field(ge=0, le=60)]
    source: Annotated[Line, Field(max_length=300)] = ""


class RhythmShape(Output):
    scheme: Scheme
    kind: PeriodKind
    days_to_answer: int
    source: str
    version: int


class UnitReportEdit(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"done": "Đã kiểm tra 6 điểm tập kết."}]})

    done: Annotated[Words, Field(max_length=6000)] = ""
    obstacles: Annotated[Words, Field(max_length=3000)] = ""
    proposals: Annotated[Words, Field(max_length=3000)] = ""


class Judgement(Input):
    """`is_accepted` false returns it with the reason."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_accepted": False, "answer": "Thiếu số hộ."}]})

    is_accepted: bool
    answer: Annotated[Words, Field(max_length=1000)] = ""


class UnitReportShape(Output):
    unit_id: UUID
    unit_name: str
    state: UnitReportState | None = Field(description="Null: not begun")
    is_late: bool
    drawn: str
    done: str
    obstacles: str
    proposals: str
    answer: str
    submitted_at: datetime | None
    may_write: bool
    version: int = Field(description="0: not begun")


class ReportRoundShape(Output):
    id: UUID
    period_words: str
    first_day: date
    last_day: date
    due_on: date
    words: str
    reports: list[UnitReportShape]


class Rounds(Output):
    items: list[ReportRoundShape]
    rhythm: RhythmShape
