"""The desk's list: its queues, filters and search, its page after page, its counters, and when it need not be sent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.accounts.models import Role
from api.accounts.rules import Person
from api.complaints import desk_queries
from api.complaints.desk_filters import DeskPage, Queue
from api.complaints.models import Complaint, Status
from api.core import clock
from api.core.database import Database
from api.core.settings import Settings
from tests.accounts.make import make_account, make_person, make_unit
from tests.complaints.make import MONDAY, SETTINGS, make_complaint
from tests.support.answers import assert_problem
from tests.support.clients import ORIGIN, SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
S = Status
# A normal case of Monday 09:00 is to be received by Tuesday 09:30, and presses from 07:54 on.
EARLY, PRESSING, LATE = (MONDAY + timedelta(hours=hours) for hours in (1, 23.5, 25))


def codes(session: Session, by: Person, now: Any = EARLY, **narrowed: Any) -> list[str]:
    asked = DeskPage.model_validate({"queue": "all"} | narrowed)
    page = desk_queries.page(session, asked, SETTINGS.secret, by=by, now=now)
    return [item["code"] for item in page["items"]]


@pytest.fixture
def one_of_each(session: Session) -> dict[Status, str]:
    """A case in every state that can be reached, by its code; TTDV holds those that were given out."""
    reached = [status for status in Status if status is not S.MERGED]
    return {status: make_complaint(session, status=status).code for status in reached}


def test_each_queue_holds_what_its_name_says(session: Session, one_of_each: dict[Status, str]) -> None:
    by = make_person(session)
    open_states = {
        S.SUBMITTED, S.NEED_INFO, S.ACCEPTED, S.ASSIGNED, S.VERIFYING, S.PROCESSING, S.RESOLVED, S.REOPENED
    }  # fmt: skip
    held = {queue: set(codes(session, by, queue=queue)) for queue in Queue}
    assert held[Queue.NEW] == {one_of_each[S.SUBMITTED]}
    assert held[Queue.NEED_INFO] == {one_of_each[S.NEED_INFO]}
    assert held[Queue.OPEN] == {one_of_each[status] for status in open_states}
    assert held[Queue.ALL] == set(one_of_each.values())
    assert held[Queue.OVERDUE] == held[Queue.DUE_SOON] == set()


def test_a_case_presses_then_is_overdue_and_a_paused_one_is_neither(session: Session) -> None:
    by, waits = make_person(session), make_complaint(session).code
    make_complaint(session, status=S.NEED_INFO)
    make_complaint(session, status=S.CLOSED)
    states = [(EARLY, [], []), (PRESSING, [waits], []), (LATE, [], [waits])]
    for now, due_soon, overdue in states:
        assert codes(session, by, now, queue="due_soon") == due_soon
        assert codes(session, by, now, queue="overdue") == overdue


def test_the_state_of_the_deadline_stands_beside_each_case(session: Session) -> None:
    by = make_person(session)
    make_complaint(session)
    for now, state in ((EARLY, "ok"), (PRESSING, "due_soon"), (LATE, "overdue")):
        asked = DeskPage(queue=Queue.ALL)
        [item] = desk_queries.page(session, asked, SETTINGS.secret, by=by, now=now)["items"]
        assert item["due_state"] == state


def test_mine_are_my_units_and_what_i_was_given(session: Session) -> None:
    unit = make_unit(session, "TTDV")
    me, colleague = Person(make_account(session, unit=unit), unit), make_person(session, unit="CA")
    own = make_complaint(session, status=S.ASSIGNED, unit="TTDV").code
    given = make_complaint(session, status=S.ASSIGNED, unit="CA")
    given.assignee_id = me.id
    make_complaint(session, status=S.CLOSED, unit="TTDV")
    make_complaint(session)  # nobody's yet
    assert set(codes(session, me, queue="mine")) == {own, given.code}
    assert codes(session, colleague, queue="mine") == [given.code]


def test_who_has_no_unit_does_not_own_what_nobody_holds(session: Session) -> None:
    make_complaint(session)
    assert codes(session, make_person(session, role=Role.LEADER), queue="mine") == []


def test_who_has_no_hamlet_does_not_read_what_has_none(session: Session) -> None:
    make_complaint(session, hamlet=None, place={"words": "Chợ", "source": "words"})
    assert codes(session, make_person(session, role=Role.HAMLET_HEAD)) == []


def test_filters_narrow_one_after_the_other(session: Session) -> None:
    by = make_person(session)
    wanted = make_complaint(session, hamlet="Thôn Bắc", category="burning", status=S.ASSIGNED, unit="CA")
    make_complaint(session, hamlet="Thôn Bắc", category="litter")
    make_complaint(session, hamlet="Thôn Nam", category="burning")
    for narrowed in (
        {"status": "assigned"},
        {"category": "burning", "hamlet_id": wanted.hamlet_id},
        {"unit_id": wanted.unit_id},
    ):
        assert codes(session, by, **narrowed) == [wanted.code]
    assert codes(session, by, status="closed", category="burning") == []


@pytest.mark.parametrize(
    "typed",
    ["rác đổ", "RAC DO", "đổ rác", "muong hoi", "Thon Bac", "thôn bắc rác", "dot rac", "KS-26-0001", "ks 26 1"],
)
@pytest.mark.one_database
def test_search_finds_a_case_without_diacritics_and_in_any_order(session: Session, typed: str) -> None:
    by = make_person(session)
    wanted = make_complaint(session, hamlet="Thôn Bắc", category="burning")
    make_complaint(session, hamlet="Thôn Nam", category="fee", words="Giá tiền cao", place={"words": "Chợ"})
    assert codes(session, by, q=typed) == [wanted.code]


def test_signs_of_the_search_language_are_only_signs(session: Session) -> None:
    by = make_person(session)
    make_complaint(session, words="Rác 50% cạnh đường 391_A")
    assert len(codes(session, by, q="50%")) == len(codes(session, by, q="391_a")) == 1
    assert codes(session, by, q="%") == codes(session, by, q="50%")
    assert codes(session, by, q="39__B") == codes(session, by, q='" OR khoi*') == []


def test_pages_follow_each_other_without_gap_or_double(session: Session) -> None:
    by = make_person(session)
    made = [make_complaint(session, now=MONDAY + timedelta(seconds=n // 30)).code for n in range(110)]
    found: list[str] = []
    asked = DeskPage(queue=Queue.OPEN)
    while True:
        page = desk_queries.page(session, asked, SETTINGS.secret, by=by, now=EARLY)
        found += [item["code"] for item in page["items"]]
        if page["next"] is None:
            break
        asked = asked.model_copy(update={"cursor": page["next"]})
    assert len(found) == 110
    assert set(found) == set(made)


def test_counters_count_and_stop_at_a_hundred(session: Session) -> None:
    by = make_person(session)
    for _ in range(105):
        make_complaint(session)
    make_complaint(session, status=S.NEED_INFO)
    counts = desk_queries.counts(session, by=by, now=LATE)
    assert counts == {"reopened": 0, "new": 100, "due_soon": 0, "overdue": 100, "need_info": 1, "mine": 0}


@pytest.fixture
def officer(sign_in: Callable[..., SignedIn]) -> SignedIn:
    return sign_in("officer")


@pytest.fixture
def make(database: Database, settings: Settings) -> Callable[..., Complaint]:
    def made(**facts: Any) -> Complaint:
        with database.session(writes=True) as session:
            return make_complaint(session, settings=settings, **facts)

    return made


def test_the_list_need_not_be_sent_while_nothing_has_changed(
    officer: SignedIn, sign_in: Callable[..., SignedIn], make: Callable[..., Complaint], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)  # a minute that does not end during the test
    made, colleague = make(), sign_in("officer")
    first = officer.get("/api/desk/complaints")
    held = {"If-None-Match": first.headers["etag"]}
    assert first.headers["cache-control"] == "private, no-cache"
    assert officer.get("/api/desk/complaints", headers=held).status_code == 304
    assert officer.get("/api/desk/complaints", params={"queue": "all"}, headers=held).status_code == 200
    assert colleague.get("/api/desk/complaints", headers=held).status_code == 200
    question = {"text": "Ở đâu?"}
    officer.post(f"/api/desk/complaints/{made.id}/question", json=question, headers={"If-Match": '"1"'})
    assert officer.get("/api/desk/complaints", headers=held).status_code == 200


def test_what_was_kept_for_one_is_not_shown_to_another(
    officer: SignedIn, sign_in: Callable[..., SignedIn], make: Callable[..., Complaint], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    head, stranger = sign_in("hamlet_head", hamlet="Thôn Khác"), TestClient(officer.app, base_url=ORIGIN)
    make(hamlet="Thôn Mẫu 3")
    for address in ("/api/desk/complaints?queue=all", "/api/desk/map?queue=all&bbox=-180,-90,180,90"):
        shown = officer.get(address).json()["items"]
        assert head.get(address).json()["items"] == []
        assert stranger.get(address).status_code == 401
        assert officer.get(address).json()["items"] == shown
    assert (officer.get("/api/desk/counts").json()["new"], head.get("/api/desk/counts").json()["new"]) == (1, 0)


def test_the_list_is_sent_again_when_a_deadline_may_have_passed(
    officer: SignedIn, make: Callable[..., Complaint], monkeypatch: pytest.MonkeyPatch
) -> None:
    make()
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    held = {"If-None-Match": officer.get("/api/desk/complaints").headers["etag"]}
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(minutes=1))
    assert officer.get("/api/desk/complaints", headers=held).status_code == 200


def test_the_desks_map_shows_the_same_cases_at_their_exact_places(
    officer: SignedIn, make: Callable[..., Complaint]
) -> None:
    shown = make(hamlet=None, place={"lat": 20.90891, "lon": 106.17931, "source": "gps"})
    make(hamlet=None, place={"lat": 20.90891, "lon": 106.17931, "source": "gps"}, status=S.CLOSED)
    found = officer.get("/api/desk/map", params={"queue": "new", "bbox": "106.1,20.8,106.3,21.0"}).json()
    assert [(m["id"], m["lat"], m["lon"]) for m in found["items"]] == [(str(shown.id), 20.90891, 106.17931)]
    assert_problem(officer.get("/api/desk/map", params={"queue": "new", "bbox": "1,2"}), 422, "box_broken")
    assert_problem(officer.get("/api/desk/map", params={"queue": "new"}), 422, "invalid")


def test_a_cursor_of_the_public_list_or_of_nobody_is_not_taken_for_more_than_it_is(officer: SignedIn) -> None:
    for cursor in ("", "x", "a" * 400, str(uuid4())):
        answer = officer.get("/api/desk/complaints", params={"cursor": cursor})
        assert answer.status_code == (200 if not cursor else 422)
