"""Photos of clean-ups: somebody looks before everybody sees them, and children's faces can be covered."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from tests import photos
from tests.cleanups.make import words
from tests.support.clients import SignedIn

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.one_database]
CHILD = {"x": 0.1, "y": 0.1, "width": 0.2, "height": 0.2}


@pytest.fixture
def head(sign_in: Callable[..., SignedIn]) -> SignedIn:
    return sign_in("hamlet_head")


@pytest.fixture
def officer(sign_in: Callable[..., SignedIn]) -> SignedIn:
    return sign_in("officer")


def checked_in(person: SignedIn) -> dict[str, Any]:
    """Held, with its photo there; as staff see it."""
    photo = str(uuid4())
    hamlet = person.account.hamlet_id or person.get("/api/hamlets").json()[0]["id"]
    sent = words(hamlet, photos=[photo])
    assert person.post("/api/cleanups", json=sent).status_code == 201
    arrived = person.put(
        f"/api/cleanups/{sent['id']}/photos/{photo}",
        content=photos.small_photo(),
        headers={"Content-Type": "image/jpeg"},
    )
    assert arrived.status_code == 201, arrived.text
    record: dict[str, Any] = person.get(f"/api/cleanups/{sent['id']}").json()
    return record


def door(record: dict[str, Any], rest: str = "") -> tuple[str, dict[str, str]]:
    address = f"/api/cleanups/{record['id']}/photos/{record['photos'][0]['id']}{rest}"
    return address, {"If-Match": f'"{record["version"]}"'}


def public(client: TestClient, record: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/cleanups/{record['id']}").json()["photos"]
    return found


def test_J7_a_hamlet_heads_photo_waits_until_an_officer_has_looked(
    client: TestClient, head: SignedIn, officer: SignedIn
) -> None:
    record = checked_in(head)
    assert record["photos"][0]["large"] and not record["photos"][0]["is_public"]
    assert public(client, record) == [] and client.get("/api/cleanups").json()["items"][0]["thumb"] is None
    address, version = door(record)
    assert head.patch(address, json={"is_public": True}, headers=version).status_code == 403
    shown = officer.patch(address, json={"is_public": True}, headers=version)
    assert shown.status_code == 200 and len(public(client, record)) == 1
    without_reason = officer.patch(address, json={"is_public": False}, headers={"If-Match": shown.headers["etag"]})
    assert without_reason.status_code == 422
    hidden = officer.patch(
        address, json={"is_public": False, "reason": "Lộ mặt trẻ em"}, headers={"If-Match": shown.headers["etag"]}
    )
    assert hidden.status_code == 200 and public(client, record) == []
    assert hidden.json()["version"] == 3


def test_J7_the_commune_may_decide_that_these_photos_are_seen_at_once(
    client: TestClient, head: SignedIn, officer: SignedIn
) -> None:
    [policy] = officer.get("/api/photo-policies").json()
    wish = {"is_public_at_once": True, "source": "Quyết định của UBND xã"}
    address = f"/api/photo-policies/{policy['kind']}"
    assert officer.put(address, json=wish).status_code == 428
    changed = officer.put(address, json=wish, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert officer.put(address, json=wish, headers={"If-Match": '"1"'}).status_code == 412
    assert len(public(client, checked_in(head))) == 1


def test_J8_faces_of_children_can_be_covered_on_photos_of_cleanups(
    client: TestClient, head: SignedIn, officer: SignedIn
) -> None:
    record = checked_in(head)
    address, version = door(record, "/redaction")
    covered = officer.put(address, json={"boxes": [CHILD]}, headers=version).json()
    address, version = door(covered)
    officer.patch(address, json={"is_public": True}, headers=version)
    [photo] = public(client, record)
    assert set(photo) == {"id", "kind", "large", "thumb", "width", "height", "placeholder"}
    seen = officer.get(covered["photos"][0]["redaction"]["large"]).content
    assert client.get(photo["large"]).content == seen != officer.get(covered["photos"][0]["large"]).content
