"""A check-in by any body, several on one weekend, with what the commune's lists name (plan 1.1, 1.2)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.cleanups import choice_actions, coverage_queries
from api.cleanups.choice_models import ChoiceKind
from api.cleanups.choice_schemas import CleanupChoiceEdit
from api.cleanups.coverage_models import CoverageSetting, WeekMark
from api.core import clock
from api.core.database import Database
from tests.accounts.make import make_person
from tests.cleanups.make import make_cleanup, not_held, words
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
SCHOOL = "Trường Tiểu học Mẫu"


@pytest.fixture
def hamlet_id(database: Database) -> UUID:
    with database.session(writes=True) as session:
        return make_hamlet(session).id


def today(ago: int = 0) -> str:
    return (clock.day_of(clock.now()) - timedelta(days=ago)).isoformat()


def sent(hamlet_id: UUID, **more: object) -> dict[str, object]:
    return words(hamlet_id, held_on=today(), **more)


def add(officer: SignedIn, **wish: object) -> Any:
    return officer.put(f"/api/cleanup-choices/{uuid4()}", json=wish, headers={"If-Match": '"0"'})


def choices(client: TestClient, kind: str) -> dict[str, str]:
    items = client.get("/api/cleanup-choices").json()["items"]
    return {one["label"]: one["id"] for one in items if one["kind"] == kind}


def test_1_1_the_shipped_lists_are_those_of_the_plan(client: TestClient, seeded: Database) -> None:
    named = {"Đường làng", "Ngõ xóm", "Khu dân cư", "Sông", "Hồ, ao, đầm", "Kênh, mương"}
    assert named <= choices(client, "place").keys()
    assert "bãi biển" not in str(choices(client, "place")).lower()
    heaps = client.get("/api/cleanup-choices").json()["items"]
    assert [one["kilograms"] for one in heaps if one["kind"] == "heap"] == [20, 60, 200]
    (launch,) = [one for one in heaps if one["kind"] == "campaign"]
    assert (launch["first_day"], launch["last_day"]) == ("2026-06-06", "2026-06-06")


def test_1_2_a_school_and_the_hamlet_hold_one_each_on_the_same_morning(
    sign_in: SignIn, seeded: Database, hamlet_id: UUID
) -> None:
    officer = sign_in("officer")
    school = add(officer, kind="organiser", label=SCHOOL).json()["id"]
    assert officer.post("/api/cleanups", json=sent(hamlet_id)).status_code == 201
    by_school = officer.post("/api/cleanups", json=sent(hamlet_id, organiser_id=school))
    assert (by_school.status_code, by_school.json()["organiser"]) == (201, SCHOOL)
    twice = officer.post("/api/cleanups", json=sent(hamlet_id, organiser_id=school))
    assert_problem(twice, 409, "cleanup_already_recorded")
    assert twice.json()["existing_id"] == by_school.json()["id"]
    afternoon = officer.post("/api/cleanups", json=sent(hamlet_id, slot="afternoon"))
    assert afternoon.status_code == 201
    listed = officer.get(f"/api/cleanups?hamlet_id={hamlet_id}").json()["items"]
    assert sorted((one["slot"], one["organiser"] or "") for one in listed) == [
        ("afternoon", ""), ("morning", ""), ("morning", SCHOOL),
    ]  # fmt: skip


def test_K1_counts_two_events_of_a_week_once_and_a_school_not_at_all(session: Session) -> None:
    by, now = make_person(session, unit="PKT"), clock.now()
    one, other = make_hamlet(session, "Thôn Mẫu 1", code="A1"), make_hamlet(session, "Thôn Mẫu 2", code="A2")
    sunday = clock.monday_of(clock.day_of(now)) - timedelta(days=8)
    session.add(CoverageSetting(
        id=uuid4(), made_by=by.id, received_at=now, valid_from=sunday - timedelta(days=60), entry_days=2,
        counts_excused=True, source="Mẫu",
    ))  # fmt: skip
    wish = CleanupChoiceEdit(kind=ChoiceKind.ORGANISER, label=SCHOOL)
    school = choice_actions.put(session, uuid4(), wish, version=0, by=by, now=now)
    for slot in ("morning", "afternoon"):
        make_cleanup(session, by, one.id, now=now, held_on=sunday.isoformat(), slot=slot)
    make_cleanup(session, by, other.id, now=now, held_on=sunday.isoformat(), organiser_id=str(school.id))
    week = sunday - timedelta(days=6)
    cells = coverage_queries.grid(session, [week], now=now)
    marks = {cell.hamlet: cell.mark for cell in cells}
    assert (marks[one.id], marks[other.id]) == (WeekMark.HELD, WeekMark.MISSED)


def test_1_1_places_heaps_and_a_campaign_are_kept_and_the_weight_is_called_an_estimate(
    sign_in: SignIn, client: TestClient, seeded: Database, hamlet_id: UUID
) -> None:
    officer = sign_in("officer")
    place, heap = choices(client, "place")["Sông"], choices(client, "heap")["bao tải"]
    campaign = next(iter(choices(client, "campaign").values()))
    told = sent(hamlet_id, places=[place], heaps={heap: 12}, waste_kg=240, campaign_id=campaign, pledges=30)
    made = officer.post("/api/cleanups", json=told)
    assert made.status_code == 201, made.text
    seen = client.get(f"/api/cleanups/{told['id']}").json()
    assert (seen["place_labels"], seen["heaps"], seen["is_estimated"], seen["pledges"]) == (
        ["Sông"], {heap: 12}, True, 30,
    )  # fmt: skip
    assert seen["campaign"].startswith("Lễ phát động")
    weighed = {"heaps": None, "waste_kg": 260}
    mended = officer.patch(f"/api/cleanups/{told['id']}", json=weighed, headers={"If-Match": '"1"'})
    assert mended.json()["is_estimated"] is False


def test_1_1_what_is_in_no_list_is_refused_and_nothing_is_kept(
    sign_in: SignIn, client: TestClient, seeded: Database, hamlet_id: UUID
) -> None:
    officer = sign_in("officer")
    heap = choices(client, "heap")["bao tải"]
    for wrong in ({"organiser_id": str(uuid4())}, {"places": [heap]}, {"heaps": {str(uuid4()): 1}}):
        answer = officer.post("/api/cleanups", json=sent(hamlet_id, **wrong))
        assert_problem(answer, 422, "cleanup_choice_unknown")
    none = not_held(hamlet_id, held_on=today(), heaps={heap: 1})
    assert_problem(officer.post("/api/cleanups", json=none), 422, "cleanup_amount_out_of_place")
    assert client.get("/api/cleanups").json()["items"] == []


def test_1_1_a_letter_of_an_older_phone_is_taken_in_and_known_again(
    sign_in: SignIn, seeded: Database, hamlet_id: UUID
) -> None:
    head, letter = sign_in("hamlet_head"), sent(hamlet_id)
    assert head.post("/api/cleanups", json=letter).status_code == 201
    newer = letter | {"organiser_id": None, "places": None, "heaps": None, "campaign_id": None, "pledges": None}
    assert head.post("/api/cleanups", json=newer).status_code == 200


def test_1_1_the_lists_are_kept_by_those_who_lead_the_movement(sign_in: SignIn, seeded: Database) -> None:
    officer = sign_in("officer")
    made = add(officer, kind="heap", label="thùng xốp", kilograms=8, source="Cân thử 5 thùng")
    assert made.status_code == 200
    assert_problem(add(officer, kind="heap", label="Thùng xốp", kilograms=9), 409, "cleanup_choice_taken")
    assert_problem(add(officer, kind="heap", label="thúng"), 422, "invalid")
    assert_problem(add(officer, kind="campaign", label="Tết trồng cây"), 422, "invalid")
    address = f"/api/cleanup-choices/{made.json()['id']}"
    wish = {"kind": "heap", "label": "thùng xốp", "kilograms": 9, "is_active": False}
    assert_problem(officer.put(address, json=wish, headers={"If-Match": '"0"'}), 412, "stale")
    assert officer.put(address, json=wish, headers={"If-Match": '"1"'}).json()["is_active"] is False
    assert sign_in("hamlet_head").put(address, json=wish, headers={"If-Match": '"2"'}).status_code == 403
