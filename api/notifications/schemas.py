"""Notices of one signed-in person on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Input, Moment, Output


class Notice(Output):
    """What happened to what; the page words it. `code`: the public code of a case."""

    id: UUID
    occasion: str = Field(examples=["deadline_80", "complaint_assigned"])
    subject_kind: str
    subject_id: UUID
    code: str | None
    step: str | None
    due_at: Moment | None
    created_at: Moment
    read_at: Moment | None


class Notices(Output):
    """The newest fifty; `unread` is counted up to a hundred."""

    items: list[Notice]
    unread: int


class ReadMarks(Input):
    """Which notices have been seen; none named: all of them."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"ids": []}]})

    ids: Annotated[list[UUID], Field(max_length=100)] = Field(default_factory=list)
