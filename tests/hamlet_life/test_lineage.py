"""Hamlets renamed and merged in the middle: what their people built goes on under the new name."""

from datetime import date, datetime

from sqlmodel import Session

from api.accounts.rules import Person
from api.core.database import Database
from api.hamlet_life import covenant_queries, sorting_queries
from api.places.models import Hamlet
from tests.hamlet_life.make import make_count, make_model, recognise
from tests.places.make import make_hamlet

CHANGE = date(2026, 11, 1)
BEFORE, AFTER = date(2026, 10, 31), date(2026, 11, 28)


def become(session: Session, *old: Hamlet, name: str) -> Hamlet:
    """From CHANGE on one new hamlet stands in place of the old ones."""
    new = make_hamlet(session, name, valid_from=CHANGE)
    for hamlet in old:
        hamlet.valid_to, hamlet.successor_id = CHANGE, new.id
    session.flush()
    return new


def test_K2a_K3_a_renamed_hamlet_keeps_its_count_its_covenant_and_its_model(
    session: Session, seeded: Database, hamlet: Hamlet, officer: Person, now: datetime
) -> None:
    make_count(session, officer, hamlet.id, now=now, checked_on="2026-10-01")
    recognise(session, officer, hamlet.id, now=now)
    make_model(session, officer, hamlet.id, now=now)
    renamed = become(session, hamlet, name="Thôn Mới")
    for day in (BEFORE, AFTER):
        assert sorting_queries.k2a_on(session, day) == (1, 1)
        assert covenant_queries.k3_on(session, day) == (1, 1)
    assert [one.hamlet_name for one in sorting_queries.history(session, renamed.id, by=officer)] == [hamlet.name]


def test_K2a_K3_a_merged_hamlet_keeps_the_models_and_is_counted_and_recognised_anew(
    session: Session, hamlet: Hamlet, officer: Person, now: datetime
) -> None:
    other = make_hamlet(session, "Thôn Mẫu 4")
    for one in (hamlet, other):
        make_count(session, officer, one.id, now=now, checked_on="2026-10-01")
        recognise(session, officer, one.id, now=now)
    make_model(session, officer, other.id, now=now)
    merged = become(session, hamlet, other, name="Thôn Hợp Nhất")
    assert (sorting_queries.k2a_on(session, BEFORE), covenant_queries.k3_on(session, BEFORE)) == ((2, 2), (1, 2))
    [life] = covenant_queries.life_on(session, AFTER)
    assert (life.hamlet.id, life.has_covenant, life.has_model) == (merged.id, False, True)
    assert sorting_queries.k2a_on(session, AFTER) == (0, 1)
    make_count(session, officer, merged.id, now=now, checked_on="2026-11-20")
    assert sorting_queries.k2a_on(session, AFTER) == (1, 1)
