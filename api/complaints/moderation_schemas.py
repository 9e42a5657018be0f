"""Moderation on the wire."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.moderation_models import BanKind, FlagOutcome, FlagReason
from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, Phone, Words

Reason = Annotated[Line, Field(min_length=3, max_length=300)]


class NewFlag(Input):
    """The client makes `id`; sent again it is the same flag. `photo_id`: one photo, else the whole case."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c77", "reason": "child"}]}
    )

    id: UUID
    reason: FlagReason
    photo_id: UUID | None = None
    words: Annotated[Words, Field(max_length=300)] = ""


class FlagTaken(Output):
    """An officer will look. Nothing is hidden by the flag itself."""

    id: UUID
    at: Moment


class FlagShape(Output):
    id: UUID
    reason: FlagReason
    photo_id: UUID | None
    words: str
    at: Moment


class FlaggedCase(Output):
    complaint_id: UUID
    code: str
    title: str
    version: int
    is_hidden: bool
    flags: list[FlagShape]


class QuarantinedCase(Output):
    """`why`: which kind of ban caught it."""

    complaint_id: UUID
    code: str
    title: str
    words: str
    version: int
    why: BanKind
    received_at: Moment
    photos: int


class WaitingPhoto(Output):
    """A photo of a clean-up that nobody but staff sees yet."""

    cleanup_id: UUID
    photo_id: UUID
    hamlet_name: str
    held_on: date
    thumb: str
    version: int


class Moderation(Output):
    """What waits for an officer's eye, the oldest first; at most a hundred of each."""

    flagged: list[FlaggedCase]
    quarantined: list[QuarantinedCase]
    cleanup_photos: list[WaitingPhoto]


class FlagDecision(Input):
    """`kept`: all is well. `handled`: covered or reworded already. `hidden`: away with the case. Always with a why."""

    outcome: FlagOutcome
    reason: Reason


class QuarantineDecision(Input):
    """Let it in like any other report; or refuse it, with words that its sender can read."""

    decision: Literal["let_in", "refuse"]
    text: Reason


class NewBan(Input):
    """By phone: the number, or the case it left it with. By address: the case. By word: the word."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c78",
                    "kind": "word",
                    "word": "vay tiền",
                    "reason": "Quảng cáo",
                    "expires_on": "2027-01-31",
                }
            ]
        }
    )

    id: UUID
    kind: BanKind
    phone: Phone | None = None
    word: Annotated[Line, Field(min_length=2, max_length=60)] | None = None
    complaint_id: UUID | None = None
    reason: Reason
    expires_on: Day | None = None

    @model_validator(mode="after")
    def _names_somebody(self) -> "NewBan":
        given = {
            BanKind.PHONE: self.phone or self.complaint_id,
            BanKind.ADDRESS: self.complaint_id,
            BanKind.WORD: self.word,
        }
        if not given[self.kind]:
            raise PydanticCustomError("ban_empty", "", {"says": "Xin nhập số điện thoại, từ ngữ hoặc chọn phản ánh."})
        return self


class BanEdit(Input):
    reason: Reason
    expires_on: Day | None = None
    is_lifted: bool = False


class BanShape(Output):
    id: UUID
    kind: BanKind
    hint: str
    reason: str
    expires_on: date | None
    made_by: str
    made_at: Moment
    is_lifted: bool
    is_in_force: bool
    version: int


class FormerWords(Output):
    """What everybody could read from `at` on; null: nothing."""

    words: str | None
    by: str
    at: Moment
