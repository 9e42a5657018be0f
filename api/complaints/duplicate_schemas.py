"""What crosses the wire about cases that may be the same, people who saw the same, and merges."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.models import Status
from api.complaints.schemas import MOST_PHOTOS, Contact, Latitude, Longitude
from api.core.shapes import Input, Moment, Output
from api.core.text import Words


class Around(Input):
    """Where the phone is, or where its pin stands."""

    lat: Latitude
    lon: Longitude


class NearCase(Output):
    """An open case that may be the same. `distance_m`: to the point that the public map shows, in tens of metres."""

    code: str
    category: str | None
    title: str
    hamlet_name: str | None
    received_on: date
    status: Status
    status_label: str
    tone: str
    thumb: str | None
    distance_m: int
    follower_count: int


class NearCases(Output):
    items: list[NearCase]


class Support(Input):
    """ "Tôi cũng thấy": follow a case instead of sending a second report. The client makes all ids (UUID), once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0193a6a2-6000-7c55-9a37-3b8f3b1d2c10",
                    "words": "Hôm nay rác còn nhiều hơn.",
                    "photos": ["0193a6a2-6000-7c55-9a37-3b8f3b1d2c11"],
                    "contact": None,
                }
            ]
        }
    )

    id: UUID
    words: Annotated[Words, Field(max_length=2000)] = ""
    photos: Annotated[list[UUID], Field(max_length=MOST_PHOTOS)] = Field(default_factory=list)
    contact: Contact | None = None

    @model_validator(mode="after")
    def _photos_differ(self) -> "Support":
        if len(set(self.photos)) != len(self.photos):
            raise PydanticCustomError("photos_repeated", "", {"says": "Có hai ảnh trùng mã."})
        return self


class SupportReceipt(Output):
    """`code`: of the case followed. `token` opens it for this supporter and is shown only here."""

    id: UUID
    code: str
    token: str
    received_at: Moment
    status: Status
    due_at: Moment | None
    photos_missing: list[UUID]


class Merge(Input):
    into_id: UUID


class Unmerge(Input):
    pass


class ReasonKind(StrEnum):
    """Why two cases may be the same. `value` of a reason: metres, days, -, percent of shared words, differing bits."""

    PLACE = "place"
    TIME = "time"
    CATEGORY = "category"
    WORDS = "words"
    PICTURE = "picture"


class Reason(Output):
    kind: ReasonKind
    value: int


class LikelyCase(Output):
    """A case that may be the same. `score`: 0 to 100."""

    id: UUID
    code: str
    title: str
    status: Status
    status_label: str
    tone: str
    received_at: Moment
    thumb: str | None
    follower_count: int
    score: int
    reasons: list[Reason]


class Merged(Output):
    """A case of the same group. `status_before`: where it stood when it was merged."""

    id: UUID
    code: str
    title: str
    words: str
    received_at: Moment
    status: Status
    status_label: str
    tone: str
    status_before: Status | None


class Supporter(Output):
    """Somebody who saw the same; who that is stays sealed."""

    id: UUID
    at: Moment
    words: str
    photos: int
    has_contact: bool


class Duplicates(Output):
    """`same_phone`: how many other cases come from the same number; null for who may not know."""

    merged_into: Merged | None
    merged: list[Merged]
    supporters: list[Supporter]
    suggestions: list[LikelyCase]
    same_phone: int | None
