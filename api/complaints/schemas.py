"""What residents send and what everybody may see."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.deadline_schemas import ExtensionShape, PublicClock
from api.complaints.models import Kind, PhotoKind, PlaceSource, Status
from api.complaints.question_schemas import Answers
from api.core.shapes import Input, Moment, Output
from api.core.text import Line, Phone, Words
from api.places.rules import Point

MOST_PHOTOS = 6
Code = Annotated[Line, Field(max_length=40)]
SentKind = Literal[Kind.COMPLAINT, Kind.DIFFICULTY, Kind.PROPOSAL]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Place(Input):
    """Where. Coordinates, a hamlet, or words: one of them is enough."""

    lat: Latitude | None = None
    lon: Longitude | None = None
    accuracy_m: Annotated[float, Field(ge=0, le=100_000)] | None = None
    source: PlaceSource = PlaceSource.WORDS
    words: Annotated[Line, Field(max_length=300)] = ""
    hamlet_id: UUID | None = None

    @model_validator(mode="after")
    def _both_or_none(self) -> "Place":
        if (self.lat is None) != (self.lon is None):
            raise PydanticCustomError("place_half", "", {"says": "Tọa độ cần đủ vĩ độ và kinh độ."})
        return self

    @property
    def point(self) -> Point | None:
        return None if self.lat is None or self.lon is None else Point(self.lat, self.lon)

    @property
    def is_given(self) -> bool:
        return self.lat is not None or self.hamlet_id is not None or bool(self.words)


class Contact(Input):
    """For the answer only. Nothing is kept without an explicit yes."""

    name: Annotated[Line, Field(max_length=80)] | None = None
    phone: Phone | None = None
    consent: Literal[True]
    consent_version: Annotated[Line, Field(max_length=20)]


class Submission(Input):
    """A complaint as a phone sends it. The client makes `id` and the photo ids (UUID), once."""

    model_config = ConfigDict(json_schema_extra={"examples": [{
        "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c10", "type": "complaint", "category": "dump_water",
        "words": "Rác đổ cạnh mương sau nhà văn hóa, mùi hôi.", "reported_at": "2026-11-22T09:42:00Z",
        "place": {"lat": 20.9089, "lon": 106.1793, "accuracy_m": 12, "source": "gps"},
        "photos": ["0193a6a2-5000-7c55-9a37-3b8f3b1d2c11"],
    }]})  # fmt: skip

    id: UUID
    type: SentKind = Kind.COMPLAINT
    category: Code | None = None
    words: Annotated[Words, Field(max_length=2000)] = ""
    reported_at: Moment | None = Field(default=None, description="By the phone's clock; absent: when it is received")
    place: Place
    photos: Annotated[list[UUID], Field(max_length=MOST_PHOTOS)] = Field(default_factory=list)
    contact: Contact | None = None
    answers: Answers = Field(default_factory=list, description="To the extra questions of the category")
    collection_point_id: UUID | None = Field(default=None, description="Reported at this point, by its label")

    @model_validator(mode="after")
    def _says_something(self) -> "Submission":
        if not (self.words or self.category or self.photos):
            says = "Xin chụp ảnh, chọn một việc hoặc viết vài chữ."
            raise PydanticCustomError("complaint_empty", "", {"says": says})
        if not self.place.is_given:
            says = "Chưa chọn nơi có rác. Xin chọn thôn hoặc chỉ trên bản đồ."
            raise PydanticCustomError("place_missing", "", {"says": says})
        if len(set(self.photos)) != len(self.photos):
            raise PydanticCustomError("photos_repeated", "", {"says": "Có hai ảnh trùng mã."})
        return self


class Named(Output):
    id: UUID
    name: str


class Receipt(Output):
    """`token` is the reporter's secret: whoever holds it can follow the case. It is shown only here."""

    id: UUID
    code: str
    token: str
    received_at: Moment
    status: Status
    due_at: Moment | None
    hamlet: Named | None
    outside_commune: bool
    photos_missing: list[UUID]


class LatLon(Output):
    lat: float
    lon: float


class PhotoReceipt(Output):
    """`gps`: where the received original says it was taken; offered as the place when the page had none."""

    id: UUID
    width: int
    height: int
    taken_at: Moment | None
    gps: LatLon | None


class PublicPhoto(Output):
    id: UUID
    kind: PhotoKind
    large: str | None
    thumb: str | None
    width: int
    height: int
    placeholder: str


class Answered(Output):
    text: str
    on: date
    unit_name: str | None


class Step(Output):
    on: date
    status: Status
    label: str
    unit_name: str | None


class PublicCase(Output):
    """What everybody may see of a case (domain rules §5.2): nothing of the reporter, no unchecked words."""

    code: str
    type: Kind
    category: str | None
    category_label: str | None
    status: Status
    status_label: str
    tone: str
    title: str
    words: str | None
    hamlet: Named | None
    place: LatLon | None
    received_on: date
    due_on: date | None
    resolved_on: date | None
    unit_name: str | None
    reply: Answered | None
    resolution: Answered | None
    reject_reason: str | None
    stop_words: str | None
    photos: list[PublicPhoto]
    merged_into: str | None
    follower_count: int
    rating: int | None = Field(description="One to five stars by the reporter")
    timeline: list[Step]
    deadline: PublicClock | None
    extension: ExtensionShape | None


class PublicSummary(Output):
    code: str
    category: str | None
    category_label: str | None
    status: Status
    status_label: str
    tone: str
    title: str
    hamlet_name: str | None
    received_on: date
    due_on: date | None
    closed_on: date | None
    thumb: str | None


class Marker(Output):
    code: str
    lat: float
    lon: float
    category: str | None
    status: Status
    tone: str


class Markers(Output):
    items: list[Marker]
    more: bool


class PublicCounts(Output):
    open: int = Field(description="Sent, taken in or being worked on", examples=[4])
    done: int = Field(description="Resolved and answered", examples=[19])


BoxText = Annotated[str, Field(max_length=120, description="west,south,east,north", examples=["106.1,20.8,106.3,21.0"])]


PageCursor = Annotated[str | None, Field(max_length=400, description="`next` of the page before")]


class Filter(Input):
    """How the public list is narrowed, and from where on. A query model takes every parameter of its address."""

    cursor: PageCursor = None

    status: Status | None = None
    hamlet_id: UUID | None = None
    category: Code | None = None
