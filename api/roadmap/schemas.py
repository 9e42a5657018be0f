"""The roadmap on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.media.schemas import Picture
from api.roadmap.models import RoadmapAction, RoadmapState


class RoadmapPlan(Input):
    """What is planned for a place."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "action": "upgrade", "year": 2027, "cost_vnd": 90_000_000, "funding_source": "Ngân sách xã",
                    "state": "proposed", "since": "2026-11-20",
                }
            ]
        }
    )  # fmt: skip

    action: RoadmapAction
    year: Annotated[int, Field(ge=2026, le=2030)]
    cost_vnd: Annotated[int | None, Field(ge=0, le=10**13)] = None
    funding_source: Annotated[Line, Field(max_length=120)] = ""
    state: RoadmapState = RoadmapState.PROPOSED
    since: Day
    document: Annotated[Line, Field(max_length=120)] = ""
    words: Annotated[Words, Field(max_length=1000)] = ""
    is_proposal: bool = False


class NewRoadmapEntry(Input):
    """A point of the register, or a new place by its name and hamlet."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "name": "Điểm mới đầu làng",
                    "plan": {"action": "build", "year": 2028, "since": "2026-11-20"},
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    point_id: UUID | None = None
    name: Annotated[Line, Field(max_length=160)] = ""
    hamlet_id: UUID | None = None
    plan: RoadmapPlan


class RoadmapEntryShape(Output):
    id: UUID
    point_id: UUID | None
    code: str | None
    name: str
    hamlet_name: str | None
    action: RoadmapAction
    year: int
    cost_vnd: int | None
    funding_source: str
    state: RoadmapState
    since: date
    document: str
    words: str
    is_proposal: bool
    suggested: RoadmapAction | None = Field(description="By the last inspection")
    missed: list[str]
    photos: list[Picture] = Field(description="Of kind before or after")
    version: int


class RoadmapYear(Output):
    year: int
    entries: int
    cost_vnd: int
    unpriced: int


class RoadmapSuggestion(Output):
    """A point without an entry, with what its last inspection speaks for."""

    point_id: UUID
    code: str
    name: str
    hamlet_name: str | None
    suggested: RoadmapAction | None
    missed: list[str]


class HamletNeed(Output):
    """Task 2.1b: what the hamlet has, and what is missing."""

    hamlet_id: UUID
    hamlet_name: str
    households: int | None = Field(description="As the register of hamlets has them")
    points: int
    compliant: int
    served: int = Field(description="Households that its open points are meant for")
    nearest_m: int | None = Field(description="From its middle to the nearest compliant point, as the crow flies")
    planned: int = Field(description="Entries that build or upgrade here")


class Roadmap(Output):
    on: date
    years: list[RoadmapYear]
    entries: list[RoadmapEntryShape]
    suggestions: list[RoadmapSuggestion]
    needs: list[HamletNeed]


class RoadmapRevisionShape(Output):
    version: int
    action: RoadmapAction
    year: int
    cost_vnd: int | None
    state: RoadmapState
    since: date
    is_dropped: bool
    made_by_name: str
    made_at: datetime


class RoadmapHistory(Output):
    items: list[RoadmapRevisionShape]
