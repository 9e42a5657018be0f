"""What the reporter says after sending, on the wire. The phone makes every `id`, once."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.feedback_models import FeedbackKind
from api.complaints.schemas import MOST_PHOTOS, Code, Place
from api.core.shapes import Input, Moment, Output
from api.core.text import Words

ID = "0193a6a2-7000-7c55-9a37-3b8f3b1d2c12"


class CaseCorrection(Input):
    """Only what is sent is changed; at least one of them."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"id": ID, "words": "Rác ở mương phía sau nhà văn hóa, không phải trước."}]}
    )

    id: UUID
    words: Annotated[Words, Field(min_length=1, max_length=2000)] | None = None
    category: Code | None = None
    place: Place | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "CaseCorrection":
        if self.words is None and self.category is None and self.place is None:
            raise PydanticCustomError("correction_empty", "", {"says": "Xin sửa ít nhất một mục."})
        if self.place is not None and not self.place.is_given:
            says = "Chưa chọn nơi có rác. Xin chọn thôn hoặc chỉ trên bản đồ."
            raise PydanticCustomError("place_missing", "", {"says": says})
        return self


class Withdrawal(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"id": ID, "words": "Hàng xóm đã dọn rồi."}]})

    id: UUID
    words: Annotated[Words, Field(max_length=1000)] = ""


class Rating(Input):
    """One to five stars. Sent again under a new id within the window it takes the place of the former one."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"id": ID, "stars": 5, "words": "Làm nhanh, sạch."}]})

    id: UUID
    stars: Annotated[int, Field(ge=1, le=5)]
    words: Annotated[Words, Field(max_length=1000)] = ""


class NotDone(Input):
    """ "Not done": in words, or with photos that follow one by one (PUT), or both."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"id": ID, "words": "Mới dọn một nửa, gần cống còn nguyên.", "photos": []}]}
    )

    id: UUID
    words: Annotated[Words, Field(max_length=1000)] = ""
    photos: Annotated[list[UUID], Field(max_length=MOST_PHOTOS)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _says_something(self) -> "NotDone":
        if not (self.words or self.photos):
            says = "Xin chụp một ảnh hoặc viết vài chữ: còn việc gì chưa xong."
            raise PydanticCustomError("not_done_empty", "", {"says": says})
        if len(set(self.photos)) != len(self.photos):
            raise PydanticCustomError("photos_repeated", "", {"says": "Có hai ảnh trùng mã."})
        return self


class TrackingLink(Output):
    """The private address of the case and the same as a plain SVG picture, for the own other phone."""

    url: str
    qr_svg: str


class FormerPlace(Output):
    lat: float | None
    lon: float | None
    words: str
    hamlet: str | None


class Former(Output):
    """What stood there before a correction; null: not changed."""

    words: str | None
    category: str | None
    place: FormerPlace | None


class Said(Output):
    """One thing the reporter said, for staff. `code`: of the case it came with, this one or one merged into it."""

    id: UUID
    code: str
    kind: FeedbackKind
    stars: int | None
    words: str
    former: Former
    at: Moment
