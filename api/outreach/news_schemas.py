"""News on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.media.schemas import Picture


class NewsEdit(Input):
    """Plain words. Names of residents only with their consent."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"title": "Đổi giờ thu gom ở Thôn Mẫu 3", "words": "Từ thứ Hai tới, xe đến lúc 16 giờ 30.",
                 "published_on": "2026-11-24", "is_draft": False}
            ]
        }
    )  # fmt: skip

    title: Annotated[Line, Field(min_length=1, max_length=160)]
    words: Annotated[Words, Field(min_length=1, max_length=6000)]
    published_on: Day
    published_until: Day | None = None
    is_pinned: bool = False
    is_draft: bool = True

    @model_validator(mode="after")
    def _in_order(self) -> "NewsEdit":
        if self.published_until and self.published_until < self.published_on:
            raise PydanticCustomError("days_order", "", {"says": "Ngày cuối không được trước ngày đăng."})
        return self


class NewsSummary(Output):
    """`lead`: the first words of the text."""

    id: UUID
    title: str
    lead: str
    published_on: date
    is_pinned: bool
    thumb: str | None


class NewsList(Output):
    items: list[NewsSummary]


class NewsDetail(Output):
    id: UUID
    title: str
    words: str
    published_on: date
    is_pinned: bool
    photos: list[Picture]


class NewsShape(Output):
    """For the office."""

    id: UUID
    title: str
    words: str
    published_on: date
    published_until: date | None
    is_pinned: bool
    is_draft: bool
    photos: list[Picture]
    version: int


class NewsBook(Output):
    items: list[NewsShape]
