"""What the desk sends and sees."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.case_schemas import DeskNote, Happening, Replied, Resolved, Stopped
from api.complaints.deadline_schemas import Clocked, ListedClock
from api.complaints.feedback_schemas import Said
from api.complaints.intake_schemas import IntakeFacts
from api.complaints.models import Kind, PhotoKind, PlaceSource, Priority, Status
from api.complaints.schemas import Code, Latitude, LatLon, Longitude, Named
from api.complaints.workflow_schemas import Asked, OutsideBrief, Relative, Suggestion, UnitIds
from api.core.shapes import Day, Input, Moment, Output, Page
from api.core.text import Line, Words
from api.media.schemas import Redacted

Text = Annotated[Words, Field(min_length=1, max_length=2000)]
Reason = Annotated[Words, Field(max_length=500)]


class Acceptance(Input):
    category: Code | None = None
    priority: Priority | None = None


class Assignment(Input):
    """Accepts the complaint too when it was still waiting for that."""

    unit_id: UUID
    assignee_id: UUID | None = None
    note: Annotated[Words, Field(max_length=2000)] = ""
    category: Code | None = None
    priority: Priority | None = None
    priority_reason: Reason = ""
    supporting_unit_ids: UnitIds | None = Field(default=None, description="null: those that help now go on helping")


class AskedText(Input):
    """`wants_photo`, `wants_place`: the page that answers offers a photo and a point on the map."""

    text: Annotated[Words, Field(min_length=1, max_length=1000)]
    wants_photo: bool = False
    wants_place: bool = False


class StepNote(Input):
    note: Annotated[Words, Field(max_length=2000)] = ""


class Resolution(Input):
    text: Text
    no_photo_reason: Annotated[Words, Field(max_length=500)] | None = None
    waste_kg: Annotated[float, Field(ge=0, le=1_000_000)] | None = None


class Reply(Input):
    text: Annotated[Words, Field(min_length=1, max_length=4000)]


class Closure(Input):
    pass


class Reopening(Input):
    reason: Annotated[Words, Field(min_length=1, max_length=1000)]


class Rejection(Input):
    reason: Code
    text: Annotated[Words, Field(min_length=1, max_length=1000)]


class Transfer(Input):
    body: Annotated[Line, Field(min_length=1, max_length=200)]
    letter_number: Annotated[Line, Field(min_length=1, max_length=60)]
    letter_on: Day
    text: Annotated[Words, Field(max_length=1000)] = ""


class Edit(Input):
    """Only the fields that are sent are changed. Another priority needs a reason once the case is accepted."""

    category: Code | None = None
    priority: Priority | None = None
    priority_reason: Reason = ""
    hamlet_id: UUID | None = None
    public_words: Annotated[Words, Field(max_length=2000)] | None = None
    is_hidden: bool = False
    hide_reason: Annotated[Line, Field(max_length=300, description="Needed with is_hidden: true")] = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    place_source: Literal[PlaceSource.PIN, PlaceSource.PHOTO] = PlaceSource.PIN

    @model_validator(mode="after")
    def _both_or_none(self) -> "Edit":
        if (self.latitude is None) != (self.longitude is None):
            raise PydanticCustomError("place_half", "", {"says": "Tọa độ cần đủ vĩ độ và kinh độ."})
        if self.is_hidden and not self.hide_reason:
            raise PydanticCustomError("reason_missing", "", {"says": "Xin ghi lý do ẩn phản ánh này."})
        return self


class NewNote(Input):
    id: UUID
    text: Annotated[Words, Field(min_length=1, max_length=4000)]


class PhotoEdit(Input):
    """`reason`: why a photo is taken back; staff read it in the history."""

    is_public: bool
    reason: Annotated[Line, Field(max_length=300)] = ""


class Found(Output):
    """Why a search found the case: places in the title, and a piece of its words. Spans are [start, end) characters."""

    title_marks: list[tuple[int, int]]
    snippet: str | None
    snippet_marks: list[tuple[int, int]]


class Summary(ListedClock):
    id: UUID
    code: str
    title: str
    category_label: str | None
    status: Status
    status_label: str
    tone: str
    priority: Priority
    hamlet_name: str | None
    unit_name: str | None
    held_since: Moment | None
    handover_count: int
    received_at: Moment
    photos: int
    thumb: str | None
    follower_count: int
    version: int
    found: Found | None


class CaseList(Page[Summary]):
    """`mended`: the words looked for instead, when those typed found nothing."""

    mended: str | None


class Counts(Output):
    """How many wait in each queue; 100 means a hundred or more."""

    reopened: int
    new: int
    due_soon: int
    overdue: int
    need_info: int
    mine: int


class DeskMarker(Output):
    id: UUID
    code: str
    lat: float
    lon: float
    status: Status
    tone: str
    priority: Priority


class DeskMarkers(Output):
    items: list[DeskMarker]
    more: bool


class DeskPlace(Output):
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    source: PlaceSource
    words: str
    outside_commune: bool


class DeskPhoto(Output):
    """A declared photo that has not arrived yet has null addresses. `code`: of the case it came with."""

    id: UUID
    kind: PhotoKind
    code: str
    is_support: bool
    large: str | None
    thumb: str | None
    width: int | None
    height: int | None
    placeholder: str | None
    is_public: bool
    redaction: Redacted | None
    taken_at: Moment | None
    gps: LatLon | None


class Near(Output):
    id: UUID
    code: str
    title: str
    status: Status
    status_label: str
    tone: str
    distance_m: int
    received_at: Moment


class NearPoint(Output):
    id: UUID
    name: str
    distance_m: int


class Detail(Clocked):
    """Everything the desk shows of one case; never the reporter's name or phone."""

    id: UUID
    code: str
    version: int
    type: Kind
    category: str | None
    category_label: str | None
    status: Status
    status_label: str
    tone: str
    priority: Priority
    channel: str
    channel_label: str
    title: str
    words: str
    public_words: str | None
    is_hidden: bool
    place: DeskPlace
    hamlet: Named | None
    unit: Named | None
    suggested_unit: Named | None
    suggestion: Suggestion
    assignee: Named | None
    held_since: Moment | None
    instruction: str
    handover_count: int
    supporting_units: list[Named]
    at_fault_unit: Named | None
    may_judge: bool
    parent: Relative | None
    parts: list[Relative]
    outside_requests: list[OutsideBrief]
    received_at: Moment
    reported_at: Moment
    merged_into_id: UUID | None
    follower_count: int
    has_contact: bool
    may_read_contact: bool
    may_suggest_boxes: bool
    photos: list[DeskPhoto]
    resolution: Resolved | None
    reply: Replied | None
    question: Asked | None
    intake: IntakeFacts
    stopped: Stopped | None
    near: list[Near]
    collection_point: Named | None = Field(description="Whose label was scanned to report")
    points: list[NearPoint]
    moves: list[Status]
    reopen_count: int
    reopened_at: Moment | None
    rating: int | None
    said: list[Said]
    notes: list[DeskNote]
    timeline: list[Happening]
