"""Every kind of answer leaves with the same strict headers; no page and no answer runs what is inline."""

import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.core.database import Database
from tests import photos
from tests.support.answers import assert_strict_headers

PWA = Path(__file__).resolve().parent.parent / "pwa"
ANSWERS = {
    "the first page": ("GET", "/", {"Accept": "text/html"}, 200),
    "a page inside the app": ("GET", "/phan-anh/KS-26-0042", {"Accept": "text/html"}, 200),
    "the style sheet": ("GET", "/app.css", {}, 200),
    "the worker": ("GET", "/sw.js", {}, 200),
    "a script": ("GET", "/app/main.js", {}, 200),
    "an answer of the API": ("GET", "/api/config", {}, 200),
    "a refusal to sign in": ("GET", "/api/desk/counts", {}, 401),
    "an address that is not there": ("GET", "/api/khong-co", {}, 404),
    "a photo that is not there": ("GET", f"/media/{'a' * 32}/large.jpg", {}, 404),
    "a file that is not there": ("GET", "/app/khong-co.js", {}, 404),
    "a wrong method": ("DELETE", "/api/config", {}, 405),
    "a body that is no JSON": ("POST", "/api/complaints", {"Content-Type": "application/json"}, 400),
    "a body that is too large": ("POST", "/api/complaints", {"Content-Length": "999999999"}, 413),
    "a change from another site": ("POST", "/api/complaints", {"Sec-Fetch-Site": "cross-site"}, 403),
}


@pytest.mark.one_database
@pytest.mark.parametrize("kind", ANSWERS)
def test_this_kind_of_answer_has_strict_headers(client: TestClient, kind: str) -> None:
    method, address, headers, status = ANSWERS[kind]
    answer = client.request(method, address, headers=headers, content=b"{" if method == "POST" else None)
    assert answer.status_code == status
    assert_strict_headers(answer)


@pytest.mark.one_database
def test_a_body_with_faults_has_strict_headers(client: TestClient) -> None:
    answer = client.post("/api/session", json={"login": 1})
    assert answer.status_code == 422
    assert_strict_headers(answer)


def test_a_photo_has_strict_headers_and_stays_what_it_is(client: TestClient, seeded: Database) -> None:
    complaint, photo = str(uuid4()), str(uuid4())
    place = {"source": "words", "words": "Cạnh cổng chợ", "lat": None, "lon": None, "accuracy_m": None}
    receipt = client.post(
        "/api/complaints",
        json={
            "id": complaint, "type": "complaint", "category": None, "words": "Rác đổ trộm",
            "place": {**place, "hamlet_id": None},
            "reported_at": "2026-11-28T01:00:00Z", "photos": [photo], "contact": None,
        },
    )  # fmt: skip
    assert receipt.status_code == 201, receipt.text
    sent = client.put(
        f"/api/complaints/{complaint}/photos/{photo}",
        content=photos.small_photo(),
        headers={"Content-Type": "image/jpeg", "X-Tracking-Token": receipt.json()["token"]},
    )
    assert sent.status_code == 201, sent.text
    tracked = client.get("/api/tracking", headers={"X-Tracking-Token": receipt.json()["token"]})
    for address in (tracked.json()["photos"][0]["large"], tracked.json()["photos"][0]["thumb"]):
        answer = client.get(address)
        assert answer.status_code == 200
        assert_strict_headers(answer)
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.one_database
def test_an_answer_about_one_person_is_never_kept_by_a_cache(sign_in: Callable[..., TestClient]) -> None:
    answer = sign_in("officer").get("/api/session")
    assert "no-store" in answer.headers["cache-control"]


def test_the_page_holds_no_script_and_no_style_of_its_own() -> None:
    for script in re.findall(r"<script[^>]*>(.*?)</script>", (PWA / "index.html").read_text(), re.DOTALL):
        assert script.strip() == ""


@pytest.mark.one_database
def test_no_server_gives_its_name_and_version(client: TestClient) -> None:
    assert "server" not in client.get("/api/config").headers
