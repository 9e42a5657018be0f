"""Pictures as they cross the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.core.shapes import Input, Moment, Output
from api.core.text import Line
from api.media import models

MOST_BOXES = 40
ROUNDING = 1e-6
Share = Annotated[float, Field(ge=0, le=1)]
Side = Annotated[float, Field(ge=0.002, le=1)]


class Position(Output):
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]


class Picture(Output):
    """One picture. The addresses are null while a declared picture has not arrived."""

    id: UUID
    kind: str
    large: str | None
    thumb: str | None
    width: int | None
    height: int | None
    placeholder: str | None


class Box(Input):
    """A part of a picture, in shares of its width and height from the upper left corner."""

    x: Share
    y: Share
    width: Side
    height: Side

    @model_validator(mode="after")
    def _inside(self) -> "Box":
        if self.x + self.width > 1 + ROUNDING or self.y + self.height > 1 + ROUNDING:
            raise PydanticCustomError("box_outside", "", {"says": "Ô che nằm ngoài ảnh. Xin kéo lại vào trong."})
        return self


class Boxes(Input):
    """Everything that is to be covered; an empty list uncovers all."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"boxes": [{"x": 0.4, "y": 0.3, "width": 0.1, "height": 0.12}]}]}
    )

    boxes: Annotated[list[Box], Field(max_length=MOST_BOXES)]


class Suggested(Output):
    boxes: list[Box]


class Redacted(Output):
    """The boxes that stand, and just what everybody gets: `large` and `thumb` are for staff to look at."""

    boxes: list[Box]
    large: str
    thumb: str


class StaffPicture(Picture):
    is_public: bool
    redaction: Redacted | None


class PolicyShape(Output):
    kind: str
    label: str
    is_public_at_once: bool
    source: str
    version: int


class PolicyEdit(Input):
    is_public_at_once: bool
    source: Annotated[Line, Field(max_length=300)] = ""


class Arrival(Output):
    """The answer to a picture that has arrived: what the camera said about when and where."""

    id: UUID
    width: int
    height: int
    taken_at: Moment | None
    gps: Position | None


def staff_picture(picture_id: UUID, kind: str, picture: models.Picture | None) -> StaffPicture:
    """For staff, who may see it before anybody has judged it."""
    shown = _picture(picture_id, kind, picture, picture.key if picture else None)
    is_public = picture is not None and picture.public_key is not None
    return StaffPicture(**shown.model_dump(), is_public=is_public, redaction=redacted(picture))


def redacted(picture: models.Picture | None) -> Redacted | None:
    """What is covered of it, if anything is."""
    if picture is None or picture.redacted_key is None:
        return None
    key = picture.redacted_key
    boxes = [Box.model_validate(box) for box in picture.boxes]
    return Redacted(boxes=boxes, large=large_url(key), thumb=thumb_url(key))


def public_picture(kind: str, picture: models.Picture) -> Picture:
    """For everybody; only of pictures that have been published."""
    shown = _picture(picture.id, kind, picture, picture.public_key)
    return shown.model_copy(update={"placeholder": picture.public_placeholder})


def arrival(picture: models.Picture) -> Arrival:
    return Arrival(
        id=picture.id,
        width=picture.width,
        height=picture.height,
        taken_at=picture.taken_at,
        gps=position(picture),
    )


def position(picture: models.Picture) -> Position | None:
    """Where the camera said it was: for staff and the sender only, never for a public page."""
    if picture.gps_latitude is None or picture.gps_longitude is None:
        return None
    return Position(lat=picture.gps_latitude, lon=picture.gps_longitude)


def large_url(key: str) -> str:
    return f"/media/{key}/large.jpg"


def thumb_url(key: str) -> str:
    return f"/media/{key}/thumb.webp"


def _picture(picture_id: UUID, kind: str, picture: models.Picture | None, key: str | None) -> Picture:
    return Picture(
        id=picture_id,
        kind=kind,
        large=large_url(key) if key else None,
        thumb=thumb_url(key) if key else None,
        width=picture.width if picture else None,
        height=picture.height if picture else None,
        placeholder=picture.placeholder if picture else None,
    )
