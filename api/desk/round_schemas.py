"""Field rounds as they cross the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from api.complaints.models import Priority, Status
from api.complaints.schemas import Latitude, LatLon, Longitude
from api.core.shapes import Input, Moment, Output
from api.core.text import Line

MOST_STOPS = 40


class NewRound(Input):
    """`start`: where the round begins; without it at the middle of the commune."""

    id: UUID
    title: Annotated[Line, Field(max_length=120, examples=["Vòng sáng thứ Hai"])] = ""
    cases: Annotated[list[UUID], Field(min_length=1, max_length=MOST_STOPS)]
    lat: Latitude | None = None
    lon: Longitude | None = None


class RoundMark(Input):
    """`at`: by the phone's clock; it may have had no network then."""

    at: Moment


Mark = Literal["start", "finish"] | UUID


class RoundStopShape(Output):
    """One stop of the route. `lat` is null where a case has only words for its place: those come last."""

    id: UUID
    code: str
    title: str
    category_label: str | None
    status: Status
    status_label: str
    tone: str
    priority: Priority
    hamlet_name: str | None
    place_words: str
    lat: float | None
    lon: float | None
    thumb: str | None
    visited_at: Moment | None
    qr_svg: str


class RoundBrief(Output):
    id: UUID
    title: str
    stops: int
    visited: int
    created_at: Moment
    started_at: Moment | None
    finished_at: Moment | None


class RoundShape(Output):
    """`metres`: as the crow flies, through all stops that have a place."""

    id: UUID
    title: str
    made_by: str
    start: LatLon
    metres: int
    created_at: Moment
    started_at: Moment | None
    finished_at: Moment | None
    stops: list[RoundStopShape]


class RoundList(Output):
    items: list[RoundBrief]
