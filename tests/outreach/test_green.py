"""Green criteria (plan item 2.1đ): a checklist per festival or venue, scored, with what it was made of kept."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from api.core.database import Database
from api.outreach import green_queries, green_rules
from api.outreach.green_schemas import GreenVerdict
from tests.outreach.make import put
from tests.photos import small_photo
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

SignIn = Callable[..., SignedIn]
GREEN = "/api/outreach/green"


def answer(mark: str | None, *, is_mandatory: bool = False, points: int = 1) -> dict[str, Any]:
    """As it is stored."""
    words = "bắt buộc" if is_mandatory else "thêm"
    return {"code": "x", "words": words, "points": points, "is_mandatory": is_mandatory, "mark": mark, "note": ""}


@pytest.mark.parametrize(
    ("answers", "verdict", "percent"),
    [
        ([answer("met", is_mandatory=True), answer("not_met")], GreenVerdict.MET, 50),
        ([answer("not_met", is_mandatory=True), answer("met", points=3)], GreenVerdict.NOT_MET, 75),
        ([answer("met", is_mandatory=True), answer(None)], GreenVerdict.INCOMPLETE, 50),
        ([answer("not_applicable", is_mandatory=True), answer("met")], GreenVerdict.MET, 100),
        ([answer("not_applicable")], GreenVerdict.INCOMPLETE, None),
    ],
)
def test_2_1dd_mandatory_criteria_decide_and_the_others_count(
    answers: list[dict[str, Any]], verdict: GreenVerdict, percent: int | None
) -> None:
    found = green_rules.outcome(answers)
    assert (found.verdict, found.percent) == (verdict, percent)
    assert found.misses == (["bắt buộc"] if verdict is GreenVerdict.NOT_MET else [])


def festival(officer: SignedIn) -> str:
    """A festival in the register; its address."""
    path = f"{GREEN}/sites/{uuid4()}"
    assert put(officer, path, {"name": "Lễ hội làng Mẫu", "kind": "festival", "held_from": "2026-11-20"}).is_success
    return path


def asked(officer: SignedIn, kind: str = "festival") -> list[str]:
    criteria = officer.get(GREEN).json()["criteria"]
    return [one["code"] for one in criteria if not one["kinds"] or kind in one["kinds"]]


@pytest.mark.usefixtures("seeded")
def test_2_1dd_a_festival_is_checked_corrected_and_its_score_on_any_day_can_be_told(
    sign_in: SignIn, database: Database
) -> None:
    officer = sign_in("officer", unit="VHXH")
    path, codes = festival(officer), asked(officer)
    assert len(codes) >= 10
    first = {"id": str(uuid4()), "checked_on": "2026-11-20", "answers": [{"code": one, "mark": "met"} for one in codes]}
    made = officer.post(f"{path}/checks", json=first)
    assert (made.status_code, made.json()["verdict"], made.json()["percent"]) == (201, "met", 100)
    assert officer.post(f"{path}/checks", json=first).status_code == 200
    mended = first | {"id": str(uuid4()), "replaces_id": first["id"]}
    mended["answers"] = [{"code": one, "mark": "not_met" if one == "sorted_bins" else "met"} for one in codes]
    assert officer.post(f"{path}/checks", json=mended).json()["misses"] == ["Có thùng rác phân loại, đủ và dễ thấy"]
    again = officer.post(f"{path}/checks", json=mended | {"id": str(uuid4())})
    assert_problem(again, 409, "entry_replaced")
    [site] = officer.get(GREEN).json()["sites"]
    assert [one["id"] for one in site["checks"]] == [mended["id"]]
    with database.session(writes=False) as session:
        assert green_queries.latest_on(session, date(2026, 11, 19)) == {}
        [check] = green_queries.latest_on(session, date(2026, 11, 20)).values()
    assert str(check.id) == mended["id"]


@pytest.mark.usefixtures("seeded")
def test_2_1dd_a_later_change_of_the_criteria_changes_no_result(sign_in: SignIn) -> None:
    officer = sign_in("officer")
    path, codes = festival(officer), asked(officer)
    check = {"id": str(uuid4()), "checked_on": "2026-11-20", "answers": [{"code": one, "mark": "met"} for one in codes]}
    officer.post(f"{path}/checks", json=check)
    new = {"words": "Có xe điện đón khách", "is_mandatory": True, "points": 5}
    assert put(officer, f"{GREEN}/criteria/electric_cars", new).json()["version"] == 1
    [site] = officer.get(GREEN).json()["sites"]
    assert site["checks"][0]["percent"] == 100
    assert "electric_cars" in asked(officer, "relic")


@pytest.mark.usefixtures("seeded")
def test_photos_of_a_check_stay_with_the_staff(sign_in: SignIn) -> None:
    officer = sign_in("officer")
    path = festival(officer)
    check = {"id": str(uuid4()), "checked_on": "2026-11-20", "answers": [{"code": "sorted_bins", "mark": "met"}]}
    assert officer.post(f"{path}/checks", json=check).json()["verdict"] == "incomplete"
    photo = f"{GREEN}/checks/{check['id']}/photos/{uuid4()}"
    assert officer.put(photo, content=small_photo(), headers={"Content-Type": "image/jpeg"}).status_code == 201
    [site] = officer.get(GREEN).json()["sites"]
    assert site["checks"][0]["photos"][0]["is_public"] is False


@pytest.mark.usefixtures("seeded")
def test_what_is_not_asked_of_this_kind_is_refused(sign_in: SignIn) -> None:
    officer = sign_in("officer")
    path = festival(officer)
    check = {"id": str(uuid4()), "checked_on": "2026-11-20", "answers": [{"code": "nothing_known", "mark": "met"}]}
    assert_problem(officer.post(f"{path}/checks", json=check), 422, "green_criterion_unknown")
    nowhere = officer.post(f"{GREEN}/sites/{uuid4()}/checks", json=check)
    assert_problem(nowhere, 404, "green_site_not_found")
    assert_problem(sign_in("front").get(GREEN), 403, "not_allowed")
    backwards = {"name": "Hội", "kind": "festival", "held_until": "2026-11-20"}
    assert_problem(put(officer, f"{GREEN}/sites/{uuid4()}", backwards), 422)
