"""The photo door: reads no more than it must, before anything else happens, and leaves nothing behind."""

import io
import json
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi import FastAPI, UploadFile
from fastapi.testclient import TestClient

from api.core import problems
from api.core.settings import Settings
from api.core.web import SessionDep, SettingsDep
from api.media import access, darkroom, pictures
from api.media.access import PictureUpload, StoreDep
from api.media.store import Store
from tests import photos

PATH = "/api/photos/1"


class NoDatabase:
    """Stands where the database would; counts who asks."""

    def __init__(self) -> None:
        self.asked = 0

    @asynccontextmanager
    async def turn(self, *, writes: bool) -> AsyncIterator[None]:
        self.asked += 1
        yield


@pytest.fixture
def door(settings: Settings, tmp_path: Path) -> FastAPI:
    app = FastAPI()
    app.state.settings = settings.model_copy(update={"photo_max_mb": 1})
    app.state.store = Store(tmp_path / "media")
    app.state.database = NoDatabase()
    problems.install(app)

    @app.put(PATH)
    def take(upload: PictureUpload, session: SessionDep) -> dict[str, object]:
        return {"width": upload.prepared.width, "bytes": len(upload.original.read() or _again(upload.original))}

    @app.post("/api/parts")
    async def take_parts(photos: list[UploadFile], settings: SettingsDep, store: StoreDep) -> list[str]:
        return [upload.prepared.sha256 for upload in await access.develop_parts(photos, settings, store)]

    return app


@pytest.fixture
def client(door: FastAPI) -> Iterator[TestClient]:
    with TestClient(door) as opened:
        yield opened


def put(client: TestClient, content: Any, kind: str | None = "image/jpeg", **headers: str) -> Any:
    return client.put(PATH, content=content, headers=({"Content-Type": kind} if kind else {}) | headers)


@pytest.mark.parametrize("kind", ["image/jpeg", "IMAGE/JPEG; charset=x", "image/heic", "application/octet-stream"])
def test_a_picture_is_taken_whatever_kind_of_picture_it_is_said_to_be(client: TestClient, kind: str) -> None:
    answer = put(client, photos.small_photo(), kind)

    assert answer.json() == {"width": 816, "bytes": len(photos.small_photo())}


@pytest.mark.parametrize("kind", [None, "text/html", "application/json", "multipart/form-data", "video/mp4", ""])
def test_what_does_not_even_claim_to_be_a_picture_is_415(client: TestClient, door: FastAPI, kind: str | None) -> None:
    answer = put(client, photos.small_photo(), kind)

    assert (answer.status_code, answer.json()["code"]) == (415, "media_type_not_supported")
    assert door.state.database.asked == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "picture_empty"), (b"<svg/>", "picture_not_supported"), (b"\xff\xd8\xff\xe0", "picture_unreadable")],
)
def test_what_only_claims_to_be_one_is_422_before_the_database_is_asked(
    client: TestClient, door: FastAPI, content: bytes, code: str
) -> None:
    answer = put(client, content)

    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert "Xin" in answer.json()["detail"]
    assert door.state.database.asked == 0


def test_a_body_that_says_it_is_too_large_is_not_read(client: TestClient) -> None:
    assert put(client, b"x", **{"Content-Length": "1048577"}).json()["code"] == "picture_too_large"


def test_a_body_that_does_not_say_so_is_read_to_the_limit_and_no_further(door: FastAPI) -> None:
    chunks = iter(range(10_000))

    def endless() -> Any:
        next(chunks)
        return {"type": "http.request", "body": bytes(65536), "more_body": True}

    status, body = ask(door, endless)

    assert (status, body["code"]) == (413, "picture_too_large")
    assert next(chunks) == 1024 * 1024 // 65536 + 1
    assert door.state.database.asked == 0


def test_a_body_that_breaks_off_leaves_nothing_behind(door: FastAPI, tmp_path: Path) -> None:
    """Half a photo, then the line is gone: no file, no row, no error of the server."""
    messages = [
        {"type": "http.request", "body": photos.small_photo()[:5000], "more_body": True},
        {"type": "http.disconnect"},
    ]

    status, _ = ask(door, lambda: messages.pop(0))

    assert status == 422
    assert door.state.database.asked == 0
    assert not (tmp_path / "media").exists()


def test_the_parts_of_a_form_are_judged_like_a_raw_body(client: TestClient) -> None:
    files = [("photos", (f"../{i}.exe", photos.small_photo(i), "text/html")) for i in (1, 2)]

    assert len(set(client.post("/api/parts", files=files).json())) == 2
    bad = client.post("/api/parts", files=[*files, ("photos", ("a.jpg", b"<svg/>", "image/jpeg"))])
    assert (bad.status_code, bad.json()["code"]) == (422, "picture_not_supported")


def test_no_more_than_two_pictures_are_decoded_at_once(
    client: TestClient, door: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once: list[int] = []
    prepare = pictures.prepare

    def watched(*args: Any, **options: Any) -> pictures.Prepared:
        at_once.append(door.state.store.darkroom.places.borrowed_tokens)
        return prepare(*args, **options)

    monkeypatch.setattr(pictures, "prepare", watched)

    async def all_at_once() -> list[int]:
        statuses: list[int] = []

        async def one(seed: int) -> None:
            original = io.BytesIO(photos.small_photo(seed))
            await access.develop(original, door.state.settings, door.state.store)
            statuses.append(seed)

        async with anyio.create_task_group() as group:
            for seed in range(1, 9):
                group.start_soon(one, seed)
        return statuses

    assert sorted(anyio.run(all_at_once)) == list(range(1, 9))
    assert max(at_once) == darkroom.PLACES
    assert door.state.store.darkroom.places.borrowed_tokens == 0


def test_a_picture_that_waited_too_long_is_asked_to_come_again(
    client: TestClient, door: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(darkroom, "PATIENCE_SECONDS", 0)
    door.state.store.darkroom.places.total_tokens = 1

    async def crowd() -> None:
        async with door.state.store.darkroom.places:
            with pytest.raises(darkroom.DarkroomBusy):
                await access.develop(io.BytesIO(photos.small_photo()), door.state.settings, door.state.store)

    anyio.run(crowd)
    assert problems.status_of(darkroom.DarkroomBusy) == 503


def test_a_refused_picture_gives_its_place_back(client: TestClient, door: FastAPI) -> None:
    for _ in range(5):
        assert put(client, b"<svg/>").status_code == 422

    assert door.state.store.darkroom.places.borrowed_tokens == 0
    assert put(client, photos.small_photo()).status_code == 200


def test_decoding_gives_way_to_everything_else(door: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    prepare = pictures.prepare

    def watched(*args: Any, **options: Any) -> pictures.Prepared:
        seen.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
        return prepare(*args, **options)

    monkeypatch.setattr(pictures, "prepare", watched)
    before = os.getpriority(os.PRIO_PROCESS, 0)

    anyio.run(access.develop, io.BytesIO(photos.small_photo()), door.state.settings, door.state.store)

    assert seen == [before + darkroom.GIVE_WAY]
    assert os.getpriority(os.PRIO_PROCESS, 0) == before


def ask(door: FastAPI, next_message: Callable[[], Any]) -> tuple[int, dict[str, Any]]:
    """One PUT whose body comes as these messages; the status and the body of the answer."""
    answers: list[Any] = []

    async def receive() -> Any:
        return next_message()

    async def send(message: Any) -> None:
        answers.append(message)

    scope = {
        "type": "http", "method": "PUT", "path": PATH, "query_string": b"", "http_version": "1.1", "scheme": "http",
        "headers": [(b"content-type", b"image/jpeg")], "server": ("localhost", 80), "client": ("127.0.0.1", 1),
        "root_path": "", "raw_path": PATH.encode(),
    }  # fmt: skip
    anyio.run(door, scope, receive, send)
    return answers[0]["status"], json.loads(answers[1]["body"])


def _again(original: Any) -> bytes:
    original.seek(0)
    content: bytes = original.read()
    return content
