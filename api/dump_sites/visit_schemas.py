"""Visits to dump sites and their photos on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Words
from api.dump_sites.models import VisitResult
from api.media.schemas import StaffPicture

MOST_VISIT_PHOTOS = 6


class NewSiteVisit(Input):
    """Somebody went to a site and looked, often without a network. The client makes the ids, once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2d11",
                    "dump_site_id": "0193a6a2-4f3b-7c55-9a37-3b8f3b1d2d01",
                    "visited_on": "2026-11-22",
                    "result": "clean",
                    "photos": ["0193a6a2-4f3b-7c55-9a37-3b8f3b1d2d12"],
                    "made_at": "2026-11-22T02:30:00Z",
                }
            ]
        }
    )

    id: UUID
    dump_site_id: UUID
    visited_on: Day
    result: VisitResult
    words: Annotated[Words, Field(max_length=1000)] = ""
    photos: Annotated[
        list[UUID], Field(max_length=MOST_VISIT_PHOTOS, description="Ids of the photos that follow, made by the client")
    ] = Field(default_factory=list)
    made_at: Annotated[Moment, Field(description="By the phone's clock")]

    @model_validator(mode="after")
    def _photo_ids(self) -> "NewSiteVisit":
        if len(set(self.photos)) != len(self.photos):
            raise PydanticCustomError("photo_ids", "", {"says": "Danh sách ảnh bị trùng."})
        return self


class SiteVisit(Output):
    """`photos_missing`: declared and not arrived yet."""

    id: UUID
    dump_site_id: UUID
    visited_on: date
    result: VisitResult
    words: str
    by: str
    made_at: Moment
    received_at: Moment
    photos_missing: list[UUID]


class SitePhoto(StaffPicture):
    """A photo that has arrived; with the visit it was taken on."""

    visit_id: UUID | None
    received_at: Moment


class SitePhotoShowing(Input):
    """Let everybody see a photo of a visit, or no longer."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_public": True}]})

    is_public: bool
