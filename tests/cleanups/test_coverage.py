"""Coverage, K1 and plan 1.1: rules over calendars, the board against an independent count, excuses and settings."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.cleanups import actions
from api.cleanups.coverage_models import CoverageSetting, WeekMark
from api.cleanups.coverage_queries import board
from api.cleanups.coverage_rules import (
    Excuse,
    Place,
    Told,
    grid,
    mean,
    monthly_shares,
    shares,
    streak,
    weeks_between,
)
from api.cleanups.models import Outcome
from api.cleanups.schemas import CheckIn, Correction
from api.core import clock
from api.core.database import Database
from api.places.models import Hamlet
from tests.accounts.make import make_person
from tests.cleanups.make import not_held, words
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

TODAY = date(2027, 3, 3)
A, B, C = uuid4(), uuid4(), uuid4()
LONG_AGO = date(2020, 1, 1)
WEEKEND = st.dates(date(2026, 1, 1), date(2027, 2, 27)).filter(lambda day: day.weekday() >= 5)


def held(hamlet: UUID, day: date) -> Told:
    return Told(uuid4(), hamlet, day, is_held=True)


def cell(told: list[Told], week: date, *, today: date = TODAY, excuses: list[Excuse] | None = None) -> WeekMark:
    return grid([Place(A, LONG_AGO, None)], [week], told, excuses or [], today, 2)[0].mark


@given(WEEKEND)
def test_1_1_saturday_or_sunday_either_is_enough_and_both_count_once(day: date) -> None:
    week = clock.monday_of(day)
    both = [held(A, week + timedelta(days=5)), held(A, week + timedelta(days=6))]
    found = grid([Place(A, LONG_AGO, None)], [week], both, [], TODAY, 2)
    assert [one.mark for one in found] == [WeekMark.HELD] and len(found[0].entries) == 2
    assert shares(found, counts_excused=True)[week].held == 1
    assert cell([held(A, day)], week) is WeekMark.HELD
    assert cell([held(A, week + timedelta(days=2))], week) is WeekMark.MISSED, "a Wednesday is no weekend"


@given(st.dates(date(2025, 12, 1), date(2031, 1, 31)), st.integers(0, 400))
def test_a_weekend_belongs_to_one_range_only_also_over_new_year(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    weeks = weeks_between(first, last)
    assert all(first <= week + timedelta(days=6) <= last and week.weekday() == 0 for week in weeks)
    middle = first + timedelta(days=days // 2)
    assert weeks_between(first, middle) + weeks_between(middle + timedelta(days=1), last) == weeks


def test_K1_before_the_entry_is_due_the_week_is_open_and_then_missed() -> None:
    week = date(2027, 2, 22)
    sunday = week + timedelta(days=6)
    assert cell([], week, today=sunday) is WeekMark.OPEN
    assert cell([], week, today=sunday + timedelta(days=2)) is WeekMark.OPEN
    assert cell([], week, today=sunday + timedelta(days=3)) is WeekMark.MISSED
    assert cell([held(A, sunday)], week, today=sunday + timedelta(days=30)) is WeekMark.HELD, "late entries count"


def test_an_excuse_for_all_and_a_reason_of_the_hamlet_itself_excuse() -> None:
    tet = date(2027, 2, 1)
    everybody = Excuse(None, tet + timedelta(days=5), tet + timedelta(days=6), "Tết")
    assert cell([], tet, excuses=[everybody]) is WeekMark.EXCUSED
    assert cell([], tet + timedelta(days=7), excuses=[everybody]) is WeekMark.MISSED
    assert cell([Told(uuid4(), A, tet + timedelta(days=6), is_held=False, reason="Mưa bão")], tet) is WeekMark.EXCUSED
    assert cell([held(A, tet + timedelta(days=6))], tet, excuses=[everybody]) is WeekMark.HELD


def test_a_merged_hamlet_is_counted_until_its_last_day_and_then_its_successor() -> None:
    joined = date(2026, 7, 1)
    places = [Place(A, LONG_AGO, joined, C), Place(B, LONG_AGO, joined, C), Place(C, joined, None)]
    before, after = date(2026, 6, 22), date(2026, 6, 29)
    told = [held(A, before + timedelta(days=6)), held(B, after + timedelta(days=5))]  # B's phone did not know yet
    marks = {(one.hamlet, one.week): one.mark for one in grid(places, [before, after], told, [], TODAY, 2)}
    assert [marks[one, before] for one in (A, B, C)] == [WeekMark.HELD, WeekMark.MISSED, WeekMark.ABSENT]
    assert [marks[one, after] for one in (A, B, C)] == [WeekMark.ABSENT, WeekMark.ABSENT, WeekMark.HELD]


def test_a_streak_is_not_broken_by_an_excuse_but_by_a_miss() -> None:
    weeks = [date(2027, 1, 4) + timedelta(weeks=at) for at in range(6)]
    told = [held(A, weeks[at] + timedelta(days=6)) for at in (0, 2, 4, 5)]
    excuse = Excuse(A, weeks[3], weeks[3] + timedelta(days=6), "Gặt")
    cells = grid([Place(A, LONG_AGO, None)], weeks, told, [excuse], TODAY, 2)
    assert [one.mark for one in cells][1] is WeekMark.MISSED
    assert streak(cells) == 3


def imported(administrator: SignedIn, count: int) -> None:
    """The commune's list of hamlets, as a file."""
    rows = "".join(f"M{number:02};Thôn Mẫu {number};01/01/2020\n" for number in range(1, count + 1))
    text = f"Mã thôn;Tên thôn;Hiệu lực từ\n{rows}"
    answer = administrator.post("/api/hamlets/imports", content=text.encode(), headers={"Content-Type": "text/csv"})
    assert (answer.json()["created"], answer.json()["errors"]) == (count, [])


def generated(session: Session, hamlets: list[UUID], weeks: list[date], by: Person) -> dict[tuple[UUID, date], str]:
    """52 weeks, told as officers tell them: a tenth excused, a fifth missed, one in twenty corrected to held."""
    dice, truth = random.Random(52), {}
    for hamlet in hamlets:
        for week in weeks:
            fate = dice.choices(("held", "excused", "missed", "corrected"), (65, 10, 20, 5))[0]
            truth[hamlet, week] = fate
            if fate == "missed":
                continue
            day = week + timedelta(days=dice.choice((5, 6)))
            then, form = clock.start_of(day) + timedelta(hours=20), words if fate == "held" else not_held
            told = form(hamlet, held_on=day.isoformat(), channel="paper", made_at=then, photos=[])
            cleanup, _ = actions.record(session, CheckIn.model_validate(told), by=by, now=then)
            if fate == "corrected":
                held = Correction(outcome=Outcome.HELD, participants=20, no_event_reason=None)
                actions.correct(session, cleanup.id, held, version=1, by=by, now=then + timedelta(days=1))
    return truth


def share(fates: dict[tuple[UUID, date], str], asked: dict[date, list[UUID]]) -> float:
    """The mean of the weekly shares, reckoned anew."""
    parts = [sum(fates[one, week] in ("held", "corrected") for one in asked[week]) / len(asked[week]) for week in asked]
    return sum(parts) / len(parts)


def merge(database: Database, gone: list[UUID], on: date) -> UUID:
    """From that day on there is one new hamlet in their place."""
    with database.session(writes=True) as session:
        heir = make_hamlet(session, "Thôn Mẫu Mới")
        heir.valid_from = on
        session.flush()
        for hamlet in gone:
            row = session.get_one(Hamlet, hamlet)
            row.valid_to, row.successor_id = on, heir.id
        return heir.id


def test_K1_of_a_year_equals_an_independent_count_before_and_after_a_merger(
    seeded: Database, sign_in: Callable[..., SignedIn]
) -> None:
    imported(sign_in("administrator"), 15)
    database = seeded
    now = datetime(2027, 1, 10, 3, tzinfo=UTC)
    weeks = [date(2026, 1, 5) + timedelta(weeks=at) for at in range(52)]
    with database.session(writes=True) as session:
        hamlets = list(session.exec(select(Hamlet).order_by(col(Hamlet.code))))
        assert len(hamlets) == 15
        session.add(
            CoverageSetting(
                id=uuid4(), received_at=now, valid_from=LONG_AGO, entry_days=2, counts_excused=True, source="Mẫu"
            )
        )  # fmt: skip
        truth = generated(session, [hamlet.id for hamlet in hamlets], weeks, make_person(session))
    first, last = weeks[0], weeks[-1] + timedelta(days=6)

    with database.session(writes=False) as session:
        found = board(session, first, last, now=now)
    everybody = {week: [hamlet.id for hamlet in hamlets] for week in weeks}
    assert found.mean == pytest.approx(share(truth, everybody))
    assert [one.held for one in found.rows] == [
        sum(truth[hamlet.id, week] in ("held", "corrected") for week in weeks)
        for hamlet in sorted(hamlets, key=lambda one: one.code)
    ]

    joined, heir_id = weeks[26], merge(database, [hamlet.id for hamlet in hamlets[:2]], weeks[26])
    for week in weeks[26:]:
        both = [truth.pop((hamlet.id, week)) for hamlet in hamlets[:2]]
        truth[heir_id, week] = "held" if {"held", "corrected"} & set(both) else both[0]
    rest = [hamlet.id for hamlet in hamlets[2:]]
    asked = {week: everybody[week] if week < joined else [heir_id, *rest] for week in weeks}
    with database.session(writes=False) as session:
        after = board(session, first, last, now=now)
    assert after.mean == pytest.approx(share(truth, asked))
    assert {one.week: one.asked for one in after.weeks} == {week: len(asked[week]) for week in weeks}


def test_weeks_before_the_movement_began_are_not_asked_for(database: Database) -> None:
    with database.session(writes=True) as session:
        make_hamlet(session, "Thôn Mẫu 1").valid_from = LONG_AGO
    with database.session(writes=False) as session:
        found = board(session, date(2026, 5, 25), date(2026, 6, 14), now=datetime(2026, 7, 1, tzinfo=UTC))
    assert [one.asked for one in found.weeks] == [0, 1, 1], "the launch of 06/6/2026 is the first"


def test_everybody_sees_the_board_and_officers_excuse(
    client: TestClient, sign_in: Callable[..., SignedIn], database: Database
) -> None:
    with database.session(writes=True) as session:
        make_hamlet(session, "Thôn Mẫu 1")
    officer, sunday = sign_in("officer"), clock.monday_of(clock.day_of(clock.now())) - timedelta(days=8)
    wish = {
        "id": str(uuid4()), "first_day": (sunday - timedelta(days=1)).isoformat(), "last_day": sunday.isoformat(),
        "reason": "Bão số 9 (mẫu)",
    }  # fmt: skip
    assert_problem(sign_in("leader").post("/api/coverage/excuses", json=wish), 403, "not_allowed")
    assert [officer.post("/api/coverage/excuses", json=wish).status_code for _ in range(2)] == [201, 200]
    marks = {one["mark"]: one["reason"] for row in client.get("/api/coverage").json()["rows"] for one in row["cells"]}
    assert marks["excused"] == "Bão số 9 (mẫu)"
    back = officer.post(f"/api/coverage/excuses/{wish['id']}/withdrawal", json={"id": str(uuid4())})
    assert back.status_code == 204 and officer.get("/api/coverage/excuses").json() == {"items": []}
    wrong = wish | {"id": str(uuid4()), "last_day": "2020-01-01"}
    assert_problem(officer.post("/api/coverage/excuses", json=wrong), 422, "excuse_days_wrong")
    assert_problem(client.get("/api/coverage?first=2020-01-01&last=2026-01-01"), 422, "range_too_long")
    assert "made_by" not in client.get("/api/coverage").text


def test_whether_excused_weeks_are_asked_for_is_data_from_a_day_on(
    client: TestClient, sign_in: Callable[..., SignedIn]
) -> None:
    assert client.get("/api/coverage/setting").json()["counts_excused"] is True
    rule = {"id": str(uuid4()), "valid_from": "2026-01-01", "entry_days": 3, "counts_excused": False, "source": "TB"}
    assert sign_in("officer").post("/api/coverage/setting", json=rule).status_code == 201
    assert client.get("/api/coverage/setting").json()["entry_days"] == 3


@given(st.lists(st.sampled_from("hme"), min_size=5, max_size=5), st.integers(1, 4), st.booleans())
def test_K1_by_month_a_hamlet_counts_from_so_many_weekends_on(
    marks: list[str], least: int, counts_excused: bool
) -> None:
    weeks = weeks_between(date(2026, 11, 1), date(2026, 11, 30))  # the Sundays 1, 8, 15, 22, 29
    told = [held(A, week + timedelta(days=6)) for week, mark in zip(weeks, marks, strict=True) if mark == "h"]
    excuses = [
        Excuse(A, week + timedelta(days=5), week + timedelta(days=6), "Bão")
        for week, mark in zip(weeks, marks, strict=True)
        if mark == "e"
    ]
    cells = grid([Place(A, LONG_AGO, None)], weeks, told, excuses, TODAY, 2)
    asked = len(marks) - (0 if counts_excused else marks.count("e"))
    found = monthly_shares(cells, counts_excused=counts_excused, least=least)
    if asked:
        assert (found[date(2026, 11, 1)].held, found[date(2026, 11, 1)].asked) == (
            marks.count("h") >= min(least, asked), 1,
        )  # fmt: skip
    else:
        assert found == {}


def test_K1_by_month_is_data_and_the_board_tells_its_rule(
    client: TestClient, sign_in: Callable[..., SignedIn], database: Database
) -> None:
    with database.session(writes=True) as session:
        make_hamlet(session, "Thôn Mẫu 1")
    rule = {
        "id": str(uuid4()), "valid_from": "2026-01-01", "entry_days": 2, "counts_excused": True, "month_least": 3,
        "source": "Đề cương (mẫu)",
    }  # fmt: skip
    assert sign_in("officer").post("/api/coverage/setting", json=rule).json()["month_least"] == 3
    found = client.get("/api/coverage?first=2026-08-01&last=2026-10-31").json()
    assert (found["month_least"], found["mean"]) == (3, 0.0)
    assert [one["month"] for one in found["months"]] == ["2026-08-01", "2026-09-01", "2026-10-01"]
    wrong = sign_in("officer").post("/api/coverage/setting", json=rule | {"id": str(uuid4()), "month_least": 0})
    assert wrong.status_code == 422


def test_a_week_without_anybody_to_ask_has_no_share() -> None:
    cells = grid([Place(A, date(2027, 1, 1), None)], [date(2026, 6, 1)], [], [], TODAY, 2)
    assert mean(shares(cells, counts_excused=True)) == (0, 0)
