"""The clock of a case in life: rules by day, questions, reminders, one extension, a changed calendar."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from api.accounts.models import Role
from api.complaints import answers, desk_queries, desk_views, extensions, queries, triage, watch
from api.complaints.answer_schemas import Answer
from api.complaints.deadline_schemas import ExtensionEdit
from api.complaints.desk_schemas import AskedText
from api.complaints.models import Complaint, Deadline, DeadlineUnit, Status
from api.core.database import Database
from api.journal.models import Entry
from api.notifications.models import OutboxMessage
from api.worktime import actions as worktime
from api.worktime.models import Holiday
from api.worktime.schemas import DayEdit
from tests.accounts.make import make_account, make_person, make_unit
from tests.complaints.make import MONDAY, journal_length, make_complaint, send, track, verbs
from tests.support.clients import SignedIn
from tests.worktime.test_rules import at

pytestmark = pytest.mark.usefixtures("seeded")
S = Status
OFF = DayEdit(is_working=False, name="Mất điện cả xã", source="Thông báo của xã")


def answer(session: Session, complaint: Complaint, now: datetime) -> None:
    answers.answer(session, complaint.id, Answer(id=uuid4(), words="Phía bắc"), now=now)


def reminders(session: Session, complaint: Complaint) -> list[OutboxMessage]:
    told = select(OutboxMessage).where(
        OutboxMessage.subject_id == complaint.id, col(OutboxMessage.occasion).startswith("deadline_")
    )
    return list(session.exec(told))


def test_I1_a_case_goes_by_the_rule_in_force_when_its_step_began(session: Session) -> None:
    later = Deadline(
        step="receive", priority="normal", amount=1, unit=DeadlineUnit.WORKING_HOURS, effective_from=date(2026, 12, 2)
    )
    session.add(later)
    assert make_complaint(session).due_at == at("2026-12-01 09:30")
    assert make_complaint(session, now=MONDAY + timedelta(days=2)).due_at == at("2026-12-02 10:00")


def test_I6_a_question_stops_the_clock_and_the_answer_lets_it_go_on_where_it_was(session: Session) -> None:
    complaint = make_complaint(session, status=S.PROCESSING)  # verifying since 09:03, at work since 09:04
    officer = make_person(session)
    assert complaint.due_at == at("2026-12-07 09:03")
    triage.ask(session, complaint, AskedText(text="Còn rác ở đâu?"), by=officer, now=at("2026-12-01 09:03"))
    assert (complaint.due_at, complaint.due_step) == (None, None)
    answer(session, complaint, at("2026-12-02 09:03"))
    assert (complaint.status, complaint.due_at) == (S.PROCESSING, at("2026-12-08 09:03"))
    triage.ask(session, complaint, AskedText(text="Còn ảnh nào không?"), by=officer, now=at("2026-12-03 09:03"))
    answer(session, complaint, at("2026-12-07 09:03"))  # two working days, over a weekend
    assert complaint.due_at == at("2026-12-10 09:03")
    assert complaint.answer_due_at == at("2026-12-10 09:00")


def test_I6_a_case_paused_over_tet_has_what_was_left_when_it_stopped(session: Session) -> None:
    complaint = make_complaint(session, now=at("2026-02-13 15:00"))  # eight working hours
    triage.ask(session, complaint, AskedText(text="Ở đâu?"), by=make_person(session), now=at("2026-02-13 16:00"))
    answer(session, complaint, at("2026-02-17 10:00"))  # during Tết
    assert complaint.due_at == at("2026-02-23 16:30")


def test_I6_what_was_late_before_the_question_stays_late_after_it(session: Session) -> None:
    complaint = make_complaint(session)
    late = complaint.due_at
    triage.ask(session, complaint, AskedText(text="Ở đâu?"), by=make_person(session), now=MONDAY + timedelta(days=3))
    answer(session, complaint, MONDAY + timedelta(days=4))
    assert complaint.due_at == late


def test_I6_the_commune_waits_five_days_and_then_goes_on(session: Session) -> None:
    complaint = make_complaint(session, status=S.NEED_INFO)
    asked = MONDAY + timedelta(minutes=1)
    assert watch.look(session, now=asked + timedelta(days=5) - timedelta(seconds=1)) == 0
    assert watch.look(session, now=asked + timedelta(days=5)) == 1
    assert (complaint.status, complaint.question) == (S.SUBMITTED, None)
    assert verbs(session, complaint.id)[-1] == "question_expired"


def test_I4_half_four_fifths_and_all_of_the_time_remind_one_after_the_other(session: Session) -> None:
    make_account(session, role=Role.LEADER)
    handler = make_account(session, unit=make_unit(session, "TTDV"))
    complaint = make_complaint(session, status=S.ASSIGNED)  # two working days to look on site, from 09:02 on
    expected = {"2026-12-01 09:01": 0, "2026-12-01 09:02": 1, "2026-12-01 15:33": 2, "2026-12-02 09:02": 3}
    for moment, levels in expected.items():
        watch.look(session, now=at(moment))
        watch.look(session, now=at(moment))
        assert len({one.occasion for one in reminders(session, complaint)}) == levels, moment
    told = [one.occasion for one in reminders(session, complaint) if one.account_id == handler.id]
    assert sorted(told) == ["deadline_100", "deadline_50", "deadline_80"]
    leaders = [one.occasion for one in reminders(session, complaint) if one.account_id not in {handler.id}]
    assert leaders.count("deadline_50") == 0


def test_I6_a_clock_that_stands_still_reminds_nobody_and_a_move_ends_reminders(session: Session) -> None:
    make_person(session)
    complaint = make_complaint(session)
    watch.look(session, now=at("2026-11-30 16:59"))
    assert {one.read_at for one in reminders(session, complaint)} == {None}
    triage.ask(session, complaint, AskedText(text="Ở đâu?"), by=make_person(session), now=at("2026-12-01 08:00"))
    watch.look(session, now=at("2026-12-01 12:00"))
    session.expire_all()
    assert all(one.read_at for one in reminders(session, complaint))
    assert {one.occasion for one in reminders(session, complaint)} == {"deadline_50"}


def test_I3_a_changed_calendar_moves_open_deadlines_and_no_closed_ones_and_is_noted_once(session: Session) -> None:
    still_open, ended = make_complaint(session), make_complaint(session, status=S.REPLIED)
    kept = ended.answer_due_at
    worktime.set_day(session, date(2026, 12, 1), OFF, 0, by=make_person(session), now=MONDAY)
    before = journal_length(session)
    assert watch.reckon_anew(session, already=0, now=MONDAY) == (1, False)
    assert still_open.due_at == at("2026-12-02 09:30")
    assert ended.answer_due_at == kept
    assert journal_length(session) == before + 1
    assert session.exec(select(Entry).order_by(col(Entry.id).desc())).first().detail["cases"] == 1  # type: ignore[union-attr]
    assert watch.reckon_anew(session, already=0, now=MONDAY) == (0, False)


def test_I1_one_extension_with_a_reason_everybody_reads(client: TestClient, sign_in: Callable[..., SignedIn]) -> None:
    officer, sent = sign_in("officer", unit="PKT"), send(client)
    address = f"/api/desk/complaints/{sent['id']}"

    def post(act: str, body: dict[str, object]) -> object:
        version = officer.get(address).json()["version"]
        return officer.post(f"{address}/{act}", json=body, headers={"If-Match": f'"{version}"'})

    wish = {"days": 5, "reason": "Chờ máy xúc"}
    assert post("extension", wish).json()["code"] == "extension_not_now"  # type: ignore[attr-defined]
    units = officer.get("/api/units").json()["items"]
    post("assignment", {"unit_id": next(unit["id"] for unit in units if unit["code"] == "PKT")})
    post("processing", {})
    most = officer.get(address).json()["may_extend_days"]
    assert post("extension", wish | {"days": most + 1}).json()["code"] == "extension_too_long"  # type: ignore[attr-defined]
    extended = post("extension", wish | {"days": most})
    assert extended.json()["clock"]["extended_days"] == most  # type: ignore[attr-defined]
    assert post("extension", wish).json()["code"] == "extension_used"  # type: ignore[attr-defined]
    for shown in (client.get(f"/api/complaints/{sent['code']}").json(), track(client, sent["token"]).json()):
        assert shown["extension"]["reason"] == "Chờ máy xúc"


def test_I4_everybody_reads_the_same_clock(session: Session) -> None:
    complaint, officer = make_complaint(session), make_person(session)
    shown = desk_views.detail(session, complaint, by=officer, now=at("2026-11-30 14:10"))
    assert shown.clock and shown.answer_clock
    assert (shown.clock.step, shown.clock.minutes_used, shown.clock.minutes_left) == ("receive", 190, 290)
    assert (shown.answer_clock.minutes_left, shown.answer_clock.day_minutes) == (5 * 450 - 190, 450)


def test_I1_an_extension_counts_for_the_work_and_the_answer(session: Session) -> None:
    complaint = make_complaint(session, status=S.PROCESSING)
    wish = ExtensionEdit(days=3, reason="Chờ máy xúc")
    extensions.extend(session, complaint, wish, by=make_person(session), now=at("2026-12-01 09:00"))
    assert complaint.due_at == at("2026-12-10 09:03")
    assert complaint.answer_due_at == at("2026-12-10 09:00")
    assert queries.changes(session, complaint.id)[-1].after is S.PROCESSING


def test_I5_the_desk_shows_what_is_late_and_what_is_on_time(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    officer, sent = sign_in("officer"), send(client)
    assert [one["code"] for one in officer.get("/api/desk/complaints?punctuality=on_time").json()["items"]] == [
        sent["code"]
    ]
    assert officer.get("/api/desk/complaints?punctuality=late").json()["items"] == []


def test_I5_late_is_what_presses_now_or_was_answered_too_late(session: Session) -> None:
    from_late = make_complaint(session, status=S.REPLIED)
    from_late.answer_due_at = MONDAY
    session.add(from_late)
    on_time = make_complaint(session, status=S.REPLIED)
    session.flush()
    found = set(session.exec(select(Complaint.id).where(desk_queries.is_late(MONDAY + timedelta(hours=1)))))
    assert from_late.id in found
    assert on_time.id not in found


@pytest.mark.one_database
def test_I3_the_calendar_is_read_by_all_and_changed_against_its_version(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    officer, day = sign_in("officer"), {"is_working": True, "name": "Làm bù", "source": "Công văn"}
    address = "/api/calendar/days/2027-02-13"
    assert officer.put(address, json=day).status_code == 428
    assert officer.put(address, json=day, headers={"If-Match": '"0"'}).json()["version"] == 1
    stale = officer.put(address, json=day, headers={"If-Match": '"0"'})
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, 1)
    shown = {one["day"]: one for one in client.get("/api/calendar?year=2027").json()["days"]}
    assert (shown["2027-02-13"]["is_own"], shown["2027-02-08"]["is_own"]) == (True, False)
    assert officer.delete(address, headers={"If-Match": '"1"'}).status_code == 204
    hours = {"shifts": [{"opens": "08:00", "closes": "07:00"}], "weekdays": [1]}
    broken = officer.put("/api/calendar/hours/2027-06-01", json=hours, headers={"If-Match": '"0"'})
    assert broken.json()["code"] == "shifts_broken"


@pytest.mark.one_database
def test_I4_notices_are_ones_own_and_are_read_once(
    seeded: Database, client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    officer = sign_in("officer", unit="PKT")
    with seeded.session(writes=True) as session:
        make_complaint(session)
        watch.look(session, now=at("2026-11-30 16:59"))
    shown = officer.get("/api/notices").json()
    assert (shown["unread"], shown["items"][0]["occasion"], shown["items"][0]["step"]) == (1, "deadline_50", "receive")
    assert sign_in("front").get("/api/notices").json() == {"items": [], "unread": 0}
    officer.post("/api/notices/read", json={"ids": []}).raise_for_status()
    assert officer.get("/api/notices").json()["unread"] == 0


def test_I1_the_timetable_is_kept_until_the_calendar_changes_and_a_change_taken_back_leaves_no_trace(
    database: Database,
) -> None:
    day = date(2026, 12, 1)
    with database.session(writes=False) as session:
        before = queries.timetable(session)
        assert before.calendar.is_working(day)
        assert queries.timetable(session) is before
    with database.session(writes=True) as session:
        session.add(Holiday(day=day, name="Mất điện"))
        worktime.open_edition(session)
        assert not queries.timetable(session).calendar.is_working(day)
        session.rollback()
    with database.session(writes=True) as session:
        worktime.open_edition(session)
        session.commit()
    with database.session(writes=False) as session:
        assert queries.timetable(session).calendar.is_working(day)
