"""Supervision on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.supervision.models import FindingState


class VisitEdit(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "topic": "Việc thu gom rác ở Thôn Mẫu 3", "planned_on": "2027-03-10", "held_on": None,
                    "unit_id": None, "hamlet_id": None, "team": "Mặt trận, Hội Phụ nữ", "words": "",
                    "is_cancelled": False,
                }
            ]
        }
    )  # fmt: skip

    topic: Annotated[Line, Field(min_length=1, max_length=300)]
    planned_on: Day
    held_on: Day | None = None
    unit_id: UUID | None = None
    hamlet_id: UUID | None = None
    team: Annotated[Line, Field(max_length=300)] = ""
    words: Annotated[Words, Field(max_length=3000)] = ""
    is_cancelled: bool = False


class NewFinding(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "words": "Điểm tập kết không có biển giờ đổ rác.",
                    "asks": "Đề nghị lắp biển trong tháng.", "unit_id": "0193a6a2-0000-7000-8000-000000000002",
                    "due_on": "2027-04-10",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    words: Annotated[Words, Field(min_length=1, max_length=2000)]
    asks: Annotated[Words, Field(max_length=1000)] = ""
    unit_id: UUID
    due_on: Day | None = None


class FindingAnswer(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"answer": "Đã lắp biển ngày 02/4/2027."}]})

    answer: Annotated[Words, Field(min_length=1, max_length=2000)]


class Closing(Input):
    """True: the answer is enough. False: it is not, and the finding is open again."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_enough": True}]})

    is_enough: bool


class FindingShape(Output):
    id: UUID
    words: str
    asks: str
    unit_id: UUID
    unit_name: str
    due_on: date | None
    is_late: bool
    state: FindingState
    answer: str
    answered_by_name: str | None
    answered_at: datetime | None
    closed_at: datetime | None
    may_answer: bool
    version: int


class SupervisionVisitShape(Output):
    id: UUID
    topic: str
    planned_on: date
    held_on: date | None
    unit_id: UUID | None
    unit_name: str | None
    hamlet_id: UUID | None
    hamlet_name: str | None
    team: str
    words: str
    is_cancelled: bool
    findings: list[FindingShape]
    version: int


class SupervisionYear(Output):
    """One year of the supervision plan, and what is open of all years."""

    year: int
    visits: list[SupervisionVisitShape]
    planned: int
    held: int
    open_findings: int
    late_findings: int


class UnitName(Output):
    id: UUID
    name: str
