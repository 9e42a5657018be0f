"""Deadlines, clocks and extensions on the wire."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from api.complaints.catalogue_schemas import Versioned
from api.complaints.models import DeadlineUnit, Priority
from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, Words


class DueState(StrEnum):
    OK = "ok"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    NONE = "none"


class DeadlineShape(Versioned):
    """A rule. Of several for one step and priority, that with the latest `effective_from` not after the day on which
    a case's step began is the one in force for that case."""

    step: str
    priority: Priority
    amount: float
    unit: DeadlineUnit
    source: str
    effective_from: date
    verified_by: str
    verified_at: date | None


class DeadlineEdit(Input):
    """A new `effective_from` makes a new rule (If-Match: "0"); the rules before it stay for the cases of their time."""

    amount: Annotated[float, Field(gt=0, le=1000)]
    unit: DeadlineUnit
    source: Annotated[Line, Field(max_length=300)] = ""
    effective_from: Day
    verified_by: Annotated[Line, Field(max_length=120)] = ""
    verified_at: Day | None = None


class ExtensionEdit(Input):
    """More time for the work, once. Everybody may read the reason."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"days": 5, "reason": "Cần máy xúc của huyện, thứ Năm tuần sau mới có."}]}
    )

    days: Annotated[int, Field(ge=1, le=250, description="Working days; days when the step runs day and night")]
    reason: Annotated[Words, Field(min_length=1, max_length=500)]


class ClockShape(Output):
    """The clock of a step. Minutes are of the clock's own time: working time where the rule counts that."""

    step: str
    started_at: Moment
    due_at: Moment = Field(description="When it ends; while it stands still, as reckoned so far")
    minutes_used: int
    minutes_left: int = Field(description="Below zero: so much too late")
    day_minutes: int = Field(description="Minutes of one day of this clock; 1440: it runs day and night")
    paused_since: Moment | None = Field(description="It stands still: the resident has been asked")
    extended_days: int


class ExtensionShape(Output):
    days: int
    reason: str
    on: date


class ListedClock(Output):
    """The clock of the present step as a list shows it; null when none runs, also while it stands still."""

    due_at: Moment | None
    due_state: DueState
    minutes_left: int | None
    day_minutes: int | None


class Clocked(Output):
    """The clocks of one case for staff: that of the present step, and that of the answer owed since receipt."""

    answer_due_at: Moment | None
    due_at: Moment | None
    due_step: str | None
    due_state: DueState
    clock: ClockShape | None
    answer_clock: ClockShape | None
    extension: ExtensionShape | None
    may_extend_days: int | None = Field(description="Null: the case may not be extended (any more)")


class PublicClock(Output):
    """The clock of the answer in days, for everybody. `days_left` in working days; below zero: so many too late."""

    due_on: date
    days_left: int
    is_paused: bool
