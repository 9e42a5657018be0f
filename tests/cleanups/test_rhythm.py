"""The rhythm of the week, plan 1.1 and goal Ga: invitations, thanks, the calendar feed and reminders."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

import anyio
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from api import upkeep
from api.accounts.models import Role
from api.accounts.rules import Person
from api.cleanups import coverage_actions, rhythm_actions, rhythm_queries
from api.cleanups import rhythm_calendar as calendar
from api.cleanups import rhythm_rules as rules
from api.cleanups.coverage_schemas import NewExcuse
from api.cleanups.rhythm_models import WeekendPlan
from api.cleanups.rhythm_schemas import NewReminder, NewWeekendPlan
from api.core import clock
from api.core.database import Database
from api.core.settings import Settings
from api.media.store import Store
from api.notifications.models import OutboxMessage
from api.places.models import Hamlet
from tests.accounts.make import make_person
from tests.cleanups.make import make_cleanup
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

WEEK = date(2026, 11, 23)
SUNDAY = WEEK + timedelta(days=6)
TUESDAY, THURSDAY = (datetime(2026, 11, day, 10, tzinfo=UTC) for day in (24, 26))  # 17:00 in Vietnam
SUNDAY_EVENING = datetime(2026, 11, 29, 11, tzinfo=UTC)  # 18:00 in Vietnam


def wish(hamlet_id: UUID, **more: object) -> dict[str, object]:
    return {
        "id": str(uuid4()), "hamlet_id": str(hamlet_id), "held_on": SUNDAY.isoformat(), "starts_at": "06:30",
        "place": "Nhà văn hóa thôn", "bring": "Chổi, cuốc, bao tải", "note": "Có nước uống",
    } | more  # fmt: skip


def make_plan(session: Session, by: Person, hamlet: Hamlet, *, now: datetime = TUESDAY, **more: object) -> WeekendPlan:
    return rhythm_actions.plan(session, NewWeekendPlan.model_validate(wish(hamlet.id, **more)), by=by, now=now)[0]


def reminded(session: Session) -> list[tuple[str, UUID | None]]:
    session.flush()
    return [(one.occasion, one.account_id) for one in session.exec(select(OutboxMessage))]


def coming_sunday() -> str:
    return (clock.monday_of(clock.day_of(clock.now())) + timedelta(days=6)).isoformat()


def test_1_1_an_invitation_says_when_where_and_what_to_bring() -> None:
    plan = WeekendPlan.model_validate(wish(uuid4(), received_at=TUESDAY))
    assert rules.invitation(plan, "Thôn Mẫu 3").splitlines()[:4] == [
        "Kính mời bà con thôn Mẫu 3 ra quân dọn vệ sinh!", "• Lúc: 6 giờ 30, Chủ nhật 29/11/2026",
        "• Tập trung: Nhà văn hóa thôn", "• Mang theo: Chổi, cuốc, bao tải",
    ]  # fmt: skip
    said = rules.loudspeaker(plan, "Thôn Mẫu 3", "Xã Mẫu")
    assert said.count("sáu giờ ba mươi, Chủ nhật ngày hai mươi chín tháng mười một") == 2
    assert "bà con thôn Mẫu 3, xã Mẫu" in said and "nhớ mang theo: chổi, cuốc, bao tải." in said
    assert rules.inside("UBND xã") == "UBND xã" and rules.inside("Đồng Sấu") == "Đồng Sấu"


def test_1_1_thanks_name_what_was_done_and_leave_out_what_was_not_counted(
    session: Session, hamlet: Hamlet, head: Person
) -> None:
    one = make_cleanup(session, head, hamlet.id, now=TUESDAY, waste_kg=1240, canal_m=150)
    words = rules.thanks(one, hamlet.name)
    assert "Thứ Bảy 21/11/2026, 85 người đã cùng ra quân, thu gom khoảng 1,2 tấn rác và khơi thông 150 m" in words
    assert "cây" not in words and "xóa" not in words
    assert "Tám mươi lăm người đã tham gia, thu gom khoảng một phẩy hai tấn rác" in rules.thanks_aloud(one, hamlet.name)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_1_1_only_weekends_to_come_are_planned(day: date, today: date) -> None:
    fits = day.weekday() >= 5 and today <= day <= today + timedelta(days=60)
    try:
        rules.check_day(day, today)
    except rules.PlanDayWrong:
        assert not fits
    else:
        assert fits


@given(st.datetimes(datetime(2026, 6, 8), datetime(2027, 6, 1)))
def test_reminders_are_due_for_a_day_after_thursday_and_sunday_evening(naive: datetime) -> None:
    now = naive.replace(tzinfo=clock.VIETNAM)
    since = now - timedelta(days=1)
    slots = rules.due_slots(rhythm_queries.USUAL, now)
    expected = [
        (occasion, clock.monday_of(day))
        for day in (since.date(), now.date())
        for occasion, weekday, hour in ((rules.PLAN_MISSING, 3, 17), (rules.ENTRY_MISSING, 6, 18))
        if day.weekday() == weekday
        and since < datetime(day.year, day.month, day.day, hour, tzinfo=clock.VIETNAM) <= now
    ]
    assert [(one.occasion, one.week) for one in slots] == expected


def test_1_1_a_head_without_a_plan_is_reminded_once_on_thursday(session: Session, hamlet: Hamlet, head: Person) -> None:
    other = make_hamlet(session, "Thôn Mẫu 4")
    planned = make_person(session, role=Role.HAMLET_HEAD, hamlet=other)
    make_plan(session, planned, other)
    rhythm_actions.remind(session, now=THURSDAY - timedelta(minutes=1))
    assert reminded(session) == []
    for later in (0, 10, 600):
        rhythm_actions.remind(session, now=THURSDAY + timedelta(minutes=later))
    assert reminded(session) == [("weekend_plan_missing", head.id)]
    make_plan(session, head, hamlet, now=THURSDAY + timedelta(hours=11))
    assert session.exec(select(OutboxMessage)).one().read_at, "who has planned need not be reminded any more"


def test_1_1_a_head_without_a_result_is_reminded_on_sunday_and_excused_ones_are_not(
    session: Session, hamlet: Hamlet, head: Person
) -> None:
    officer = make_person(session, role=Role.OFFICER, unit="PKT")
    excused, done = make_hamlet(session, "Thôn Mẫu 4"), make_hamlet(session, "Thôn Mẫu 5")
    for one in (excused, done):
        make_person(session, role=Role.HAMLET_HEAD, hamlet=one)
    excuse = NewExcuse(id=uuid4(), hamlet_id=excused.id, first_day=SUNDAY, last_day=SUNDAY, reason="Bão (mẫu)")
    coverage_actions.excuse(session, excuse, by=officer, now=THURSDAY)
    rhythm_actions.remind(session, now=THURSDAY)
    assert {occasion for occasion, _ in reminded(session)} == {"weekend_plan_missing"} and len(reminded(session)) == 2
    make_cleanup(session, officer, done.id, now=SUNDAY_EVENING, held_on=SUNDAY.isoformat())
    rhythm_actions.remind(session, now=SUNDAY_EVENING)
    assert [one for one in reminded(session) if one[0] == "weekend_entry_missing"] == [
        ("weekend_entry_missing", head.id)
    ]
    make_cleanup(session, head, hamlet.id, now=SUNDAY_EVENING, held_on=SUNDAY.isoformat())
    open_ones = [one for one in session.exec(select(OutboxMessage)) if not one.read_at]
    assert open_ones == []


@pytest.mark.one_database
def test_1_1_the_housekeeper_reminds(database: Database, settings: Settings) -> None:
    with database.session(writes=True) as session:
        make_person(session, role=Role.HAMLET_HEAD, hamlet=make_hamlet(session))
    store = Store(settings.media_dir, reserve_mb=settings.storage_reserve_mb)
    for _ in range(2):
        anyio.run(partial(upkeep.one_round, database, store, now=SUNDAY_EVENING))
    with database.session(writes=False) as session:
        assert [occasion for occasion, _ in reminded(session)] == ["weekend_entry_missing"]


def test_when_heads_are_reminded_is_data(session: Session, hamlet: Hamlet, head: Person) -> None:
    officer = make_person(session, role=Role.OFFICER, unit="PKT")
    rule = NewReminder(id=uuid4(), plan_weekday=2, plan_at="17:00", entry_weekday=6, entry_at="20:00", source="TB")
    rhythm_actions.set_reminders(session, rule, by=officer, now=TUESDAY)
    rhythm_actions.remind(session, now=TUESDAY)
    assert reminded(session) == [("weekend_plan_missing", head.id)]


def test_N4_Ga_a_head_plans_changes_and_cancels_and_everybody_sees_it(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    head = sign_in("hamlet_head")
    hamlet_id = head.account.hamlet_id
    assert hamlet_id
    first = wish(hamlet_id, held_on=coming_sunday())
    assert [head.post("/api/weekend-plans", json=first).status_code for _ in range(2)] == [201, 200]
    assert_problem(head.post("/api/weekend-plans", json=first | {"id": str(uuid4())}), 409, "weekend_plan_exists")
    second = first | {"id": str(uuid4()), "place": "Sân đình", "replaces_id": first["id"]}
    assert head.post("/api/weekend-plans", json=second).status_code == 201
    assert_problem(
        head.post("/api/weekend-plans", json=second | {"id": str(uuid4()), "place": "Chợ"}), 409, "weekend_plan_exists"
    )
    row = client.get("/api/weekend-plans").json()["rows"][0]
    assert (row["plan"]["place"], row["mark"]) == ("Sân đình", "open") and "made_by" not in row["plan"]
    mine = client.get(f"/api/weekend-plans/{hamlet_id}").json()
    assert (
        mine["is_cancelled"] is False
        and "Sân đình" in mine["invitation"]
        and "tập trung tại Sân đình." in mine["spoken"]
        and mine["thanks"] == []
    )
    feed = client.get(f"/api/cleanups/calendar.ics?hamlet_id={hamlet_id}")
    assert feed.headers["content-type"] == "text/calendar; charset=utf-8"
    assert f"UID:{first['id']}@" in feed.text and "SEQUENCE:1\r\n" in feed.text and "STATUS:CONFIRMED" in feed.text
    gone = head.post(f"/api/weekend-plans/{second['id']}/withdrawal", json={"id": str(uuid4())})
    assert gone.status_code == 204
    empty = client.get(f"/api/weekend-plans/{hamlet_id}").json()
    assert (empty["invitation"], empty["plan"], empty["is_cancelled"]) == (None, None, True)
    after = client.get("/api/cleanups/calendar.ics").text
    assert f"UID:{first['id']}@" in after and "STATUS:CANCELLED" in after and after.count("BEGIN:VEVENT") == 1
    for answer in (row, mine, feed.text, after):
        assert head.account.name not in str(answer)


def test_Ga_other_hamlets_and_days_are_refused(
    client: TestClient, sign_in: Callable[..., SignedIn], database: Database
) -> None:
    with database.session(writes=True) as session:
        other = make_hamlet(session, "Thôn Mẫu 9").id
    head = sign_in("hamlet_head")
    assert_problem(head.post("/api/weekend-plans", json=wish(other, held_on=coming_sunday())), 403, "not_allowed")
    officer = sign_in("officer")
    assert_problem(
        officer.post("/api/weekend-plans", json=wish(other, held_on="2020-01-05")), 422, "weekend_plan_day_wrong"
    )
    assert_problem(client.get(f"/api/weekend-plans/{uuid4()}"), 404, "hamlet_not_found")
    assert_problem(client.get(f"/api/cleanups/calendar.ics?hamlet_id={uuid4()}"), 404, "hamlet_not_found")
    wrong = officer.post(f"/api/weekend-plans/{uuid4()}/withdrawal", json={"id": str(uuid4())})
    assert_problem(wrong, 404, "weekend_plan_not_found")
    rule = {
        "id": str(uuid4()), "plan_weekday": 5, "plan_at": "08:00", "entry_weekday": 7, "entry_at": "19:30",
    }  # fmt: skip
    assert officer.post("/api/weekend-plans/reminders", json=rule).status_code == 201
    assert officer.get("/api/weekend-plans/reminders").json()["plan_weekday"] == 5


@given(st.text(max_size=200))
def test_the_feed_is_folded_and_escaped_as_rfc_5545_asks(words: str) -> None:
    event = calendar.Event(uuid4(), 0, TUESDAY, TUESDAY, words, words, words, is_cancelled=False)
    lines = calendar.feed("Lịch", "localhost", [event]).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    joined = "\r\n".join(lines).replace("\r\n ", "")
    (summary,) = [line[8:] for line in joined.split("\r\n") if line.startswith("SUMMARY:")]
    read, escape = "", False
    for letter in summary:
        if escape:
            read, escape = read + ("\n" if letter == "n" else letter), False
        elif letter == "\\":
            escape = True
        else:
            assert letter not in ",;\n", "these are escaped"
            read += letter
    assert read == words.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.one_database
def test_a_feed_has_what_a_calendar_needs(session: Session, hamlet: Hamlet, head: Person) -> None:
    make_plan(session, head, hamlet, note="Mang nước, mũ; găng")
    text = calendar.feed("Lịch", "xa.example", rhythm_queries.events(session, None, now=TUESDAY))
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    for line in (
        "DTSTART:20261128T233000Z", "DTEND:20261129T013000Z", "DTSTAMP:20261124T100000Z", "SEQUENCE:0",
        "LOCATION:Nhà văn hóa thôn", "SUMMARY:Ra quân cuối tuần: Thôn Mẫu 3",
        "DESCRIPTION:Mang theo: Chổi\\, cuốc\\, bao tải\\nMang nước\\, mũ\\; găng",
    ):  # fmt: skip
        assert f"\r\n{line}\r\n" in text.replace("\r\n ", ""), line
