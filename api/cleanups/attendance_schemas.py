"""Rolls, presences and flags on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.cleanups.attendance_models import FlagKind
from api.cleanups.models import Slot
from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line


class NewRoll(Input):
    """Made on the phone that shows the code; it may arrive hours later."""

    model_config = ConfigDict(json_schema_extra={"examples": [{
        "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c61", "hamlet_id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c11",
        "held_on": "2026-11-28", "slot": "morning", "secret": "0f" * 20, "opened_at": "2026-11-28T00:30:00Z",
    }]})  # fmt: skip

    id: UUID
    hamlet_id: UUID
    held_on: Day
    slot: Slot
    organiser_id: UUID | None = None
    secret: Annotated[str, Field(pattern="^([0-9a-f]{2}){16,32}$")]
    opened_at: Moment


class RollShape(Output):
    id: UUID
    hamlet_id: UUID
    hamlet_name: str
    held_on: Day
    slot: Slot
    people: int = Field(description="Told by phones that had seen the code; each phone once")
    phones: int


class NewAttendance(Input):
    """A household is there: how many of them, and the code from the head's phone. Nothing about who they are."""

    model_config = ConfigDict(json_schema_extra={"examples": [{
        "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c62", "hamlet_id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c11",
        "code": "042917", "people": 3, "device": "d5f17b08741c49daa3d31020348ab1fd",
        "checked_at": "2026-11-28T00:42:00Z",
    }]})  # fmt: skip

    id: UUID
    hamlet_id: UUID
    code: Annotated[str, Field(pattern="^[0-9]{6}$")]
    people: Annotated[int, Field(ge=1, le=30)]
    device: Annotated[str, Field(pattern="^[0-9a-f]{32}$", description="Drawn by the phone; kept only as a keyed hash")]
    checked_at: Moment


class AttendanceReceipt(Output):
    """`is_counted`: the roll has come and the code fits; else it waits for the roll."""

    id: UUID
    hamlet_name: str
    people: int
    is_counted: bool


class Reconciled(Output):
    """The head's count and the phones' side by side. They are never added up."""

    cleanup_id: UUID | None
    hamlet_name: str
    organiser: str | None
    held_on: Day
    slot: Slot
    head_count: int | None
    checked: int
    phones: int
    differs: bool


class PhotoFlagShape(Output):
    id: UUID
    cleanup_id: UUID
    hamlet_name: str
    held_on: Day
    kind: FlagKind
    thumb: str | None
    other_id: UUID | None
    other_on: Day | None
    distance_m: float | None


class ToldTwice(Output):
    """Two people told of one event and nobody has compared what they said."""

    second_id: UUID
    cleanup_id: UUID
    hamlet_name: str
    held_on: Day
    first_by: str
    second_by: str


class Reconciliation(Output):
    events: list[Reconciled]
    unmatched: int = Field(description="Presences that fit no roll: an old code, or the roll has not come")
    flags: list[PhotoFlagShape]
    twice: list[ToldTwice]


class FlagDismissal(Input):
    reason: Annotated[Line, Field(min_length=1, max_length=300)]
