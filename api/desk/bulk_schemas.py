"""One act on many cases: what is asked, what may be done, what may not and why."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.models import Priority
from api.complaints.schemas import Code
from api.core.shapes import Input, Moment, Output
from api.core.text import Words

MOST_CASES = 200


class BulkAct(StrEnum):
    ASSIGN = "assign"
    PRIORITY = "priority"
    CATEGORY = "category"
    REPLY = "reply"
    CLOSE = "close"


NEEDS = {BulkAct.ASSIGN: "unit_id", BulkAct.PRIORITY: "priority", BulkAct.CATEGORY: "category", BulkAct.REPLY: "text"}


class BulkCase(Input):
    id: UUID
    version: Annotated[
        int, Field(ge=1, le=1_000_000_000, description="The version that was read: the If-Match of this case")
    ]


class Bulk(Input):
    """`partial`: do it for those that may, leaving out the others; without it one refusal stops the whole."""

    id: UUID
    act: BulkAct
    cases: Annotated[list[BulkCase], Field(min_length=1, max_length=MOST_CASES)]
    partial: bool = False
    unit_id: UUID | None = None
    assignee_id: UUID | None = None
    note: Annotated[Words, Field(max_length=2000)] = ""
    priority: Priority | None = None
    category: Code | None = None
    text: Annotated[
        Words, Field(max_length=2000, description="The reply; placeholders of canned replies are filled per case")
    ] = ""

    @model_validator(mode="after")
    def _whole(self) -> "Bulk":
        needed = NEEDS.get(self.act)
        if needed and not getattr(self, needed):
            raise PydanticCustomError("bulk_half", "", {"says": "Còn thiếu nội dung của việc cần làm."})
        if len({case.id for case in self.cases}) < len(self.cases):
            raise PydanticCustomError("bulk_twice", "", {"says": "Có phản ánh được chọn hai lần."})
        return self


class BulkDone(Output):
    """`version` and `status_label` as they are after the act; `text`: the reply as this reporter reads it."""

    id: UUID
    code: str
    title: str
    status_label: str
    version: int
    text: str | None


class BulkRefused(Output):
    id: UUID
    code: str | None
    title: str | None
    reason_code: str
    reason: str


class BulkResult(Output):
    """After a dry run nothing has changed and `undo_until` is null."""

    id: UUID
    done: list[BulkDone]
    refused: list[BulkRefused]
    undo_until: Moment | None


class BulkUndone(Output):
    """`refused`: cases on which something has happened since; they stay as they are."""

    id: UUID
    done: list[BulkDone]
    refused: list[BulkRefused]
