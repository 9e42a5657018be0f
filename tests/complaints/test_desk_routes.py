"""The officers' doors: who may pass, against which version, and what is written down when secrets are read."""

import hashlib
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import col, select

from api.complaints.models import Complaint, Status
from api.core.database import Database
from api.core.settings import Settings
from api.journal.models import Entry
from tests import photos
from tests.accounts.make import make_unit
from tests.complaints.make import contact, make_complaint, payload, verbs
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
S = Status
SignIn = Callable[..., SignedIn]
JPEG = {"Content-Type": "image/jpeg"}


@pytest.fixture
def officer(sign_in: SignIn) -> SignedIn:
    return sign_in("officer", name="Nguyễn Thị Đường Dây")


@pytest.fixture
def make(database: Database, settings: Settings) -> Callable[..., Complaint]:
    def made(**facts: Any) -> Complaint:
        with database.session(writes=True) as session:
            return make_complaint(session, settings=settings, **facts)

    return made


def unit_id(database: Database, code: str = "TTDV") -> str:
    with database.session(writes=True) as session:
        return str(make_unit(session, code).id)


def change(who: TestClient, complaint: Complaint, door: str, body: dict[str, Any], version: int) -> Response:
    address = f"/api/desk/complaints/{complaint.id}" + (f"/{door}" if door else "")
    return who.request("POST" if door else "PATCH", address, json=body, headers={"If-Match": f'"{version}"'})


DOORS: list[tuple[str, Status, dict[str, Any], Status]] = [
    ("acceptance", S.SUBMITTED, {"category": "burning", "priority": "urgent"}, S.ACCEPTED),
    ("assignment", S.SUBMITTED, {"unit_id": "TTDV", "note": "Làm trong tuần"}, S.ASSIGNED),
    ("question", S.SUBMITTED, {"text": "Ở phía nào?"}, S.NEED_INFO),
    ("verification", S.ASSIGNED, {"note": ""}, S.VERIFYING),
    ("processing", S.ASSIGNED, {"note": "Đang dọn"}, S.PROCESSING),
    ("resolution", S.PROCESSING, {"text": "Đã dọn", "no_photo_reason": "Trời tối", "waste_kg": 120.5}, S.RESOLVED),
    ("reply", S.RESOLVED, {"text": "Xin cảm ơn"}, S.REPLIED),
    ("closure", S.REPLIED, {}, S.CLOSED),
    ("reopening", S.CLOSED, {"reason": "Rác lại đầy"}, S.REOPENED),
    ("rejection", S.SUBMITTED, {"reason": "not_waste", "text": "Việc của điện lực"}, S.REJECTED),
    ("transfer", S.ACCEPTED,
     {"body": "Công ty Thủy lợi", "letter_number": "12/CV", "letter_on": "2026-11-30", "text": ""}, S.TRANSFERRED_OUT),
    ("", S.SUBMITTED, {"public_words": "Rác ở mương"}, S.SUBMITTED),
]  # fmt: skip
EACH_DOOR = pytest.mark.parametrize(("door", "before", "body", "after"), DOORS, ids=[d[0] or "edit" for d in DOORS])


@EACH_DOOR
def test_a_change_is_made_against_its_version_and_answers_the_whole_case(
    officer: SignedIn, make: Callable[..., Complaint], database: Database, door: str, before: Status,
    body: dict[str, Any], after: Status,
) -> None:  # fmt: skip
    complaint = make(status=before)
    sent = body | ({"unit_id": unit_id(database)} if "unit_id" in body else {})
    without = officer.request(
        "POST" if door else "PATCH", f"/api/desk/complaints/{complaint.id}/{door}".rstrip("/"), json=sent
    )
    assert_problem(without, 428, "precondition_missing")
    stale = assert_problem(change(officer, complaint, door, sent, complaint.version + 1), 412, "stale")
    assert (stale["current"]["version"], stale["current"]["status"]) == (complaint.version, before)
    answer = change(officer, complaint, door, sent, complaint.version)
    assert answer.status_code == 200, answer.text
    case = answer.json()
    assert case["status"] == after
    assert answer.headers["etag"] == f'"{case["version"]}"'
    assert case == officer.get(f"/api/desk/complaints/{complaint.id}").json()
    assert_problem(change(officer, complaint, door, sent, complaint.version), 412)


@EACH_DOOR
@pytest.mark.one_database
def test_only_those_whom_the_table_of_permissions_names_may_change_a_case(
    sign_in: SignIn, client: TestClient, make: Callable[..., Complaint], database: Database, door: str,
    before: Status, body: dict[str, Any], after: Status,
) -> None:  # fmt: skip
    complaint = make(status=before, unit="CA")
    sent = body | ({"unit_id": unit_id(database)} if "unit_id" in body else {})
    assert_problem(change(client, complaint, door, sent, complaint.version), 401, "sign_in_needed")
    strangers = [sign_in(role) for role in ("administrator", "hamlet_head", "leader", "front")]
    for who in (*strangers, sign_in("officer", unit="TTDV")):  # of a unit that does not hold the case
        assert_problem(change(who, complaint, door, sent, complaint.version), 403, "not_allowed")
    own = change(sign_in("officer", unit="CA"), complaint, door, sent, complaint.version)
    assert own.status_code == (200 if door in ("verification", "processing", "resolution") else 403)


def test_every_way_to_pretend_a_version_is_refused(officer: SignedIn, make: Callable[..., Complaint]) -> None:
    complaint = make()
    for etag in ("*", "1", '"one"', '"1", "2"', '"-1"', '""'):
        answer = officer.post(
            f"/api/desk/complaints/{complaint.id}/question", json={"text": "Ở đâu?"}, headers={"If-Match": etag}
        )
        assert_problem(answer, 428)


def test_a_case_that_is_not_there_is_not_found_at_any_door(officer: SignedIn, make: Callable[..., Complaint]) -> None:
    missing = Complaint.model_construct(id=uuid4())
    assert_problem(officer.get(f"/api/desk/complaints/{missing.id}"), 404, "complaint_not_found")
    assert_problem(change(officer, missing, "closure", {}, 1), 404, "complaint_not_found")


def test_a_forbidden_move_is_a_conflict_that_says_where_the_case_stands(
    officer: SignedIn, make: Callable[..., Complaint]
) -> None:
    body = assert_problem(change(officer, make(), "closure", {}, 1), 409, "move_not_allowed")
    assert body["status_now"] == "submitted"


def test_a_hamlet_head_sees_the_own_hamlet_only(sign_in: SignIn, make: Callable[..., Complaint]) -> None:
    own, other = make(hamlet="Thôn Mẫu 3"), make(hamlet="Thôn Mẫu 4")
    head = sign_in("hamlet_head", hamlet="Thôn Mẫu 3")
    found = head.get("/api/desk/complaints", params={"queue": "all"}).json()["items"]
    assert [item["id"] for item in found] == [str(own.id)]
    assert head.get("/api/desk/counts").json()["new"] == 1
    assert head.get(f"/api/desk/complaints/{own.id}").status_code == 200
    assert_problem(head.get(f"/api/desk/complaints/{other.id}"), 404, "complaint_not_found")


def test_the_neighbours_of_a_case_are_shown_only_to_who_may_read_them(
    sign_in: SignIn, officer: SignedIn, make: Callable[..., Complaint]
) -> None:
    place = {"lat": 20.9089, "lon": 106.1793, "source": "pin"}
    near_by = {**place, "lat": 20.9095}
    sign_in("hamlet_head", hamlet="Thôn Mẫu 3")  # makes the hamlet around the place
    own = make(hamlet=None, place=place)
    other = make(hamlet=None, place=near_by, words="Chuyện của thôn khác")
    shown = officer.get(f"/api/desk/complaints/{own.id}").json()["near"]
    assert [(item["id"], item["distance_m"]) for item in shown] == [(str(other.id), 67)]
    with_other_hamlet = officer.patch(
        f"/api/desk/complaints/{other.id}", json={"hamlet_id": str(make(hamlet="Thôn Mẫu 4").hamlet_id)},
        headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert with_other_hamlet.status_code == 200
    head = sign_in("hamlet_head", hamlet="Thôn Mẫu 3")
    assert "Chuyện của thôn khác" not in head.get(f"/api/desk/complaints/{own.id}").text


def test_a_contact_is_for_the_hotline_and_every_look_is_written_down(
    officer: SignedIn, sign_in: SignIn, make: Callable[..., Complaint], database: Database
) -> None:
    complaint = make(contact=contact())
    address = f"/api/desk/complaints/{complaint.id}/contact-views"
    assert "0912345678" not in officer.get(f"/api/desk/complaints/{complaint.id}").text
    answer = officer.post(address)
    assert answer.json() == {"name": "Vũ Thị Người Báo", "phone": "0912345678"}
    assert answer.headers["cache-control"] == "no-store"
    for role, unit in (("officer", "TTDV"), ("administrator", None), ("leader", None), ("front", None)):
        assert_problem(sign_in(role, unit=unit).post(address), 403)
    with database.session(writes=False) as session:
        assert verbs(session, complaint.id) == ["submitted", "contact_viewed"]
    timeline = officer.get(f"/api/desk/complaints/{complaint.id}").json()["timeline"]
    assert (timeline[-1]["label"], timeline[-1]["by"]) == ("Xem liên hệ người gửi", "Nguyễn Thị Đường Dây")
    assert_problem(officer.post(f"/api/desk/complaints/{make().id}/contact-views"), 404, "contact_not_found")


def test_an_original_is_byte_for_byte_what_came_and_every_look_is_written_down(
    officer: SignedIn, client: TestClient, sign_in: SignIn, database: Database
) -> None:
    photo, data = str(uuid4()), photos.small_photo(3)
    sent = payload(photos=[photo, waited := str(uuid4())])
    client.post("/api/complaints", json=sent)
    client.put(f"/api/complaints/{sent['id']}/photos/{photo}", content=data, headers=JPEG)
    address = f"/api/desk/complaints/{sent['id']}/photos/{photo}/original-views"
    answer = officer.post(address)
    assert answer.content == data
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["cache-control"] == "no-store"
    with database.session(writes=False) as session:
        entry = session.exec(select(Entry).where(col(Entry.verb) == "original_viewed")).one()
        assert (entry.actor_id, entry.detail["sha256"]) == (officer.account.id, hashlib.sha256(data).hexdigest())
    assert_problem(sign_in("officer", unit="TTDV").post(address), 403)
    assert_problem(officer.post(address.replace(photo, waited)), 409, "photo_not_arrived")


def test_an_after_photo_comes_from_the_unit_that_holds_the_case(
    officer: SignedIn, sign_in: SignIn, make: Callable[..., Complaint], client: TestClient
) -> None:
    complaint, photo = make(status=S.PROCESSING, unit="CA"), uuid4()
    address = f"/api/desk/complaints/{complaint.id}/photos/{photo}"
    data = photos.small_photo()
    assert_problem(client.put(address, content=data, headers=JPEG), 401)
    assert_problem(sign_in("officer", unit="TTDV").put(address, content=data, headers=JPEG), 403)
    own = sign_in("officer", unit="CA")
    answers = [own.put(address, content=data, headers=JPEG) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert_problem(own.put(address, content=photos.small_photo(2), headers=JPEG), 409, "picture_id_taken")
    assert_problem(own.put(f"{address}?kind=field", content=data, headers=JPEG), 409, "photo_id_taken")
    assert_problem(own.put(f"{address}?kind=before", content=data, headers=JPEG), 409, "photo_id_taken")
    assert_problem(own.put(address.replace(str(complaint.id), str(make(unit="CA", status=S.ASSIGNED).id)),
                           content=data, headers=JPEG), 409, "photo_id_taken")  # fmt: skip
    [shown] = officer.get(f"/api/desk/complaints/{complaint.id}").json()["photos"]
    assert (shown["kind"], shown["is_public"]) == ("after", False)


def test_a_photo_is_shown_to_everybody_only_after_an_officer_said_so(
    officer: SignedIn, client: TestClient, database: Database
) -> None:
    photo = str(uuid4())
    sent = payload(photos=[photo])
    code = client.post("/api/complaints", json=sent).json()["code"]
    client.put(f"/api/complaints/{sent['id']}/photos/{photo}", content=photos.small_photo(), headers=JPEG)
    address, version = f"/api/desk/complaints/{sent['id']}/photos/{photo}", 1
    assert_problem(officer.patch(address, json={"is_public": True}), 428)
    for is_public in (True, False, True):
        answer = officer.patch(address, json={"is_public": is_public}, headers={"If-Match": f'"{version}"'})
        version = answer.json()["version"]
        assert len(client.get(f"/api/complaints/{code}").json()["photos"]) == is_public
        assert bool(client.get("/api/complaints").json()["items"][0]["thumb"]) is is_public
    with database.session(writes=False) as session:
        assert verbs(session, UUID(sent["id"]))[-3:] == ["photo_published", "photo_unpublished", "photo_published"]


def test_staff_note_and_the_front_finds(sign_in: SignIn, officer: SignedIn, make: Callable[..., Complaint]) -> None:
    complaint = make()
    address = f"/api/desk/complaints/{complaint.id}/notes"
    for who in (officer, sign_in("front")):
        note = {"id": str(uuid4()), "text": "Đã gặp trưởng thôn"}
        assert [who.post(address, json=note).status_code for _ in range(2)] == [201, 201]
        assert_problem(who.post(address, json=note | {"text": "Khác"}), 409, "note_id_taken")
    for role in ("administrator", "leader", "hamlet_head"):
        assert_problem(sign_in(role).post(address, json={"id": str(uuid4()), "text": "…"}), 403)
    kinds = [note["kind"] for note in officer.get(f"/api/desk/complaints/{complaint.id}").json()["notes"]]
    assert kinds == ["note", "finding"]
