"""The register of received reports: any period, in the order they came, nobody named without a logged look."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from api.complaints.models import Status
from api.core import clock
from api.core.database import Database
from tests.complaints.make import contact, make_complaint, verbs
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
SignIn = Callable[..., SignedIn]
TODAY = clock.day_of(clock.now())
PERIOD = {"from": TODAY.isoformat(), "to": TODAY.isoformat()}


@pytest.fixture
def cases(database: Database) -> dict[str, Any]:
    """Three of today, the second with a contact and a formula for words; one of yesterday."""
    now = clock.now()
    with database.session(writes=True) as session:
        first = make_complaint(session, now=now - timedelta(seconds=9), status=Status.REPLIED)
        words = "=1+1 Rác trước cổng"
        second = make_complaint(session, now=now - timedelta(seconds=5), words=words, contact=contact())
        third = make_complaint(session, now=now - timedelta(seconds=2), hamlet="Thôn Mẫu 4")
        make_complaint(session, now=now - timedelta(days=1))
        return {"codes": [first.code, second.code, third.code], "second": second.id}


def test_L6_the_register_counts_what_came_in_a_period_in_its_order(cases: dict[str, Any], sign_in: SignIn) -> None:
    found = sign_in("officer").get("/api/desk/register", params=PERIOD).json()
    assert [(row["number"], row["code"]) for row in found["items"]] == list(enumerate(cases["codes"], start=1))
    assert found["more"] is False
    first, second, _ = found["items"]
    assert first["result"] == "Xã đã dọn xong, cảm ơn Ông/Bà." and first["replied_on"] == TODAY.isoformat()
    assert (second["has_contact"], first["has_contact"]) == (True, False)
    assert second["channel_label"] == "Trang web, ứng dụng"
    narrowed = sign_in("hamlet_head", hamlet="Thôn Mẫu 4").get("/api/desk/register", params=PERIOD).json()
    assert [row["code"] for row in narrowed["items"]] == cases["codes"][2:]


def test_L6_the_register_names_nobody_until_the_hotline_looks_and_that_is_written_down(
    cases: dict[str, Any], sign_in: SignIn, database: Database
) -> None:
    officer = sign_in("officer")
    shown = (
        officer.get("/api/desk/register", params=PERIOD).text
        + officer.get("/api/desk/register.csv", params=PERIOD).text
    )
    assert "Người Báo" not in shown and "912345678" not in shown
    assert_problem(sign_in("leader").post("/api/desk/register/contact-views", params=PERIOD), 403, "not_allowed")
    seen = officer.post("/api/desk/register/contact-views", params=PERIOD).json()["items"]
    assert seen == [{"id": str(cases["second"]), "name": "Vũ Thị Người Báo", "phone": "0912345678"}]
    with database.session(writes=False) as session:
        assert verbs(session, cases["second"])[-1] == "contact_viewed"


def test_L6_the_file_opens_in_a_spreadsheet_and_runs_nothing(cases: dict[str, Any], sign_in: SignIn) -> None:
    answer = sign_in("officer").get("/api/desk/register.csv", params=PERIOD)
    assert answer.headers["content-disposition"] == f'attachment; filename="so-phan-anh-{TODAY}-{TODAY}.csv"'
    lines = answer.text.splitlines()
    assert lines[0].startswith("\ufeffTT,Mã,Ngày giờ nhận") and len(lines) == 4
    assert "'=1+1" in lines[2] and ",=1+1" not in lines[2]


@pytest.mark.parametrize(
    "period",
    [{}, {"from": "2026-11-30", "to": "2026-11-01"}, {"from": "2020-01-01", "to": "2026-01-01"},
     {"from": "30/11/2026", "to": "2026-11-30"}, PERIOD | {"colour": "red"}],
)  # fmt: skip
def test_L6_a_period_that_is_none_is_refused(sign_in: SignIn, period: dict[str, str]) -> None:
    assert_problem(sign_in("officer").get("/api/desk/register", params=period), 422)
