"""Check-ins on the wire: what a phone sends, what everybody sees, what staff see."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from api.cleanups.models import EntryChannel, Outcome, PhotoKind, Slot
from api.core.shapes import OMITTED, Day, Input, Moment, Output
from api.core.text import Line, Words
from api.media.schemas import Picture, StaffPicture
from api.places.schemas import Latitude, Longitude

MOST_PHOTOS = 10
# Hard limits: beyond them a number is a slip of the finger. Odd but possible ones are asked about by the phone.
People = Annotated[int, Field(ge=0, le=10_000)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Kilograms = Annotated[float, Field(ge=0, le=1_000_000)]
Metres = Annotated[float, Field(ge=0, le=200_000)]
Dong = Annotated[int, Field(ge=0, le=100_000_000_000)]
Reason = Annotated[Line, Field(max_length=300)]
InKind = Annotated[Line, Field(max_length=300)]
Note = Annotated[Words, Field(max_length=2000)]
Route = Annotated[
    list[tuple[Longitude, Latitude]],
    Field(max_length=300, description="The way that was cleaned, in walking order; one pair: a single place"),
]
PhotoIds = Annotated[list[UUID], Field(max_length=MOST_PHOTOS)]
EXAMPLE: JsonDict = {
    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c41",
    "hamlet_id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c11",
    "held_on": "2026-11-28",
    "slot": "morning",
    "outcome": "held",
    "participants": 85,
    "forces": {"residents": 60, "youth": 15, "women": 10},
    "waste_kg": 1200,
    "road_m": 800,
    "photos": ["0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c42"],
    "channel": "app",
    "made_at": "2026-11-28T02:30:00Z",
}


class Forces(Input):
    """Who came, as far as it was counted; together no more than all participants."""

    residents: People | None = None
    youth: People | None = None
    women: People | None = None
    veterans: People | None = None
    farmers: People | None = None
    armed_forces: People | None = None
    officials: People | None = None
    students: People | None = None
    religious: People | None = None


class Amounts(Input):
    """What was counted or guessed; every field may stay empty."""

    no_event_reason: Reason | None = None
    participants: People | None = None
    forces: Forces | None = None
    households_joined: Count | None = None
    waste_kg: Kilograms | None = None
    recyclable_kg: Kilograms | None = None
    hyacinth_kg: Kilograms | None = None
    road_m: Metres | None = None
    road_count: Count | None = None
    canal_m: Metres | None = None
    spots_cleared: Count | None = None
    ads_removed: Count | None = None
    trees: Count | None = None
    pledges: Count | None = None
    flower_road_m: Metres | None = None
    funding_vnd: Dong | None = None
    campaign_id: UUID | None = None
    places: Annotated[list[UUID], Field(max_length=20, description="Kinds of places, by choice")] | None = None
    heaps: Annotated[dict[UUID, Annotated[int, Field(ge=1, le=1000)]], Field(max_length=10)] | None = Field(
        default=None, description="What was counted in place of weighing: choice -> how many"
    )
    route: Route | None = None
    in_kind: InKind | None = None
    note: Note | None = None
    photos: Annotated[PhotoIds, Field(description="Ids of the photos that follow, made by the client")] = Field(
        default_factory=list
    )
    before_photos: Annotated[PhotoIds, Field(description="Those of `photos` taken before the clean-up")] = Field(
        default_factory=list
    )

    @model_validator(mode="after")
    def _photo_ids(self) -> "Amounts":
        if len(set(self.photos)) != len(self.photos) or not set(self.before_photos) <= set(self.photos):
            raise PydanticCustomError("photo_ids", "", {"says": "Danh sách ảnh bị trùng hoặc thiếu."})
        return self

    def kind_of(self, photo_id: UUID) -> PhotoKind:
        return PhotoKind.BEFORE if photo_id in self.before_photos else PhotoKind.AFTER


class CheckIn(Amounts):
    """One clean-up of one hamlet on one day, often entered without a network. The client makes the ids, once."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    id: UUID
    hamlet_id: UUID
    held_on: Day
    slot: Slot
    organiser_id: UUID | None = Field(default=None, description="Another body that held it; absent: the hamlet")
    outcome: Outcome
    channel: EntryChannel = EntryChannel.APP
    made_at: Annotated[Moment, Field(description="By the phone's clock")]


class Correction(Amounts):
    """Only the fields sent are changed. `photos` are ids to add; photos declared before stay."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"participants": 90, "waste_kg": 1300}]})

    hamlet_id: UUID = Field(default=OMITTED)
    held_on: Day = Field(default=OMITTED)
    slot: Slot = Field(default=OMITTED)
    organiser_id: UUID | None = None
    outcome: Outcome = Field(default=OMITTED)
    channel: EntryChannel = Field(default=OMITTED)


class CleanupSummary(Output):
    id: UUID
    hamlet_id: UUID
    hamlet_name: str
    held_on: date
    slot: Slot
    organiser_id: UUID | None
    organiser: str | None = Field(description="Who held it, when it was not the hamlet itself")
    outcome: Outcome
    participants: int | None
    waste_kg: float | None
    no_event_reason: str | None
    thumb: str | None
    version: int


class CleanupDetail(CleanupSummary):
    """What everybody sees. `note` and `in_kind` can name people, so the public gets null there."""

    forces: dict[str, int]
    households_joined: int | None
    recyclable_kg: float | None
    hyacinth_kg: float | None
    road_m: float | None
    road_count: int | None
    canal_m: float | None
    spots_cleared: int | None
    ads_removed: int | None
    trees: int | None
    pledges: int | None
    campaign_id: UUID | None
    campaign: str | None
    places: list[UUID]
    place_labels: list[str]
    heaps: dict[UUID, int]
    is_estimated: bool = Field(description="The weight was counted in heaps, not weighed")
    route: list[tuple[float, float]]
    flower_road_m: float | None
    funding_vnd: int | None
    in_kind: str | None
    note: str | None
    photos: list[Picture]


class SecondReportShape(Output):
    """Another person's check-in of the same event. `changes`: field -> {before: as it counts, after: as told here}."""

    id: UUID
    made_by: str
    made_at: Moment
    changes: dict[str, Any]  # any JSON values
    is_used: bool | None = Field(description="Null: nobody has compared the two yet")


class SecondReportSettlement(Input):
    """Which of the two holds."""

    use: Annotated[bool, Field(description="true: what the second says takes the first one's place")]


class CleanupRecord(CleanupDetail):
    """What staff see: who entered it, how, and which photos are still to come."""

    photos: list[StaffPicture]  # type: ignore[assignment]  # the same pictures with more about each
    channel: EntryChannel
    made_by: str
    is_mine: bool
    may_correct_until: Moment | None
    made_at: Moment
    received_at: Moment
    photos_missing: list[UUID]
    second_reports: list[SecondReportShape]


class PhotoShowing(Input):
    """Let everybody see a photo that was looked at; or take it back, and say why."""

    is_public: bool
    reason: Annotated[Line, Field(max_length=300)] = ""

    @model_validator(mode="after")
    def _why(self) -> "PhotoShowing":
        if not self.is_public and not self.reason:
            raise PydanticCustomError("reason_missing", "", {"says": "Xin ghi lý do thôi công khai."})
        return self


class HistoryEntry(Output):
    """`changes`: field -> {before, after}."""

    at: Moment
    verb: str
    by: str
    changes: dict[str, Any]  # any JSON values
