"""Pictures for tests, and ways to look at them."""

import io
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from PIL import Image, ImageColor
from sqlmodel import Session

from api.media import actions, pictures
from api.media.models import Picture
from api.media.store import Store
from tests import photos

HEIC = Path(__file__).parent.parent / "fixtures" / "phone.heic"
MOST_PIXELS = 50_000_000
LARGEST = (8000, 6250)  # px; tests/fixtures/large.heic is photos.corners in this size
WAYS: dict[str, dict[str, Any]] = {
    "JPEG": {}, "PROGRESSIVE": {"progressive": True, "subsampling": 0}, "PNG": {"compress_level": 1},
    "WEBP": {"method": 0}, "HEIC": {},
}  # fmt: skip
TRACES = (
    b"Exif", b"EXIF", b"http://ns.adobe", b"GPS", b"SERIAL", b"Phonemaker", b"ICC_PROFILE", b"ICCP", b"a comment"
)  # fmt: skip


def prepare(data: bytes) -> pictures.Prepared:
    return pictures.prepare(data, max_pixels=MOST_PIXELS)


@cache
def largest(kind: str) -> bytes:
    """As many pixels as are taken, in one of WAYS. Plain colours: quick to write, and as dear to read as any."""
    if kind == "HEIC":
        return HEIC.with_name("large.heic").read_bytes()
    format = kind if kind != "PROGRESSIVE" else "JPEG"
    return photos.encoded(photos.corners(LARGEST), format, **WAYS[kind])


def make_upload(data: bytes | None = None) -> actions.Upload:
    data = data or photos.small_photo()
    return actions.Upload(prepare(data), io.BytesIO(data))


def make_picture(
    session: Session, store: Store, *, now: datetime, data: bytes | None = None, picture_id: UUID | None = None
) -> Picture:
    """A picture that has arrived, with its files."""
    return actions.receive(session, store, picture_id or uuid4(), make_upload(data), by=None, now=now)


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def is_colour(pixel: object, name: str) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= 26 for a, b in zip(pixel[:3], ImageColor.getrgb(name)[:3], strict=True))


def is_upright(data: bytes) -> bool:
    """The four coloured corners of `photos.corners` are where they belong."""
    picture = opened(data).convert("RGB")
    x, y = picture.width // 16, picture.height // 16
    places = {
        "top left": (x, y), "top right": (picture.width - x, y),
        "bottom left": (x, picture.height - y), "bottom right": (picture.width - x, picture.height - y),
    }  # fmt: skip
    return all(is_colour(picture.getpixel(places[name]), colour) for name, colour in photos.CORNERS.items())


def fails(trouble: Exception) -> Callable[..., None]:
    """Something to put in the place of a function that is to fail."""

    def fail(*_: object, **__: object) -> None:
        raise trouble

    return fail
