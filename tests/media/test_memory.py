"""No picture, honest or not, takes more memory than a small server can give; measured in a process of its own."""

import subprocess
import sys

import pytest
from PIL import Image

from tests import photos
from tests.media.hostile import BOMBS, unpacking_bomb
from tests.media.make import HEIC, MOST_PIXELS, prepare

MOST_GROWTH = 150  # MB


@pytest.mark.parametrize(
    "name",
    [*BOMBS, "a progressive JPEG of 20 megapixels", "a HEIC with little in it", "a text that unpacks to 200 megabytes"],
)
def test_no_picture_takes_much_memory(name: str) -> None:
    more = {
        "a progressive JPEG of 20 megapixels": lambda: photos.encoded(
            Image.new("RGB", (5000, 4000), "teal"), "JPEG", progressive=True
        ),
        "a HEIC with little in it": HEIC.read_bytes,
        "a text that unpacks to 200 megabytes": unpacking_bomb,
    }
    assert _growth((BOMBS | more)[name]()) < MOST_GROWTH


@pytest.mark.parametrize(("format", "size"), [("PNG", (5600, 4400)), ("WEBP", (2800, 2200)), ("JPEG", (8160, 6120))])
def test_the_largest_pictures_taken_stay_within_the_memory_planned(format: str, size: tuple[int, int]) -> None:
    options = {"PNG": {"compress_level": 1}, "WEBP": {"method": 0}}.get(format, {})
    data = photos.encoded(Image.new("RGB", size, "teal"), format, **options)
    prepare(data)

    assert _growth(data) < MOST_GROWTH


def _growth(data: bytes) -> float:
    """By how many MB a process of its own grows over this picture.

    Not by `ru_maxrss`: a child inherits the peak of the parent that started it.
    """
    program = f"""
import pathlib, re, sys
from api.media import pictures, rules
data = sys.stdin.buffer.read()
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1]) / 1024
before = peak()
try:
    pictures.prepare(data, max_pixels={MOST_PIXELS})
except rules.PictureRejected:
    pass
print(peak() - before)
"""
    done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True, timeout=60)
    return float(done.stdout)
