"""Honest pictures of every kind come out upright, small and clean."""

import itertools
from datetime import UTC, datetime, timedelta, timezone

import pytest
from PIL import Image, ImageCms

from api.core import clock
from api.media import pictures
from api.media.models import Format
from tests import photos
from tests.media.make import HEIC, TRACES, is_colour, is_upright, opened, prepare


def test_a_phone_photo_becomes_an_upright_jpeg_and_a_thumbnail() -> None:
    data = photos.phone_photo(orientation=6)

    made = prepare(data)

    large, thumb = opened(made.large), opened(made.thumb)
    assert (large.format, thumb.format) == ("JPEG", "WEBP")
    assert (made.width, made.height) == large.size == (1512, 2016)
    assert thumb.size == (300, 400)
    assert made.format is Format.JPEG
    assert made.size == len(data)
    assert len(made.large) < 700_000 and len(made.thumb) < 30_000


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(orientation: int) -> None:
    made = prepare(photos.jpeg(photos.corners(), orientation=orientation))

    assert is_upright(made.large)
    assert is_upright(made.thumb)
    assert (made.width, made.height) == (640, 480)


def test_an_orientation_out_of_range_changes_nothing() -> None:
    assert is_upright(prepare(photos.encoded(photos.corners(), "JPEG", exif=photos.exif(orientation=9))).large)


def test_what_the_camera_wrote_is_read_from_the_original() -> None:
    made = prepare(photos.small_photo())

    assert made.taken_at == datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
    assert made.gps == pytest.approx(photos.SQUARE, abs=1e-5)


@pytest.mark.parametrize("gps", [(-33.8568, 70.1234), (33.8568, -70.1234)])
def test_a_position_south_or_west_is_negative(gps: tuple[float, float]) -> None:
    made = prepare(photos.jpeg(photos.corners(), exif=photos.exif(gps=gps)))

    assert made.gps == pytest.approx(gps, abs=1e-5)


def test_a_camera_without_a_zone_is_taken_to_show_vietnamese_time() -> None:
    made = prepare(photos.jpeg(photos.corners(), exif=photos.exif(zone=None)))

    assert made.taken_at == datetime(2026, 11, 21, 7, 30, tzinfo=clock.VIETNAM)


def test_the_zone_of_the_camera_counts() -> None:
    made = prepare(photos.jpeg(photos.corners(), exif=photos.exif(zone="-03:30")))

    assert made.taken_at == datetime(2026, 11, 21, 7, 30, tzinfo=timezone(-timedelta(hours=3, minutes=30)))


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "1970:01:01 00:00:00", "yesterday", "", None])
def test_a_time_that_cannot_be_is_no_time(taken: str | None) -> None:
    assert prepare(photos.jpeg(photos.corners(), exif=photos.exif(taken=taken))).taken_at is None


@pytest.mark.parametrize("gps", [None, (0.0, 0.0), (91.0, 106.0), (20.0, 181.0)])
def test_a_position_that_cannot_be_is_no_position(gps: tuple[float, float] | None) -> None:
    assert prepare(photos.jpeg(photos.corners(), exif=photos.exif(gps=gps))).gps is None


def test_a_photo_without_notes_is_fine() -> None:
    made = prepare(photos.encoded(photos.corners(), "JPEG"))

    assert (made.taken_at, made.gps) == (None, None)


def test_a_heic_photo_of_a_phone_is_read_with_its_position() -> None:
    made = prepare(HEIC.read_bytes())

    assert made.format is Format.HEIC
    assert is_upright(made.large) and is_upright(made.thumb)
    assert (made.width, made.height) == (480, 640)
    assert made.gps == pytest.approx(photos.SQUARE, abs=1e-5)
    assert made.taken_at == datetime(2026, 11, 21, 0, 30, tzinfo=UTC)


def test_a_photo_of_two_frames_is_read_as_its_first() -> None:
    second = Image.new("RGB", (640, 480), "black")
    data = photos.encoded(photos.corners(), "MPO", save_all=True, append_images=[second], exif=photos.exif())
    assert opened(data).format == "MPO"

    made = prepare(data)

    assert is_upright(made.large)
    assert made.format is Format.JPEG


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_what_is_transparent_becomes_white(format: str) -> None:
    picture = photos.corners().convert("RGBA")
    picture.paste((0, 0, 0, 0), (280, 200, 360, 280))

    made = prepare(photos.encoded(picture, format))

    assert is_upright(made.large)
    assert is_colour(opened(made.large).getpixel((320, 240)), "white")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    grey = Image.linear_gradient("L").resize((600, 400))
    picture = Image.merge("RGB", (grey, grey, grey)).convert(mode) if mode != "I;16" else _sixteen_bits(grey)

    made = prepare(photos.encoded(picture, "PNG"))

    shown = opened(made.large).convert("L")
    assert shown.getpixel((300, 10)) < 40 < 210 < shown.getpixel((300, 390))  # type: ignore[operator]
    if mode not in ("1", "P"):
        assert shown.getpixel((300, 200)) == pytest.approx(128, abs=12)


def test_a_transparent_palette_is_read() -> None:
    picture = photos.corners().quantize(16)

    assert is_upright(prepare(photos.encoded(picture, "PNG", transparency=15)).large)


def test_a_large_png_is_shrunk_in_bands_without_a_seam() -> None:
    picture = Image.linear_gradient("L").resize((3300, 2700)).convert("RGB")

    shown = opened(prepare(photos.encoded(picture, "PNG", compress_level=1)).large).convert("L")

    assert shown.size == (1650, 1350)
    column = [shown.getpixel((825, y)) for y in range(1350)]
    assert all(0 <= below - above + 3 <= 6 for above, below in itertools.pairwise(column))  # type: ignore[operator]


def test_the_last_rows_of_a_shrunk_picture_are_as_bright_as_the_first() -> None:
    shown = opened(prepare(photos.encoded(Image.new("RGB", (3301, 3205), "white"), "PNG", compress_level=1)).large)

    assert is_colour(shown.getpixel((800, shown.height - 1)), "white")
    assert is_colour(shown.getpixel((shown.width - 1, 800)), "white")


def test_a_webp_with_notes_is_turned_upright() -> None:
    stored = photos.corners().transpose(Image.Transpose.ROTATE_90)

    made = prepare(photos.encoded(stored, "WEBP", quality=90, exif=photos.exif(orientation=6)))

    assert is_upright(made.large)
    assert made.gps == pytest.approx(photos.SQUARE, abs=1e-5)


def test_a_png_with_notes_is_turned_upright() -> None:
    stored = photos.corners().transpose(Image.Transpose.ROTATE_90)

    made = prepare(photos.encoded(stored, "PNG", exif=photos.exif(orientation=6)))

    assert is_upright(made.large)
    assert made.gps == pytest.approx(photos.SQUARE, abs=1e-5)


@pytest.mark.parametrize(
    "options", [{"progressive": True}, {"subsampling": 0}, {"quality": 15}, {"restart_marker_rows": 1}]
)
def test_every_way_to_write_a_jpeg_is_read(options: dict[str, object]) -> None:
    assert is_upright(prepare(photos.jpeg(photos.corners(), **options)).large)  # type: ignore[arg-type]


def test_a_grey_jpeg_stays_grey() -> None:
    assert opened(prepare(photos.encoded(Image.new("L", (64, 64), 90), "JPEG")).large).mode == "L"


def test_a_jpeg_for_printing_is_shown_in_its_colours() -> None:
    made = prepare(photos.encoded(photos.corners().convert("CMYK"), "JPEG", quality=95))

    assert is_upright(made.large)
    assert opened(made.large).mode == "RGB"


def test_a_jpeg_stored_as_plain_rgb_is_shown_in_its_colours() -> None:
    assert is_upright(prepare(photos.encoded(photos.corners(), "JPEG", keep_rgb=True)).large)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_foreign_colour_profile_is_turned_into_srgb(format: str) -> None:
    """A profile in which red and blue have changed places: colours must follow it."""
    swapped = _profile_with_red_and_blue_swapped()
    red = Image.new("RGB", (400, 300), "#c01818")

    made = prepare(photos.encoded(red, format, icc_profile=swapped))

    assert is_colour(opened(made.large).getpixel((200, 150)), "#1818c0")
    assert not opened(made.large).info.get("icc_profile") and not opened(made.thumb).info.get("icc_profile")


def test_an_srgb_profile_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert is_upright(prepare(photos.jpeg(photos.corners(), icc_profile=profile)).large)


@pytest.mark.parametrize("profile", [b"not a profile", b"\0" * 200, b"x" * 70_000])
def test_a_broken_colour_profile_is_left_aside(profile: bytes) -> None:
    assert is_upright(prepare(photos.jpeg(photos.corners(), icc_profile=profile)).large)


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (9000, 2), (2, 9000), (2048, 2048), (2049, 7), (4608, 3456)])
@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_no_shape_is_too_strange(size: tuple[int, int], format: str) -> None:
    made = prepare(photos.encoded(Image.new("RGB", size, "teal"), format))

    assert max(made.width, made.height) <= 2048
    assert max(opened(made.thumb).size) <= 400
    if min(size) > 7:
        assert made.width / made.height == pytest.approx(size[0] / size[1], rel=0.01)


def test_no_copy_carries_anything_but_pixels() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPSLatitude="20,54.5N"/>'
    extras = {"exif": photos.exif(orientation=6), "icc_profile": profile}
    sources = [
        photos.jpeg(photos.corners(), comment=b"a comment", xmp=xmp, **extras),  # type: ignore[arg-type]
        photos.encoded(photos.corners(), "PNG", **extras),
        photos.encoded(photos.corners(), "WEBP", xmp=xmp, **extras),
        HEIC.read_bytes(),
        photos.phone_photo(),
    ]

    for source in sources:
        made = prepare(source)
        for trace in TRACES:
            assert trace not in made.large + made.thumb + made.placeholder.encode()
        assert not opened(made.large).getexif() and not opened(made.thumb).getexif()


@pytest.mark.parametrize("format", ["JPEG", "WEBP"])
def test_what_is_left_beside_the_pixels_is_not_written(format: str) -> None:
    """Sources are stripped before they are decoded; this is the second lock on the same door."""
    picture = photos.corners()
    picture.info |= {"comment": b"a comment", "exif": photos.exif().tobytes(), "icc_profile": b"ICC_PROFILE"}

    written = pictures.saved(picture, format)

    assert not any(trace in written for trace in TRACES)


def test_the_same_scene_keeps_its_fingerprint_and_another_does_not() -> None:
    scene = photos.street((1200, 900), seed=5)
    first, again = (prepare(photos.jpeg(scene, quality=q)) for q in (92, 40))
    smaller = prepare(photos.jpeg(scene.resize((600, 450))))
    darker = prepare(photos.jpeg(scene.point(lambda value: value * 0.5)))
    other = prepare(photos.jpeg(scene.transpose(Image.Transpose.FLIP_TOP_BOTTOM)))

    def apart(a: pictures.Prepared, b: pictures.Prepared) -> int:
        return (int(a.dhash, 16) ^ int(b.dhash, 16)).bit_count()

    assert len(first.dhash) == 16
    assert apart(first, again) <= 6 and apart(first, smaller) <= 6 and apart(first, darker) <= 6
    assert apart(first, other) >= 16
    assert first.sha256 != again.sha256


def test_the_placeholder_is_a_tiny_picture_of_the_whole() -> None:
    made = prepare(photos.small_photo())

    assert made.placeholder.startswith("data:image/webp;base64,")
    assert len(made.placeholder) < 400


def _sixteen_bits(grey: Image.Image) -> Image.Image:
    raw = b"".join(bytes((0, value)) for value in grey.tobytes())
    return Image.frombytes("I;16", grey.size, raw)


def _profile_with_red_and_blue_swapped() -> bytes:
    """sRGB with the tags rXYZ and bXYZ exchanged, under a name of its own."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"????", b"bXYZ", 1)
    return profile.replace("sRGB".encode("utf-16-be"), "SWAP".encode("utf-16-be"))
