"""The figures of a database: against a recount by hand, by filter and period, on a map, for everybody."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from api.accounts.models import Role, Unit
from api.accounts.rules import Person
from api.complaints import parts_actions
from api.complaints.models import Complaint, Status
from api.complaints.rules import MOVES
from api.complaints.workflow_schemas import Split
from api.statistics import actions, heat_queries, public_queries, queries, rules
from api.statistics.schemas import HeatFilter, PublicPeriod, StatisticsFilter
from tests.accounts.make import make_person, make_unit
from tests.complaints.make import MONDAY, SETTINGS, WAY, bring, make_complaint
from tests.places.make import CENTER, make_hamlet
from tests.statistics import naive
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
S = Status
LATER = MONDAY + timedelta(days=30)
UNIT_CODES = ("PKT", "TTDV", "CA")


def figures(session: Session, by: Person | None = None, now: datetime = LATER, **narrowed: Any) -> dict[str, Any]:
    actions.refresh_all(session)
    asked = StatisticsFilter.model_validate(narrowed)
    return queries.statistics(session, asked, by=by or make_person(session), now=now)


def wander(session: Session, dice: random.Random, by: Person, start: datetime) -> Complaint:
    """A case that goes any way through the workflow by the real actions."""
    complaint = make_complaint(session, by=by, now=start, hamlet=dice.choice(["Thôn Mẫu 3", "Thôn Mẫu 4"]))
    moment = start
    for _ in range(dice.randint(0, 12)):
        ways = sorted(MOVES[complaint.status] & (WAY.keys() | {S.ASSIGNED}))
        moment += timedelta(minutes=dice.randint(1, 3000))
        if not ways:
            break
        bring(session, complaint, dice.choice(ways), unit=dice.choice(UNIT_CODES), by=by, now=moment)
        session.flush()
    return complaint


def test_L1_L3_L7_the_figures_are_those_of_a_recount_by_hand(session: Session) -> None:
    dice, by = random.Random(7), make_person(session)
    for number in range(40):
        wander(session, dice, by, MONDAY + timedelta(hours=number * 5))
    found = figures(session)
    units = {unit.name: unit.id for unit in session.exec(select(Unit))}
    expected = naive.recounted(session, units, LATER)
    assert found["total"] == expected["total"] == 40
    assert {name: count for name, count in found["outcomes"].items() if count and name != "overdue"} == expected[
        "outcomes"
    ]
    assert found["outcomes"]["overdue"] == expected["overdue"]
    on_time = found["rates"]["on_time"]
    assert (on_time["count"], on_time["of"]) == expected["on_time"]
    assert found["rates"]["reopened"]["count"] == expected["reopened"]
    assert found["rates"]["handed_over"]["count"] == expected["handed_over"]
    assert {one["step"]: (one["cases"], one["median_hours"], one["p90_hours"]) for one in found["steps"]} == expected[
        "steps"
    ]
    for line in found["units"]:
        assert line["held"] == expected["held"][line["unit_id"]], line["name"]
        assert line["reopened"] == expected["blamed"][line["unit_id"]], line["name"]
    assert sum(week["received"] for week in found["weeks"]) == sum(month["received"] for month in found["months"]) == 40
    assert found["weeks"][0]["received"] == sum(
        count for day, count in expected["days"].items() if day < date(2026, 12, 7)
    )


def test_L1_cases_are_counted_by_kind_state_hamlet_unit_channel_and_month(session: Session) -> None:
    make_complaint(session, hamlet="Thôn Mẫu 3")
    make_complaint(session, hamlet="Thôn Mẫu 4", category="burning", status=S.ASSIGNED)
    make_complaint(session, hamlet="Thôn Mẫu 4", category=None, now=MONDAY + timedelta(days=9))
    found = figures(session)
    named = {name: {one["label"]: one["count"] for one in found[name]} for name in queries.DIMENSIONS}
    assert named["by_hamlet"] == {"Thôn Mẫu 4": 2, "Thôn Mẫu 3": 1}
    assert set(named["by_category"].values()) == {1} and "Chưa phân loại" in named["by_category"]
    assert sum(named["by_status"].values()) == sum(named["by_channel"].values()) == 3
    assert named["by_unit"]["Chưa giao đơn vị"] == 2
    assert [(one["starts_on"], one["received"]) for one in found["months"]] == [
        (date(2026, 11, 1), 1 + 1), (date(2026, 12, 1), 1)
    ]  # fmt: skip


def test_L1_the_filter_is_that_of_the_desk_and_the_period_of_receipt(session: Session) -> None:
    make_complaint(session, category="burning")
    make_complaint(session, now=MONDAY + timedelta(days=2))
    assert figures(session, category="burning")["total"] == 1
    assert figures(session, **{"from": "2026-12-01", "to": "2026-12-31"})["total"] == 1
    assert figures(session, **{"from": "2026-11-30", "to": "2026-11-30"})["total"] == 1
    assert figures(session, queue="new", q="ruong nao do")["total"] == 0


def test_G7_L1_a_report_that_was_split_counts_as_its_parts_and_not_twice(session: Session) -> None:
    by = make_person(session)
    whole = make_complaint(session, by=by, category="dump_water")
    make_complaint(session, by=by, category="burning")
    parts: list[Any] = [{"id": uuid4(), "category": code, "words": "Phần việc"} for code in ("burning", "bulky")]
    made = parts_actions.split(session, whole, Split(parts=parts), SETTINGS, by=by, now=MONDAY + timedelta(hours=1))
    found = figures(session, by)
    assert found["total"] == found["outcomes"]["open"] == 3
    assert {one["key"]: one["count"] for one in found["by_category"]} == {"burning": 2, "bulky": 1}
    shown = public_queries.statistics(session, PublicPeriod(), now=LATER)
    assert shown["total"] == rules.public_count(len(made) + 1)


def test_L1_a_hamlet_head_counts_his_own_hamlet_only(session: Session) -> None:
    make_complaint(session, hamlet="Thôn Mẫu 3")
    make_complaint(session, hamlet="Thôn Mẫu 4")
    head = make_person(session, role=Role.HAMLET_HEAD, hamlet=make_hamlet(session, "Thôn Mẫu 3"))
    assert [one["label"] for one in figures(session, head)["by_hamlet"]] == ["Thôn Mẫu 3"]


def test_L7_units_stand_beside_each_other_with_what_did_not_hold(session: Session) -> None:
    by = make_person(session)
    complaint = make_complaint(session, status=S.CLOSED, unit="TTDV", by=by)
    bring(session, complaint, S.REOPENED, unit="", by=by, now=MONDAY + timedelta(hours=2))
    for hours, status in enumerate((S.ASSIGNED, S.RESOLVED, S.REPLIED), start=3):
        other = make_person(session, unit="CA") if status is S.RESOLVED else by
        bring(session, complaint, status, unit="CA", by=other, now=MONDAY + timedelta(hours=hours))
    session.flush()
    lines = {line["unit_id"]: line for line in figures(session)["units"]}
    hasty, honest = lines[make_unit(session, "TTDV").id], lines[make_unit(session, "CA").id]
    assert (hasty["reopened"], hasty["done"] + hasty["unproven"], hasty["handed_on"]) == (1, 0, 1)
    assert (honest["reopened"], honest["unproven"], honest["on_time"]) == (0, 1, {"count": 1, "of": 1})


def test_L3_a_case_that_changed_a_moment_ago_is_said_to_be_pending(session: Session) -> None:
    complaint = make_complaint(session)
    actions.refresh_all(session)
    bring(session, complaint, S.NEED_INFO, unit="", by=make_person(session), now=MONDAY + timedelta(hours=1))
    session.flush()
    asked, by = StatisticsFilter(), make_person(session)
    assert queries.statistics(session, asked, by=by, now=LATER)["pending"] == 1
    assert actions.refresh(session) == 1
    assert queries.statistics(session, asked, by=by, now=LATER)["pending"] == 0


def test_L2_the_heat_map_counts_the_same_cases_in_squares(session: Session) -> None:
    lat, lon = CENTER
    for shift in (0, 0, 0.05):
        place = {"lat": lat + shift, "lon": lon, "source": "gps"}
        make_complaint(session, hamlet=None, place=place)
    make_complaint(session)  # no coordinates: nowhere on the map
    asked = HeatFilter.model_validate({"metres": 400})
    found = heat_queries.heat(session, asked, by=make_person(session), now=LATER)
    assert [cell["count"] for cell in found["cells"]] == [2, 1] and found["most"] == 2
    assert abs(found["cells"][0]["lat"] - lat) <= found["lat_step"] / 2 + 1e-6
    part = HeatFilter.model_validate({"metres": 400, "bbox": f"{lon - 1},{lat + 0.01},{lon + 1},{lat + 1}"})
    assert [
        cell["count"] for cell in heat_queries.heat(session, part, by=make_person(session), now=LATER)["cells"]
    ] == [1]


def test_L4_the_public_reads_rounded_counts_of_whole_months(session: Session) -> None:
    for number in range(7):
        make_complaint(session, status=S.CLOSED, hamlet="Thôn Mẫu 3", now=MONDAY + timedelta(hours=number))
    make_complaint(session, hamlet="Thôn Mẫu 4")
    actions.refresh_all(session)
    found = public_queries.statistics(session, PublicPeriod(), now=LATER)
    assert (found["first"], found["last"], found["total"]) == (date(2026, 1, 1), date(2026, 12, 31), 10)
    assert found["by_hamlet"] == [{"label": "Thôn Mẫu 3", "count": 5}, {"label": "Thôn Mẫu 4", "count": None}]
    assert (found["on_time_percent"], found["evidence_percent"]) == (88, 0)  # seven answered in time, one overdue
    with pytest.raises(public_queries.PeriodWrong):
        public_queries.statistics(session, PublicPeriod.model_validate({"from": "2026-12", "to": "2026-11"}), now=LATER)


def test_L4_everybody_may_read_the_public_figures_and_nobody_the_others(client: TestClient) -> None:
    answer = client.get("/api/statistics")
    assert answer.status_code == 200 and answer.json()["total"] == 0
    assert client.get("/api/statistics", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert_problem(client.get("/api/statistics?from=2026-13"), 422)
    assert_problem(client.get("/api/statistics?from=2026-11-02"), 422)
    assert_problem(client.get("/api/desk/statistics"), 401, "sign_in_needed")
    assert_problem(client.get("/api/desk/heat"), 401, "sign_in_needed")


def test_L1_staff_read_the_figures_by_the_same_addresses_as_the_desk(sign_in: Callable[..., SignedIn]) -> None:
    officer = sign_in("officer")
    answer = officer.get("/api/desk/statistics?queue=all&from=2026-01-01&to=2026-12-31")
    assert answer.status_code == 200, answer.text
    assert answer.json()["first"] == "2026-01-01"
    assert officer.get("/api/desk/heat?metres=800").json()["cells"] == []
    assert_problem(officer.get("/api/desk/statistics?from=2026-12-01&to=2026-01-01"), 422)
    assert_problem(officer.get("/api/desk/heat?bbox=1,2,3"), 422, "box_broken")
