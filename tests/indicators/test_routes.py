"""The doors to the indicators: public figures with their records, targets by their keeper, periods frozen for good."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.core import clock
from api.core.database import Database
from tests.places.make import make_hamlet
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
CODES = ["K1", "K2a", "K2b", "K3", "K4", "K5a", "K5b", "K5c", "K5d"]


@pytest.fixture
def officer(seeded: Database, sign_in: SignIn) -> SignedIn:
    return sign_in("officer", unit="PKT")


def count_households(officer: SignedIn, hamlet: str, sorting: int, checked_on: date) -> None:
    wish = {
        "id": str(uuid4()), "hamlet_id": hamlet, "checked_on": checked_on.isoformat(), "households": 100,
        "sorting": sorting, "made_at": clock.now().isoformat(),
    }  # fmt: skip
    answer = officer.post("/api/sorting/counts", json=wish)
    assert answer.status_code == 201, answer.text


@pytest.fixture
def hamlets(database: Database) -> list[str]:
    with database.session(writes=True) as session:
        return [str(make_hamlet(session, f"Thôn Mẫu {number}").id) for number in (1, 2)]


def test_everybody_reads_the_nine_indicators_and_no_name_of_a_person(client: TestClient, seeded: Database) -> None:
    board = client.get("/api/indicators").json()
    assert [one["code"] for one in board["figures"]] == CODES
    by_code = {one["code"]: one for one in board["figures"]}
    assert (by_code["K5b"]["target"], by_code["K5b"]["is_ceiling"]) == (30, True)
    assert (by_code["K5c"]["target"], by_code["K5c"]["is_strict"]) == (50, True)
    assert (by_code["K5d"]["value"], by_code["K5d"]["state"]) == (None, "none"), "nothing listed: không phát sinh"
    assert by_code["K2b"]["leads"] == ["Phòng Kinh tế"]
    assert "phone" not in str(board) and "made_by" not in str(board)


def test_K2b_goes_by_the_days_and_kinds_that_the_commune_has_set(client: TestClient, officer: SignedIn) -> None:
    shown = client.get("/api/indicators/K2b").json()
    assert (shown["open_days"], "burning" in shown["categories"]) == (30, True)
    kept = ("label", "short", "target", "is_ceiling", "is_strict", "formula", "source", "years")
    wish = {name: shown[name] for name in kept} | {"open_days": 10, "categories": ["burning"]}
    version = {"If-Match": f'"{shown["version"]}"'}
    unknown = officer.put("/api/indicators/K2b", json={**wish, "categories": ["poem"]}, headers=version)
    assert_problem(unknown, 422, "indicator_category_unknown")
    saved = officer.put("/api/indicators/K2b", json=wish, headers=version).json()
    assert (saved["open_days"], saved["categories"]) == (10, ["burning"])


def test_every_figure_opens_the_records_that_make_it_on_any_day(
    client: TestClient, officer: SignedIn, hamlets: list[str]
) -> None:
    today = clock.day_of(clock.now())
    count_households(officer, hamlets[0], 80, today - timedelta(days=40))
    count_households(officer, hamlets[1], 20, today - timedelta(days=40))
    count_households(officer, hamlets[1], 90, today - timedelta(days=5))
    now = client.get("/api/indicators/K2a").json()
    counting = [one for one in now["records"] if one["counts"]]
    assert (now["numerator"], len(counting)) == (2, 2)
    before = client.get(f"/api/indicators/K2a?last={today - timedelta(days=6)}").json()
    assert before["numerator"] == 1
    assert before["denominator"] == len(before["records"])
    assert next(one["words"] for one in before["records"] if one["label"] == "Thôn Mẫu 2").startswith("20/100 hộ")
    assert len(now["trend"]) == 12 and now["trend"][-1]["value"] == now["value"]
    assert_problem(client.get("/api/indicators/K9"), 404, "indicator_not_found")
    assert_problem(client.get("/api/indicators?kind=quarter&year=2026&number=5"), 422, "no_such_period")


def test_targets_and_milestones_are_data(officer: SignedIn, client: TestClient, sign_in: SignIn) -> None:
    before = client.get("/api/indicators/K2a").json()
    wish = {name: before[name] for name in ("label", "short", "is_ceiling", "is_strict", "formula", "source")}
    wish |= {"target": 90, "years": [{"year": clock.day_of(clock.now()).year, "value": 40}]}
    version = {"If-Match": f'"{before["version"]}"'}
    assert_problem(sign_in("front").put("/api/indicators/K2a", json=wish, headers=version), 403, "not_allowed")
    after = officer.put("/api/indicators/K2a", json=wish, headers=version).json()
    assert (after["target"], after["milestone"]) == (90, 40)
    assert_problem(officer.put("/api/indicators/K2a", json=wish, headers=version), 412, "stale")


def test_a_frozen_period_keeps_its_figures_and_shows_what_changed_later(officer: SignedIn, hamlets: list[str]) -> None:
    today = clock.day_of(clock.now())
    last = today - timedelta(days=10)
    count_households(officer, hamlets[0], 80, last)
    wish = {
        "id": str(uuid4()), "scheme": "custom", "kind": "custom", "first": (last - timedelta(days=30)).isoformat(),
        "last": last.isoformat(), "words": "Chốt thử",
    }  # fmt: skip
    frozen = officer.post("/api/indicators/freezes", json=wish)
    assert (frozen.status_code, officer.post("/api/indicators/freezes", json=wish).status_code) == (201, 200)
    figure = next(one for one in frozen.json()["figures"] if one["code"] == "K2a")
    assert (figure["numerator"], figure["is_adjusted"]) == (1, False)

    count_households(officer, hamlets[1], 95, last)  # entered late
    later = officer.get(f"/api/indicators/freezes/{wish['id']}").json()
    figure = next(one for one in later["figures"] if one["code"] == "K2a")
    assert (figure["numerator"], figure["now_numerator"], figure["is_adjusted"]) == (1, 2, True)
    again = officer.post("/api/indicators/freezes", json=wish | {"id": str(uuid4())})
    assert_problem(again, 409, "period_frozen")
    coming = wish | {"id": str(uuid4()), "last": today.isoformat()}
    assert_problem(officer.post("/api/indicators/freezes", json=coming), 409, "period_not_over")
    assert [one["words"] for one in officer.get("/api/indicators/freezes").json()["items"]] == ["Chốt thử"]
