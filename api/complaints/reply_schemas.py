"""What the doors to canned replies take and give."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from api.complaints.models import Status
from api.complaints.schemas import Code
from api.core.shapes import Input, Output
from api.core.text import Line, Words

ReplyText = Annotated[
    Words, Field(min_length=1, max_length=2000, examples=["Phản ánh {ma} đã được tiếp nhận, hẹn trả lời {ngay_hen}."])
]


class ReplyEdit(Input):
    """Words with placeholders: {ma}, {loai}, {ten_thon}, {ngay_gui}, {ngay_hen}, {don_vi}, {ket_qua}."""

    title: Annotated[Line, Field(min_length=1, max_length=80, examples=["Đã tiếp nhận"])]
    text: ReplyText
    category: Code | None = None
    status: Status | None = Field(default=None, description="The state the case comes into with these words")
    fires_by_itself: bool = False
    position: Annotated[int, Field(ge=0, le=1000)] = 0
    is_active: bool = True


class NewReply(ReplyEdit):
    id: UUID


class ReplyTry(Input):
    text: ReplyText
    code: Annotated[Line, Field(min_length=1, max_length=20, examples=["KS-26-0042"])]


class ReplyShape(Output):
    id: UUID
    title: str
    text: str
    category: str | None
    status: Status | None
    fires_by_itself: bool
    position: int
    is_active: bool
    source: str
    version: int


class Filled(Output):
    """`missing`: placeholders the case has no value for yet; plain words stand in their place."""

    text: str
    missing: list[str]


class Offer(Filled):
    """A canned reply as it reads for one case."""

    id: UUID
    title: str
    status: Status | None
