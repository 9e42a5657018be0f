"""Cameras and their events as they cross the wire; the shapes of Frigate are read, what else they hold is left."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.cameras.models import CameraPlace, DismissReason, EventState, Heard
from api.complaints.models import Priority
from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, Words
from api.media.schemas import StaffPicture

MOST_AT_ONCE = 100
Reference = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,80}$", examples=["1607123955.475377-mxklsc"])]
Name = Annotated[Line, Field(max_length=60)]
Names = Annotated[list[Name], Field(max_length=30)]
UnixTime = Annotated[float, Field(ge=1e9, lt=4e9, description="Unix seconds")]
Share = Annotated[float, Field(ge=0, le=1)]


class Foreign(BaseModel):
    """A shape of somebody else's: only the fields named here are read."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)


class FrigateData(Foreign):
    """Of a review, and of an event as Frigate's HTTP API gives it."""

    objects: Names = Field(default_factory=list)
    zones: Names = Field(default_factory=list)
    detections: Annotated[list[Reference], Field(max_length=30)] = Field(default_factory=list)
    score: Share | None = None
    top_score: Share | None = None


class FrigateThing(Foreign):
    """`after` of frigate/events (has a `label`) or of frigate/reviews (has a `severity`)."""

    id: Reference
    camera: Name
    start_time: UnixTime
    end_time: UnixTime | None = None
    label: Name | None = None
    severity: Annotated[str, Field(max_length=20)] | None = None
    false_positive: bool | None = None
    score: Share | None = None
    top_score: Share | None = None
    zones: Names = Field(default_factory=list)
    entered_zones: Names = Field(default_factory=list)
    data: FrigateData = Field(default_factory=FrigateData)

    def heard(self) -> Heard:
        scores = [one for one in (self.top_score, self.score, self.data.top_score, self.data.score) if one is not None]
        return Heard(
            reference=self.id, started_at=_moment(self.start_time),
            ended_at=_moment(self.end_time) if self.end_time else None, is_review=self.severity is not None,
            labels=frozenset({*([self.label] if self.label else ()), *self.data.objects}),
            zones=frozenset({*self.zones, *self.entered_zones, *self.data.zones}), score=max(scores, default=None),
            is_alert=self.severity == "alert", parts=frozenset(self.data.detections),
        )  # fmt: skip


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


class CameraMessage(Foreign):
    """Frigate's `{type, before, after}` of an event or a review; or plainly `{reference, taken_at, words}`."""

    model_config = ConfigDict(json_schema_extra={"examples": [
        {"type": "new", "before": {}, "after": {
            "id": "1607123955.475377-mxklsc", "camera": "cho_sat", "label": "person", "top_score": 0.95,
            "start_time": 1795660000.5, "end_time": None, "entered_zones": ["bai_rac"], "false_positive": False}},
        {"reference": "cam1-0001", "taken_at": "2026-11-24T02:00:00Z", "words": "Có người đổ bao rác"},
    ]})  # fmt: skip

    type: Literal["new", "update", "end"] | None = None
    after: FrigateThing | None = None
    reference: Reference | None = None
    taken_at: Moment | None = None
    words: Annotated[Line, Field(max_length=300)] = ""

    @model_validator(mode="after")
    def _one_shape(self) -> "CameraMessage":
        is_plain = self.reference is not None and self.taken_at is not None
        if (self.after is not None) == is_plain:
            says = "Tin cần có `after` (theo Frigate), hoặc cả `reference` và `taken_at`."
            raise PydanticCustomError("camera_message_shape", "", {"says": says})
        return self

    def heard(self) -> Heard:
        if self.after is not None:
            return self.after.heard()
        if self.reference is None or self.taken_at is None:  # the validator has seen to it
            raise AssertionError
        return Heard(reference=self.reference, started_at=self.taken_at, words=self.words)


class CameraEventReceipt(Output):
    """`ignored`: the camera's server itself says that there was nothing."""

    reference: str
    state: Literal["waiting", "dismissed", "case", "ignored"]
    wants_picture: bool


class CameraEdit(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{
        "code": "CAM-01", "name": "Cổng chợ Sặt", "owner": "Công an xã", "place_kind": "road",
        "lat": 20.9089, "lon": 106.1793, "field_of_view": "Lòng đường và điểm tập kết, không thấy cửa nhà dân",
        "purpose": "Phát hiện đổ rác trái quy định", "notice_on": "2026-11-01", "retention_days": 7,
        "source_name": "cho_sat",
    }]})  # fmt: skip

    code: Annotated[Line, Field(min_length=1, max_length=20)]
    name: Annotated[Line, Field(min_length=1, max_length=120)]
    owner: Annotated[Line, Field(min_length=1, max_length=200)]
    place_kind: CameraPlace
    hamlet_id: UUID | None = None
    place_words: Annotated[Line, Field(max_length=300)] = ""
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    field_of_view: Annotated[Line, Field(max_length=300)] = ""
    purpose: Annotated[Words, Field(min_length=1, max_length=600)]
    notice_on: Day | None = None
    retention_days: Annotated[int, Field(ge=1, le=90)]
    source_name: Name = ""
    is_public: bool = True
    is_active: bool = True

    @model_validator(mode="after")
    def _has_a_place(self) -> "CameraEdit":
        if (self.lat is None) != (self.lon is None) or not (self.hamlet_id or self.place_words or self.lat is not None):
            says = "Camera cần có thôn, tọa độ hoặc lời tả chỗ đặt."
            raise PydanticCustomError("camera_place_missing", "", {"says": says})
        return self


class CameraShape(Output):
    id: UUID
    code: str
    name: str
    owner: str
    place_kind: CameraPlace
    hamlet_id: UUID | None
    hamlet_name: str | None
    place_words: str
    lat: float | None
    lon: float | None
    field_of_view: str
    purpose: str
    notice_on: Day | None
    notice_photo: StaffPicture | None
    retention_days: int
    source_name: str
    is_public: bool
    is_active: bool
    has_key: bool
    last_heard_at: Moment | None
    waiting: int = Field(description="Events nobody has decided on")
    due: int = Field(description="Events past their time, erased at the next sweep")
    version: int


class Cameras(Output):
    items: list[CameraShape]


class CameraKey(Output):
    """Shown once; whoever needs it again makes a new one, and the old one ends."""

    camera_id: UUID
    key: str
    version: int


class CameraLook(Output):
    at: Moment
    who: str
    what: str
    reference: str | None


class CameraLog(Output):
    """Who looked at what this camera saw, and what was made of it: the newest first."""

    items: list[CameraLook]


class CameraEventShape(Output):
    id: UUID
    camera_id: UUID
    camera_name: str
    reference: str
    started_at: Moment
    ended_at: Moment | None
    labels: list[str]
    zones: list[str]
    score: float | None
    is_alert: bool
    words: str
    picture_count: int
    state: EventState
    reason: DismissReason | None
    decided_at: Moment | None
    decided_by: str | None
    complaint_id: UUID | None
    erased_on: Day | None = Field(description="When it goes, unless it becomes a case")


class CameraQueue(Output):
    items: list[CameraEventShape]
    waiting: int
    more: bool


class Evidence(Output):
    """One picture as it came: its fingerprint shows whether it was changed since."""

    reference: str
    taken_at: Moment
    sha256: str
    photo: StaffPicture | None


class CameraEventDetail(CameraEventShape):
    pictures: list[Evidence]
    looks: list[CameraLook]


class Dismissals(Input):
    ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_AT_ONCE)]
    reason: DismissReason


class CaseFromCamera(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{
        "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2c78", "category": "dump_road", "words": "Camera ghi cảnh đổ bao rác.",
    }]})  # fmt: skip

    id: UUID = Field(description="Of the complaint to be made")
    category: Annotated[Line, Field(max_length=40)]
    words: Annotated[Words, Field(max_length=2000)] = ""
    priority: Priority | None = None


class CaseMade(Output):
    complaint_id: UUID
    code: str


class CameraEvidence(Output):
    """How a case came from a camera, link by link; empty when it did not."""

    items: list[CameraEventDetail]


class CameraNotice(Output):
    """What the law has everybody told of a camera in a public place."""

    code: str
    name: str
    owner: str
    hamlet_name: str | None
    place_words: str
    purpose: str
    retention_days: int
    notice_on: Day | None


class CameraNotices(Output):
    items: list[CameraNotice]
