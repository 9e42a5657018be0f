"""Contests on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.outreach.contest_models import EntrantKind

Title = Annotated[Line, Field(min_length=1, max_length=160)]


class ContestEdit(Input):
    """Results are seen by everybody from `results_on` on."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"title": "Vẽ tranh: Làng em xanh", "rules_words": "Khổ A4, nộp ở nhà văn hóa thôn.",
                 "entry_kinds": "Tranh vẽ", "starts_on": "2026-11-01", "ends_on": "2026-12-15", "is_draft": False}
            ]
        }
    )  # fmt: skip

    title: Title
    rules_words: Annotated[Words, Field(min_length=1, max_length=6000)]
    entry_kinds: Annotated[Line, Field(max_length=300)] = ""
    starts_on: Day
    ends_on: Day
    results_on: Day | None = None
    result_words: Annotated[Words, Field(max_length=6000)] = ""
    is_draft: bool = True

    @model_validator(mode="after")
    def _in_order(self) -> "ContestEdit":
        if self.ends_on < self.starts_on:
            raise PydanticCustomError("days_order", "", {"says": "Ngày kết thúc không được trước ngày bắt đầu."})
        return self


class ContestEntryEdit(Input):
    """A person is named only with consent; otherwise `entrant` stays empty."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"entrant_kind": "organisation", "entrant": "Trường Tiểu học Mẫu", "title": "Thùng rác từ chai nhựa",
                 "received_on": "2026-11-20"}
            ]
        },
    )  # fmt: skip

    entrant_kind: EntrantKind
    entrant: Annotated[Line, Field(max_length=120)] = ""
    has_consent: bool = False
    title: Title
    words: Annotated[Words, Field(max_length=1000)] = ""
    award: Annotated[Line, Field(max_length=80)] = ""
    received_on: Day
    is_void: bool = False

    @model_validator(mode="after")
    def _named_with_consent(self) -> "ContestEntryEdit":
        if self.entrant_kind is EntrantKind.PERSON and self.entrant and not self.has_consent:
            raise PydanticCustomError(
                "consent_missing", "", {"says": "Chỉ ghi tên cá nhân khi người đó đồng ý. Nếu không, xin để trống tên."}
            )
        if self.entrant_kind is EntrantKind.ORGANISATION and not self.entrant:
            raise PydanticCustomError("entrant_missing", "", {"says": "Xin ghi tên đơn vị dự thi."})
        return self


class ContestEntryShape(Output):
    id: UUID
    entrant_kind: EntrantKind
    entrant: str
    has_consent: bool
    title: str
    words: str
    award: str
    received_on: date
    is_void: bool
    version: int


class PublicContest(Output):
    """`result_words`: null until the results are out."""

    id: UUID
    title: str
    rules_words: str
    entry_kinds: str
    starts_on: date
    ends_on: date
    result_words: str | None


class PublicContests(Output):
    items: list[PublicContest]


class ContestShape(Output):
    id: UUID
    title: str
    rules_words: str
    entry_kinds: str
    starts_on: date
    ends_on: date
    results_on: date | None
    result_words: str
    is_draft: bool
    version: int
    entries: list[ContestEntryShape]


class ContestBook(Output):
    items: list[ContestShape]
