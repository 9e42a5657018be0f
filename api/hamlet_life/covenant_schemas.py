"""Covenants and self-managed models on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import OMITTED, Day, Input, Moment, Output
from api.core.text import Line, Words
from api.hamlet_life.covenant_models import ReviewResult, Stage
from api.media.schemas import StaffPicture

Households = Annotated[int, Field(ge=0, le=20_000)]
Members = Annotated[int, Field(ge=0, le=20_000)]
LongWords = Annotated[Words, Field(max_length=1000)]
Title = Annotated[Line, Field(min_length=1, max_length=200)]
Name = Annotated[Line, Field(min_length=1, max_length=160)]
Kind = Annotated[Line, Field(min_length=1, max_length=80)]
HAMLET = "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c32"


class NewCovenant(Input):
    """The client makes `id`, once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c81",
                    "hamlet_id": HAMLET,
                    "title": "Hương ước Thôn Mẫu 3",
                }
            ]
        }
    )

    id: UUID
    hamlet_id: UUID
    title: Title


class NewStage(Input):
    """A step on its day. A correction is a new one that names the old."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c82",
                    "stage": "voted",
                    "on_day": "2026-09-12",
                    "has_environment_clause": True,
                    "households": 249,
                    "present": 201,
                    "in_favour": 188,
                }
            ]
        }
    )

    id: UUID
    stage: Stage
    on_day: Day
    has_environment_clause: bool = False
    households: Households | None = None
    present: Households | None = None
    in_favour: Households | None = None
    decision_number: Annotated[Line, Field(max_length=60)] = ""
    review_on: Annotated[Day | None, Field(description="When it is to be looked at again")] = None
    words: LongWords = ""
    replaces_id: UUID | None = None


class StageShape(Output):
    id: UUID
    stage: Stage
    on_day: Day
    has_environment_clause: bool
    households: int | None
    present: int | None
    in_favour: int | None
    vote_percent: float | None
    decision_number: str
    review_on: Day | None
    words: str
    received_at: Moment
    replaces_id: UUID | None
    is_replaced: bool


class CovenantSummary(Output):
    """As of the day asked for."""

    id: UUID
    hamlet_id: UUID
    title: str
    stage: Stage | None
    on_day: Day | None
    has_environment_clause: bool
    decision_number: str
    review_due: Day | None
    may_change: bool


class CovenantDetail(CovenantSummary):
    hamlet_name: str
    stages: list[StageShape]
    photos: list[StaffPicture]


class NewModel(Input):
    """The client makes `id`, once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c83",
                    "hamlet_id": HAMLET,
                    "name": "Đoạn đường tự quản xóm Đông",
                    "kind": "Đoạn đường tự quản",
                    "set_up_on": "2026-03-26",
                    "members": 32,
                    "activity": "Quét dọn sáng thứ bảy",
                }
            ]
        }
    )

    id: UUID
    hamlet_id: UUID
    name: Name
    kind: Kind
    set_up_on: Day
    members: Members | None = None
    activity: LongWords = ""


class ModelChange(Input):
    """Only the fields sent."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Đoạn đường tự quản xóm Đông"}]})

    name: Name = OMITTED
    kind: Kind = OMITTED
    members: Members | None = OMITTED
    activity: LongWords = OMITTED


class NewReview(Input):
    """A look at a model on a day. A correction is a new one that names the old."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c84",
                    "reviewed_on": "2026-09-30",
                    "result": "active",
                    "members": 35,
                    "next_review_on": "2027-03-31",
                }
            ]
        }
    )

    id: UUID
    reviewed_on: Day
    result: ReviewResult
    members: Members | None = None
    next_review_on: Day | None = None
    words: LongWords = ""
    replaces_id: UUID | None = None


class ReviewShape(Output):
    id: UUID
    reviewed_on: Day
    result: ReviewResult
    members: int | None
    next_review_on: Day | None
    words: str
    received_at: Moment
    replaces_id: UUID | None
    is_replaced: bool


class ModelSummary(Output):
    """As of the day asked for; `state` is that of the last review."""

    id: UUID
    hamlet_id: UUID
    name: str
    kind: str
    set_up_on: Day
    members: int | None
    state: ReviewResult
    review_due: Day | None
    may_change: bool


class ModelDetail(ModelSummary):
    hamlet_name: str
    activity: str
    reviews: list[ReviewShape]
    photos: list[StaffPicture]
    version: int


class HamletLife(Output):
    """One hamlet of that day: both halves of K3."""

    hamlet_id: UUID
    hamlet_name: str
    covenants: list[CovenantSummary]
    models: list[ModelSummary]
    has_covenant: bool
    has_model: bool
    may_change: bool


class CovenantBoard(Output):
    """K3 as of a day; percent is null when there are no hamlets (không phát sinh)."""

    on: Day
    hamlets: list[HamletLife]
    with_covenant: int
    with_model: int
    with_both: int
    percent: float | None
    reviews_due: int
