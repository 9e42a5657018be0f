"""Bulletins on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, Words
from api.outreach.bulletin_models import BulletinForm
from api.outreach.guide_schemas import Source

Monday = Annotated[Day, Field(description="The Monday of the week it tells of", examples=["2026-11-23"])]


class BulletinEdit(Input):
    """What people made of the generated words."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"week": "2026-11-23", "form": "loudspeaker", "text": "Kính thưa bà con…"}],
        }
    )

    week: Monday
    form: BulletinForm
    hamlet_id: UUID | None = None
    text: Annotated[Words, Field(min_length=1, max_length=4000)]


class BulletinDraft(Output):
    """The words that the facts give. `seconds`: to read them out; they should lie within the two bounds."""

    week: date
    form: BulletinForm
    hamlet_id: UUID | None
    text: str
    seconds: int
    words_per_minute: int
    least_seconds: int
    most_seconds: int


class BulletinShape(Output):
    id: UUID
    week: date
    form: BulletinForm
    hamlet_id: UUID | None
    hamlet_name: str | None
    generated: str
    text: str
    seconds: int
    made_by_name: str
    made_at: Moment
    version: int


class Bulletins(Output):
    items: list[BulletinShape]


class BulletinSettingEdit(Input):
    """How bulletins are made. {xa} and {thon} in the words stand for the names."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"words_per_minute": 140, "least_seconds": 60, "most_seconds": 90, "greeting": "Kính thưa bà con!",
                 "closing": "Xin cảm ơn bà con."}
            ]
        }
    )  # fmt: skip

    words_per_minute: Annotated[int, Field(ge=80, le=250)]
    least_seconds: Annotated[int, Field(ge=10, le=600)]
    most_seconds: Annotated[int, Field(ge=30, le=600)]
    greeting: Annotated[Line, Field(max_length=300)]
    closing: Annotated[Line, Field(max_length=300)]
    source: Source = ""

    @model_validator(mode="after")
    def _in_order(self) -> "BulletinSettingEdit":
        if self.least_seconds >= self.most_seconds:
            raise PydanticCustomError("seconds_order", "", {"says": "Thời gian ít nhất phải nhỏ hơn nhiều nhất."})
        return self


class BulletinSettingShape(Output):
    words_per_minute: int
    least_seconds: int
    most_seconds: int
    greeting: str
    closing: str
    source: str
    version: int
