"""From the bytes of a picture to one small enough to be looked at, without a second copy at full size.

Done in the server for ordinary pictures and in a process apart for large ones, so it imports nothing but Pillow.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator

from PIL import Image

BAND = 128  # rows handled at a time when a picture has to be shrunk after decoding
UNREADABLE = 3  # with this exit code the process apart says: the picture is at fault, and nothing else
# What decoders raise on broken data. A TypeError, a NameError and the like are our own mistakes and stay such.
BROKEN = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, struct.error, zlib.error, Warning)

Image.MAX_IMAGE_PIXELS = None  # rules.py has decided that already
# Set once, not per call: a context manager for warnings would not be safe in two threads at once.
warnings.filterwarnings("error", module=r"PIL\.")


def jpeg(data: bytes, *, scale: int, edge: int, colours: str | None = None) -> Image.Image:
    """Decoded straight at a half, a quarter or an eighth; in the colour space asked for, if the file allows it."""
    with Image.open(io.BytesIO(data), formats=("JPEG",)) as opened:
        opened.draft(colours, (max(1, opened.width // scale), max(1, opened.height // scale)))
        opened.load()
        return within(opened, edge)


def flat(data: bytes, *, scale: int, edge: int) -> Image.Image:
    """PNG and WebP in RGB: whatever was transparent becomes white."""
    with Image.open(io.BytesIO(data), formats=("PNG", "WEBP")) as picture:
        picture.load()
        return within(in_bands(_bands(picture), picture.size, scale), edge)


def in_bands(bands: Iterable[Image.Image], size: tuple[int, int], scale: int) -> Image.Image:
    """One opaque RGB picture, `scale` times smaller, put together from pieces of full width and `BAND` rows."""
    canvas = Image.new("RGB", (-(-size[0] // scale), -(-size[1] // scale)))
    top = 0
    for band in bands:
        band = _opaque(band).reduce(scale)
        canvas.paste(band, (0, top))
        top += band.height
    return canvas


def within(picture: Image.Image, edge: int) -> Image.Image:
    size = fitted(*picture.size, edge)
    if size == picture.size:
        return picture
    return picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=1.01)


def fitted(width: int, height: int, edge: int) -> tuple[int, int]:
    """The size within `edge` x `edge` in the same proportions; never larger than it was."""
    scale = min(1.0, edge / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _bands(picture: Image.Image) -> Iterator[Image.Image]:
    for top in range(0, picture.height, BAND):
        yield picture.crop((0, top, picture.width, min(top + BAND, picture.height)))


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256, "L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
