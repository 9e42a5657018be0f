"""QR codes for posters (plan item 1.3): of our own pages only."""

from collections.abc import Callable

from tests.support.answers import assert_problem
from tests.support.clients import SignedIn


def test_1_3_a_poster_gets_the_code_of_one_of_our_pages(sign_in: Callable[..., SignedIn]) -> None:
    front = sign_in("front")
    answer = front.get("/api/outreach/qr.svg?path=/phan-loai")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg ")
    for elsewhere in ("https://example.com", "//example.com/x?y", "/a?b", "javascript:x"):
        assert_problem(front.get("/api/outreach/qr.svg", params={"path": elsewhere}), 422)
