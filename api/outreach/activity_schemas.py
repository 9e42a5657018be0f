"""The log of communication on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from api.core.shapes import Day, Input, Output
from api.core.text import Line, Words
from api.media.schemas import StaffPicture
from api.outreach.activity_models import ActivityKind

KIND_LABELS = {
    ActivityKind.LOUDSPEAKER: "Loa truyền thanh",
    ActivityKind.MEETING: "Họp thôn, sinh hoạt",
    ActivityKind.CONFERENCE: "Hội nghị, tập huấn",
    ActivityKind.BANNER: "Pa nô, băng rôn, áp phích",
    ActivityKind.LEAFLET: "Tờ rơi",
    ActivityKind.SCHOOL: "Trường học",
    ActivityKind.SOCIAL: "Zalo, Facebook, trang của xã",
    ActivityKind.REPORTAGE: "Phóng sự, chuyên mục",
    ActivityKind.HOUSEHOLD: "Đến từng nhà",
    ActivityKind.OTHER: "Việc khác",
}


class ActivityEdit(Input):
    """One act of telling people. `reach` is left out when nobody can say."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"kind": "meeting", "day": "2026-11-22", "title": "Họp thôn về phân loại rác", "reach": 85,
                 "is_reach_counted": True, "place_words": "Nhà văn hóa Thôn Mẫu 3"}
            ]
        }
    )  # fmt: skip

    kind: ActivityKind
    day: Day
    title: Annotated[Line, Field(min_length=1, max_length=160)]
    place_words: Annotated[Line, Field(max_length=200)] = ""
    organiser: Annotated[Line, Field(max_length=120)] = ""
    hamlet_id: UUID | None = None
    reach: Annotated[int, Field(ge=0, le=1_000_000, description="People")] | None = None
    is_reach_counted: Annotated[bool, Field(description="Counted, not estimated")] = False
    words: Annotated[Words, Field(max_length=2000)] = ""
    is_void: bool = False


class ActivityShape(Output):
    id: UUID
    kind: ActivityKind
    day: date
    title: str
    place_words: str
    organiser: str
    hamlet_id: UUID | None
    hamlet_name: str | None
    reach: int | None
    is_reach_counted: bool
    words: str
    is_void: bool
    made_by_name: str
    photos: list[StaffPicture]
    version: int


class ActivityMonth(Output):
    """Of the activities that count. People may have been reached more than once."""

    month: Annotated[str, Field(examples=["2026-11"])]
    activities: int
    reach: int
    reach_counted: int
    by_kind: dict[ActivityKind, int]


class ActivityLog(Output):
    items: list[ActivityShape]
    months: list[ActivityMonth]
