"""Cases around dump sites on the wire: links, suggestions, suspected relapses, and the numbers they go by."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Input, Moment, Output
from api.core.text import Line
from api.dump_sites.models import Link, Stage

MOST_LINKED = 200
EXAMPLE_ID = "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2d21"
CaseIds = Annotated[list[UUID], Field(max_length=MOST_LINKED)]
Reason = Annotated[Line, Field(max_length=500)]


class SiteCase(Output):
    """A report as far as staff may read it. `link` is null while nobody has judged it."""

    id: UUID
    code: str
    title: str
    status_label: str
    received_at: Moment
    lat: float | None
    lon: float | None
    link: Link | None


class LinkedCases(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"complaint_ids": [EXAMPLE_ID]}]})

    complaint_ids: Annotated[CaseIds, Field(min_length=1)]


class RelapseDecision(Input):
    """Whether a report tells that a closed site is used again. Confirmed, the site goes back to `stage`."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"is_relapse": True, "stage": "listed", "words": "Đúng"}]}
    )

    is_relapse: bool
    stage: Stage | None = None
    words: Annotated[Reason, Field(min_length=1)]

    @model_validator(mode="after")
    def _stage(self) -> "RelapseDecision":
        if self.is_relapse != (self.stage is not None):
            raise PydanticCustomError("stage", "", {"says": "Xác nhận tái phát thì chọn bước phải quay lại."})
        return self


class SpotSuggestion(Output):
    """Reports that hang together where no site is registered yet. `near_site`: one that may be the same place.

    `recent` reports came in the last half of the window, `before` in the half before.
    """

    key: str
    lat: float
    lon: float
    radius_m: int
    count: int
    first_on: date
    last_on: date
    recent: int
    before: int
    hamlet_id: UUID | None
    hamlet_name: str | None
    near_site_id: UUID | None
    near_site_name: str | None
    cases: list[SiteCase]


class SpotDismissal(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"complaint_ids": [EXAMPLE_ID], "words": "Đã dọn"}]})

    complaint_ids: Annotated[CaseIds, Field(min_length=1)]
    words: Reason = ""


class DumpSettings(Input):
    """Distances in metres, times in days or months. `source`: where the numbers come from."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "cluster_m": 60, "cluster_days": 60, "cluster_reports": 3, "look_back_days": 365, "relapse_m": 60,
                    "watch_months": 6, "visit_every_days": 30, "clean_visits": 3, "source": "Xã tự quy định",
                }
            ]
        },
    )  # fmt: skip

    cluster_m: Annotated[int, Field(ge=10, le=500, description="Reports so near belong together")]
    cluster_days: Annotated[int, Field(ge=1, le=365, description="Reports so close in time belong together")]
    cluster_reports: Annotated[int, Field(ge=2, le=50, description="So many make a suggestion")]
    look_back_days: Annotated[int, Field(ge=30, le=1100, description="Older reports are not looked at")]
    relapse_m: Annotated[int, Field(ge=10, le=500, description="A report so near to a closed site may be a relapse")]
    watch_months: Annotated[int, Field(ge=1, le=60, description="How long a restored site is watched")]
    visit_every_days: Annotated[int, Field(ge=1, le=365, description="How often it is looked at meanwhile")]
    clean_visits: Annotated[int, Field(ge=0, le=50, description="So many clean visits end the watch")]
    source: Annotated[Line, Field(max_length=300)]


class DumpSettingsShape(DumpSettings):
    version: int
