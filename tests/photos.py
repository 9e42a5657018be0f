"""Photos as phones make them, for every test: a street with rubbish, EXIF, a position, any orientation."""

import io
import random
from functools import lru_cache

from PIL import Image, ImageDraw

PHONE = (4032, 3024)  # 12 megapixels
SQUARE = (20.9089, 106.1793)  # latitude, longitude near the commune's centre
TAKEN = "2026:11:21 07:30:00"
CORNERS = {"top left": "#d02020", "top right": "#20b020", "bottom left": "#2040d0", "bottom right": "#e0d020"}

_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def street(size: tuple[int, int] = PHONE, *, seed: int = 1) -> Image.Image:
    """Sky, trees, a road, grass and a heap of bags; drawn small, enlarged, and given a sensor's grain."""
    dice = random.Random(seed)
    small = Image.new("RGB", (1008, 756), (188, 206, 222))
    draw = ImageDraw.Draw(small)
    for _ in range(9):
        x, y, pale = dice.randint(-200, 1008), dice.randint(-80, 120), dice.randint(200, 250)
        draw.ellipse((x, y, x + dice.randint(120, 420), y + dice.randint(40, 110)), fill=(pale, pale, pale))
    for x in range(-40, 1008, 26):
        top, green = dice.randint(120, 230), dice.randint(70, 130)
        draw.ellipse((x, top, x + 90, 360), fill=(50, green, 40))
    draw.rectangle((0, 330, 1008, 756), fill=(104, 122, 62))
    draw.polygon([(420, 330), (560, 330), (1008, 640), (1008, 756), (180, 756)], fill=(122, 120, 116))
    for _ in range(2500):
        x, y = dice.randint(0, 420), dice.randint(350, 755)
        draw.line((x, y, x + dice.randint(-4, 4), y - dice.randint(4, 14)), fill=(70, dice.randint(90, 170), 40))
    left, ground = dice.randint(120, 380), dice.randint(560, 640)
    for _ in range(45):
        x, y, r = left + dice.randint(-120, 160), ground + dice.randint(-60, 50), dice.randint(14, 44)
        shade = dice.choice([(30, 30, 34), (216, 216, 220), (52, 96, 168), (172, 44, 40), (208, 170, 60)])
        draw.ellipse((x, y, x + r * 2, y + r), fill=shade, outline=(20, 20, 20))
    large = small.resize(size, Image.Resampling.BICUBIC)
    grain = Image.frombytes("L", (512, 512), dice.randbytes(512 * 512)).convert("RGB").resize((1024, 1024))
    for top in range(0, size[1], 1024):
        for side in range(0, size[0], 1024):
            box = (side, top, min(side + 1024, size[0]), min(top + 1024, size[1]))
            tile = large.crop(box)
            large.paste(Image.blend(tile, grain.crop((0, 0, *tile.size)), 0.12), box)
    return large


def corners(size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Four corners of four colours: tells which way up a picture is."""
    width, height = size
    picture = Image.new("RGB", size, "#808080")
    for name, colour in CORNERS.items():
        left = 0 if "left" in name else width - width // 4
        top = 0 if "top" in name else height - height // 4
        picture.paste(Image.new("RGB", (width // 4, height // 4), colour), (left, top))
    return picture


def exif(
    *,
    orientation: int = 1,
    gps: tuple[float, float] | None = SQUARE,
    taken: str | None = TAKEN,
    zone: str | None = "+07:00",
) -> Image.Exif:
    notes = Image.Exif()
    notes[0x010F], notes[0x0110], notes[0x0112] = "Phonemaker", "Model X", orientation
    camera = notes.get_ifd(0x8769)
    camera[0xA431] = "SERIAL-12345678"
    if taken:
        camera[0x9003] = taken
    if zone:
        camera[0x9011] = zone
    if gps:
        place = notes.get_ifd(0x8825)
        place[1], place[3] = "N" if gps[0] >= 0 else "S", "E" if gps[1] >= 0 else "W"
        place[2], place[4] = sexagesimal(gps[0]), sexagesimal(gps[1])
    return notes


def sexagesimal(degrees: float) -> tuple[float, float, float]:
    minutes = (abs(degrees) % 1) * 60
    return float(int(abs(degrees))), float(int(minutes)), round((minutes % 1) * 60, 3)


def jpeg(picture: Image.Image, *, orientation: int = 1, quality: int = 90, **options: object) -> bytes:
    """`picture` is how it should look; it is stored turned, as a phone held that way would store it."""
    turn = _STORED[orientation]
    stored = picture if turn is None else picture.transpose(turn)
    options.setdefault("exif", exif(orientation=orientation))
    return encoded(stored, "JPEG", quality=quality, **options)


def encoded(picture: Image.Image, format: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, format, **options)
    return stream.getvalue()


@lru_cache(maxsize=8)
def phone_photo(size: tuple[int, int] = PHONE, *, orientation: int = 6, seed: int = 1) -> bytes:
    """What a phone sends: upright it is a street in portrait or landscape; stored as the sensor lay."""
    lies = orientation >= 5
    return jpeg(street((size[1], size[0]) if lies else size, seed=seed), orientation=orientation)


@lru_cache(maxsize=32)
def small_photo(seed: int = 1) -> bytes:
    """0.5 megapixel, quick to make; each seed is another place."""
    return jpeg(street((816, 612), seed=seed), quality=85)
