"""Boxes suggested by the optional detector: only when it is there, always inside the picture, never by itself."""

import pytest

from api.media import pictures, suggestions
from tests.photos import street


def test_B6_without_the_detector_nothing_is_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestions, "is_installed", lambda: False)
    with pytest.raises(suggestions.SuggestionsNotInstalled):
        suggestions.suggest(b"")


@pytest.mark.skipif(not suggestions.is_installed(), reason="the extra `redact` is not installed")
def test_B6_what_is_suggested_lies_on_the_picture() -> None:
    found = suggestions.suggest(pictures.saved(street((1600, 1200)), "JPEG", quality=82))
    assert len(found) <= 20
    assert all(box.x + box.width <= 1.0001 and box.y + box.height <= 1.0001 for box in found)


def test_B6_a_found_square_grows_by_its_margin_and_stays_inside() -> None:
    box = suggestions._box((0, 0, 100, 100), 0.25, (400, 200))
    assert (box.x, box.y, box.width, box.height) == (0, 0, 0.3125, 0.625)
