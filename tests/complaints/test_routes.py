"""The public doors: send a complaint and its photos, once; read published cases; follow the own one."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.complaints import handling, queries, triage
from api.complaints.desk_schemas import Edit
from api.complaints.models import ComplaintPhoto, Status
from api.core.database import Database
from api.core.settings import Settings
from api.core.web import Quota
from tests.accounts.make import make_person
from tests.collection_points.make import make_point
from tests.complaints.make import MONDAY, WORDS, bring, contact, make_complaint, payload, put_photo, send, track
from tests.places.make import CENTER, make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
LAST_YEAR = MONDAY - timedelta(days=365)


def test_a_complaint_gets_a_receipt_and_the_same_one_at_every_replay(client: TestClient, database: Database) -> None:
    with database.session(writes=True) as session:
        hamlet = make_hamlet(session)
    photo = str(uuid4())
    sent = payload(photos=[photo], contact=contact())
    first, again = (client.post("/api/complaints", json=sent) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    receipt = first.json()
    assert again.json() == receipt
    assert receipt["id"] == sent["id"]
    assert re.fullmatch(r"KS-\d\d-0001", receipt["code"])
    assert re.fullmatch("[a-z2-7]{26}", receipt["token"])
    assert (receipt["status"], receipt["outside_commune"]) == ("submitted", False)
    assert receipt["hamlet"] == {"id": str(hamlet.id), "name": hamlet.name}
    assert receipt["photos_missing"] == [photo]
    assert receipt["due_at"].endswith("Z")


def test_other_content_under_a_known_id_is_a_conflict_that_tells_nothing(client: TestClient) -> None:
    sent = payload(contact=contact())
    first = client.post("/api/complaints", json=sent).json()
    answer = client.post("/api/complaints", json=sent | {"words": "Khác"})
    assert_problem(answer, 409, "complaint_id_taken")
    assert not any(str(secret) in answer.text for secret in (first["code"], first["token"], WORDS, sent["id"]))


EMPTY_PLACE = {"lat": None, "lon": None, "source": "words", "words": "", "hamlet_id": None}


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"words": "", "category": None, "photos": []}, "", "complaint_empty"),
        ({"place": EMPTY_PLACE}, "", "place_missing"),
        ({"place": EMPTY_PLACE | {"lat": 20.9}}, "place", "place_half"),
        ({"place": EMPTY_PLACE | {"lat": 91, "lon": 0}}, "place.lat", "too_large"),
        ({"photos": ["0193a6a2-5000-7c55-9a37-3b8f3b1d2c11"] * 2}, "", "photos_repeated"),
        ({"photos": [str(uuid4()) for _ in range(7)]}, "photos", "too_many"),
        ({"category": "no_such_thing"}, "category", "category_unknown"),
        ({"words": "r" * 2001}, "words", "too_long"),
        ({"id": "1"}, "id", "wrong_id"),
        ({"reported_at": "2026-11-30 08:00"}, "reported_at", "wrong_moment"),
        ({"contact": contact(phone="12")}, "contact.phone", "phone"),
        ({"contact": contact() | {"consent": False}}, "contact.consent", "unknown_choice"),
        ({"status": "closed"}, "status", "unknown_field"),
    ],
)
def test_a_complaint_at_fault_is_told_where(client: TestClient, change: dict[str, Any], field: str, code: str) -> None:
    body = assert_problem(client.post("/api/complaints", json=payload(**change)), 422)
    assert (field, code) in [(fault["field"], fault["code"]) for fault in body["errors"]]


def test_an_unknown_hamlet_is_said_to_be_unknown(client: TestClient) -> None:
    place = EMPTY_PLACE | {"hamlet_id": str(uuid4()), "source": "hamlet"}
    assert_problem(client.post("/api/complaints", json=payload(place=place)), 404, "hamlet_not_found")


def test_a_published_case_is_found_however_its_code_is_typed(client: TestClient) -> None:
    code = send(client)["code"]
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("-", "")):
        assert client.get(f"/api/complaints/{typed}").json()["code"] == code
    for wrong in ("KS-26-9999", "khong", "0001"):
        assert_problem(client.get(f"/api/complaints/{wrong}"), 404, "complaint_not_found")


def test_a_case_tells_its_story_to_everybody(client: TestClient, database: Database, settings: Settings) -> None:
    with database.session(writes=True) as session:
        complaint = make_complaint(session, status=Status.REPLIED, settings=settings)
        triage.edit(session, complaint, Edit(public_words="Rác ở mương"), by=make_person(session), now=MONDAY)
        code = complaint.code
    case = client.get(f"/api/complaints/{code}").json()
    assert (case["status_label"], case["words"]) == ("Đã có trả lời", "Rác ở mương")
    assert (case["resolution"]["text"], case["resolution"]["on"]) == ("Đã dọn 300 kg rác", "2026-11-30")
    assert case["reply"]["text"] == "Xã đã dọn xong, cảm ơn Ông/Bà."
    steps = [(step["status"], step["unit_name"]) for step in case["timeline"]]
    assert steps[0] == ("submitted", None) and steps[-1] == ("replied", None)
    assert ("assigned", "Trung tâm Dịch vụ sự nghiệp công") in steps


def test_a_hidden_case_is_there_for_nobody_but_its_reporter(
    client: TestClient, database: Database, settings: Settings
) -> None:
    photo = str(uuid4())
    receipt = send(client, photos=[photo])
    put_photo(client, receipt["id"], photo)
    with database.session(writes=True) as session:
        complaint, by = queries.require(session, queries.UUID(receipt["id"])), make_person(session)
        handling.show_photo(session, complaint, queries.UUID(photo), True, by=by, now=MONDAY)
    shown = client.get(f"/api/complaints/{receipt['code']}").json()["photos"][0]
    assert client.get(shown["large"]).status_code == 200
    with database.session(writes=True) as session:
        complaint = queries.require(session, queries.UUID(receipt["id"]))
        triage.edit(session, complaint, Edit(is_hidden=True, hide_reason="Lộ tên"), by=make_person(session), now=MONDAY)
    assert_problem(client.get(f"/api/complaints/{receipt['code']}"), 404, "complaint_not_found")
    assert client.get("/api/complaints").json()["items"] == []
    assert client.get("/api/complaints/map", params={"bbox": "-180,-90,180,90"}).json()["items"] == []
    assert_problem(client.get(shown["large"]), 404, "picture_not_found")
    assert track(client, receipt["token"]).json()["code"] == receipt["code"]


@pytest.mark.one_database
@pytest.mark.parametrize("status", [Status.REJECTED, Status.MERGED, Status.WITHDRAWN], ids=str)
def test_refused_and_merged_cases_are_not_listed(client: TestClient, database: Database, status: Status) -> None:
    with database.session(writes=True) as session:
        make_complaint(session).status = status
    assert client.get("/api/complaints").json()["items"] == []
    assert client.get("/api/complaints", params={"status": status}).json()["items"] == []


def test_the_map_rounds_every_place(client: TestClient) -> None:
    code = send(client)["code"]
    box = f"{CENTER[1] - 0.01},{CENTER[0] - 0.01},{CENTER[1] + 0.01},{CENTER[0] + 0.01}"
    answer = client.get("/api/complaints/map", params={"bbox": box})
    [marker] = answer.json()["items"]
    assert (marker["code"], answer.json()["more"]) == (code, False)
    assert (marker["lat"], marker["lon"]) != CENTER
    assert marker["lat"] == pytest.approx(CENTER[0], abs=0.001)
    assert client.get("/api/complaints/map", params={"bbox": "0,0,1,1"}).json()["items"] == []
    held = {"If-None-Match": answer.headers["etag"]}
    assert client.get("/api/complaints/map", params={"bbox": box}, headers=held).status_code == 304


def test_everybody_sees_how_many_are_worked_on_and_how_many_are_cleaned_up(
    client: TestClient, database: Database
) -> None:
    assert client.get("/api/complaints/counts").json() == {"open": 0, "done": 0}
    with database.session(writes=True) as session:
        for status in (Status.SUBMITTED, Status.ASSIGNED, Status.RESOLVED, Status.REPLIED, Status.REJECTED):
            make_complaint(session, status=status)
        make_complaint(session).is_hidden = True
    answer = client.get("/api/complaints/counts")
    assert answer.json() == {"open": 2, "done": 2}
    assert client.get("/api/complaints/counts", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_the_list_is_whole_and_steady_from_page_to_page(
    client: TestClient, database: Database, settings: Settings
) -> None:
    with database.session(writes=True) as session:
        for number in range(120):  # many at the very same moment
            make_complaint(session, settings=settings, now=LAST_YEAR + timedelta(seconds=number // 40))
    pages, cursor = [], None
    while True:
        page = client.get("/api/complaints", params={"cursor": cursor} if cursor else {}).json()
        pages.append([item["code"] for item in page["items"]])
        if len(pages) == 1:
            send(client)  # what comes in meanwhile stands before the first page
        cursor = page["next"]
        if cursor is None:
            break
    assert [len(page) for page in pages] == [50, 50, 20]
    found = [code for page in pages for code in page]
    assert len(set(found)) == 120


def test_a_cursor_that_was_tampered_with_is_refused(client: TestClient, database: Database) -> None:
    with database.session(writes=True) as session:
        for _ in range(51):
            make_complaint(session)
    cursor = client.get("/api/complaints").json()["next"]
    assert cursor
    for place in range(0, len(cursor), 7):
        other = cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1 :]
        assert_problem(client.get("/api/complaints", params={"cursor": other}), 422, "cursor_broken")


def test_the_list_is_narrowed_by_state_hamlet_and_category(client: TestClient, database: Database) -> None:
    with database.session(writes=True) as session:
        wanted = make_complaint(session, hamlet="Thôn Bắc", category="burning", status=Status.ACCEPTED)
        make_complaint(session, hamlet="Thôn Nam")
    for name, value in (("status", "accepted"), ("hamlet_id", str(wanted.hamlet_id)), ("category", "burning")):
        found = client.get("/api/complaints", params={name: value}).json()["items"]
        assert [item["code"] for item in found] == [wanted.code]
    [item] = found
    assert (item["title"], item["tone"]) == ("Đốt rác, khói, Thôn Bắc", "work")


def test_the_list_is_not_sent_again_until_something_changes(client: TestClient) -> None:
    send(client)
    held = {"If-None-Match": client.get("/api/complaints").headers["etag"]}
    assert client.get("/api/complaints", headers=held).status_code == 304
    send(client)
    assert client.get("/api/complaints", headers=held).status_code == 200


def test_the_token_opens_the_own_case_and_nothing_else_does(client: TestClient) -> None:
    receipt = send(client, photos=[photo := str(uuid4())])
    tracked = track(client, receipt["token"]).json()
    assert (tracked["id"], tracked["photos_missing"]) == (receipt["id"], [photo])
    assert (tracked["received_at"], tracked["due_at"]) == (receipt["received_at"], receipt["due_at"])
    for wrong in ("", "a" * 26, receipt["token"][:-1], receipt["token"].upper(), receipt["id"]):
        assert_problem(track(client, wrong), 404, "tracking_token_unknown")


def test_wrong_tokens_are_counted_and_end_in_a_pause(client: TestClient) -> None:
    receipt = send(client)
    for _ in range(30):
        assert track(client, receipt["token"]).status_code == 200
    for number in range(60):
        assert_problem(track(client, f"{number:026}"), 404)
    answer = track(client, "b" * 26)
    assert_problem(answer, 429, "too_many")
    assert int(answer.headers["retry-after"]) > 0
    assert_problem(track(client, receipt["token"]), 429)  # else every right guess would still be told from a wrong one


def test_the_reporter_answers_the_communes_question(client: TestClient, database: Database) -> None:
    receipt = send(client)
    with database.session(writes=True) as session:
        complaint = queries.lock(session, queries.UUID(receipt["id"]))
        bring(session, complaint, Status.NEED_INFO, unit="PKT", by=make_person(session), now=complaint.received_at)
    headers = {"X-Tracking-Token": receipt["token"]}
    assert track(client, receipt["token"]).json()["question"]["text"] == "Rác ở phía nào của mương?"
    sent = {"id": str(uuid4()), "words": "Phía bắc"}
    for _ in range(2):
        answer = client.post("/api/tracking/answer", json=sent, headers=headers)
        assert (answer.status_code, answer.json()["status"], answer.json()["question"]) == (200, "submitted", None)
    other = {"id": str(uuid4()), "words": "Phía nam"}
    assert_problem(client.post("/api/tracking/answer", json=other, headers=headers), 409, "no_question")


def test_what_nobody_has_approved_is_not_public(
    client: TestClient, database: Database, sign_in: Callable[..., SignedIn]
) -> None:
    photo = str(uuid4())
    receipt = send(client, photos=[photo])
    put_photo(client, receipt["id"], photo)
    with database.session(writes=False) as session:
        key = session.get_one(ComplaintPhoto, queries.UUID(photo))
        assert key.picture_id
    case = client.get(f"/api/complaints/{receipt['code']}")
    assert (case.json()["photos"], case.json()["words"]) == ([], None)
    assert client.get("/api/complaints").json()["items"][0]["thumb"] is None
    assert WORDS not in case.text


def test_P2_a_report_carries_the_point_whose_label_was_scanned(
    client: TestClient, database: Database, sign_in: Callable[..., SignedIn]
) -> None:
    with database.session(writes=True) as session:
        point = make_point(session, name="Điểm cổng làng")
        point_id = str(point.id)
    officer = sign_in("officer")
    told = send(client, collection_point_id=point_id)
    shown = officer.get(f"/api/desk/complaints/{told['id']}").json()
    assert shown["collection_point"] == {"id": point_id, "name": "Điểm cổng làng"}
    here = officer.get(f"/api/desk/complaints?queue=open&collection_point_id={point_id}").json()["items"]
    assert [one["id"] for one in here] == [told["id"]]
    unknown = send(client, collection_point_id=str(uuid4()))
    assert officer.get(f"/api/desk/complaints/{unknown['id']}").json()["collection_point"] is None, "never lost for it"


def test_one_address_sends_so_many_an_hour_and_is_told_when_there_is_room(app: FastAPI, client: TestClient) -> None:
    app.state.reports = Quota(per_hour=3)
    code = send(client)["code"]
    send(client)
    assert client.post(f"/api/complaints/{code}/supporters", json={"id": str(uuid4())}).status_code == 201
    for address, body in (("/api/complaints", payload()), (f"/api/complaints/{code}/supporters", {"id": str(uuid4())})):
        limited = client.post(address, json=body)
        assert_problem(limited, 429, "too_many")
        assert 0 < int(limited.headers["retry-after"]) <= 3600
