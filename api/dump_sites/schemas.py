"""Dump sites on the wire: what officers enter, what staff see, what everybody sees."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, JsonValue, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from api.core.shapes import OMITTED, Day, Input, Moment, Output
from api.core.text import Line, Words
from api.dump_sites.case_schemas import CaseIds, SiteCase
from api.dump_sites.models import SiteKind, Stage
from api.dump_sites.visit_schemas import SitePhoto, SiteVisit
from api.media.schemas import Picture
from api.places.schemas import Code, Latitude, Longitude

STAGE_LABELS = {
    Stage.FOUND: "Phát hiện",
    Stage.LISTED: "Đã vào danh mục",
    Stage.PLANNED: "Có kế hoạch xử lý",
    Stage.CLOSED: "Đã đóng cửa",
    Stage.RESTORING: "Đang cải tạo, phục hồi",
    Stage.WATCHING: "Đã phục hồi, đang theo dõi",
    Stage.DONE: "Hoàn thành",
}
KIND_LABELS = {
    SiteKind.WILD_DUMP: "Bãi rác tự phát",
    SiteKind.UNSANITARY_LANDFILL: "Bãi chôn lấp không hợp vệ sinh",
    SiteKind.POLLUTED_AREA: "Khu vực ô nhiễm",
}
Name = Annotated[Line, Field(min_length=1, max_length=120)]
PlaceWords = Annotated[Line, Field(max_length=300, description="Where it is, shown to everybody once it is public")]
Area = Annotated[float, Field(ge=0, le=10_000_000)]
Volume = Annotated[float, Field(ge=0, le=100_000_000)]
Year = Annotated[int, Field(ge=2020, le=2050)]
Dong = Annotated[int, Field(ge=0, le=100_000_000_000_000)]
Funding = Annotated[Line, Field(max_length=120)]
StageWords = Annotated[Words, Field(max_length=1000, description="For staff only")]
Decision = Annotated[Line, Field(max_length=60, description="Number of the decision or plan")]
Outline = Annotated[
    dict[str, JsonValue], Field(description="GeoJSON Polygon, WGS 84, longitude first, closed; at most 200 corners")
]
SITE: JsonDict = {
    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2d01",
    "name": "Bãi rác cuối mương Thôn Mẫu 3",
    "kind": "wild_dump",
    "found_on": "2026-11-02",
    "lat": 20.9089,
    "lon": 106.1793,
    "area_m2": 120,
    "volume_m3": 40,
}


def check_pair(lat: float | None, lon: float | None) -> None:
    if (lat is None) != (lon is None):
        raise PydanticCustomError("place_half", "", {"says": "Tọa độ cần đủ vĩ độ và kinh độ."})


class NewSite(Input):
    """A site for one of the registers, with the day it was found. The client makes `id`, once.

    Without `code` it gets the next one; without a hamlet that of its place; without a pin the middle of its outline.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [SITE]})

    id: UUID
    name: Name
    kind: SiteKind
    found_on: Day
    found_words: StageWords = ""
    code: Code | None = None
    hamlet_id: UUID | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    outline: Outline | None = None
    place_words: PlaceWords = ""
    area_m2: Area | None = None
    volume_m3: Volume | None = None
    plan_year: Year | None = None
    cost_vnd: Dong | None = None
    funding_source: Funding = ""
    unit_id: UUID | None = None
    is_public: bool = False
    complaint_ids: Annotated[CaseIds, Field(description="Reports that tell of it")] = Field(default_factory=list)

    @model_validator(mode="after")
    def _both_or_none(self) -> "NewSite":
        check_pair(self.lat, self.lon)
        return self


class SiteChange(Input):
    """Only the fields sent are changed; `lat` and `lon` come together."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"plan_year": 2027, "is_public": True}]})

    name: Name = Field(default=OMITTED)
    code: Code = Field(default=OMITTED)
    hamlet_id: UUID | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    outline: Outline | None = None
    place_words: PlaceWords = Field(default=OMITTED)
    area_m2: Area | None = None
    volume_m3: Volume | None = None
    plan_year: Year | None = None
    cost_vnd: Dong | None = None
    funding_source: Funding = Field(default=OMITTED)
    unit_id: UUID | None = None
    is_public: bool = Field(default=OMITTED)

    @model_validator(mode="after")
    def _both_or_none(self) -> "SiteChange":
        if ("lat" in self.model_fields_set) != ("lon" in self.model_fields_set):
            raise PydanticCustomError("place_half", "", {"says": "Tọa độ cần đủ vĩ độ và kinh độ."})
        check_pair(self.lat, self.lon)
        return self


class NewSiteStage(Input):
    """The next step of a site's life, or with `is_relapse` a step back. The client makes `id`, once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2d02", "stage": "listed", "on": "2026-11-20"}]
        }
    )

    id: UUID
    stage: Stage
    on: Day
    words: StageWords = ""
    decision_number: Decision = ""
    is_relapse: bool = False


class SiteStageCorrection(Input):
    """A row that stands instead of another, with what was wrong in it; `is_void` takes the last step back."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2d03", "on": "2026-11-19"}]}
    )

    id: UUID
    on: Day = Field(default=OMITTED)
    words: StageWords = Field(default=OMITTED)
    decision_number: Decision = Field(default=OMITTED)
    is_void: bool = False


class SiteSummary(Output):
    """One site as it is today. `suspects`: reports since its closing that may tell of a relapse."""

    id: UUID
    code: str
    name: str
    kind: SiteKind
    stage: Stage
    stage_label: str
    stage_since: date
    found_on: date
    hamlet_id: UUID | None
    hamlet_name: str | None
    lat: float | None
    lon: float | None
    outline: dict[str, JsonValue] | None
    area_m2: float | None
    volume_m3: float | None
    plan_year: int | None
    cost_vnd: int | None
    funding_source: str
    unit_id: UUID | None
    unit_name: str | None
    place_words: str
    is_public: bool
    visit_due_on: date | None
    suspects: int
    thumb: str | None
    version: int


class SiteStage(Output):
    """`is_standing`: false when a correction has come instead."""

    id: UUID
    stage: Stage
    label: str
    on: date
    words: str
    decision_number: str
    is_relapse: bool
    is_standing: bool
    by: str
    recorded_at: Moment


class SiteDetail(SiteSummary):
    """`moves` and `relapses`: the stages that may come next. `outline_m2`: the area of the drawn outline."""

    outline_m2: float | None
    watch_ends_on: date | None
    stages: list[SiteStage]
    moves: list[Stage]
    relapses: list[Stage]
    visits: list[SiteVisit]
    photos: list[SitePhoto]
    cases: list[SiteCase]
    suspected: list[SiteCase]


class SpotStep(Output):
    stage: Stage
    label: str
    on: date


class BlackSpot(Output):
    """What everybody sees of a site: never reports, nor words among staff."""

    id: UUID
    code: str
    name: str
    kind: SiteKind
    kind_label: str
    stage: Stage
    stage_label: str
    stage_since: date
    hamlet_name: str | None
    lat: float | None
    lon: float | None
    outline: dict[str, JsonValue] | None
    area_m2: float | None
    place_words: str
    plan_year: int | None
    steps: list[SpotStep]
    before: Picture | None
    after: Picture | None


class SiteRecord(Output):
    id: UUID
    code: str
    name: str
    stage: Stage
    stage_label: str
    stage_since: date
    is_restored: bool


class SiteFigure(Output):
    """Restored of all listed sites of one register on a day, 0 to 1, with the sites counted."""

    kind: SiteKind
    kind_label: str
    found: int
    listed: int
    closed: int
    restored: int
    done: int
    share: float | None
    sites: list[SiteRecord]


class SiteFigures(Output):
    """K5c: unsanitary landfills restored. K5d: wild dumps closed and restored. And the polluted areas likewise."""

    on: date
    k5c: SiteFigure
    k5d: SiteFigure
    polluted_areas: SiteFigure
