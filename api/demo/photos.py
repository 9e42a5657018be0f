"""Drawn photos, taken in as real ones; each place is drawn and judged once."""

import io
from functools import lru_cache

from api.demo import scenes
from api.media import pictures
from api.media.actions import Upload

PLACES = 20
MOST_PIXELS = 50_000_000


def upload(place: int, *, is_clean: bool) -> Upload:
    """A photo of one of PLACES places, dirty or cleaned."""
    data, prepared = _taken(place % PLACES, is_clean)
    return Upload(prepared, io.BytesIO(data))


@lru_cache(maxsize=2 * PLACES)
def _taken(place: int, is_clean: bool) -> tuple[bytes, pictures.Prepared]:
    data = scenes.draw(place, is_clean=is_clean, has_water=place % 2 == 0)
    return data, pictures.prepare(data, max_pixels=MOST_PIXELS)
