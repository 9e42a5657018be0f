"""The coming weekend on the wire. Public but for what a head sends: places, hours and numbers, no names of people."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.cleanups.coverage_models import WeekMark
from api.core.shapes import Day, Input, Output
from api.core.text import Line

StartTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["06:30"])]


class NewWeekendPlan(Input):
    """`replaces_id`: the plan this one changes."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "hamlet_id": "0193a6a2-0000-7000-8000-0000000000aa",
                    "held_on": "2026-11-29", "starts_at": "06:30", "place": "Nhà văn hóa thôn",
                    "bring": "chổi, cuốc, bao tải, găng tay", "note": "", "replaces_id": None,
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    hamlet_id: UUID
    held_on: Annotated[Day, Field(description="A Saturday or a Sunday to come")]
    starts_at: StartTime
    place: Annotated[Line, Field(min_length=1, max_length=160)]
    bring: Annotated[Line, Field(max_length=300)] = ""
    note: Annotated[Line, Field(max_length=300)] = ""
    replaces_id: UUID | None = None


class WeekendPlanShape(Output):
    id: UUID
    hamlet_id: UUID
    held_on: date
    starts_at: str
    place: str
    bring: str
    note: str


class HamletWeekend(Output):
    hamlet_id: UUID
    hamlet_name: str
    mark: WeekMark
    reason: str = Field(description="Why nothing is asked for")
    plan: WeekendPlanShape | None
    is_cancelled: bool = Field(description="There was a plan, and it was taken back")


class Weekend(Output):
    week: date = Field(description="Its Monday")
    saturday: date
    sunday: date
    rows: list[HamletWeekend]


class Thanks(Output):
    """What a hamlet has done, with its own numbers."""

    cleanup_id: UUID
    held_on: date
    participants: int
    waste_kg: float | None
    photo: str | None
    words: str
    spoken: str


class HamletInvitation(HamletWeekend):
    """`invitation` is to be sent, `spoken` to be read out; both null without a plan."""

    week: date
    saturday: date
    sunday: date
    invitation: str | None
    spoken: str | None
    thanks: list[Thanks] = Field(description="Of this weekend and the one before, the newest first")


class ReminderShape(Output):
    id: UUID
    plan_weekday: int
    plan_at: str
    entry_weekday: int
    entry_at: str
    source: str


class NewReminder(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-0000-7000-8000-000000000001", "plan_weekday": 4, "plan_at": "17:00",
                    "entry_weekday": 7, "entry_at": "18:00", "source": "Thông báo của UBND xã",
                }
            ]
        }
    )  # fmt: skip

    id: UUID
    plan_weekday: Annotated[int, Field(ge=1, le=6, description="1 Monday; before the weekend is over")]
    plan_at: StartTime
    entry_weekday: Annotated[int, Field(ge=6, le=7, description="6 Saturday, 7 Sunday")]
    entry_at: StartTime
    source: Annotated[Line, Field(max_length=300)] = ""
