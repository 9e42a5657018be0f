"""Green criteria on the wire."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.media.schemas import StaffPicture
from api.outreach.green_models import SiteKind
from api.outreach.guide_schemas import Position, Source

CriterionCode = Annotated[str, Field(pattern=r"^[a-z_]{2,40}$", examples=["sorted_bins"])]


class Mark(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class GreenVerdict(StrEnum):
    """Met: every mandatory criterion that applies is met and nothing is left open."""

    MET = "met"
    NOT_MET = "not_met"
    INCOMPLETE = "incomplete"


class GreenCriterionEdit(Input):
    """One thing that is asked. `points`: its weight in the score."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"words": "Có thùng rác phân loại, đủ và dễ thấy", "kinds": ["festival"], "is_mandatory": True,
                 "points": 2, "source": "Luật BVMT 2020, điều 75"}
            ]
        }
    )  # fmt: skip

    words: Annotated[Line, Field(min_length=1, max_length=200)]
    hint: Annotated[Line, Field(max_length=300)] = ""
    kinds: Annotated[list[SiteKind], Field(max_length=len(SiteKind))] = Field(default_factory=list)
    is_mandatory: bool = False
    points: Annotated[int, Field(ge=1, le=20)] = 1
    position: Position = 0
    is_active: bool = True
    source: Source = ""


class GreenCriterionShape(Output):
    code: str
    words: str
    hint: str
    kinds: list[SiteKind]
    is_mandatory: bool
    points: int
    position: int
    is_active: bool
    source: str
    version: int


class GreenSiteEdit(Input):
    """A festival with its days, or a venue without."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"name": "Lễ hội làng Mẫu", "kind": "festival", "held_from": "2027-02-20"}],
        }
    )

    name: Annotated[Line, Field(min_length=1, max_length=160)]
    kind: SiteKind
    hamlet_id: UUID | None = None
    place_words: Annotated[Line, Field(max_length=200)] = ""
    organiser: Annotated[Line, Field(max_length=160)] = ""
    held_from: Day | None = None
    held_until: Day | None = None
    is_active: bool = True

    @model_validator(mode="after")
    def _in_order(self) -> "GreenSiteEdit":
        if self.held_until and (self.held_from is None or self.held_until < self.held_from):
            raise PydanticCustomError("days_order", "", {"says": "Ngày cuối không được trước ngày đầu."})
        return self


class GreenAnswer(Input):
    """`mark` left out: not looked at yet."""

    code: CriterionCode
    mark: Mark | None = None
    note: Annotated[Line, Field(max_length=300)] = ""


class NewGreenCheck(Input):
    """A filled checklist. A correction names the check it replaces."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c31", "checked_on": "2026-11-22",
                 "answers": [{"code": "sorted_bins", "mark": "met"}]}
            ]
        }
    )  # fmt: skip

    id: UUID
    checked_on: Day
    answers: Annotated[list[GreenAnswer], Field(min_length=1, max_length=60)]
    words: Annotated[Words, Field(max_length=2000)] = ""
    replaces_id: UUID | None = None


class GreenAnswerShape(Output):
    """The criterion as it was that day."""

    code: str
    words: str
    points: int
    is_mandatory: bool
    mark: Mark | None
    note: str


class GreenCheckShape(Output):
    """`percent`: points met of those that apply, null when none does. `misses`: what keeps it from being met."""

    id: UUID
    site_id: UUID
    checked_on: date
    answers: list[GreenAnswerShape]
    words: str
    verdict: GreenVerdict
    percent: int | None
    misses: list[str]
    replaces_id: UUID | None
    made_by_name: str
    photos: list[StaffPicture]


class GreenSiteShape(Output):
    """`checks`: the newest first, without replaced ones."""

    id: UUID
    name: str
    kind: SiteKind
    hamlet_id: UUID | None
    hamlet_name: str | None
    place_words: str
    organiser: str
    held_from: date | None
    held_until: date | None
    is_active: bool
    version: int
    checks: list[GreenCheckShape]


class GreenBook(Output):
    criteria: list[GreenCriterionShape]
    sites: list[GreenSiteShape]
