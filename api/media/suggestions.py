"""Where faces and plates may be, found offline; only when the extra `redact` is installed. A person decides.

Faces and plates: the Haar cascades inside opencv-python-headless 4 (Apache-2.0; the package of version 5 has none).
The plate cascade was made for Russian plates, the face cascade misses profiles: it helps the eye, it replaces none.
"""

import importlib
import importlib.util
import io
from functools import lru_cache
from typing import Any

from PIL import Image

from api.core.errors import Conflict
from api.media.schemas import Box

CASCADES = {"haarcascade_frontalface_default.xml": 0.25, "haarcascade_russian_plate_number.xml": 0.15}
LONGEST_EDGE = 1280  # px
FEWEST_NEIGHBOURS = 5
SMALLEST = 24  # px


class SuggestionsNotInstalled(Conflict):
    code = "suggestions_not_installed"
    says = "Máy chủ chưa cài phần gợi ý che mờ. Xin tự vẽ ô che."


@lru_cache(maxsize=1)
def is_installed() -> bool:
    return importlib.util.find_spec("cv2") is not None


def suggest(large: bytes) -> list[Box]:
    """Boxes around what looks like a face or a plate, grown by a margin, within the picture."""
    if not is_installed():
        raise SuggestionsNotInstalled
    with Image.open(io.BytesIO(large), formats=("JPEG",)) as opened:
        opened.draft("L", (LONGEST_EDGE, LONGEST_EDGE))
        grey = opened.convert("L")
    grey.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    pixels = importlib.import_module("numpy").asarray(grey)
    return [
        _box(found, margin, grey.size)
        for name, margin in CASCADES.items()
        for found in _cascade(name).detectMultiScale(pixels, 1.1, FEWEST_NEIGHBOURS, minSize=(SMALLEST, SMALLEST))
    ][:20]


def _cascade(name: str) -> Any:  # any: OpenCV has no types; made anew each time, because one is not for two threads
    library = importlib.import_module("cv2")
    return library.CascadeClassifier(library.data.haarcascades + name)


def _box(found: Any, margin: float, size: tuple[int, int]) -> Box:  # any: four numbers of numpy's
    left, top, width, height = (float(number) for number in found)
    x, y = max(0.0, left - margin * width) / size[0], max(0.0, top - margin * height) / size[1]
    right, bottom = (left + width * (1 + margin)) / size[0], (top + height * (1 + margin)) / size[1]
    return Box(x=x, y=y, width=min(1.0, right) - x, height=min(1.0, bottom) - y)
