"""Files that nobody sends by mistake, for tests: bombs, polyglots, mutations, and things that are no pictures."""

import random
import struct
import zlib
from collections.abc import Callable

from PIL import Image

from api.media import rules
from tests import photos
from tests.media.make import HEIC, largest

PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, *, depth: int = 8, colour: int = 2, extra: bytes = b"", pixels: bytes = b"") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return PNG + chunk(b"IHDR", header) + extra + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def frames(count: int = 3) -> list[Image.Image]:
    return [Image.new("RGB", (40, 40), (i * 60, 0, 0)) for i in range(count)]


def animated(format: str) -> bytes:
    first, *others = frames()
    return photos.encoded(first, format, save_all=True, append_images=others, duration=100)


def _resized_jpeg(width: int, height: int, **options: object) -> bytes:
    data = bytearray(photos.encoded(photos.corners((64, 64)), "JPEG", **options))
    place = data.index(b"\xff\xc2" if options else b"\xff\xc0")
    data[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def unpacking_bomb() -> bytes:
    """A good picture beside a text and a colour profile that unpack to 200 MB."""
    bomb = zlib.compress(bytes(200_000_000), 9)
    good = photos.encoded(photos.corners(), "PNG")
    return good[:33] + chunk(b"zTXt", b"k\0\0" + bomb) + chunk(b"iCCP", b"k\0\0" + bomb) + good[33:]


def _many_scans() -> bytes:
    """Each scan is a few bytes, and each makes the decoder go over 12 megapixels again."""
    data = photos.encoded(Image.new("RGB", photos.PHONE, "teal"), "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * 5000 + b"\xff\xd9"


def _resized_webp(edge: int) -> bytes:
    data = bytearray(photos.encoded(photos.corners((64, 64)), "WEBP"))
    place = data.index(b"VP8 ") + 14
    data[place : place + 4] = struct.pack("<HH", edge, edge)
    return bytes(data)


def _cut_webp(data: bytes) -> bytes:
    """Half of it in a box that says so, so that only the decoder can know."""
    pixels = data[20 : len(data) // 4 * 2]
    return _boxed(b"VP8 " + struct.pack("<I", len(pixels)) + pixels)


def _boxed(chunks: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NO_PICTURES: dict[str, tuple[bytes, type[rules.PictureRejected]]] = {
    "nothing at all": (b"", rules.PictureEmpty),
    "an SVG": (SVG, rules.PictureNotSupported),
    "an SVG with a declaration": (b'<?xml version="1.0"?>' + SVG, rules.PictureNotSupported),
    "a web page": (b"<!doctype html><script>alert(1)</script>", rules.PictureNotSupported),
    "a GIF": (photos.encoded(frames()[0], "GIF"), rules.PictureNotSupported),
    "a BMP": (photos.encoded(frames()[0], "BMP"), rules.PictureNotSupported),
    "a TIFF": (photos.encoded(frames()[0], "TIFF"), rules.PictureNotSupported),
    "an AVIF": (photos.encoded(frames()[0], "AVIF"), rules.PictureNotSupported),
    "a PDF": (photos.encoded(frames()[0], "PDF"), rules.PictureNotSupported),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n", rules.PictureNotSupported),
    "a ZIP": (b"PK\x03\x04" + bytes(200), rules.PictureNotSupported),
    "blanks": (b" " * 5000, rules.PictureNotSupported),
    "an animated PNG": (animated("PNG"), rules.PictureAnimated),
    "an animated WebP": (animated("WEBP"), rules.PictureAnimated),
    "a film in a HEIC box": (b"\0\0\0\x18ftyphevc" + bytes(100), rules.PictureAnimated),
    "a JPEG's first bytes": (b"\xff\xd8\xff\xe0", rules.PictureUnreadable),
    "a PNG's first bytes": (PNG, rules.PictureUnreadable),
    "a WebP's first bytes": (b"RIFF\x10\0\0\0WEBP", rules.PictureUnreadable),
    "a HEIC's first bytes": (b"\0\0\0\x18ftypheic", rules.PictureUnreadable),
    "a PNG of no width": (png(0, 10), rules.PictureUnreadable),
    "a PNG without pixels": (png(8, 8), rules.PictureUnreadable),
    "an endless HEIC box": (b"\0\0\0\x0cftypheic" + b"\0\0\0\0meta" * 9, rules.PictureUnreadable),
    "a lossless JPEG": (b"\xff\xd8" + segment(0xC3, bytes(15)) + b"\xff\xd9", rules.PictureNotSupported),
}


BOMBS: dict[str, Callable[[], bytes]] = {
    "a PNG of 400 megapixels": lambda: png(20_000, 20_000, pixels=zlib.compress(bytes(60_000_000), 9)),
    "a PNG of 2.5 gigapixels in one bit": lambda: png(
        50_000, 50_000, depth=1, colour=0, pixels=zlib.compress(bytes(9999))
    ),
    "a PNG of 50.1 megapixels": lambda: png(8350, 6000, pixels=zlib.compress(bytes(9999))),
    "a PNG of 50 megapixels that stops in the middle": lambda: png(
        8000, 6250, pixels=zlib.compress(bytes(70_000_000), 1)
    ),
    "a WebP of 49 megapixels with the pixels of a small one": lambda: _resized_webp(7000),
    "a WebP of 50 megapixels that stops in the middle": lambda: _cut_webp(largest("WEBP")),
    "a HEIC of 50 megapixels that stops in the middle": lambda: largest("HEIC")[:6000],
    "a HEIC of 50 megapixels that says it is small": lambda: largest("HEIC").replace(
        struct.pack(">II", 8000, 6250), struct.pack(">II", 80, 62)
    ),
    "a PNG of a million chunks": lambda: png(
        8, 8, extra=chunk(b"tEXt", b"") * 1_000_000, pixels=zlib.compress(bytes(200))
    ),
    "a JPEG of 65,000 x 65,000": lambda: _resized_jpeg(65_000, 65_000),
    "a JPEG of 50 megapixels with the pixels of a small one": lambda: _resized_jpeg(8000, 6250),
    "the same, progressive": lambda: _resized_jpeg(8000, 6250, progressive=True),
    "a progressive JPEG of 5,000 scans": _many_scans,
    "a JPEG of a million segments": lambda: b"\xff\xd8" + segment(0xE1, b"Exif\0\0") * 1_000_000,
    "a JPEG full of padding": lambda: b"\xff\xd8" + b"\xff" * 15_000_000,
    "a JPEG full of junk": lambda: b"\xff\xd8\xff\xe0\0\2" + b"\0" * 15_000_000,
    "a WebP of 16,383 x 16,383": lambda: _resized_webp(16_383),
    "a WebP of a million chunks": lambda: _boxed(b"ABCD\0\0\0\0" * 1_000_000),
    "a HEIC that declares 8 gigapixels": lambda: HEIC.read_bytes().replace(
        b"ispe\0\0\0\0" + struct.pack(">II", 640, 480), b"ispe\0\0\0\0" + struct.pack(">II", 90_000, 90_000)
    ),
}  # fmt: skip


def mutated(data: bytes, dice: random.Random, others: list[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 30))):
        place = dice.randrange(len(changed))
        if dice.random() < 0.5:
            place %= 700  # headers are where the traps are
        kind = dice.randrange(6)
        if kind == 0:
            changed[place] ^= 1 << dice.randrange(8)
        elif kind == 1:
            changed[place] = dice.choice((0, 0xFF, 0x7F, 0x80, dice.randrange(256)))
        elif kind == 2:
            changed[place : place + 4] = dice.choice((b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff"))
        elif kind == 3:
            del changed[place : place + dice.randrange(1, 40)]
        elif kind == 4:
            changed[place:place] = dice.randbytes(dice.randrange(1, 40))
        else:
            other = dice.choice(others)
            start = dice.randrange(len(other))
            changed[place:place] = other[start : start + dice.randrange(1, 400)]
        if not changed:
            return b"\0"
    return bytes(changed)
