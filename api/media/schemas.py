"""Pictures as they cross the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from api.core.shapes import Moment, Output
from api.media import models


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


class Arrival(Output):
    """The answer to a picture that has arrived: what the camera said about when and where."""

    id: UUID
    width: int
    height: int
    taken_at: Moment | None
    gps: Position | None


def staff_picture(picture_id: UUID, kind: str, picture: models.Picture | None) -> Picture:
    """For staff and the reporter, who may see it before anybody has judged it."""
    return _picture(picture_id, kind, picture, picture.key if picture else None)


def public_picture(kind: str, picture: models.Picture) -> Picture:
    """For everybody; only of pictures that have been published."""
    return _picture(picture.id, kind, picture, picture.public_key)


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
