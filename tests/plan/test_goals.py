"""The goals of the plan: each is shown with the page that makes it true, and told by its indicators or in words."""

from collections.abc import Callable
from typing import Any

import pytest

from api.core.database import Database
from tests.support.clients import SignedIn


@pytest.fixture
def officer(seeded: Database, sign_in: Callable[..., SignedIn]) -> SignedIn:
    return sign_in("officer", unit="PKT")


def goal(officer: SignedIn, code: str) -> dict[str, Any]:
    answer = officer.get(f"/api/plan/{code}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def parts(officer: SignedIn, code: str) -> list[str]:
    return [part["label"] for part in officer.get(f"/api/indicators/{code}").json()["parts"]]


def test_Gb_needs_sorting_compliant_points_and_an_end_of_dumping_and_burning(officer: SignedIn) -> None:
    row = goal(officer, "Gb")
    assert (row["part"], row["link"], row["year"]) == ("goal", "/so-sach/diem-tap-ket", 2030)
    assert parts(officer, "K2b") == ["Có điểm đạt yêu cầu", "Hết đổ, đốt sai"], "both, not one of them"
    assert officer.get("/api/indicators/K2a").json()["target"] == 100
    assert "burning" in officer.get("/api/indicators/K2b").json()["categories"], "to burn is as wrong as to dump"


def test_Gđ_needs_all_waste_fetched_and_every_dump_restored(officer: SignedIn) -> None:
    row = goal(officer, "Gđ")
    assert row["part"] == "goal" and row["link"]
    for code in ("K5a", "K5d"):
        figure = officer.get(f"/api/indicators/{code}").json()
        assert figure["target"] == 100, code


def test_Ge_has_no_number_and_is_told_in_words(officer: SignedIn) -> None:
    row = goal(officer, "Ge")
    assert (row["leads"], row["link"]) == ([], "/so-sach/phuong-tien")
    codes = [one["code"] for one in officer.get("/api/indicators").json()["figures"]]
    assert len(codes) == 9 and "Ge" not in codes
    assert "Huy động" in row["title"]
