"""Plan 1.6 and K2a: who sorts, as of any day and as it was known then."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.accounts.rules import Person
from api.core import entries, errors
from api.core.database import Database
from api.hamlet_life import sorting_actions as actions
from api.hamlet_life import sorting_queries as queries
from api.hamlet_life import sorting_rules as rules
from api.hamlet_life.sorting_models import SortingCount
from api.hamlet_life.sorting_schemas import NewThreshold
from api.journal import queries as journal
from api.places.models import Hamlet
from tests.hamlet_life.make import make_count, sorting
from tests.places.make import make_hamlet

SignIn = Callable[..., TestClient]


def test_1_6_a_count_of_a_day_is_kept_and_sent_again_changes_nothing(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    first = make_count(session, head, hamlet.id, now=now, id="0193a6a2-0000-7000-8000-00000000a001")
    again = make_count(session, head, hamlet.id, now=now, id="0193a6a2-0000-7000-8000-00000000a001")
    assert again is first
    assert [entry.verb for entry in journal.about(session, "sorting_count", first.id)] == ["recorded"]
    with pytest.raises(entries.EntryIdTaken):
        make_count(session, head, hamlet.id, now=now, id=str(first.id), sorting=1)


def test_1_6_a_correction_is_a_new_row_and_both_figures_can_be_had(
    session: Session, hamlet: Hamlet, head: Person, now: datetime
) -> None:
    wrong = make_count(session, head, hamlet.id, now=now, sorting=20)
    later = now + timedelta(days=3)
    make_count(session, head, hamlet.id, now=later, sorting=120, replaces_id=str(wrong.id))
    today = date(2026, 12, 1)
    assert queries.k2a_on(session, today) == (1, 1)
    assert queries.k2a_on(session, today, known_at=now) == (0, 1)
    with pytest.raises(entries.EntryReplaced):
        make_count(session, head, hamlet.id, now=later, sorting=130, replaces_id=str(wrong.id))
    shown = queries.history(session, hamlet.id, by=head)
    assert [(one.sorting, one.is_replaced, one.may_correct) for one in shown] == [(120, False, True), (20, True, False)]


def test_K2a_as_of_a_past_day_takes_the_newest_count_of_each_hamlet_of_that_day(
    session: Session, hamlet: Hamlet, officer: Person, now: datetime
) -> None:
    other = make_hamlet(session, "Thôn Mẫu 4", valid_from=date(2026, 11, 1))
    make_count(session, officer, hamlet.id, now=now, checked_on="2026-10-01", sorting=40)
    make_count(session, officer, hamlet.id, now=now, checked_on="2026-11-10", sorting=100)
    make_count(session, officer, other.id, now=now, checked_on="2026-11-20", sorting=99)
    assert queries.k2a_on(session, date(2026, 9, 30)) == (0, 1)
    assert queries.k2a_on(session, date(2026, 10, 31)) == (0, 1)
    assert queries.k2a_on(session, date(2026, 11, 10)) == (1, 2)
    assert queries.k2a_on(session, date(2026, 11, 28)) == (1, 2)
    assert queries.k2a_on(session, date(2019, 1, 1)) == (0, 0)
    board = queries.board(session, date(2026, 11, 28), by=officer)
    assert (board.meeting, board.percent, board.households, board.sorting) == (1, 50.0, 400, 199)
    [first] = [one for one in board.hamlets if one.hamlet_id == hamlet.id]
    assert [point.share_percent for point in first.trend] == [20.0, 50.0]


def test_K2a_the_agreed_share_counts_from_its_day_on(
    session: Session, hamlet: Hamlet, officer: Person, now: datetime
) -> None:
    make_count(session, officer, hamlet.id, now=now, sorting=120)
    wish = NewThreshold(id=uuid4(), share_percent=70, valid_from=date(2027, 1, 1), source="Kết luận họp")
    actions.agree(session, wish, by=officer, now=now)
    assert queries.k2a_on(session, date(2026, 12, 31)) == (1, 1)
    assert queries.k2a_on(session, date(2027, 1, 1)) == (0, 1)


def test_1_6_a_head_counts_only_the_own_hamlet(session: Session, head: Person, now: datetime) -> None:
    other = make_hamlet(session, "Thôn Mẫu 9")
    with pytest.raises(errors.NotAllowed):
        make_count(session, head, other.id, now=now)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"sorting": 201}, "sorting"),
        ({"composting": 121}, "composting"),
        ({"checked_on": "2026-12-24"}, "checked_on"),
        ({"checked_on": "2001-12-24"}, "checked_on"),
    ],
)
def test_1_6_a_part_is_never_more_than_the_whole(
    session: Session, hamlet: Hamlet, head: Person, now: datetime, more: dict[str, object], field: str
) -> None:
    with pytest.raises(rules.CountRejected) as caught:
        make_count(session, head, hamlet.id, now=now, **more)
    assert caught.value.field == field


def test_a_share_is_never_rounded_up_to_a_whole() -> None:
    assert (rules.percent(1999, 2000), rules.percent(2000, 2000), rules.percent(0, 7)) == (99.9, 100.0, 0.0)
    count = SortingCount(households=3, sorting=2)
    assert rules.share(count) == 66.7


def test_1_6_the_board_is_for_staff_and_a_head_enters_at_the_door(
    client: TestClient, sign_in: SignIn, seeded: Database
) -> None:
    with seeded.session(writes=True) as session:
        hamlet = make_hamlet(session)
        hamlet_id = hamlet.id
    head = sign_in("hamlet_head")
    sent = sorting(hamlet_id, checked_on="2026-01-20")
    answer = head.post("/api/sorting/counts", json=sent)
    assert (answer.status_code, answer.json()["share_percent"], answer.json()["may_correct"]) == (201, 60.0, True)
    assert head.post("/api/sorting/counts", json=sent).status_code == 200
    board = sign_in("leader").get("/api/sorting?on=2026-01-31").json()
    assert (board["meeting"], board["hamlets"][0]["age_days"]) == (1, 11)
    assert board["threshold"]["share_percent"] == 50
    assert board["hamlets"][0]["count"]["may_correct"] is False
    assert len(head.get(f"/api/sorting/counts?hamlet_id={hamlet_id}").json()) == 1
    assert client.get("/api/sorting").status_code == 401
    unknown = head.post("/api/sorting/counts", json=sent | {"name": "x"})
    assert unknown.status_code == 422
    share = {"id": str(uuid4()), "share_percent": 60, "valid_from": "2027-01-01", "source": "Kết luận"}
    assert sign_in("officer").post("/api/sorting/thresholds", json=share).status_code == 201
