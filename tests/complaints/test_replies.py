"""Canned replies: placeholders, who may edit, what is offered for a case, and what goes out by itself, once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from api import seeding
from api.complaints import actions, answers, reply_rules, triage
from api.complaints.answer_schemas import Answer
from api.complaints.desk_schemas import AskedText
from api.complaints.models import Complaint, Status
from api.complaints.reply_models import CannedReply
from api.core.database import Database
from api.core.settings import Settings
from api.notifications.models import OutboxMessage
from tests.accounts.make import make_person
from tests.complaints.make import MONDAY, SETTINGS, make_complaint, send, submission, track
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

S = Status
SignIn = Callable[..., SignedIn]


def reply(**more: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "title": "Đã xong", "text": "Phản ánh {ma} ở {ten_thon}: {ket_qua}."} | more


def made(**more: Any) -> CannedReply:
    return CannedReply(**{"id": uuid4(), "title": "x", "text": "x", "position": 0} | more)


def messages(session: Session, complaint: Complaint) -> list[tuple[str, str | None]]:
    found = session.exec(select(OutboxMessage).where(OutboxMessage.subject_id == complaint.id)).all()
    return [(one.occasion, one.detail.get("text")) for one in found if one.account_id is None]


@pytest.mark.parametrize("text", ["{so_dien_thoai}", "{}", "{ma", "ma}", "{{ma}}", "{MA}"])
def test_H2_a_placeholder_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(reply_rules.PlaceholderUnknown):
        reply_rules.check(f"Phản ánh {text}", None, fires_by_itself=False)


def test_H2_what_the_case_does_not_know_yet_reads_well_and_is_told() -> None:
    words, missing = reply_rules.fill("{ma}: {don_vi} hẹn {ngay_hen}, {ma}", {"ma": "KS-26-0001", "don_vi": None})
    assert words == "KS-26-0001: đơn vị phụ trách hẹn thời hạn quy định, KS-26-0001"
    assert missing == ["don_vi", "ngay_hen"]


def test_H3_the_reply_made_for_the_category_fires_before_the_one_for_any() -> None:
    plain, own, other = made(position=0), made(category="burning", position=9), made(category="dump_water", position=1)
    assert reply_rules.firing([plain, own, other], "burning") is own
    assert reply_rules.firing([plain, own, other], None) is plain
    assert reply_rules.firing([own], None) is None


@pytest.mark.parametrize("status", [None, S.REPLIED, S.NEED_INFO, S.REJECTED])
def test_H3_nothing_fires_where_an_officer_writes_the_words(status: Status | None) -> None:
    with pytest.raises(reply_rules.CannotFire):
        reply_rules.check("Xin cảm ơn", status, fires_by_itself=True)


def test_H3_words_fire_once_and_ride_in_the_message_that_goes_out_anyway(session: Session) -> None:
    seeding.seed(session, SETTINGS)
    officer = make_person(session)
    complaint = make_complaint(session, by=officer, now=MONDAY)
    [(occasion, text)] = messages(session, complaint)
    assert occasion == "complaint_submitted"
    assert text and complaint.code in text
    triage.ask(session, complaint, AskedText(text="Ở đâu?"), by=officer, now=MONDAY + timedelta(minutes=5))
    answered = Answer.model_validate({"id": uuid4(), "words": "Sau chợ"})
    answers.answer(session, complaint.id, answered, now=MONDAY + timedelta(minutes=9))
    session.flush()
    assert [occasion for occasion, _ in messages(session, complaint)] == ["complaint_submitted", "complaint_question"]


def test_H3_acceptance_is_one_message_with_the_words_in_it(session: Session) -> None:
    seeding.seed(session, SETTINGS)
    complaint = make_complaint(session, status=S.ACCEPTED)
    told = dict(messages(session, complaint))
    assert set(told) == {"complaint_submitted", "complaint_accepted"}
    assert "đã được tiếp nhận" in str(told["complaint_accepted"])


def test_H3_the_same_report_sent_twice_says_thank_you_once(session: Session) -> None:
    seeding.seed(session, SETTINGS)
    sent = submission()
    first, _ = actions.submit(session, sent, SETTINGS, now=MONDAY)
    actions.submit(session, sent, SETTINGS, now=MONDAY)
    session.flush()
    assert len(messages(session, first)) == 1


@pytest.mark.usefixtures("seeded")
def test_H3_the_reporter_reads_it_on_the_tracking_page_and_nobody_else(client: TestClient, sign_in: SignIn) -> None:
    receipt = send(client)
    [step] = track(client, receipt["token"]).json()["timeline"]
    assert step["notice"].startswith(f"Xã đã nhận phản ánh {receipt['code']}")
    assert "notice" not in client.get(f"/api/complaints/{receipt['code']}").text


@pytest.mark.usefixtures("seeded")
def test_H2_replies_are_edited_in_the_app_against_their_version(sign_in: SignIn) -> None:
    officer, body = sign_in("officer"), reply(status="replied", category="burning")
    first = officer.post("/api/canned-replies", json=body)
    assert first.status_code == 201, first.text
    assert officer.post("/api/canned-replies", json=body).status_code == 200
    assert_problem(officer.post("/api/canned-replies", json=body | {"title": "Khác"}), 409, "reply_id_taken")
    address, change = f"/api/canned-replies/{body['id']}", {**body, "text": "Xong {ma}."}
    change.pop("id")
    assert_problem(officer.put(address, json=change), 428)
    changed = officer.put(address, json=change, headers={"If-Match": '"1"'})
    assert (changed.json()["text"], changed.json()["version"]) == ("Xong {ma}.", 2)
    stale = assert_problem(officer.put(address, json=change, headers={"If-Match": '"1"'}), 412)
    assert stale["current"]["version"] == 2
    wrong = officer.put(address, json=change | {"text": "{sdt}"}, headers={"If-Match": '"2"'})
    assert assert_problem(wrong, 422, "placeholder_unknown")["errors"][0]["field"] == "text"
    assert_problem(officer.post("/api/canned-replies", json=reply(category="nothing")), 422, "category_unknown")
    missing = officer.put(f"/api/canned-replies/{uuid4()}", json=change, headers={"If-Match": '"1"'})
    assert_problem(missing, 404, "reply_not_found")


@pytest.mark.usefixtures("seeded")
def test_H2_an_officer_is_offered_what_fits_the_case_filled_in(
    sign_in: SignIn, database: Database, settings: Settings
) -> None:
    officer = sign_in("officer")
    with database.session(writes=True) as session:
        case = make_complaint(session, status=S.RESOLVED, settings=settings)
    for category in ("dump_water", "burning"):
        officer.post("/api/canned-replies", json=reply(title=category, category=category, status="replied"))
    offers = officer.get(f"/api/desk/complaints/{case.id}/replies").json()
    assert offers[0] | {"id": ""} == {
        "id": "", "title": "dump_water", "status": "replied", "missing": [],
        "text": f"Phản ánh {case.code} ở Thôn Mẫu 3: Đã dọn 300 kg rác.",
    }  # fmt: skip
    titles = {offer["title"] for offer in offers}
    assert "burning" not in titles
    assert "Đã nhận phản ánh" not in titles  # goes out by itself
    tried = officer.post("/api/canned-replies/preview", json={"text": "{ma} {don_vi}", "code": case.code.lower()})
    assert tried.json()["text"].startswith(case.code)
    assert_problem(officer.post("/api/canned-replies/preview", json={"text": "{ma}", "code": "KS-26-9999"}), 404)
