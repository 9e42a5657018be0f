"""Briefings on the wire: numbers of people, never their names."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import OMITTED, Day, Input, Moment, Output
from api.core.text import Line, Words
from api.hamlet_life.briefing_models import BodyKind
from api.media.schemas import StaffPicture

MOST_BODIES = 60
People = Annotated[int, Field(ge=0, le=50_000)]
Name = Annotated[Line, Field(min_length=1, max_length=160)]
BODY = "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c91"


class NewBody(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"id": BODY, "name": "Hội Phụ nữ xã", "kind": "union"}]})

    id: UUID
    name: Name
    kind: BodyKind
    from_day: Annotated[Day | None, Field(description="Counted from this day; today when left out")] = None


class BodyChange(Input):
    """Only the fields sent. `ended_on`: from this day on it is counted no more."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Hội Liên hiệp Phụ nữ xã"}]})

    name: Name = OMITTED
    kind: BodyKind = OMITTED
    ended_on: Day | None = OMITTED


class BodyShape(Output):
    id: UUID
    name: str
    kind: BodyKind
    from_day: Day
    ended_on: Day | None
    version: int


class NewHeadcount(Input):
    """How many people an organisation has. A correction is a new row that names the old."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c92",
                    "body_id": BODY,
                    "counted_on": "2026-10-01",
                    "people": 820,
                    "counted_elsewhere": 35,
                    "words": "Danh sách hội viên quý III",
                }
            ]
        }
    )

    id: UUID
    body_id: UUID
    counted_on: Day
    people: People
    counted_elsewhere: Annotated[People, Field(description="Whom another body counts, by its own declaration")] = 0
    words: Annotated[Words, Field(max_length=500)] = ""
    replaces_id: UUID | None = None


class HeadcountShape(Output):
    id: UUID
    body_id: UUID
    counted_on: Day
    people: int
    counted_elsewhere: int
    words: str
    received_at: Moment
    replaces_id: UUID | None


class Came(Input):
    """How many of one organisation came."""

    id: UUID
    body_id: UUID
    people: People
    first_time: Annotated[People, Field(description="Not briefed before, and not counted by another body")]
    pledges: Annotated[People, Field(description="Who pledged to set an example")] = 0


class NewSession(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c93",
                    "held_on": "2026-10-10",
                    "topic": "Quán triệt kế hoạch bảo vệ môi trường",
                    "place": "Hội trường xã",
                    "came": [
                        {
                            "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c94",
                            "body_id": BODY,
                            "people": 120,
                            "first_time": 110,
                            "pledges": 90,
                        }
                    ],
                }
            ]
        }
    )

    id: UUID
    held_on: Day
    topic: Annotated[Line, Field(min_length=1, max_length=200)]
    place: Annotated[Line, Field(max_length=160)] = ""
    words: Annotated[Words, Field(max_length=1000)] = ""
    came: Annotated[list[Came], Field(min_length=1, max_length=MOST_BODIES)]

    @model_validator(mode="after")
    def _once_each(self) -> "NewSession":
        if len({one.body_id for one in self.came}) < len(self.came):
            raise PydanticCustomError("came_twice", "Một đơn vị chỉ ghi một dòng cho mỗi buổi.")
        return self


class Correction(Input):
    """Another number in place of one that was entered."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c95", "people": 121, "first_time": 111}]
        }
    )

    id: UUID
    people: People
    first_time: People
    pledges: People = 0


class CameShape(Output):
    id: UUID
    body_id: UUID
    body_name: str
    people: int
    first_time: int
    pledges: int


class SessionShape(Output):
    id: UUID
    held_on: Day
    topic: str
    place: str
    words: str
    came: list[CameShape]
    photos: list[StaffPicture]


class BodyOn(BodyShape):
    """One organisation on the day asked for; `headcount` null: it has not said how many it has."""

    headcount: HeadcountShape | None
    own: int | None
    briefed: int
    pledges: int
    sessions: int
    percent: float | None


class BriefingBoard(Output):
    """K4 as of a day: `briefed` of `people`, over the organisations with a headcount."""

    on: Day
    bodies: list[BodyOn]
    people: int
    briefed: int
    pledges: int
    percent: float | None
    without_headcount: int
