"""Fifty megapixels are taken in every format: decoded by a process apart, one at a time, behind nobody's photo."""

import io
import subprocess
import threading
from collections.abc import Callable
from typing import Any

import anyio
import pytest
from PIL import Image

from api.core.errors import HouseError
from api.media import darkroom, decoder, pictures, rules
from tests import photos
from tests.media.make import HEIC, MOST_PIXELS, WAYS, fails, is_colour, is_upright, largest, opened, prepare


@pytest.mark.parametrize("kind", WAYS)
def test_a_picture_of_fifty_megapixels_is_taken(kind: str) -> None:
    made = prepare(largest(kind))

    assert (made.width, made.height) == (2000, 1563)
    assert is_upright(made.large) and is_upright(made.thumb)


@pytest.mark.parametrize("kind", WAYS)
def test_one_pixel_more_than_allowed_is_refused(kind: str) -> None:
    with pytest.raises(rules.PictureTooManyPixels):
        pictures.prepare(largest(kind), max_pixels=MOST_PIXELS - 1)


def test_only_what_is_dear_is_decoded_elsewhere() -> None:
    def is_large(data: bytes) -> bool:
        return rules.take_apart(data, max_bytes=rules.MOST_BYTES, max_pixels=MOST_PIXELS).is_large

    assert {kind for kind in WAYS if is_large(largest(kind))} == {"PROGRESSIVE", "PNG", "WEBP", "HEIC"}
    assert not is_large(photos.phone_photo())


def test_a_large_jpeg_for_printing_is_shown_in_its_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_MEMORY", 0)

    made = prepare(photos.encoded(photos.corners().convert("CMYK"), "JPEG", quality=95))

    assert is_upright(made.large)
    assert opened(made.large).mode == "RGB"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_picture_is_turned_upright_and_keeps_its_notes(
    format: str, orientation: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = photos.corners() if orientation == 1 else photos.corners().transpose(Image.Transpose.ROTATE_90)
    monkeypatch.setattr(rules, "MOST_MEMORY", 0)

    made = prepare(photos.encoded(stored, format, exif=photos.exif(orientation=orientation)))

    assert is_upright(made.large)
    assert made.gps == pytest.approx(photos.SQUARE, abs=1e-5)


def test_what_is_transparent_in_a_large_picture_becomes_white(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = photos.corners().convert("RGBA")
    picture.paste((0, 0, 0, 0), (280, 200, 360, 280))
    monkeypatch.setattr(rules, "MOST_MEMORY", 0)

    assert is_colour(opened(prepare(photos.encoded(picture, "PNG")).large).getpixel((320, 240)), "white")


def test_two_large_ones_wait_for_each_other_and_an_ordinary_one_for_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each large one goes on only after the ordinary one is done, so waiting for one of them would never end."""
    room, at_once, finished, is_ordinary_done = darkroom.Darkroom(), [0], list[str](), threading.Event()
    decode = decoder.decode

    def watched(container: rules.Container) -> decoder.Decoded:
        at_once.append(at_once[-1] + 1)
        try:
            assert is_ordinary_done.wait(30)
            return decode(container)
        finally:
            at_once.append(at_once[-1] - 1)

    monkeypatch.setattr(decoder, "decode", watched)

    async def develop(name: str, data: bytes) -> None:
        await room.develop(io.BytesIO(data), max_bytes=rules.MOST_BYTES, max_pixels=MOST_PIXELS)
        finished.append(name)
        if name == "ordinary":
            is_ordinary_done.set()

    async def all_at_once() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(develop, "large", largest("PROGRESSIVE"))
            group.start_soon(develop, "large", largest("PNG"))
            group.start_soon(develop, "ordinary", photos.small_photo())

    anyio.run(all_at_once)

    assert finished == ["ordinary", "large", "large"]
    assert max(at_once) == 1
    assert room.large_places.borrowed_tokens == room.places.borrowed_tokens == 0


@pytest.mark.parametrize("trouble", [subprocess.TimeoutExpired("x", 1), OSError("no process"), MemoryError()])
def test_a_machine_in_trouble_asks_to_come_again(trouble: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says nothing about the picture, so the picture is not called broken."""
    monkeypatch.setattr(subprocess, "run", fails(trouble))

    assert refusal(largest("HEIC")) is darkroom.DarkroomBusy


def test_an_ordinary_picture_comes_again_too_when_memory_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "open", fails(MemoryError()))

    assert refusal(photos.small_photo()) is darkroom.DarkroomBusy


@pytest.mark.parametrize("program", ["import no_such_library", "1 / 0", "import os; os.kill(os.getpid(), 9)"])
def test_a_decoder_that_fails_by_our_fault_does_not_condemn_the_picture(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", instead(program))

    assert refusal(HEIC.read_bytes()) is darkroom.DarkroomBusy


@pytest.mark.parametrize(
    "program",
    [
        "import sys; from api.media import shrinking; sys.exit(shrinking.UNREADABLE)",
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass",
    ],
    ids=["says so", "aborts", "crashes", "takes too long"],
)
def test_a_picture_that_kills_its_decoder_each_time_is_not_sent_for_ever(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", instead(program))

    assert refusal(HEIC.read_bytes()) is rules.PictureUnreadable


@pytest.mark.parametrize("kind", ["HEIC", "PNG"])
def test_a_picture_that_needs_more_memory_than_it_gets_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoder, "MARGIN", -150 * 1024 * 1024)

    assert refusal(largest(kind)) is rules.PictureUnreadable


def refusal(data: bytes) -> type[HouseError]:
    """How the darkroom refuses it; nobody keeps a place in there."""
    room = darkroom.Darkroom()

    async def develop() -> None:
        await room.develop(io.BytesIO(data), max_bytes=rules.MOST_BYTES, max_pixels=MOST_PIXELS)

    with pytest.raises(HouseError) as refused:
        anyio.run(develop)
    assert room.large_places.borrowed_tokens == room.places.borrowed_tokens == 0
    return refused.type


def instead(program: str) -> Callable[..., Any]:
    """`subprocess.run` with another program in the place of the decoder's."""
    run = subprocess.run

    def other(command: list[str], **options: Any) -> Any:
        return run([command[0], "-c", program], **options)

    return other
