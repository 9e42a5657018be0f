"""Site messages on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.catalogue_schemas import Versioned
from api.configuration.models import Audience, Tone
from api.core.shapes import Input, Moment, Output
from api.core.text import Line


class MessageEdit(Input):
    """One or two sentences at the head of the pages, from one moment to another."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "text": "Từ 8 giờ đến 11 giờ sáng thứ Bảy, xe không vào được Thôn Mẫu 3. Mời bà con để rác chiều.",
                    "tone": "warning",
                    "audience": "all",
                    "starts_at": "2026-11-27T10:00:00Z",
                    "ends_at": "2026-11-28T04:00:00Z",
                }
            ]
        }
    )

    text: Annotated[Line, Field(min_length=1, max_length=300)]
    tone: Tone = Tone.INFO
    audience: Audience = Audience.ALL
    starts_at: Moment
    ends_at: Moment
    is_active: bool = True

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "MessageEdit":
        if self.ends_at <= self.starts_at:
            raise PydanticCustomError("window", "", {"says": "Lúc kết thúc phải sau lúc bắt đầu."})
        return self


class MessageShape(Versioned):
    id: UUID
    text: str
    tone: Tone
    audience: Audience
    starts_at: Moment
    ends_at: Moment
    is_active: bool


class ShownMessage(Output):
    id: UUID
    text: str
    tone: Tone
    audience: Audience
    starts_at: Moment
    ends_at: Moment


class ShownMessages(Output):
    items: list[ShownMessage]


class Messages(Output):
    items: list[MessageShape]
