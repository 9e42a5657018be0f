"""Making parts of a picture unrecognisable for good. Pure: the clean copy in, the public copies out."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, floor

from PIL import Image

from api.media import pictures, rules, shrinking
from api.media.schemas import Box

CELLS = 5  # along the longer side of a box: a face or a plate of so few patches cannot be brought back
SMALLEST_CELL = 16  # px
LEVELS = 32  # steps between the shades of a patch, so that its mean tells nothing of single letters


@dataclass(frozen=True, slots=True)
class Copies:
    """What everybody gets in place of the picture."""

    large: bytes = field(repr=False)
    thumb: bytes = field(repr=False)
    placeholder: str = field(repr=False)


def pixelate(large: bytes, boxes: Sequence[Box]) -> Copies:
    """A strong mosaic over each box. Nothing of what was there is left in the pixels, as a blur would leave it."""
    with Image.open(io.BytesIO(large), formats=("JPEG",)) as opened:
        picture = opened.convert("RGB")
    for box in boxes:
        _cover(picture, box)
    thumb = shrinking.within(picture, rules.THUMB_EDGE)
    return Copies(
        large=pictures.saved(picture, "JPEG", quality=pictures.JPEG_QUALITY),
        thumb=pictures.saved(thumb, "WEBP", quality=pictures.WEBP_QUALITY, method=2),
        placeholder=pictures.placeholder(thumb),
    )


def _cover(picture: Image.Image, box: Box) -> None:
    """Few, large patches of one coarse colour each, out to whole pixels."""
    left, top = floor(box.x * picture.width), floor(box.y * picture.height)
    right = min(picture.width, max(left + 1, ceil((box.x + box.width) * picture.width)))
    bottom = min(picture.height, max(top + 1, ceil((box.y + box.height) * picture.height)))
    size = (right - left, bottom - top)
    cell = max(SMALLEST_CELL, ceil(max(size) / CELLS))
    few = picture.crop((left, top, right, bottom)).resize(
        (ceil(size[0] / cell), ceil(size[1] / cell)), Image.Resampling.BOX
    )
    coarse = few.point([value // LEVELS * LEVELS + LEVELS // 2 for value in range(256)] * 3)
    picture.paste(coarse.resize(size, Image.Resampling.NEAREST), (left, top))
