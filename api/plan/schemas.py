"""The plan on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.plan.models import DeadlineKind, PlanPart, Progress, Standing

Body = Annotated[Line, Field(min_length=1, max_length=80, description="A unit's code, or words for another body")]


class ConditionShape(Output):
    id: UUID
    words: str
    happened_on: date | None
    document: str
    version: int


class NoteShape(Output):
    id: UUID
    day: date
    progress: Progress
    words: str
    evidence: str
    unit_name: str | None
    made_by_name: str
    made_at: datetime


class ItemSummary(Output):
    """A row and how it stands today."""

    code: str
    part: PlanPart
    title: str
    leads: list[str] = Field(description="Names of units and other bodies")
    partners: list[str]
    lead_codes: list[str]
    deadline_kind: DeadlineKind
    deadline_words: str
    due_on: date | None
    standing: Standing
    silent_days: int | None = Field(description="Since the last note; null when there never was one")
    needs_word: bool = Field(description="Late, or nobody has written anything for 45 days")
    link: str
    version: int


class ItemShape(ItemSummary):
    words: str
    product: str
    source: str
    partner_codes: list[str]
    year: int | None
    fixed_due_on: date | None
    conditions: list[ConditionShape]
    notes: list[NoteShape] = Field(description="Newest first")
    may_note: bool


class PlanShape(Output):
    on: date
    items: list[ItemSummary]


class ItemEdit(Input):
    """What may be set anew when the plan is corrected or supplemented."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title": "Số, ngày ban hành Kế hoạch", "words": "Số 15/KH-UBND ngày 05/6/2026", "leads": ["PKT"],
                    "partners": [], "deadline_kind": "none", "deadline_words": "Năm 2026", "due_on": None,
                    "year": None, "product": "", "source": "Bản ban hành",
                }
            ]
        }
    )  # fmt: skip

    title: Annotated[Line, Field(min_length=1, max_length=300)]
    words: Annotated[Words, Field(max_length=3000)] = ""
    leads: Annotated[list[Body], Field(max_length=20)]
    partners: Annotated[list[Body], Field(max_length=20)]
    deadline_kind: DeadlineKind
    deadline_words: Annotated[Line, Field(max_length=300)] = ""
    due_on: Day | None = None
    year: Annotated[int, Field(ge=2020, le=2100)] | None = None
    product: Annotated[Words, Field(max_length=600)] = ""
    source: Annotated[Line, Field(max_length=300)] = ""


class NewNote(Input):
    """`day`: on which it stood so; not in the future."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "day": "2026-11-24", "progress": "running",
                    "words": "Đã khảo sát 10/12 điểm tập kết.", "evidence": "Biên bản số 02/BB ngày 20/11/2026",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    day: Day
    progress: Progress
    words: Annotated[Words, Field(min_length=1, max_length=2000)]
    evidence: Annotated[Words, Field(max_length=600)] = ""


class ConditionEdit(Input):
    """That it has happened, or (null) that it has not after all."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"happened_on": "2026-12-01", "document": "QĐ 12/2026/QĐ-UBND"}]}
    )

    happened_on: Day | None
    document: Annotated[Line, Field(max_length=300)] = ""
