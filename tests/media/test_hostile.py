"""Whatever is sent as a picture: it becomes a clean one, or is refused in words, cheaply and in time."""

import contextlib
import io
import random
import re
import struct
import subprocess
import time
from typing import Any

import pytest
from PIL import Image

from api.core import problems
from api.media import rules
from tests import photos
from tests.media.hostile import BOMBS, NO_PICTURES, SVG, mutated, unpacking_bomb
from tests.media.make import HEIC, fails, is_upright, largest, opened, prepare

SECONDS = 2.0


def refused(data: bytes) -> type[rules.PictureRejected]:
    started = time.process_time()
    with pytest.raises(rules.PictureRejected) as caught:
        prepare(data)
    assert time.process_time() - started < SECONDS
    return caught.type


def photo() -> bytes:
    return photos.jpeg(photos.corners(), quality=80)


@pytest.mark.parametrize("name", NO_PICTURES)
def test_what_is_no_picture_is_refused_in_words(name: str) -> None:
    data, expected = NO_PICTURES[name]

    assert refused(data) is expected


def test_every_refusal_says_in_vietnamese_what_to_do_and_is_no_server_error() -> None:
    kinds = rules.PictureRejected.__subclasses__()
    assert {kind.code for kind in kinds} >= {
        "picture_empty", "picture_too_large", "picture_too_many_pixels", "picture_not_supported",
        "picture_animated", "picture_unreadable",
    }  # fmt: skip
    for kind in kinds:
        assert re.search(r"Xin \w+", kind.says) and re.search("[àáảạâăđêôơưế]", kind.says)
        assert problems.status_of(kind) == (413 if kind is rules.PictureTooLarge else 422)


def test_more_bytes_than_allowed_are_refused_unread() -> None:
    assert refused(b"\xff\xd8\xff" + bytes(20 * 1024 * 1024)) is rules.PictureTooLarge


@pytest.mark.parametrize("payload", [b"PK\x03\x04" + bytes(400), b"<script>alert(1)</script>", SVG, b"<?php evil();?>"])
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_what_hangs_on_behind_a_picture_is_lost(format: str, payload: bytes) -> None:
    made = prepare(photos.encoded(photos.corners(), format) + payload)

    assert is_upright(made.large)
    assert payload[:12] not in made.large + made.thumb


def test_what_hides_inside_a_picture_is_lost() -> None:
    payload = b"<script>alert(1)</script>"

    made = prepare(photos.jpeg(photos.corners(), comment=payload, exif=photos.exif().tobytes() + payload))

    assert payload not in made.large + made.thumb


@pytest.mark.parametrize("source", ["JPEG", "PNG", "WEBP", "PROGRESSIVE", "HEIC"])
def test_half_a_picture_is_refused_wherever_it_breaks_off(source: str) -> None:
    data = {
        "JPEG": photo,
        "PROGRESSIVE": lambda: photos.jpeg(photos.corners(), progressive=True),
        "PNG": lambda: photos.encoded(photos.corners(), "PNG"),
        "WEBP": lambda: photos.encoded(photos.corners(), "WEBP"),
        "HEIC": HEIC.read_bytes,
    }[source]()

    parts = 60 if source != "HEIC" else 12
    for part in range(1, parts):
        refused(data[: len(data) * part // parts])
    for missing in (1, 2, 3, 7, 20):
        refused(data[:-missing])


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_goes_off(name: str) -> None:
    refused(BOMBS[name]())


def test_text_that_unpacks_to_200_megabytes_is_never_unpacked() -> None:
    assert is_upright(prepare(unpacking_bomb()).large)


def test_notes_that_lead_in_circles_or_claim_the_moon_are_left_aside() -> None:
    def tiff(*entries: tuple[int, int, int, int]) -> bytes:
        body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
        return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + body

    hostile = [
        tiff((0x8769, 4, 1, 8), (0x8825, 4, 1, 8)),
        tiff((0x8769, 4, 1, 0xFFFFFFFF), (0x8825, 4, 1, 0xFFFFFFF0)),
        tiff((0x0112, 3, 0xFFFFFFFF, 8)),
        tiff(*[(0x9003, 2, 0x7FFFFFFF, 0)] * 5000),
        b"Exif\0\0II*\0",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff",
        b"Exif\0\0" + b"A" * 65_000,
    ]
    for notes in hostile:
        made = prepare(photos.encoded(photos.corners(), "JPEG", exif=notes))
        assert is_upright(made.large) and made.gps is None and made.taken_at is None


def test_random_changes_never_do_anything_but_pass_or_be_refused() -> None:
    """2,000 seeded mutations: bits, bytes, runs, cuts and splices."""
    dice = random.Random(20_261_128)
    scene = photos.street((480, 360), seed=9)
    sources = [
        photos.jpeg(scene), photos.jpeg(scene, progressive=True), photos.encoded(scene, "PNG"),
        photos.encoded(scene.quantize(64), "PNG", exif=photos.exif()), photos.encoded(scene, "WEBP"),
        photos.encoded(scene.resize((200, 150)), "WEBP", lossless=True),
    ]  # fmt: skip
    passed, slowest = 0, 0.0
    for _ in range(2000):
        data = mutated(dice.choice(sources), dice, sources)
        started = time.process_time()
        try:
            made = prepare(data)
        except rules.PictureRejected:
            pass
        else:
            passed += 1
            assert opened(made.large).format == "JPEG" and opened(made.thumb).format == "WEBP"
        slowest = max(slowest, time.process_time() - started)

    assert 100 < passed < 1900, "the mutations are too tame or too wild to mean anything"
    assert slowest < SECONDS


def test_a_heic_that_crashes_its_decoder_is_refused_and_nothing_else_happens() -> None:
    assert refused((HEIC.parent / "crashing.heic").read_bytes()) is rules.PictureUnreadable


def test_random_changes_of_a_heic_do_no_harm() -> None:
    dice = random.Random(7)
    for _ in range(30):
        with contextlib.suppress(rules.PictureRejected):
            prepare(mutated(HEIC.read_bytes(), dice, [HEIC.read_bytes()]))


@pytest.mark.parametrize("trouble", [OSError("x"), ValueError("x"), SyntaxError("x"), struct.error("x")])
def test_what_a_decoder_raises_on_broken_data_is_a_refusal(trouble: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "open", fails(trouble))

    assert refused(photo()) is rules.PictureUnreadable


@pytest.mark.parametrize("mistake", [NameError("x"), TypeError("x"), AttributeError("x")])
def test_a_mistake_of_ours_is_never_called_a_broken_picture(
    mistake: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "open", fails(mistake))

    with pytest.raises(type(mistake)):
        prepare(photo())


@pytest.mark.parametrize("kind", ["HEIC", "PNG"])
def test_a_decoder_of_its_own_gets_no_secret_of_ours(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[dict[str, object]] = []
    run = subprocess.run

    def watched(command: list[str], **options: Any) -> Any:
        calls.append(options)
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", watched)

    prepare(largest(kind))

    assert [call["env"] for call in calls] == [{}]


def test_the_name_and_the_kind_a_sender_claims_do_not_matter() -> None:
    """There is no argument for either: only the bytes count."""
    assert prepare(photos.encoded(photos.corners(), "PNG")).format == "png"
    assert io.BytesIO(prepare(photo()).large).read(3) == b"\xff\xd8\xff"
