"""The addresses of pictures: what they answer, to whom it may be cached, and that nothing else is there."""

from datetime import datetime

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.core.database import Database
from api.media import actions
from api.media.models import Picture
from tests.media.make import make_picture, opened


@pytest.fixture
def picture(app: FastAPI, client: TestClient, database: Database, now: datetime) -> Picture:
    with database.session(writes=True) as session:
        return actions.publish(session, make_picture(session, app.state.store, now=now))


@pytest.mark.parametrize(
    ("name", "kind", "format"), [("large.jpg", "image/jpeg", "JPEG"), ("thumb.webp", "image/webp", "WEBP")]
)
def test_both_keys_open_both_copies(client: TestClient, picture: Picture, name: str, kind: str, format: str) -> None:
    for key in (picture.key, picture.public_key):
        answer = client.get(f"/media/{key}/{name}")

        assert answer.status_code == 200
        assert answer.headers["content-type"] == kind
        assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert opened(answer.content).format == format


def test_what_is_public_may_be_shared_and_what_is_not_may_not(client: TestClient, picture: Picture) -> None:
    public = client.get(f"/media/{picture.public_key}/thumb.webp")
    own = client.get(f"/media/{picture.key}/thumb.webp")

    assert public.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert own.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert picture.key not in str(public.headers)


def test_a_picture_that_is_held_already_is_not_sent_again(client: TestClient, picture: Picture) -> None:
    first = client.get(f"/media/{picture.key}/large.jpg")

    again = client.get(f"/media/{picture.key}/large.jpg", headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_an_unpublished_picture_is_gone_for_everybody(client: TestClient, database: Database, picture: Picture) -> None:
    with database.session(writes=True) as session:
        actions.unpublish(session, session.merge(picture))

    assert client.get(f"/media/{picture.public_key}/large.jpg").status_code == 404
    assert client.get(f"/media/{picture.key}/large.jpg").status_code == 200


@pytest.mark.parametrize("key", ["A" * 24, "x", "..%2f..%2fetc", "%00", "null", "None"])
def test_an_unknown_key_is_not_found_in_words(client: TestClient, key: str) -> None:
    answer = client.get(f"/media/{key}/large.jpg")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] in ("picture_not_found", "not_found")


def test_originals_have_no_address(client: TestClient, picture: Picture) -> None:
    for path in (
        f"/media/{picture.sha256}/large.jpg", f"/media/originals/{picture.sha256[:2]}/{picture.sha256}",
        f"/media/{picture.key}/original", f"/media/{picture.id}/large.jpg", f"/media/{picture.key}/../lock",
    ):  # fmt: skip
        assert client.get(path).status_code == 404
