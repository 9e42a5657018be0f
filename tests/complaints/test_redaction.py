"""Covering parts of photos: what everybody gets, what stays under lock, which addresses end."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from tests.complaints.make import put_photo, send
from tests.support.clients import SignedIn

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.one_database]
FACE = {"x": 0.2, "y": 0.2, "width": 0.3, "height": 0.3}


@pytest.fixture
def officer(sign_in: Callable[..., SignedIn]) -> SignedIn:
    return sign_in("officer")


@pytest.fixture
def shown(client: TestClient, officer: SignedIn) -> dict[str, Any]:
    """A case with one photo that everybody sees, as the desk has it."""
    photo = str(uuid4())
    sent = send(client, photos=[photo])
    assert put_photo(client, sent["id"], photo).status_code == 201
    desk = officer.get(f"/api/desk/complaints/{sent['id']}").json()
    return change(officer, desk, f"photos/{photo}", {"is_public": True}, method="PATCH")


def change(officer: SignedIn, desk: dict[str, Any], door: str, body: object, method: str = "PUT") -> dict[str, Any]:
    answer = officer.request(
        method, f"/api/desk/complaints/{desk['id']}/{door}", json=body, headers={"If-Match": f'"{desk["version"]}"'}
    )
    assert answer.status_code == 200, answer.text
    detail: dict[str, Any] = answer.json()
    return detail


def cover(officer: SignedIn, desk: dict[str, Any], *boxes: dict[str, float]) -> dict[str, Any]:
    return change(officer, desk, f"photos/{desk['photos'][0]['id']}/redaction", {"boxes": boxes})


def public_photo(client: TestClient, desk: dict[str, Any]) -> dict[str, Any]:
    [photo] = client.get(f"/api/complaints/{desk['code']}").json()["photos"]
    found: dict[str, Any] = photo
    return found


def test_B4_everybody_gets_the_covered_copy_at_a_new_address_and_the_old_one_ends(
    client: TestClient, officer: SignedIn, shown: dict[str, Any]
) -> None:
    before = public_photo(client, shown)
    plain = client.get(before["large"]).content
    desk = cover(officer, shown, FACE)
    after = public_photo(client, shown)
    assert after["large"] != before["large"] and after["placeholder"] != before["placeholder"]
    assert [client.get(before[size]).status_code for size in ("large", "thumb")] == [404, 404]
    assert client.get(after["large"]).content not in (b"", plain)
    assert client.get("/api/complaints").json()["items"][0]["thumb"] == after["thumb"]
    assert desk["timeline"][-1]["label"] == "Che mờ ảnh công khai"


def test_B4_the_preview_is_just_what_everybody_gets(
    client: TestClient, officer: SignedIn, shown: dict[str, Any]
) -> None:
    covered = cover(officer, shown, FACE)["photos"][0]["redaction"]
    assert covered["boxes"] == [FACE]
    for size in ("large", "thumb"):
        seen, given = officer.get(covered[size]), client.get(public_photo(client, shown)[size])
        assert seen.content == given.content
        assert seen.headers["Cache-Control"].startswith("private")


def test_B4_the_staffs_copy_and_the_original_stay_as_they_are(
    client: TestClient, officer: SignedIn, shown: dict[str, Any]
) -> None:
    address = f"/api/desk/complaints/{shown['id']}/photos/{shown['photos'][0]['id']}/original-views"
    before = officer.get(shown["photos"][0]["large"]).content, officer.post(address).content
    desk = cover(officer, shown, FACE)
    assert desk["photos"][0]["large"] == shown["photos"][0]["large"]
    assert (officer.get(desk["photos"][0]["large"]).content, officer.post(address).content) == before


def test_B4_uncovering_brings_the_plain_copy_back_and_ends_the_covered_address(
    client: TestClient, officer: SignedIn, shown: dict[str, Any]
) -> None:
    plain = client.get(public_photo(client, shown)["large"]).content
    desk = cover(officer, shown, FACE)
    covered = public_photo(client, shown)["large"]
    desk = cover(officer, desk)
    assert desk["photos"][0]["redaction"] is None
    assert client.get(covered).status_code == 404
    assert client.get(public_photo(client, shown)["large"]).content == plain


def test_B4_a_photo_covered_before_it_is_shown_is_shown_covered(client: TestClient, officer: SignedIn) -> None:
    photo = str(uuid4())
    sent = send(client, photos=[photo])
    put_photo(client, sent["id"], photo)
    desk = cover(officer, officer.get(f"/api/desk/complaints/{sent['id']}").json(), FACE)
    preview = officer.get(desk["photos"][0]["redaction"]["large"]).content
    change(officer, desk, f"photos/{photo}", {"is_public": True}, method="PATCH")
    assert client.get(public_photo(client, desk)["large"]).content == preview


def test_B4_covering_needs_the_version_that_was_read(officer: SignedIn, shown: dict[str, Any]) -> None:
    address = f"/api/desk/complaints/{shown['id']}/photos/{shown['photos'][0]['id']}/redaction"
    assert officer.put(address, json={"boxes": []}).status_code == 428
    stale = officer.put(address, json={"boxes": []}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, shown["version"])
    outside = officer.put(address, json={"boxes": [FACE | {"x": 0.9}]}, headers={"If-Match": '"2"'})
    assert outside.status_code == 422
