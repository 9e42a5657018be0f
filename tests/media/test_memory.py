"""No picture, honest or not, takes more memory than a small server can give; measured in a process of its own."""

import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator

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


# Not by `ru_maxrss`: a child inherits the peak of the parent that started it.
PROGRAM = f"""
import os, pathlib, re, struct, sys
from api.media import pictures, rules
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1]) / 1024
while length := sys.stdin.buffer.read(8):
    data = sys.stdin.buffer.read(struct.unpack(">Q", length)[0])
    if not os.fork():
        before = peak()
        try:
            pictures.prepare(data, max_pixels={MOST_PIXELS})
        except rules.PictureRejected:
            pass
        print(peak() - before, sum(os.times()[:4]), flush=True)
        os._exit(0)
    os.wait()
"""


class Scale:
    """A process that has everything imported, and weighs each picture in a copy of itself."""

    def __init__(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def cost(self, data: bytes) -> tuple[float, float]:
        """By how many MB a process grows over this picture, and the processor's seconds, its child's included."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(struct.pack(">Q", len(data)) + data)
        self.process.stdin.flush()
        growth, seconds = map(float, self.process.stdout.readline().split())
        return growth, seconds


@pytest.fixture(scope="module")
def scale() -> Iterator[Scale]:
    made = Scale()
    yield made
    made.process.communicate()


@pytest.mark.parametrize("name", [*BOMBS, *MORE])
def test_no_picture_takes_much_memory_or_time(name: str, scale: Scale) -> None:
    growth, seconds = scale.cost((BOMBS | MORE)[name]())

    assert growth < MOST_GROWTH
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize("kind", [kind for kind in WAYS if kind != "JPEG"])
def test_fifty_megapixels_are_taken_without_much_memory_of_the_server(kind: str, scale: Scale) -> None:
    growth, seconds = scale.cost(largest(kind))

    assert growth < MOST_GROWTH
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize(("format", "size"), [("PNG", (5600, 4400)), ("WEBP", (2800, 2200)), ("JPEG", (8160, 6120))])
def test_the_largest_pictures_decoded_in_the_server_stay_within_the_memory_planned(
    format: str, size: tuple[int, int], scale: Scale
) -> None:
    options = {"PNG": {"compress_level": 1}, "WEBP": {"method": 0}}.get(format, {})
    data = photos.encoded(Image.new("RGB", size, "teal"), format, **options)
    prepare(data)

    assert scale.cost(data)[0] < MOST_GROWTH
