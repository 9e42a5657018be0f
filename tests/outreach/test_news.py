"""News of the commune (plan item 1.3): drafts are seen by nobody, published ones by everybody within their days."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from fastapi.testclient import TestClient

from api.core import clock
from tests.outreach.make import at, put
from tests.photos import small_photo
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
JPEG = {"Content-Type": "image/jpeg"}


def post(**more: Any) -> dict[str, Any]:
    """Any JSON; by default published today."""
    today = clock.day_of(clock.now())
    return {"title": "Đổi giờ thu gom", "words": "Xe đến lúc 16 giờ. " * 20, "published_on": str(today)} | more


def shown(client: TestClient) -> list[str]:
    return [one["title"] for one in client.get("/api/news").json()["items"]]


def test_1_3_news_is_seen_within_its_days_and_never_as_a_draft(client: TestClient, sign_in: SignIn) -> None:
    front, today = sign_in("front"), clock.day_of(clock.now())
    days = {"sớm": 1, "nay": 0, "cũ": -9}
    for title, ahead in days.items():
        body = post(title=title, published_on=str(today + timedelta(days=ahead)), is_draft=False)
        put(front, f"/api/outreach/news/{uuid4()}", body)
    over = {"published_on": str(today - timedelta(days=9)), "published_until": str(today - timedelta(days=1))}
    put(front, f"/api/outreach/news/{uuid4()}", post(title="hết", is_draft=False, **over))
    draft = f"{uuid4()}"
    put(front, f"/api/outreach/news/{draft}", post(title="nháp"))
    pinned = post(title="ghim", published_on=str(today - timedelta(days=20)), is_draft=False, is_pinned=True)
    put(front, f"/api/outreach/news/{uuid4()}", pinned)
    assert shown(client) == ["ghim", "nay", "cũ"]
    assert_problem(client.get(f"/api/news/{draft}"), 404, "news_not_found")
    assert len(front.get("/api/outreach/news").json()["items"]) == 6


def test_a_piece_of_news_shows_its_first_words_then_all_and_nothing_of_its_writer(
    client: TestClient, sign_in: SignIn
) -> None:
    path = str(uuid4())
    put(sign_in("front", name="Đỗ Mặt Trận"), f"/api/outreach/news/{path}", post(is_draft=False))
    [item] = client.get("/api/news").json()["items"]
    assert item.keys() == {"id", "title", "lead", "published_on", "is_pinned", "thumb"}
    assert len(item["lead"]) <= 161
    whole = client.get(f"/api/news/{path}")
    assert whole.json()["words"] == post()["words"].strip()
    assert "Mặt Trận" not in whole.text


def test_photos_of_news_are_for_everybody_until_they_are_taken_away(client: TestClient, sign_in: SignIn) -> None:
    front, path, photo = sign_in("front"), f"/api/outreach/news/{uuid4()}", str(uuid4())
    put(front, path, post(is_draft=False))
    assert front.put(f"{path}/photos/{photo}", content=small_photo(), headers=JPEG).status_code == 201
    assert front.put(f"{path}/photos/{photo}", content=small_photo(), headers=JPEG).status_code == 200
    [item] = client.get("/api/news").json()["items"]
    assert client.get(item["thumb"]).status_code == 200
    assert_problem(front.delete(f"{path}/photos/{photo}", headers=at(7)), 412, "stale")
    taken = front.delete(f"{path}/photos/{photo}", headers=at(1))
    assert (taken.json()["photos"], taken.json()["version"]) == ([], 2)
    assert client.get(item["thumb"]).status_code == 404


def test_days_out_of_order_and_other_roles_are_refused(sign_in: SignIn) -> None:
    path = f"/api/outreach/news/{uuid4()}"
    wrong = post(published_until="2020-01-01")
    assert_problem(put(sign_in("officer"), path, wrong), 422)
    assert_problem(put(sign_in("leader"), path, post()), 403, "not_allowed")
