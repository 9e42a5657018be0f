"""From the bytes of a stranger to clean pictures: upright, small, sRGB, with nothing in them but pixels.

Whatever a decoder does on bad input becomes a `PictureRejected`, and nothing else does: a mistake of ours must not
make a phone throw its picture away. The bytes received are never passed on.
"""

import base64
import hashlib
import io
import struct
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone, tzinfo

from PIL import Image, ImageCms

from api.core import clock
from api.media import decoder, rules, shrinking
from api.media.models import Format

JPEG_QUALITY = 82
WEBP_QUALITY = 72
PLACEHOLDER_EDGE = 16  # px

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Notes:
    """What the camera wrote beside the picture."""

    orientation: int = 1
    taken_at: datetime | None = None
    gps: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture fit to be kept. `width` and `height` are those of `large`; `gps` is (latitude, longitude)."""

    format: Format
    sha256: str
    size: int
    width: int
    height: int
    large: bytes = field(repr=False)
    thumb: bytes = field(repr=False)
    placeholder: str = field(repr=False)
    dhash: str
    taken_at: datetime | None
    gps: tuple[float, float] | None


class Large(Exception):
    """A picture for which another process is needed, and of those only one may run at a time."""


def prepare(data: bytes, *, max_pixels: int, max_bytes: int = rules.MOST_BYTES, may_be_large: bool = True) -> Prepared:
    """Judge `data` and make the copies that may be shown.

    Raises `PictureRejected`, `decoder.NotJudged`, or `Large` before anything dear has been done.
    """
    container = rules.take_apart(data, max_bytes=max_bytes, max_pixels=max_pixels)
    if container.is_large and not may_be_large:
        raise Large
    large, notes = _upright(container)
    thumb = shrinking.within(large, rules.THUMB_EDGE).convert("RGB")
    return Prepared(
        format=container.format,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        width=large.width,
        height=large.height,
        large=saved(large, "JPEG", quality=JPEG_QUALITY),
        thumb=saved(thumb, "WEBP", quality=WEBP_QUALITY, method=2),
        placeholder=placeholder(thumb),
        dhash=_dhash(thumb),
        taken_at=notes.taken_at,
        gps=notes.gps,
    )


def _upright(container: rules.Container) -> tuple[Image.Image, Notes]:
    if container.format is Format.HEIC:  # its decoder has turned it already
        decoded = decoder.decode(container)
        return _to_srgb(decoded.picture, _foreign(decoded.profile)), read_notes(decoded.exif)
    notes, profile = read_notes(container.exif), _foreign(container.profile)
    picture = decoder.decode(container).picture if container.is_large else _decoded(container, plain=profile is None)
    if picture.mode not in ("YCbCr", "L"):
        picture = _to_srgb(picture, profile)
    turn = _TURNS.get(notes.orientation)
    return (picture.transpose(turn) if turn is not None else picture), notes


def _decoded(container: rules.Container, *, plain: bool) -> Image.Image:
    """A JPEG stays in its own colour space if nothing forbids it."""
    scale = rules.step(container.width, container.height)
    try:
        if container.format is not Format.JPEG:
            return shrinking.flat(container.bare, scale=scale, edge=rules.LARGE_EDGE)
        colours = "YCbCr" if container.is_plain_ycc and plain else None
        return shrinking.jpeg(container.bare, scale=scale, edge=rules.LARGE_EDGE, colours=colours)
    except shrinking.BROKEN as error:
        raise rules.PictureUnreadable from error


def _foreign(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    """The colour profile, if there is one that means anything other than sRGB."""
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if profile else None
        return None if opened is None or "sRGB" in ImageCms.getProfileDescription(opened) else opened
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _to_srgb(picture: Image.Image, profile: ImageCms.ImageCmsProfile | None) -> Image.Image:
    if profile is not None:
        try:
            srgb = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, profile, srgb, outputMode="RGB") or picture
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that does not fit its picture is as good as none
    return picture.convert("RGB")


def saved(picture: Image.Image, format: str, **options: int) -> bytes:
    """The pixels and nothing else."""
    picture.info.clear()  # whatever the source left there (comments, profiles) would be written out again
    stream = io.BytesIO()
    picture.save(stream, format, **options)
    return stream.getvalue()


def placeholder(thumb: Image.Image) -> str:
    """A stand-in of a few bytes while the picture is on its way."""
    tiny = thumb.resize(shrinking.fitted(*thumb.size, PLACEHOLDER_EDGE), Image.Resampling.BOX)
    return "data:image/webp;base64," + base64.b64encode(saved(tiny, "WEBP", quality=40)).decode()


def _dhash(thumb: Image.Image) -> str:
    """64 bits that stay nearly the same when a picture is recompressed or made smaller."""
    grey = thumb.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = "".join("1" if grey[i] > grey[i + 1] else "0" for i in range(72) if i % 9 < 8)
    return f"{int(bits, 2):016x}"


def read_notes(block: bytes) -> Notes:
    """Read what is needed of EXIF. Anything broken in it counts as not written, never as a bad picture."""
    tiff = block.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return Notes()
    main = _fields(tiff, order, _number(tiff[4:8], order))
    camera = _fields(tiff, order, _number(main.get(0x8769, b""), order))
    place = _fields(tiff, order, _number(main.get(0x8825, b""), order))
    return Notes(
        orientation=_number(main.get(0x0112, b""), order),
        taken_at=_moment(camera.get(0x9003, b""), camera.get(0x9011, b"")),
        gps=_position(place, order),
    )


def _fields(tiff: bytes, order: str, offset: int) -> dict[int, bytes]:
    """tag -> raw value of one directory. Bounded, and without following anything but its own values."""
    fields: dict[int, bytes] = {}
    count = _number(tiff[offset : offset + 2], order) if offset else 0
    for place in range(offset + 2, offset + 2 + 12 * min(count, 256), 12):
        if place + 12 > len(tiff):
            break
        tag, kind, length, value = struct.unpack_from(f"{order}HHI4s", tiff, place)
        size = length * {2: 1, 3: 2, 4: 4, 5: 8}.get(kind, 0)
        if size > 4:
            start = _number(value, order)
            value = tiff[start : start + size] if size <= 64 else b""
        fields[tag] = value[:size]
    return fields


def _number(raw: bytes, order: str) -> int:
    return int.from_bytes(raw, "little" if order == "<" else "big")


def _moment(raw: bytes, offset: bytes) -> datetime | None:
    """The time the camera showed. Without its offset it is taken as Vietnamese time."""
    try:
        moment = datetime.strptime(raw.rstrip(b"\0 ").decode("ascii"), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
    zone: tzinfo = clock.VIETNAM
    try:
        sign, hours, minutes = offset[:1], int(offset[1:3]), int(offset[4:6])
        ahead = timedelta(hours=hours, minutes=minutes)
        zone = timezone(-ahead if sign == b"-" else ahead)
    except ValueError:
        pass
    return moment.replace(tzinfo=zone) if 1990 <= moment.year <= 2100 else None


def _position(fields: dict[int, bytes], order: str) -> tuple[float, float] | None:
    latitude = _degrees(fields.get(2, b""), order)
    longitude = _degrees(fields.get(4, b""), order)
    if latitude is None or longitude is None or latitude > 90 or longitude > 180:
        return None
    if not (latitude or longitude):
        return None  # phones without a fix write zeros
    south, west = fields.get(1, b"")[:1] == b"S", fields.get(3, b"")[:1] == b"W"
    return (-latitude if south else latitude), (-longitude if west else longitude)


def _degrees(raw: bytes, order: str) -> float | None:
    if len(raw) != 24:
        return None
    degrees, d, minutes, m, seconds, s = map(float, struct.unpack(f"{order}6I", raw))
    if not (d and m and s):
        return None
    return round(degrees / d + minutes / m / 60 + seconds / s / 3600, 7)
