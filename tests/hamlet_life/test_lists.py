"""Plan 1.6: the optional household list, with as little personal data as can be."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError
from sqlmodel import Session, select

from api.accounts.rules import Person
from api.core import errors
from api.core.database import Database
from api.hamlet_life import list_actions as actions
from api.hamlet_life import sorting_queries
from api.hamlet_life.list_models import SortingList
from api.hamlet_life.list_schemas import NewSortingList
from api.journal import queries as journal
from api.places.models import Hamlet
from api.privacy import retention
from tests.places.make import make_hamlet

SignIn = Callable[..., TestClient]
HOUSEHOLDS = [
    {"label": "Ngõ 2, số 5", "sorts": True},
    {"label": "Ngõ 2, số 7", "sorts": False, "composts": True},
    {"label": "H-03", "sorts": False},
]


def words(hamlet_id: object, **more: object) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "hamlet_id": str(hamlet_id),
        "checked_on": "2026-01-20",
        "households": HOUSEHOLDS,
        "made_at": "2026-01-20T02:00:00Z",
    } | more


def test_1_6_a_list_makes_a_count_and_is_forgotten_while_the_count_stays(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    wish = NewSortingList.model_validate(words(hamlet.id))
    row, is_new = actions.keep(session, wish, by=head, now=now)
    assert is_new
    assert actions.keep(session, wish, by=head, now=now) == (row, False)
    [one] = sorting_queries.history(session, hamlet.id, by=head)
    assert (one.households, one.sorting, one.composting, one.method) == (3, 2, 1, "list")
    assert "Ngõ" not in str([entry.detail for entry in journal.about(session, "sorting_count", row.id)])
    assert "household_list" not in retention.sweep(session, now=now + timedelta(days=700))
    assert retention.sweep(session, now=now + timedelta(days=760))["household_list"] == 1
    assert session.exec(select(SortingList)).all() == []
    assert sorting_queries.k2a_on(session, date(2026, 12, 1)) == (1, 1)


def test_1_6_a_head_keeps_only_the_own_list(session: Session, head: Person, now: datetime) -> None:
    other = make_hamlet(session, "Thôn Mẫu 9")
    with pytest.raises(errors.NotAllowed):
        actions.keep(session, NewSortingList.model_validate(words(other.id)), by=head, now=now)


@pytest.mark.parametrize("labels", [["Số 5", "so 5"], ["0912 345 678"], [""], ["x" * 41]])
def test_1_6_a_list_holds_places_and_each_once(labels: list[str]) -> None:
    households = [{"label": label, "sorts": True} for label in labels]
    with pytest.raises(ValidationError):
        NewSortingList.model_validate(words(uuid4(), households=households))


def test_1_6_nobody_but_the_head_reads_the_list(client: TestClient, sign_in: SignIn, seeded: Database) -> None:
    head = sign_in("hamlet_head")
    with seeded.session(writes=True) as session:
        hamlet_id = make_hamlet(session).id
    assert head.get("/api/sorting/lists/newest").json() == {"newest": None}
    sent = words(hamlet_id)
    assert [head.post("/api/sorting/lists", json=sent).status_code for _ in range(2)] == [201, 200]
    shown = head.get("/api/sorting/lists/newest").json()["newest"]
    assert (shown["sorting"], shown["households"][0]) == (2, {"label": "Ngõ 2, số 5", "sorts": True, "composts": False})
    stranger = sign_in("hamlet_head", hamlet="Thôn Mẫu 9")
    assert stranger.get("/api/sorting/lists/newest").json() == {"newest": None}
    for role in ("administrator", "officer", "leader", "front"):
        assert sign_in(role).get("/api/sorting/lists/newest").status_code == 403
    assert client.get("/api/sorting/lists/newest").status_code == 401
