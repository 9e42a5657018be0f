"""The bridge against a Frigate of the test's own, on loopback, and the real doors of the house (plan 2.4b)."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
import pytest
from fastapi.testclient import TestClient

from api.cameras.bridge import Bridge, BridgeSettings, NotTaken
from api.core import clock
from api.core.database import Database
from tests.cameras.test_routes import CAMERA, queue, wish
from tests.photos import small_photo
from tests.support.clients import SignedIn

pytestmark = pytest.mark.one_database
SignIn = Callable[..., SignedIn]


class Frigate(ThreadingHTTPServer):
    """/api/events as Frigate answers it (the newest first, after, before, limit), and snapshots."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.events: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.is_ill = False
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def happens(self, reference: str, *, ago: float, lasts: float | None, camera: str = "cho_mau") -> None:
        start = clock.now().timestamp() - ago
        score = {"score": 0.7, "top_score": 0.91, "box": [0.1, 0.2, 0.3, 0.4], "region": [0, 0, 1, 1], "type": "object"}
        self.events.append({
            "id": reference, "camera": camera, "label": "person", "sub_label": None, "zones": ["bai_rac"],
            "start_time": start, "end_time": lasts and start + lasts, "has_clip": True, "has_snapshot": True,
            "false_positive": None, "thumbnail": "", "retain_indefinitely": False, "plus_id": None, "data": score,
        })  # fmt: skip


class Answers(BaseHTTPRequestHandler):
    server: Frigate

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        parts = urlsplit(self.path)
        if self.server.is_ill:
            self._say(503, b"", "text/plain")
        elif parts.path == "/api/events":
            self._say(200, orjson.dumps(self._events(parse_qs(parts.query))), "application/json")
        elif parts.path.endswith("/snapshot.jpg"):
            self._say(200, small_photo(), "image/jpeg")
        else:
            self._say(404, b"", "text/plain")

    def _events(self, query: dict[str, list[str]]) -> list[dict[str, Any]]:
        after, before = float(query["after"][0]), float(query.get("before", ["9e9"])[0])
        here = query["cameras"][0].split(",")
        found = [one for one in self.server.events if after < one["start_time"] < before and one["camera"] in here]
        newest = sorted(found, key=lambda one: one["start_time"], reverse=True)
        return newest[: int(query["limit"][0])]

    def _say(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def frigate() -> Iterator[Frigate]:
    server = Frigate()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def officer(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("officer", unit="PKT")


@pytest.fixture
def bridge(officer: SignedIn, client: TestClient, frigate: Frigate, tmp_path: Path) -> Bridge:
    officer.put(f"/api/cameras/{CAMERA}", json=wish(), headers={"If-Match": '"0"'})
    key = officer.post(f"/api/cameras/{CAMERA}/key", headers={"If-Match": '"1"'}).json()["key"]
    settings = BridgeSettings.model_validate(
        {
            "frigate_url": frigate.url,
            "house_url": "https://localhost",
            "cameras": {"cho_mau": {"id": CAMERA, "key": key}},
        }
    )
    return Bridge(settings, tmp_path / "bridge.state", clock.now, house=client)  # type: ignore[arg-type]


def test_2_4b_events_and_their_pictures_cross_the_bridge_once(
    bridge: Bridge, frigate: Frigate, officer: SignedIn
) -> None:
    frigate.happens("100.1-a", ago=300, lasts=20)
    frigate.happens("100.2-b", ago=200, lasts=None)
    frigate.happens("100.3-c", ago=100, lasts=5)
    frigate.happens("100.4-d", ago=100, lasts=5, camera="not_ours")
    assert bridge.round() == 3
    found = {one["reference"]: one["picture_count"] for one in queue(officer)}
    assert found == {"100.1-a": 1, "100.2-b": 0, "100.3-c": 1}
    assert bridge.round() == 1  # only what still goes on
    frigate.events[1]["end_time"] = frigate.events[1]["start_time"] + 90
    assert bridge.round() == 1
    assert bridge.round() == 0
    assert all(one["picture_count"] == 1 for one in queue(officer))


def test_2_4b_more_than_a_page_of_events_is_fetched(bridge: Bridge, frigate: Frigate) -> None:
    for at in range(205):
        frigate.happens(f"{at}.1-x", ago=600 - at, lasts=None)
    assert len(bridge._events(0)) == 205


def test_2_4b_a_server_that_is_away_is_waited_for_longer_each_time(bridge: Bridge, frigate: Frigate) -> None:
    waits: list[float] = []

    def pause(seconds: float) -> None:
        waits.append(seconds)
        frigate.is_ill = len(waits) < 4
        if len(waits) == 5:
            raise KeyboardInterrupt

    frigate.is_ill = True
    with pytest.raises(KeyboardInterrupt):
        bridge.run(pause)
    assert waits == [20, 40, 80, 160, 10]


def test_2_4b_a_wrong_key_is_tried_again_and_nothing_is_marked_as_sent(
    bridge: Bridge, frigate: Frigate, officer: SignedIn
) -> None:
    frigate.happens("100.1-a", ago=300, lasts=20)
    right = bridge.settings.cameras["cho_mau"].key
    bridge.settings.cameras["cho_mau"].key = "ab" * 32
    with pytest.raises(NotTaken):
        bridge.run(lambda _: None, once=True)
    bridge.settings.cameras["cho_mau"].key = right
    assert bridge.round() == 1
    assert len(queue(officer)) == 1
