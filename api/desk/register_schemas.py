"""The register of received reports (sổ tiếp nhận phản ánh) on the wire."""

from datetime import date
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.desk_filters import DeskFilter, Queue
from api.complaints.models import Kind, Status
from api.complaints.schemas import Code
from api.core.shapes import Day, Input, Moment, Output

LONGEST_DAYS = 366


class Period(Input):
    """Days of receipt in Asia/Ho_Chi_Minh, both included; at most a year."""

    from_: Day = Field(alias="from", examples=["2026-11-01"])
    to: Day = Field(examples=["2026-11-30"])

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        if not 0 <= (self.to - self.from_).days < LONGEST_DAYS:
            says = "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi, và kỳ dài nhất một năm."
            raise PydanticCustomError("period_broken", "", {"says": says})
        return self


class RegisterFilter(DeskFilter, Period):
    """The desk's filter and a period. Everything received is in the register, whatever became of it."""

    queue: Queue = Queue.ALL
    channel: Code | None = None


class RegisterRow(Output):
    """One entry. `number` counts within the period. Nothing tells who reported."""

    number: int
    id: UUID
    code: str
    received_at: Moment
    reported_at: Moment
    channel_label: str
    external_ref: str | None
    type: Kind
    category_label: str | None
    words: str
    hamlet_name: str | None
    place_words: str
    has_contact: bool
    unit_name: str | None
    due_on: date | None
    status: Status
    status_label: str
    resolved_on: date | None
    replied_on: date | None
    result: str | None


class Register(Output):
    """`more`: the period has more entries than fit; take a shorter one or the file."""

    items: list[RegisterRow]
    more: bool


class RegisterContact(Output):
    id: UUID
    name: str | None
    phone: str | None


class RegisterContacts(Output):
    items: list[RegisterContact]
