"""The sorting guide (plan item 1.3): shipped whole, read by everybody, edited by those who tell people."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, func, select

from api.core.database import Database
from api.core.text import fold
from api.journal.models import Entry
from api.outreach import guide_actions, guide_queries
from api.outreach.guide_models import GuideEntry
from tests.outreach.make import NEW, put
from tests.support.answers import assert_problem
from tests.support.clients import SignedIn

pytestmark = pytest.mark.usefixtures("seeded")
SignIn = Callable[..., SignedIn]
THING = {
    "name": "Vỏ hộp sữa chua",
    "other_names": "hũ sữa chua",
    "class_code": "recyclable",
    "how": "Tráng qua, để khô.",
}


def test_1_3_the_shipped_guide_names_enough_things_each_with_class_and_source(session: Session) -> None:
    guide = guide_queries.read(session)
    assert len(guide.entries) >= 120
    assert {one.code for one in guide.classes} >= {"recyclable", "food", "other", "hazardous", "bulky"}
    assert {one.class_code for one in guide.entries} == {one.code for one in guide.classes}
    assert all(one.how and one.source for one in guide.entries)
    names = [fold(one.name) for one in guide.entries]
    assert len(names) == len(set(names))


def test_what_the_commune_has_changed_is_left_alone_by_the_next_start(session: Session) -> None:
    entry = session.exec(select(GuideEntry)).first()
    assert entry
    entry.how, before = "Lời của xã", session.exec(select(func.count()).select_from(GuideEntry)).one()
    guide_actions.seed(session)
    assert session.exec(select(func.count()).select_from(GuideEntry)).one() == before
    assert entry.how == "Lời của xã"


def test_1_3_everybody_reads_the_guide_and_keeps_a_copy(client: TestClient) -> None:
    answer = client.get("/api/guide")
    assert answer.json().keys() == {"classes", "entries"}
    again = client.get("/api/guide", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_an_entry_is_added_once_changed_against_its_version_and_taken_out_of_sight(
    client: TestClient, sign_in: SignIn, database: Database
) -> None:
    officer, path = sign_in("front"), f"/api/outreach/guide/{uuid4()}"
    made = put(officer, path, THING)
    assert (made.status_code, made.json()["version"], made.headers["etag"]) == (200, 1, '"1"')
    assert put(officer, path, THING).json()["version"] == 1  # the answer was lost, so it came again
    stale = put(officer, path, THING | {"how": "Khác"})
    assert_problem(stale, 412, "stale")
    assert stale.json()["current"]["how"] == THING["how"]
    assert put(officer, path, THING | {"is_active": False}, 1).json()["version"] == 2
    assert "sữa chua" not in str([one["name"] for one in client.get("/api/guide").json()["entries"]])
    assert "sữa chua" in officer.get("/api/outreach/guide").text
    with database.session(writes=False) as session:
        verbs = session.exec(select(Entry.verb).where(Entry.subject_kind == "guide_entry").order_by(Entry.id)).all()
    assert verbs == ["guide_entry_added", "guide_entry_changed"]


def test_a_class_gets_the_colours_of_the_city(client: TestClient, sign_in: SignIn) -> None:
    [food] = [one for one in client.get("/api/guide").json()["classes"] if one["code"] == "food"]
    change = {name: food[name] for name in ("name", "how", "icon", "position")}
    change |= {"colour": "Thùng màu nâu", "source": "Quyết định 229"}
    assert put(sign_in("officer"), "/api/outreach/waste-classes/food", change, 1).json()["colour"] == "Thùng màu nâu"


@pytest.mark.parametrize("wrong", [{"class_code": "nothing"}, {"name": ""}, {"how": "x" * 501}, {"unknown": 1}])
def test_what_does_not_fit_is_refused(sign_in: SignIn, wrong: dict[str, object]) -> None:
    answer = sign_in("officer").put(f"/api/outreach/guide/{uuid4()}", json=THING | wrong, headers=NEW)
    assert_problem(answer, 422)


def test_a_hamlet_head_does_not_edit_the_guide(sign_in: SignIn) -> None:
    assert_problem(put(sign_in("hamlet_head"), f"/api/outreach/guide/{uuid4()}", THING), 403, "not_allowed")
