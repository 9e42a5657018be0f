"""The reporter's own say: correct, withdraw, rate, "not done". What staff see of it, and what nobody else sees."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from api.accounts.rules import Person
from api.complaints import feedback_actions, handling, rules, triage
from api.complaints.desk_schemas import Assignment, Resolution
from api.complaints.feedback_models import Feedback
from api.complaints.feedback_schemas import CaseCorrection, NotDone, Rating, Withdrawal
from api.complaints.models import Complaint, PhotoKind, Status
from api.core import clock
from api.core.database import Database
from api.core.settings import Settings
from api.journal.models import Entry
from api.media.store import Store
from api.notifications.models import OutboxMessage
from tests import photos
from tests.accounts.make import make_person, make_unit
from tests.complaints.make import MONDAY, SETTINGS, make_complaint, payload, put_photo, send, track, verbs
from tests.media.make import make_upload
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
LATER = MONDAY + timedelta(hours=1)
WHO: dict[str, Any] = {"secret": SETTINGS.secret, "now": LATER}
S = Status


def say(client: TestClient, token: str, door: str, **body: Any) -> Any:
    """The answer of one of the reporter's doors; `body`: JSON values of any kind."""
    sent = {"id": str(uuid4())} | body
    return client.post(f"/api/tracking/{door}", json=sent, headers={"X-Tracking-Token": token})


def settled(client: TestClient, database: Database, status: Status) -> tuple[str, str]:
    """(code, token) of a case sent through the door and brought into this state just now."""
    receipt = send(client)
    with database.session(writes=True) as session:
        complaint = session.get_one(Complaint, UUID(receipt["id"]))
        complaint.status, complaint.is_open = status, status in rules.OPEN
        complaint.resolved_at = complaint.replied_at = clock.now()
        complaint.reply = "Đã dọn xong."
    return receipt["code"], receipt["token"]


def test_A11_a_correction_changes_the_case_and_keeps_what_stood_before(session: Session) -> None:
    complaint = make_complaint(session, status=S.ASSIGNED)
    before, version = complaint.words, complaint.version
    place: Any = {"lat": 20.9089, "lon": 106.1793, "source": "pin"}
    wish = CaseCorrection(id=uuid4(), words="Rác ở phía sau", category="burning", place=place)
    for _ in range(2):
        feedback_actions.correct(session, complaint.id, wish, **WHO)
    assert (complaint.words, complaint.category, complaint.latitude) == ("Rác ở phía sau", "burning", 20.9089)
    assert complaint.version == version + 1
    [said] = session.exec(select(Feedback)).all()
    assert (said.former["words"], said.former["category"]) == (before, "dump_water")
    assert said.former["place"]["words"] == "Sau nhà văn hóa"
    entry = session.exec(select(Entry).where(Entry.verb == "corrected")).one()
    changed = {"words": [None, "reworded"], "category": ["dump_water", "burning"], "place": [None, "moved"]}
    assert entry.detail == {"changed": changed}


def test_A11_one_id_does_not_stand_for_two_corrections(session: Session) -> None:
    complaint, wish = make_complaint(session), CaseCorrection(id=uuid4(), words="Một")
    feedback_actions.correct(session, complaint.id, wish, **WHO)
    for other in (CaseCorrection(id=wish.id, words="Hai"), Withdrawal(id=wish.id)):
        act: Any = feedback_actions.correct if isinstance(other, CaseCorrection) else feedback_actions.withdraw
        with pytest.raises(feedback_actions.FeedbackIdTaken):
            act(session, complaint.id, other, **WHO)


def test_A11_nothing_is_corrected_or_withdrawn_once_the_work_is_done(session: Session) -> None:
    complaint = make_complaint(session, status=S.RESOLVED)
    with pytest.raises(feedback_actions.NotChangeable):
        feedback_actions.correct(session, complaint.id, CaseCorrection(id=uuid4(), words="Khác"), **WHO)
    with pytest.raises(feedback_actions.NotChangeable):
        feedback_actions.withdraw(session, complaint.id, Withdrawal(id=uuid4()), **WHO)


def test_A11_a_report_is_withdrawn_once_and_is_no_longer_public(client: TestClient) -> None:
    receipt = send(client)
    answers = [say(client, receipt["token"], "withdrawal", id=one, words="Đã dọn") for one in (str(uuid4()),) * 2]
    answers.append(say(client, receipt["token"], "withdrawal"))
    assert [answer.json()["status"] for answer in answers] == ["withdrawn"] * 3
    assert answers[0].json()["status_label"] == "Người gửi đã rút lại"
    assert_problem(client.get(f"/api/complaints/{receipt['code']}"), 404, "complaint_not_found")
    assert track(client, receipt["token"]).json()["feedback"]["may_change"] is False


def test_A11_an_officer_may_open_a_withdrawn_report_again(session: Session) -> None:
    complaint = make_complaint(session, status=S.WITHDRAWN)
    assert verbs(session, complaint.id) == ["submitted", "withdrawn"]
    triage.reopen(session, complaint, "Rác vẫn còn", by=make_person(session), now=LATER)
    assert complaint.status is S.REOPENED


def test_A11_what_others_follow_is_not_withdrawn(session: Session) -> None:
    complaint = make_complaint(session)
    complaint.follower_count = 1
    with pytest.raises(feedback_actions.SharedWithOthers):
        feedback_actions.withdraw(session, complaint.id, Withdrawal(id=uuid4()), **WHO)


def test_A11_a_case_takes_only_so_many_corrections(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback_actions, "MOST_SAID", 1)
    complaint = make_complaint(session)
    feedback_actions.correct(session, complaint.id, CaseCorrection(id=uuid4(), words="Một"), **WHO)
    with pytest.raises(feedback_actions.TooMuchSaid):
        feedback_actions.correct(session, complaint.id, CaseCorrection(id=uuid4(), words="Hai"), **WHO)


def test_P5_the_stars_are_public_and_the_words_are_not(client: TestClient, database: Database) -> None:
    code, token = settled(client, database, S.REPLIED)
    assert track(client, token).json()["feedback"]["may_rate"] is True
    for stars in (2, 4):
        answer = say(client, token, "rating", stars=stars, words="Nhà tôi ở số 5")
        assert (answer.status_code, answer.json()["rating"]) == (200, stars)
    shown = client.get(f"/api/complaints/{code}")
    assert shown.json()["rating"] == 4
    assert "số 5" not in shown.text + answer.text


def test_P5_a_case_is_rated_after_the_reply_and_within_the_window(session: Session) -> None:
    complaint = make_complaint(session)
    with pytest.raises(feedback_actions.NotRateable):
        feedback_actions.rate(session, complaint.id, Rating(id=uuid4(), stars=5), **WHO)
    replied = make_complaint(session, status=S.REPLIED)
    late = WHO | {"now": MONDAY + timedelta(days=15, hours=1)}
    with pytest.raises(feedback_actions.NotRateable):
        feedback_actions.rate(session, replied.id, Rating(id=uuid4(), stars=5), **late)
    with pytest.raises(feedback_actions.NotReopenable):
        feedback_actions.reopen(session, replied.id, NotDone(id=uuid4(), words="Chưa xong"), **late)


@pytest.mark.parametrize("stars", [0, 6, None, "năm"])
def test_P5_only_one_to_five_stars_count(client: TestClient, stars: Any) -> None:
    assert_problem(say(client, send(client)["token"], "rating", stars=stars), 422, "invalid")


def test_P6_not_done_reopens_the_case_once_and_tells_who_handled_it(session: Session) -> None:
    officer = make_person(session)
    worker = make_person(session, unit="TTDV")
    complaint = make_complaint(session, status=S.REPLIED, by=officer)
    feedback_actions.rate(session, complaint.id, Rating(id=uuid4(), stars=5), **WHO)
    wish = NotDone(id=uuid4(), words="Mới dọn một nửa")
    for _ in range(2):
        feedback_actions.reopen(session, complaint.id, wish, **WHO)
    assert (complaint.status, complaint.reopen_count, complaint.is_open) == (S.REOPENED, 1, True)
    assert complaint.rating is None
    told = session.exec(select(OutboxMessage.account_id).where(OutboxMessage.occasion == "reporter_reopened")).all()
    assert set(told) >= {officer.id, worker.id}
    assert "Mới dọn một nửa" not in str([entry.detail for entry in session.exec(select(Entry))])


def test_P6_a_photo_says_it_too_and_follows_by_itself(client: TestClient, database: Database) -> None:
    _, token = settled(client, database, S.CLOSED)
    photo = str(uuid4())
    assert_problem(say(client, token, "reopening"), 422, "invalid")
    answer = say(client, token, "reopening", photos=[photo])
    assert (answer.json()["status"], answer.json()["photos_missing"]) == ("reopened", [photo])
    assert put_photo(client, answer.json()["id"], photo, photos.small_photo(7)).status_code == 201
    assert track(client, token).json()["photos_missing"] == []


def reopened(session: Session, worker: Person) -> Complaint:
    """A case that `worker` called done, that its reporter opened again, and that is with the same unit again."""
    complaint = make_complaint(session, status=S.PROCESSING)
    who: dict[str, Any] = {"by": worker, "now": MONDAY + timedelta(minutes=20)}
    handling.resolve(session, complaint, Resolution(text="Đã dọn", no_photo_reason="Máy hỏng"), **who)
    feedback_actions.reopen(session, complaint.id, NotDone(id=uuid4(), words="Chưa xong"), **WHO)
    unit = make_unit(session, "TTDV")
    who = {"by": make_person(session), "now": LATER + timedelta(minutes=1)}
    triage.assign(session, complaint, Assignment(unit_id=unit.id), **who)
    return complaint


def test_P6_who_called_it_done_needs_a_photo_newer_than_the_reopening(session: Session, settings: Settings) -> None:
    worker = make_person(session, unit="TTDV")
    complaint = reopened(session, worker)
    again = Resolution(text="Dọn lại rồi", no_photo_reason="Máy vẫn hỏng")
    soon: dict[str, Any] = {"by": worker, "now": LATER + timedelta(minutes=9)}
    with pytest.raises(rules.FreshEvidenceMissing):
        handling.resolve(session, complaint, again, **soon)
    store = Store(settings.media_dir, reserve_mb=0)
    sent = make_upload(photos.small_photo(3))
    handling.attach_photo(session, store, complaint, uuid4(), PhotoKind.AFTER, sent, **soon)
    handling.resolve(session, complaint, Resolution(text="Dọn lại rồi"), **soon)
    assert complaint.status is S.RESOLVED


def test_P6_somebody_else_may_close_it_with_a_reason(session: Session) -> None:
    complaint = reopened(session, make_person(session, unit="TTDV"))
    other: dict[str, Any] = {"by": make_person(session, unit="VP"), "now": LATER + timedelta(minutes=9)}
    handling.resolve(session, complaint, Resolution(text="Đã đến xem, sạch", no_photo_reason="Trời tối"), **other)
    assert complaint.status is S.RESOLVED


def test_P6_the_officer_finds_what_the_reporter_said_in_the_case_and_on_top(
    client: TestClient, database: Database, sign_in: Callable[..., SignedIn]
) -> None:
    officer = sign_in("officer")
    code, token = settled(client, database, S.REPLIED)
    say(client, token, "reopening", words="Còn một nửa")
    say(client, token, "corrections", words="Rác ở cống")
    assert officer.get("/api/desk/counts").json()["reopened"] == 1
    [one] = officer.get("/api/desk/complaints", params={"queue": "reopened"}).json()["items"]
    detail = officer.get(f"/api/desk/complaints/{one['id']}").json()
    assert (one["code"], detail["reopen_count"]) == (code, 1)
    assert [(said["kind"], said["words"]) for said in detail["said"]] == [
        ("not_done", "Còn một nửa"),
        ("correction", ""),
    ]
    assert detail["said"][1]["former"]["words"] == payload()["words"]
    assert officer.get("/api/notices").json()["items"][0]["occasion"] == "reporter_reopened"


@pytest.mark.parametrize("door", ["corrections", "withdrawal", "rating", "reopening"])
def test_A11_P5_P6_only_the_own_token_opens_these_doors(client: TestClient, door: str) -> None:
    body = {"words": "Khác"} | ({"stars": 5} if door == "rating" else {})
    for wrong in ("", "nobodys"):
        assert_problem(say(client, wrong, door, **body), 404, "tracking_token_unknown")
    assert_problem(say(client, send(client)["token"], door, **body, more=1), 422, "invalid")


def test_E8_the_tracking_link_comes_as_a_picture_for_the_other_phone(client: TestClient) -> None:
    token = send(client)["token"]
    answer = client.get("/api/tracking/link", headers={"X-Tracking-Token": token})
    assert answer.json()["url"].endswith(f"/theo-doi#{token}")
    assert answer.json()["qr_svg"].startswith("<svg ")
    assert answer.headers["cache-control"] == "no-store"
    assert_problem(client.get("/api/tracking/link"), 404, "tracking_token_unknown")
