"""What the holder of a tracking token sees of the own case."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.complaints.deadline_schemas import ClockShape, ExtensionShape, PublicClock
from api.complaints.models import Kind, Status
from api.complaints.question_schemas import AnsweredQuestion
from api.complaints.schemas import Answered, LatLon, Named, PublicPhoto
from api.core.shapes import Moment, Output


class TrackedStep(Output):
    """`notice`: what the commune wrote by itself on this step."""

    at: Moment
    status: Status
    label: str
    unit_name: str | None
    notice: str | None


class Question(Output):
    text: str
    at: Moment
    wants_photo: bool
    wants_place: bool


class PartOfCase(Output):
    """One of the cases that the commune made of a report with several matters."""

    code: str
    title: str
    status: Status
    status_label: str
    tone: str


class OwnSay(Output):
    """What is open to the holder now. `until`: the end of the window after the reply; null while none runs."""

    may_change: bool = Field(description="Correct or withdraw")
    may_rate: bool
    may_reopen: bool = Field(description="Say that it is not done")
    until: Moment | None


class TrackedCase(Output):
    """What the holder of the tracking token sees on top: exact times, own photos, the commune's question.

    `merged_into`: the code of the case in which it goes on; then state, answer and the rest are that case's.
    `guidance`: where to go with what the law gives another procedure.
    `is_support`: the holder followed somebody else's case ("tôi cũng thấy").
    """

    id: UUID
    code: str
    type: Kind
    category: str | None
    category_label: str | None
    status: Status
    status_label: str
    tone: str
    title: str
    hamlet: Named | None
    place: LatLon | None
    received_at: Moment
    received_on: date
    due_at: Moment | None
    due_on: date | None
    is_overdue: bool
    resolved_on: date | None
    unit_name: str | None
    reply: Answered | None
    resolution: Answered | None
    reject_reason: str | None
    stop_words: str | None
    photos: list[PublicPhoto]
    photos_missing: list[UUID]
    merged_into: str | None
    follower_count: int
    is_support: bool
    question: Question | None
    guidance: str | None
    answers: list[AnsweredQuestion]
    rating: int | None
    feedback: OwnSay
    parts: list[PartOfCase]
    timeline: list[TrackedStep]
    deadline: PublicClock | None
    clock: ClockShape | None
    extension: ExtensionShape | None
