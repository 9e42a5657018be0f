"""What the desk sends and sees of a case's holders, parts and requests to bodies outside."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.complaints.models import Priority, Status
from api.complaints.schemas import Code, LatLon, Named, PublicPhoto
from api.complaints.workflow_models import RequestState
from api.core.shapes import Day, Input, Moment, Output
from api.core.text import Line, Words

MOST_UNITS = 10
MOST_PARTS = 8
UnitIds = Annotated[list[UUID], Field(max_length=MOST_UNITS)]


class Handover(Input):
    """On to another unit, or back to the hotline when `unit_id` is null. The reason is shown to the next holder."""

    unit_id: UUID | None = None
    reason: Annotated[Words, Field(min_length=1, max_length=1000)]


class Support(Input):
    """All the units that are to help; those left out help no more."""

    unit_ids: UnitIds


class Part(Input):
    """One part of a case that holds several matters. `words` are the officer's own."""

    id: UUID
    category: Code
    words: Annotated[Words, Field(min_length=1, max_length=2000)]
    unit_id: UUID | None = None


class Split(Input):
    parts: Annotated[list[Part], Field(min_length=2, max_length=MOST_PARTS)]

    @model_validator(mode="after")
    def _each_its_own(self) -> "Split":
        if len({part.id for part in self.parts}) != len(self.parts):
            raise PydanticCustomError("parts_repeated", "", {"says": "Có hai phần trùng mã định danh."})
        return self


class NewOutsideRequest(Input):
    """What a body outside is asked. Only these words, the category, the place and the published photos go along."""

    id: UUID
    body: Annotated[Line, Field(min_length=1, max_length=200)]
    letter_number: Annotated[Line, Field(max_length=60)] = ""
    words: Annotated[Words, Field(min_length=1, max_length=2000)]
    place_words: Annotated[Line, Field(max_length=300)] = ""
    is_exact: bool = Field(default=False, description="Show the exact point; otherwise it is rounded to about 100 m")
    due_on: Day


class Revocation(Input):
    reason: Annotated[Words, Field(min_length=1, max_length=500)]


class OutsideLink(Output):
    """The private address for the body outside. `qr_svg` is a plain SVG picture of it."""

    url: str
    qr_svg: str
    expires_at: Moment


class Asked(Output):
    text: str
    wants_photo: bool
    wants_place: bool


class OutsideBrief(Output):
    id: UUID
    body: str
    letter_number: str
    words: str
    sent_at: Moment
    due_at: Moment
    state: RequestState
    answered_at: Moment | None
    done_on: date | None


class Relative(Output):
    """The case that another was split from, or one of its parts. `thumbs`: pictures of the whole, for its parts."""

    id: UUID
    code: str
    title: str
    status: Status
    status_label: str
    tone: str
    unit_name: str | None
    thumbs: list[str]


class Suggestion(Output):
    """Who should get the case: by a rule of the commune (`rule_name`), else by the kind's usual unit."""

    unit: Named | None
    assignee: Named | None
    priority: Priority | None
    rule_name: str | None


class OutsideSaid(Output):
    words: str
    done_on: date | None
    answered_at: Moment
    photos: int
    photos_missing: list[UUID]


class OutsideView(Output):
    """What a body outside sees: the officer's words, never the reporter or what the reporter wrote."""

    code: str
    commune: str
    body: str
    letter_number: str
    category_label: str | None
    hamlet_name: str | None
    place: LatLon | None
    place_words: str
    words: str
    sent_at: Moment
    due_at: Moment
    state: RequestState
    photos: list[PublicPhoto]
    answer: OutsideSaid | None


class OutsideAnswer(Input):
    id: UUID
    words: Annotated[Words, Field(min_length=1, max_length=2000)]
    done_on: Day | None = None
    photos: Annotated[list[UUID], Field(max_length=6)] = Field(default_factory=list)


class OutsideReceipt(Output):
    id: UUID
    code: str
    answered_at: Moment
    photos_missing: list[UUID]


class Body(Output):
    id: UUID
    name: str
    note: str
    position: int
    is_active: bool
    version: int


class Bodies(Output):
    items: list[Body]


class BodyEdit(Input):
    name: Annotated[Line, Field(min_length=1, max_length=200)]
    note: Annotated[Line, Field(max_length=300)] = ""
    position: Annotated[int, Field(ge=0, le=10_000)] = 0
    is_active: bool = True


class NewBody(BodyEdit):
    id: UUID
