"""No picture, honest or not, takes more memory than a small server can give; measured in a process of its own."""

import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from tests import photos
from tests.media.hostile import BOMBS, png, unpacking_bomb
from tests.media.make import HEIC, MOST_PIXELS, WAYS, largest, prepare

MOST_GROWTH = 150  # MB
MOST_SECONDS = 10  # of a processor, together with the process that decodes
MORE: dict[str, Callable[[], bytes]] = {
    "a progressive JPEG of 20 megapixels": lambda: photos.encoded(
        Image.new("RGB", (5000, 4000), "teal"), "JPEG", progressive=True
    ),
    "a PNG a mile wide": lambda: png(24_000_000, 1, pixels=zlib.compress(bytes(72_000_001), 1)),
    "a HEIC with little in it": HEIC.read_bytes,
    "a text that unpacks to 200 megabytes": unpacking_bomb,
}


@pytest.mark.parametrize("name", [*BOMBS, *MORE])
def test_no_picture_takes_much_memory_or_time(name: str) -> None:
    growth, seconds = _cost((BOMBS | MORE)[name]())

    assert growth < MOST_GROWTH
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize("kind", [kind for kind in WAYS if kind != "JPEG"])
def test_fifty_megapixels_are_taken_without_much_memory_of_the_server(kind: str) -> None:
    growth, seconds = _cost(largest(kind))

    assert growth < MOST_GROWTH
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize(("format", "size"), [("PNG", (5600, 4400)), ("WEBP", (2800, 2200)), ("JPEG", (8160, 6120))])
def test_the_largest_pictures_decoded_in_the_server_stay_within_the_memory_planned(
    format: str, size: tuple[int, int]
) -> None:
    options = {"PNG": {"compress_level": 1}, "WEBP": {"method": 0}}.get(format, {})
    data = photos.encoded(Image.new("RGB", size, "teal"), format, **options)
    prepare(data)

    assert _cost(data)[0] < MOST_GROWTH


def _cost(data: bytes) -> tuple[float, float]:
    """By how many MB a process of its own grows over this picture, and the processor's seconds, its child included.

    Not by `ru_maxrss`: a child inherits the peak of the parent that started it.
    """
    program = f"""
import os, pathlib, re, sys
from api.media import pictures, rules
data = sys.stdin.buffer.read()
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1]) / 1024
before = peak()
try:
    pictures.prepare(data, max_pixels={MOST_PIXELS})
except rules.PictureRejected:
    pass
print(peak() - before, sum(os.times()[:4]))
"""
    done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True, timeout=60)
    growth, seconds = map(float, done.stdout.split())
    return growth, seconds
