"""Drawn photos for the demo: a lane, a canal, bags of rubbish, or the same place cleaned."""

import io
import random

from PIL import Image, ImageDraw, ImageFilter

SIZE = (1280, 960)
SKIES = ("#cfe3ea", "#e6dcc8", "#d5dfe6", "#f0d9b8", "#c9d8ee")
GROUNDS = ("#b9b08f", "#a9a184", "#c2b594")
WATERS = ("#6fa3b4", "#7d9a86", "#88a9bd")
BAGS = ("#2f3136", "#e8e6df", "#3f6fa8", "#b24a3a", "#d9c9a3", "#5c7a46")


def draw(seed: int, *, is_clean: bool, has_water: bool = True) -> bytes:
    """A JPEG of one place. The same seed gives the same place, dirty or clean."""
    dice = random.Random(seed)
    scene = Image.new("RGB", SIZE, dice.choice(SKIES))
    pen = ImageDraw.Draw(scene)
    _background(pen, dice)
    pen.rectangle((0, 560, 1280, 960), fill=dice.choice(GROUNDS))
    if has_water:
        _water(pen, dice)
    else:
        pen.polygon([(380, 960), (580, 560), (700, 560), (1000, 960)], fill="#8f8b80")
    _trees(pen, dice)
    if is_clean:
        _flowers(pen, dice)
    else:
        _rubbish(pen, dice)
    scene = Image.blend(scene.filter(ImageFilter.GaussianBlur(1.2)), _grain(dice), 0.05)
    made = io.BytesIO()
    scene.save(made, "JPEG", quality=84)
    return made.getvalue()


def _background(pen: ImageDraw.ImageDraw, dice: random.Random) -> None:
    pen.ellipse((1010, 90, 1150, 230), fill="#fff3c9")
    for x in range(-200, 1400, 260):
        top = 400 + dice.randint(-40, 50)
        pen.ellipse((x, top, x + 420, top + 360), fill="#a9cda0")
    for x in (90, 640):
        if dice.random() < 0.6:
            pen.rectangle((x, 420, x + 210, 570), fill="#efe7d6")
            pen.polygon([(x - 30, 430), (x + 105, 350), (x + 240, 430)], fill="#b5654a")
            pen.rectangle((x + 80, 490, x + 130, 570), fill="#7a6248")


def _water(pen: ImageDraw.ImageDraw, dice: random.Random) -> None:
    pen.polygon([(0, 800), (500, 760), (1280, 810), (1280, 960), (0, 960)], fill=dice.choice(WATERS))
    for _ in range(14):
        x, y = dice.randint(0, 1180), dice.randint(830, 950)
        pen.line((x, y, x + dice.randint(60, 160), y), fill="#a7cad5", width=5)


def _trees(pen: ImageDraw.ImageDraw, dice: random.Random) -> None:
    for x in (130, 1090, dice.randint(300, 900)):
        pen.rectangle((x - 9, 430, x + 9, 590), fill="#6d5a43")
        for _ in range(5):
            dx, dy, r = dice.randint(-60, 60), dice.randint(-70, 40), dice.randint(55, 95)
            pen.ellipse((x + dx - r, 380 + dy - r, x + dx + r, 380 + dy + r), fill=dice.choice(("#4d8f5f", "#457f55")))


def _rubbish(pen: ImageDraw.ImageDraw, dice: random.Random) -> None:
    middle = dice.randint(420, 820)
    pen.ellipse((middle - 330, 690, middle + 330, 790), fill="#6b5d45")
    for _ in range(26):
        x, y = middle + dice.randint(-340, 340), dice.randint(690, 790)
        pen.polygon(
            [
                (x, y),
                (x + dice.randint(15, 45), y - dice.randint(4, 24)),
                (x + dice.randint(20, 60), y + dice.randint(5, 20)),
            ],
            fill=dice.choice(BAGS),
        )
    for _ in range(dice.randint(4, 7)):
        x, y, w = middle + dice.randint(-270, 270), dice.randint(640, 730), dice.randint(95, 160)
        colour = dice.choice(BAGS)
        pen.ellipse((x - w // 2, y - w // 2, x + w // 2, y + w // 2), fill=colour)
        pen.polygon(
            [(x - 16, y - w // 2 + 8), (x + 16, y - w // 2 + 8), (x + 26, y - w // 2 - 26), (x - 26, y - w // 2 - 26)],
            fill=colour,
        )
        pen.arc((x - w // 3, y - w // 3, x + w // 3, y + w // 3), 200, 300, fill="#ffffff", width=4)


def _flowers(pen: ImageDraw.ImageDraw, dice: random.Random) -> None:
    for x in range(180, 1120, 70):
        y = 700 + dice.randint(-16, 26)
        pen.line((x, y, x, y + 46), fill="#3f7f4f", width=6)
        for dx, dy in ((-11, 0), (11, 0), (0, -11), (0, 11)):
            pen.ellipse(
                (x + dx - 11, y + dy - 11, x + dx + 11, y + dy + 11),
                fill=dice.choice(("#e0a93b", "#d97b52", "#f0d060")),
            )


def _grain(dice: random.Random) -> Image.Image:
    noise = Image.frombytes("L", (160, 120), dice.randbytes(160 * 120))
    return noise.resize(SIZE, Image.Resampling.BICUBIC).convert("RGB")
