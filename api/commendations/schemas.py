"""Commendations on the wire; for staff only."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.commendations.models import Choice, Form, Honoured, ProposalState
from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words


class EvidenceLine(Output):
    label: str
    words: str


class HamletEvidence(Output):
    """What a hamlet did in a year, from the records."""

    hamlet_id: UUID
    hamlet_name: str
    weeks_held: int
    weeks_asked: int
    participants: int
    waste_kg: float
    merit: str = Field(description="A sentence made of these figures, to be edited")


class YearEvidence(Output):
    """In the order of the hamlets' codes: this is no ranking."""

    year: int
    hamlets: list[HamletEvidence]


class NewCommendation(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "year": 2026, "honoured": "group",
                    "name": "Nhân dân và cán bộ Thôn Mẫu 7",
                    "hamlet_id": None, "form": "giay_khen", "merit": "Ra quân 46/52 tuần.",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    year: Annotated[int, Field(ge=2020, le=2100)]
    honoured: Honoured
    name: Annotated[Line, Field(min_length=1, max_length=200)]
    hamlet_id: UUID | None = None
    form: Form = Form.GIAY_KHEN
    merit: Annotated[Words, Field(min_length=1, max_length=1000)]


class VoteWish(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"choice": "yes"}]})

    choice: Choice


class Outcome(Input):
    """Decided with number and day, or declined with a reason."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"state": "decided", "decision_number": "15/QĐ-UBND", "decided_on": "2026-12-20", "reason": ""}
            ]
        }
    )

    state: ProposalState
    decision_number: Annotated[Line, Field(max_length=80)] = ""
    decided_on: Day | None = None
    reason: Annotated[Words, Field(max_length=600)] = ""


class CommendationShape(Output):
    id: UUID
    year: int
    honoured: Honoured
    name: str
    hamlet_name: str | None
    form: Form
    merit: str
    evidence: list[EvidenceLine]
    state: ProposalState
    decision_number: str
    decided_on: date | None
    reason: str
    yes: int
    no: int
    my_choice: Choice | None
    version: int


class Commendations(Output):
    """By name, whatever the votes."""

    year: int
    items: list[CommendationShape]
