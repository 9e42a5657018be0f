"""Photos on their way in: with a form in one go, or one by one; each once, and only where it was declared."""

from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from api.complaints import handling, queries
from api.complaints.models import Complaint, PhotoKind
from api.core.database import Database
from tests import photos
from tests.complaints.make import put_photo, send, track
from tests.support.answers import assert_problem

pytestmark = pytest.mark.usefixtures("seeded")


def form(**more: str) -> dict[str, str]:
    return {"id": str(uuid4()), "category": "litter", "words": "Rác ở chợ", "place_words": "Chợ Kẻ"} | more


def files(*seeds: int) -> list[tuple[str, tuple[str, bytes, str]]]:
    return [("photos", (f"../{seed}.jpg", photos.small_photo(seed), "image/jpeg")) for seed in seeds]


def test_a_form_brings_everything_in_one_go_and_can_be_sent_again(client: TestClient, database: Database) -> None:
    fields = form(name="Vũ Thị Người Báo", phone="0912 345 678", consent="true", consent_version="2026-11")
    answers = [client.post("/api/complaints", data=fields, files=files(1, 2)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["photos_missing"] == []
    tracked = track(client, answers[0].json()["token"]).json()
    assert len(tracked["photos"]) == 2
    with database.session(writes=False) as session:
        assert session.get_one(Complaint, UUID(fields["id"])).photo_count == 2


def test_a_form_with_other_photos_under_the_same_id_is_a_conflict(client: TestClient) -> None:
    fields = form()
    client.post("/api/complaints", data=fields, files=files(1))
    assert_problem(client.post("/api/complaints", data=fields, files=files(2)), 409, "complaint_id_taken")


def test_a_form_without_a_place_takes_the_one_its_photo_knows(client: TestClient, database: Database) -> None:
    fields = form(place_words="")
    assert client.post("/api/complaints", data=fields, files=files(1)).status_code == 201
    with database.session(writes=False) as session:
        complaint = session.get_one(Complaint, UUID(fields["id"]))
        assert (complaint.latitude, complaint.place_source) == (pytest.approx(photos.SQUARE[0], abs=1e-4), "photo")


def test_a_form_with_a_file_that_is_no_photo_leaves_nothing(client: TestClient, database: Database) -> None:
    fields = form()
    bad = [*files(1), ("photos", ("a.jpg", b"not a photo", "image/jpeg"))]
    assert_problem(client.post("/api/complaints", data=fields, files=bad), 422, "picture_not_supported")
    with database.session(writes=False) as session:
        assert session.get(Complaint, UUID(fields["id"])) is None


def test_a_photo_arrives_once_and_offers_where_and_when_it_was_taken(client: TestClient) -> None:
    complaint, photo = str(uuid4()), str(uuid4())
    token = send(client, id=complaint, photos=[photo])["token"]
    first, again = put_photo(client, complaint, photo), put_photo(client, complaint, photo)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["gps"] == {"lat": pytest.approx(20.9089, abs=1e-4), "lon": pytest.approx(106.1793, abs=1e-4)}
    assert first.json()["taken_at"] == "2026-11-21T00:30:00.000Z"
    assert_problem(put_photo(client, complaint, photo, photos.small_photo(2)), 409, "picture_id_taken")
    tracked = track(client, token).json()
    assert (len(tracked["photos"]), tracked["photos_missing"]) == (1, [])
    assert client.get(tracked["photos"][0]["large"]).headers["content-type"] == "image/jpeg"


def test_a_photo_nobody_declared_is_not_taken(client: TestClient, database: Database) -> None:
    own, other, photo = str(uuid4()), str(uuid4()), str(uuid4())
    send(client, id=own, photos=[photo])
    send(client, id=other)
    for complaint, picture in ((own, str(uuid4())), (other, photo), (str(uuid4()), photo)):
        assert_problem(put_photo(client, complaint, picture), 404, "photo_not_found")
    with database.session(writes=True) as session:
        complaint = queries.require(session, UUID(own))
        work = handling.declare_photo(session, complaint, uuid4(), PhotoKind.AFTER)
    assert_problem(put_photo(client, own, str(work.id)), 404, "photo_not_found")
