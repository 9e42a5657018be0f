"""Plan 1.7, Gc and K3: covenants and self-managed models; both halves, each by itself, as of any day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.accounts.models import Role
from api.accounts.rules import Person
from api.core import errors
from api.core.database import Database
from api.hamlet_life import covenant_actions as actions
from api.hamlet_life import covenant_queries as queries
from api.hamlet_life import covenant_rules as rules
from api.hamlet_life import covenant_views as views
from api.hamlet_life.covenant_models import CovenantStage, Stage
from api.journal import queries as journal
from api.places.models import Hamlet
from tests.accounts.make import make_person
from tests.hamlet_life.make import add_stage, make_covenant, make_model, recognise, review
from tests.photos import small_photo
from tests.places.make import make_hamlet

SignIn = Callable[..., TestClient]
TODAY = date(2026, 11, 28)


def test_K3_needs_both_halves_and_shows_each(session: Session, hamlet: Hamlet, officer: Person, now: datetime) -> None:
    only_model, neither = make_hamlet(session, "Thôn Mẫu 4"), make_hamlet(session, "Thôn Mẫu 5")
    recognise(session, officer, hamlet.id, now=now)
    make_model(session, officer, hamlet.id, now=now)
    make_model(session, officer, only_model.id, now=now)
    recognise(session, officer, neither.id, now=now, has_environment_clause=False)
    assert queries.k3_on(session, TODAY) == (1, 3)
    assert queries.k3_on(session, date(2026, 8, 31)) == (0, 3)
    assert queries.k3_on(session, date(2019, 1, 1)) == (0, 0)
    board = views.board(session, TODAY, by=officer)
    assert (board.with_covenant, board.with_model, board.with_both, board.percent) == (1, 2, 1, 33.3)
    halves = {one.hamlet_id: (one.has_covenant, one.has_model) for one in board.hamlets}
    assert halves == {hamlet.id: (True, True), only_model.id: (False, True), neither.id: (False, False)}


def test_Gc_a_model_that_weakens_or_stops_no_longer_counts_from_that_day(
    session: Session, hamlet: Hamlet, officer: Person, now: datetime
) -> None:
    recognise(session, officer, hamlet.id, now=now)
    model = make_model(session, officer, hamlet.id, now=now)
    review(session, officer, model, "2026-10-01", "weak", now=now)
    review(session, officer, model, "2026-11-01", "active", now=now)
    found = [queries.k3_on(session, day)[0] for day in (date(2026, 9, 30), date(2026, 10, 1), date(2026, 11, 1))]
    assert found == [1, 0, 1]
    with pytest.raises(rules.ReviewRejected):
        review(session, officer, model, "2026-01-01", "active", now=now)


def test_1_7_a_covenant_goes_through_its_stages_and_one_that_ended_holds_no_more(
    session: Session, hamlet: Hamlet, officer: Person, now: datetime
) -> None:
    covenant = make_covenant(session, officer, hamlet.id, now=now)
    add_stage(session, officer, covenant, "drafted", now=now, on_day="2026-05-01")
    add_stage(session, officer, covenant, "meeting", now=now, on_day="2026-06-10")
    vote = {"households": 249, "present": 201, "in_favour": 188}
    add_stage(session, officer, covenant, "voted", now=now, on_day="2026-06-10", **vote)
    add_stage(session, officer, covenant, "recognised", now=now, on_day="2026-06-20", has_environment_clause=True,
              decision_number="12/QĐ-UBND", review_on="2026-11-01")  # fmt: skip
    shown = views.covenant_detail(session, covenant, TODAY, by=officer)
    assert [stage.stage for stage in shown.stages] == ["drafted", "meeting", "voted", "recognised"]
    assert shown.stages[2].vote_percent == 75.5
    assert (shown.stage, shown.decision_number, shown.review_due) == ("recognised", "12/QĐ-UBND", date(2026, 11, 1))
    add_stage(session, officer, covenant, "ended", now=now, on_day="2026-11-15")
    holds = [queries.life_on(session, day)[0].has_covenant for day in (date(2026, 6, 19), date(2026, 11, 14), TODAY)]
    assert holds == [False, True, False]
    assert len(journal.about(session, "covenant", covenant.id)) == 6


def test_K3_a_correction_keeps_the_row_it_replaces(
    session: Session, hamlet: Hamlet, officer: Person, now: datetime
) -> None:
    make_model(session, officer, hamlet.id, now=now)
    covenant = make_covenant(session, officer, hamlet.id, now=now)
    wrong = add_stage(session, officer, covenant, "recognised", now=now, decision_number="12/QĐ-UBND")
    add_stage(session, officer, covenant, "recognised", now=now + timedelta(days=1), decision_number="12/QĐ-UBND",
              has_environment_clause=True, replaces_id=str(wrong))  # fmt: skip
    assert queries.k3_on(session, TODAY) == (1, 1)
    assert queries.k3_on(session, TODAY, known_at=now) == (0, 1)
    stages = views.covenant_detail(session, covenant, TODAY, by=officer).stages
    assert sorted(stage.is_replaced for stage in stages) == [False, True]
    other = make_covenant(session, officer, hamlet.id, now=now)
    with pytest.raises(actions.OtherCovenant):
        add_stage(session, officer, other, "drafted", now=now, replaces_id=str(wrong))


@pytest.mark.parametrize(
    ("stage", "field"),
    [
        (CovenantStage(stage=Stage.VOTED, on_day=TODAY, households=9, present=8), "in_favour"),
        (CovenantStage(stage=Stage.VOTED, on_day=TODAY, households=9, present=8, in_favour=9), "in_favour"),
        (CovenantStage(stage=Stage.VOTED, on_day=TODAY, households=9, present=10, in_favour=9), "present"),
        (CovenantStage(stage=Stage.RECOGNISED, on_day=TODAY), "decision_number"),
        (CovenantStage(stage=Stage.DRAFTED, on_day=TODAY + timedelta(days=1)), "on_day"),
        (CovenantStage(stage=Stage.REVIEWED, on_day=TODAY, review_on=TODAY), "review_on"),
    ],
)
def test_1_7_a_stage_says_what_is_missing(stage: CovenantStage, field: str) -> None:
    with pytest.raises(rules.StageRejected) as caught:
        rules.check_stage(stage, TODAY)
    assert caught.value.field == field


def test_1_7_a_head_keeps_the_own_hamlet_and_the_commune_recognises(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    covenant = make_covenant(session, head, hamlet.id, now=now)
    add_stage(session, head, covenant, "drafted", now=now)
    with pytest.raises(errors.NotAllowed):
        add_stage(session, head, covenant, "recognised", now=now, decision_number="1")
    stranger = make_person(session, role=Role.HAMLET_HEAD, hamlet=make_hamlet(session, "Thôn Mẫu 9"))
    with pytest.raises(errors.NotAllowed):
        add_stage(session, stranger, covenant, "posted", now=now)
    with pytest.raises(errors.NotAllowed):
        make_model(session, stranger, hamlet.id, now=now)


def test_1_7_the_registers_at_the_door_with_scans_for_staff_only(
    client: TestClient, sign_in: SignIn, seeded: Database
) -> None:
    with seeded.session(writes=True) as session:
        hamlet_id = str(make_hamlet(session).id)
    officer, covenant_id, model_id = sign_in("officer"), str(uuid4()), str(uuid4())
    wish = {"id": covenant_id, "hamlet_id": hamlet_id, "title": "Hương ước"}
    assert [officer.post("/api/covenants", json=wish).status_code for _ in range(2)] == [201, 200]
    stage = {"id": str(uuid4()), "stage": "recognised", "on_day": "2026-01-05", "decision_number": "1/QĐ-UBND",
             "has_environment_clause": True}  # fmt: skip
    answer = officer.post(f"/api/covenants/{covenant_id}/stages", json=stage)
    assert (answer.status_code, answer.json()["stage"]) == (201, "recognised")
    address = f"/api/covenants/{covenant_id}/photos/{uuid4()}"
    jpeg = {"Content-Type": "image/jpeg"}
    assert [officer.put(address, content=small_photo(), headers=jpeg).status_code for _ in range(2)] == [201, 200]
    [scan] = officer.get(f"/api/covenants/{covenant_id}").json()["photos"]
    assert scan["is_public"] is False
    model = {"id": model_id, "hamlet_id": hamlet_id, "name": "Tổ", "kind": "Tổ tự quản", "set_up_on": "2026-01-05"}
    assert officer.post("/api/self-managed-models", json=model).status_code == 201
    one = f"/api/self-managed-models/{model_id}"
    assert officer.patch(one, json={"members": 20}).status_code == 428
    assert officer.patch(one, json={"members": 20}, headers={"If-Match": '"1"'}).json()["version"] == 2
    stale = officer.patch(one, json={"members": 30}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["members"]) == (412, 20)
    looked = {"id": str(uuid4()), "reviewed_on": "2026-02-05", "result": "active", "members": 22}
    assert officer.post(f"{one}/reviews", json=looked).json()["members"] == 22
    assert officer.put(f"{one}/photos/{uuid4()}", content=small_photo(3), headers=jpeg).status_code == 201
    assert sign_in("front").get("/api/covenants?on=2026-03-01").json()["with_both"] == 1
    assert client.get(f"/api/covenants/{covenant_id}").status_code == 401
