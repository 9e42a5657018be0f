"""What a resident answers to the commune's question."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from api.complaints.models import PlaceSource
from api.complaints.schemas import MOST_PHOTOS, Latitude, Longitude
from api.core.shapes import Input
from api.core.text import Words


class AnswerPlace(Input):
    """Where it really is, as its sender points to it."""

    lat: Latitude
    lon: Longitude
    accuracy_m: Annotated[float, Field(ge=0, le=100_000)] | None = None
    source: Literal[PlaceSource.GPS, PlaceSource.PIN] = PlaceSource.PIN


class Answer(Input):
    """Photos follow one by one, as those of the complaint did."""

    id: UUID
    words: Annotated[Words, Field(min_length=1, max_length=2000)]
    photos: Annotated[list[UUID], Field(max_length=MOST_PHOTOS)] = Field(default_factory=list)
    place: AnswerPlace | None = None
