"""What counts as a picture: formats, limits and what a file says about itself, read before any pixel is.

Nothing here decodes. A container is taken apart by hand, within limits, into the camera's notes, the colour
profile and `bare`: the same file with its pixels only. Decoders never get to see the rest.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from api.core.errors import Rejected, TooLarge
from api.media import shrinking
from api.media.models import Format

LARGE_EDGE = 2048  # px, the picture people look at
THUMB_EDGE = 400  # px, the picture in lists
SOFT_EDGE = 1600  # px; a picture halved to at least this is kept so, which saves the resampling
MOST_BYTES = 20 * 1024 * 1024
MOST_MEMORY = 120 * 1024 * 1024  # what decoding one picture may take in the server
MOST_MEMORY_APART = 832 * 1024 * 1024  # and in a process of its own: 50 megapixels of WebP take 806
MOST_PARTS = 20_000  # chunks or segments; an honest 20 MB PNG has 5,000
MOST_SCANS = 100  # of a progressive JPEG; ten are usual, thousands would keep a processor busy for minutes
MOST_PROFILE = 2 * 1024 * 1024

_KEY = re.compile(r"[A-Za-z0-9_-]{24}")
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}
_HEIC_SEQUENCES = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"}
_ISPE = re.compile(rb"ispe\0\0\0\0(.{8})", re.DOTALL)
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_PIXELS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_JPEG_PIXELS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0, 0xEE}  # frames, tables, JFIF, Adobe
_JPEG_FRAMES = {0xC0, 0xC1, 0xC2}
_JPEG_OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}  # lossless, arithmetic


class PictureRejected(Rejected):
    code = "picture_rejected"
    says = "Ảnh này không dùng được. Xin chọn ảnh khác."


class PictureEmpty(PictureRejected):
    code = "picture_empty"
    says = "Tệp ảnh rỗng. Xin chụp hoặc chọn lại ảnh."


class PictureTooLarge(PictureRejected, TooLarge):
    code = "picture_too_large"
    says = "Ảnh nặng quá mức cho phép. Xin chụp lại ở cỡ nhỏ hơn, hoặc gửi qua trang web để máy tự thu nhỏ."


class PictureTooManyPixels(PictureRejected):
    code = "picture_too_many_pixels"
    says = "Ảnh có nhiều điểm ảnh quá mức cho phép. Xin chụp lại ở cỡ nhỏ hơn (12 megapixel là đủ)."


class PictureNotSupported(PictureRejected):
    code = "picture_not_supported"
    says = "Tệp này không phải ảnh JPEG, PNG, WebP hoặc HEIC. Xin gửi ảnh chụp từ điện thoại."


class PictureAnimated(PictureRejected):
    code = "picture_animated"
    says = "Ảnh động không dùng được. Xin gửi ảnh chụp thường."


class PictureUnreadable(PictureRejected):
    code = "picture_unreadable"
    says = "Ảnh bị hỏng hoặc chưa tải lên đủ. Xin chụp hoặc chọn lại ảnh."


@dataclass(frozen=True, slots=True)
class Container:
    """A picture file taken apart. `memory` is what decoding it will take, in bytes."""

    format: Format
    width: int
    height: int
    memory: int
    bare: bytes = field(repr=False)
    exif: bytes = field(default=b"", repr=False)
    profile: bytes = field(default=b"", repr=False)
    is_plain_ycc: bool = False

    @property
    def is_large(self) -> bool:
        return self.memory > MOST_MEMORY


def take_apart(data: bytes, *, max_bytes: int, max_pixels: int) -> Container:
    """Recognise the format by its content and hold it against every limit that needs no pixels."""
    if not data:
        raise PictureEmpty
    if len(data) > max_bytes:
        raise PictureTooLarge
    try:
        container = _reader(data)(data)
    except (struct.error, IndexError, zlib.error) as error:
        raise PictureUnreadable from error
    if container.width < 1 or container.height < 1:
        raise PictureUnreadable
    if container.width * container.height > max_pixels or container.memory > MOST_MEMORY_APART:
        raise PictureTooManyPixels
    return container


def step(width: int, height: int) -> int:
    """By which whole number a picture is shrunk first, while or right after it is decoded."""
    return next((s for s in (8, 4, 2) if max(width, height) >= SOFT_EDGE * s), 1)


def is_key(text: str) -> bool:
    """Only what can be one is looked up: PostgreSQL takes no NUL, and the file system none of the rest."""
    return _KEY.fullmatch(text) is not None


def _reader(data: bytes) -> Callable[[bytes], Container]:
    if data.startswith(b"\xff\xd8\xff"):
        return _read_jpeg
    if data.startswith(_PNG_SIGNATURE):
        return _read_png
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _read_webp
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return _read_heic
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_SEQUENCES:
        raise PictureAnimated
    raise PictureNotSupported


def _read_jpeg(data: bytes) -> Container:
    view = memoryview(data)
    kept, exif, profile, frame, scan = [view[:2]], b"", b"", b"", 0
    has_adobe = False
    for marker, start, end in _jpeg_segments(data):
        body = data[start + 4 : end] if marker != 0xDA else b""
        if marker == 0xDA:
            scan = start
            break
        if marker in _JPEG_OTHER_FRAMES or (marker in _JPEG_FRAMES and frame):
            raise PictureNotSupported
        if marker in _JPEG_FRAMES:
            frame = bytes([marker]) + body
        elif marker == 0xE1 and body.startswith(b"Exif\0\0"):
            exif = exif or body
        elif marker == 0xE2 and body.startswith(b"ICC_PROFILE\0") and len(profile) < MOST_PROFILE:
            profile += body[14:]
        has_adobe = has_adobe or marker == 0xEE
        if marker in _JPEG_PIXELS:
            kept.append(view[start:end])
    if not frame:
        raise PictureUnreadable
    height, width, memory, ids = _jpeg_frame(frame, data, scan)
    bare = b"".join([*kept, view[scan:]])
    is_plain = ids == b"\1\2\3" and not has_adobe
    return Container(Format.JPEG, width, height, memory, bare, exif, profile, is_plain_ycc=is_plain)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of each segment up to the first scan; a little padding is forgiven."""
    position = 2
    for _ in range(MOST_PARTS):
        position = data.find(b"\xff", position, position + 4096)
        if position < 0 or position + 4 > len(data):
            raise PictureUnreadable
        marker = data[position + 1]
        if marker in (0x00, 0xFF):
            position += 1
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        if length < 2 or position + 2 + length > len(data):
            raise PictureUnreadable
        yield marker, position, position + 2 + length
        position += 2 + length
    raise PictureUnreadable


def _jpeg_frame(frame: bytes, data: bytes, scan: int) -> tuple[int, int, int, bytes]:
    """Height, width, memory, component ids. A file of many scans holds all its coefficients in memory."""
    marker, precision, height, width, count = struct.unpack_from(">BBHHB", frame)
    if precision != 8 or count not in (1, 3, 4) or len(frame) != 7 + 3 * count:
        raise PictureNotSupported
    factors = [divmod(frame[8 + 3 * i], 16) for i in range(count)]
    across, down = max(1, *(h for h, _ in factors)), max(1, *(v for _, v in factors))
    coefficients = sum(2 * (width * h // across) * (height * v // down) for h, v in factors)
    if len(data) - scan < coefficients // 1024:  # not even one bit for each block of 64
        raise PictureUnreadable
    memory = 4 * width * height // step(width, height) ** 2
    if marker == 0xC2 or data[scan + 4] != count:
        memory += coefficients
        if data.count(b"\xff\xda", scan) > MOST_SCANS:
            raise PictureUnreadable
    return height, width, memory, bytes(frame[7::3])


def _read_png(data: bytes) -> Container:
    kept, exif, profile, kinds = [_PNG_SIGNATURE], b"", b"", []
    for kind, start, end in _png_chunks(data):
        kinds.append(kind)
        if kind == b"acTL":
            raise PictureAnimated
        if kind == b"eXIf":
            exif = data[start + 8 : end - 4]
        elif kind == b"iCCP":
            profile = _inflated(data[start + 8 : end - 4].partition(b"\0")[2][1:])
        elif kind in _PNG_PIXELS:
            kept.append(data[start:end])
    if kinds[0] != b"IHDR" or b"IDAT" not in kinds:
        raise PictureUnreadable
    width, height, depth, colour = struct.unpack_from(">IIBB", data, 16)
    per_pixel = 2 if depth == 16 else 1
    if colour not in (0, 3):
        per_pixel = 4
    memory = per_pixel * width * height + _shrinking(width, height)
    return Container(Format.PNG, width, height, memory, b"".join(kept), exif, profile)


def _shrinking(width: int, height: int) -> int:
    """Memory for the result and for a band on its way to it, which is much when a picture is a mile wide."""
    return 4 * width * height // step(width, height) ** 2 + 16 * width * min(height, shrinking.BAND)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """(kind, start, end) of each chunk up to IEND; what follows is nobody's business."""
    position = 8
    for _ in range(MOST_PARTS):
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        if end > len(data):
            raise PictureUnreadable
        yield kind, position, end
        if kind == b"IEND":
            return
        position = end
    raise PictureUnreadable


def _inflated(packed: bytes) -> bytes:
    """A compressed profile, or nothing when it is larger than any honest one."""
    inflater = zlib.decompressobj()
    profile = inflater.decompress(packed, MOST_PROFILE)
    return profile if inflater.eof else b""


def _read_webp(data: bytes) -> Container:
    found: dict[bytes, tuple[int, int]] = {}
    position, end = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    if end > len(data):
        raise PictureUnreadable
    for _ in range(100):
        if position + 8 > end:
            break
        kind, length = struct.unpack_from("<4sI", data, position)
        found.setdefault(kind, (position + 8, position + 8 + length))
        position += 8 + length + length % 2
    if b"ANIM" in found or b"ANMF" in found:
        raise PictureAnimated
    width, height = _webp_size(data, found)
    memory = 16 * width * height + _shrinking(width, height)
    exif, profile = (data[slice(*found.get(kind, (0, 0)))] for kind in (b"EXIF", b"ICCP"))
    return Container(Format.WEBP, width, height, memory, data[:end], exif, profile[:MOST_PROFILE])


def _webp_size(data: bytes, found: dict[bytes, tuple[int, int]]) -> tuple[int, int]:
    """The larger of what the canvas and the picture in it say."""
    sizes = []
    if b"VP8X" in found:
        raw = data[found[b"VP8X"][0] + 4 :][:6]
        sizes.append((int.from_bytes(raw[:3], "little") + 1, int.from_bytes(raw[3:], "little") + 1))
    if b"VP8 " in found:
        wide, high = struct.unpack_from("<HH", data, found[b"VP8 "][0] + 6)
        sizes.append((wide & 0x3FFF, high & 0x3FFF))
    elif b"VP8L" in found:
        (bits,) = struct.unpack_from("<I", data, found[b"VP8L"][0] + 1)
        sizes.append(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
    else:
        raise PictureUnreadable
    return max(sizes, key=lambda size: size[0] * size[1])


def _read_heic(data: bytes) -> Container:
    """The largest picture the file declares; the tiles and the thumbnail are smaller."""
    position, sizes = 0, []
    for _ in range(100):
        if position + 8 > len(data):
            break
        length, kind = struct.unpack_from(">I4s", data, position)
        if length < 8 and kind != b"mdat":
            raise PictureUnreadable
        if kind == b"meta":
            sizes += [struct.unpack(">II", size) for size in _ISPE.findall(data, position, position + length)]
        if length < 8:
            break
        position += length
    if not sizes:
        raise PictureUnreadable
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return Container(Format.HEIC, width, height, 8 * width * height, data)
