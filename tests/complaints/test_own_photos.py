"""The sender and the photos of the own case: one that was refused is given up, another takes its place."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import Session

from api.complaints import own_photos
from api.complaints.models import Status
from api.core.database import Database
from tests import photos
from tests.complaints.make import MONDAY, make_complaint, put_photo, send, track, verbs
from tests.support.answers import assert_problem

pytestmark = pytest.mark.usefixtures("seeded")


def give_up(client: TestClient, complaint: str, photo: str, token: str) -> Response:
    return client.delete(f"/api/complaints/{complaint}/photos/{photo}", headers={"X-Tracking-Token": token})


def test_a_photo_given_up_is_no_longer_waited_for(client: TestClient, database: Database) -> None:
    complaint, photo = str(uuid4()), str(uuid4())
    token = send(client, id=complaint, photos=[photo])["token"]
    for _ in range(2):
        assert give_up(client, complaint, photo, token).status_code == 204
    assert track(client, token).json()["photos_missing"] == []
    assert_problem(put_photo(client, complaint, photo), 404, "photo_not_found")
    with database.session(writes=False) as session:
        assert verbs(session, UUID(complaint)) == ["submitted", "photo_given_up"]


def test_a_photo_that_has_arrived_cannot_be_given_up(client: TestClient) -> None:
    complaint, photo = str(uuid4()), str(uuid4())
    token = send(client, id=complaint, photos=[photo])["token"]
    put_photo(client, complaint, photo)
    assert_problem(give_up(client, complaint, photo, token), 409, "photo_arrived")
    assert len(track(client, token).json()["photos"]) == 1


def test_only_the_own_token_touches_a_photo(client: TestClient) -> None:
    complaint, photo = str(uuid4()), str(uuid4())
    token = send(client, id=complaint, photos=[photo])["token"]
    other = send(client, id=str(uuid4()))["token"]
    for wrong in ("", "nobodys", other):
        assert_problem(give_up(client, complaint, photo, wrong), 404, "tracking_token_unknown")
    for wrong in ("nobodys", other):
        answer = put_photo(client, complaint, str(uuid4()), token=wrong)
        assert_problem(answer, 404, "tracking_token_unknown")
    assert track(client, token).json()["photos_missing"] == [photo]


def test_the_own_token_adds_one_more_photo_once(client: TestClient) -> None:
    complaint, photo = str(uuid4()), str(uuid4())
    token = send(client, id=complaint)["token"]
    assert [put_photo(client, complaint, photo, token=token).status_code for _ in range(2)] == [201, 200]
    assert [one["id"] for one in track(client, token).json()["photos"]] == [photo]
    foreign = str(uuid4())
    send(client, id=str(uuid4()), photos=[foreign])
    assert_problem(put_photo(client, complaint, foreign, token=token), 404, "photo_not_found")


def test_a_case_holds_six_photos_and_one_given_up_makes_room(client: TestClient) -> None:
    complaint, declared = str(uuid4()), [str(uuid4()) for _ in range(6)]
    token = send(client, id=complaint, photos=declared)["token"]
    one_more = str(uuid4())
    assert_problem(put_photo(client, complaint, one_more, token=token), 409, "complaint_too_many_photos")
    give_up(client, complaint, declared[0], token)
    assert put_photo(client, complaint, one_more, photos.small_photo(2), token=token).status_code == 201
    assert track(client, token).json()["photos_missing"] == declared[1:]


def test_a_case_that_has_ended_takes_no_more_photos(session: Session) -> None:
    complaint = make_complaint(session, status=Status.CLOSED)
    with pytest.raises(own_photos.ComplaintEnded):
        own_photos.declare(session, complaint, uuid4())
    own_photos.give_up(session, complaint, uuid4(), now=MONDAY + timedelta(days=1))  # of no other case, and no fault
