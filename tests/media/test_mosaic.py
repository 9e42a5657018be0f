"""What is covered on a picture stays covered: few coarse patches, in the large copy, the small one and the tiny one."""

import io

import pytest
from PIL import Image, ImageChops
from pydantic import ValidationError

from api.media import mosaic, pictures
from api.media.schemas import Box, Boxes

SIZE = (800, 600)
PLATE = Box(x=0.25, y=0.5, width=0.25, height=0.125)  # 200 x 75 px from (200, 300)


def striped(step: int) -> bytes:
    """A picture full of letters, so to speak: stripes `step` pixels wide."""
    row = bytes(255 if x // step % 2 else 0 for x in range(SIZE[0]))
    return pictures.saved(Image.frombytes("L", SIZE, row * SIZE[1]).convert("RGB"), "JPEG", quality=95)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("L")


def shades(picture: Image.Image) -> int:
    """How far apart the lightest and the darkest pixel are."""
    low, high = picture.getextrema()
    return int(high) - int(low)


def test_B4_nothing_readable_is_left_inside_a_box() -> None:
    large = opened(mosaic.pixelate(striped(8), [PLATE]).large)
    assert shades(large.crop((204, 304, 396, 371))) < 80
    assert shades(large.crop((0, 0, 180, 280))) > 200


def test_B4_two_different_plates_look_the_same_when_they_are_covered() -> None:
    """A mosaic fine enough to tell letters apart could be guessed back; this one cannot."""
    one, other = (opened(mosaic.pixelate(striped(step), [PLATE]).large) for step in (8, 10))
    assert shades(ImageChops.difference(one.crop((204, 304, 396, 371)), other.crop((204, 304, 396, 371)))) < 80


def test_B4_the_small_copy_and_the_stand_in_are_made_from_the_covered_one() -> None:
    plain, covered = (mosaic.pixelate(striped(40), boxes) for boxes in ([], [Box(x=0, y=0, width=1, height=1)]))
    assert shades(opened(plain.thumb)) > 180 and shades(opened(covered.thumb)) < 60
    assert plain.placeholder != covered.placeholder


def test_B4_a_covered_copy_carries_nothing_but_pixels() -> None:
    copies = mosaic.pixelate(striped(8), [PLATE])
    assert set(Image.open(io.BytesIO(copies.large)).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    "box", [{"x": 0.9, "width": 0.2}, {"x": -0.1}, {"width": 0}, {"y": 2}, {"height": float("nan")}]
)
def test_B4_a_box_that_is_not_on_the_picture_is_refused(box: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        Boxes.model_validate({"boxes": [{"x": 0.1, "y": 0.1, "width": 0.1, "height": 0.1} | box]})
