"""Setting up, changing and merging hamlets."""

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session

from api.accounts.models import Role
from api.core import errors
from api.journal import queries as journal
from api.places import actions, queries, rules
from api.places.schemas import HamletChange, NewHamlet
from tests.accounts.make import make_person
from tests.places.make import CENTER, make_hamlet, square

MERGED_ON = date(2026, 12, 1)


def plan(**more: object) -> NewHamlet:
    fields = {"id": str(uuid4()), "code": "m3", "name": "Thôn Mẫu 3", "valid_from": "2025-07-01"}
    return NewHamlet.model_validate(fields | more)


def change(session: Session, hamlet_id: UUID, now: datetime, *, version: int = 1, **wish: object) -> None:
    by = make_person(session, role=Role.ADMINISTRATOR)
    actions.change(session, hamlet_id, HamletChange.model_validate(wish), version=version, by=by, now=now)


def test_setting_up_is_journalled_and_searchable(session: Session, now: datetime) -> None:
    by = make_person(session, role=Role.ADMINISTRATOR)
    hamlet, is_new = actions.create(session, plan(center={"lat": 20.9, "lon": 106.2}), by=by, now=now)
    assert is_new
    assert (hamlet.code, hamlet.latitude, hamlet.search_text) == ("M3", 20.9, "thon mau 3 m3")
    assert [entry.verb for entry in journal.about(session, "hamlet", hamlet.id)] == ["created"]


def test_the_same_plan_sent_again_gives_the_first_one_back(session: Session, now: datetime) -> None:
    by = make_person(session, role=Role.ADMINISTRATOR)
    wish = plan()
    first, _ = actions.create(session, wish, by=by, now=now)
    again, is_new = actions.create(session, wish, by=by, now=now)
    assert again is first
    assert not is_new
    with pytest.raises(actions.HamletIdTaken):
        actions.create(session, wish.model_copy(update={"name": "Thôn Khác"}), by=by, now=now)


def test_a_code_belongs_to_one_hamlet(session: Session, now: datetime) -> None:
    by = make_person(session, role=Role.ADMINISTRATOR)
    actions.create(session, plan(), by=by, now=now)
    with pytest.raises(actions.HamletCodeTaken):
        actions.create(session, plan(code="M3"), by=by, now=now)


def test_a_change_touches_only_what_was_sent(session: Session, now: datetime) -> None:
    hamlet = make_hamlet(session)
    change(session, hamlet.id, now, households=310)
    assert (hamlet.households, hamlet.name, hamlet.version) == (310, "Thôn Mẫu 3", 2)
    [entry] = journal.about(session, "hamlet", hamlet.id)
    assert entry.detail["changes"] == {"households": {"before": 300, "after": 310}}


def test_a_change_that_changes_nothing_keeps_the_version_and_the_journal(session: Session, now: datetime) -> None:
    hamlet = make_hamlet(session)
    hamlet.boundary = square(20.9, 106.2)
    change(session, hamlet.id, now, households=300, boundary=square(20.9, 106.2))
    assert hamlet.version == 1
    assert journal.about(session, "hamlet", hamlet.id) == []


def test_a_change_of_an_old_version_is_refused_with_the_present_one(session: Session, now: datetime) -> None:
    hamlet = make_hamlet(session)
    change(session, hamlet.id, now, households=310)
    with pytest.raises(errors.Stale) as refusal:
        change(session, hamlet.id, now, version=1, households=320)
    assert refusal.value.extra["current"].households == 310


def test_a_new_boundary_does_not_swell_the_journal(session: Session, now: datetime) -> None:
    hamlet = make_hamlet(session)
    change(session, hamlet.id, now, boundary=square(20.91, 106.2))
    assert rules.contains(hamlet.boundary or {}, rules.Point(20.91, 106.2))
    [entry] = journal.about(session, "hamlet", hamlet.id)
    assert entry.detail["changes"]["boundary"] == {"before": None, "after": "redrawn"}


def test_merging_ends_one_hamlet_in_another(session: Session, now: datetime) -> None:
    old, new = make_hamlet(session, "Thôn Mẫu 1"), make_hamlet(session, "Thôn Mẫu 2")
    change(session, old.id, now, valid_to="2026-12-01", successor_id=str(new.id))
    assert queries.valid_on(session, date(2026, 11, 30)) == sorted([old, new], key=lambda h: h.code)
    assert queries.valid_on(session, MERGED_ON) == [new]
    assert queries.successors(session, old) == [new]


def test_a_successor_must_be_another_hamlet_that_is_valid_then(session: Session, now: datetime) -> None:
    old = make_hamlet(session, "Thôn Mẫu 1")
    later = make_hamlet(session, "Thôn Mẫu 2", valid_from=date(2027, 1, 1))
    end = {"valid_to": "2026-12-01"}
    for wish in (
        {"successor_id": str(later.id)},
        end | {"successor_id": str(later.id)},
        end | {"successor_id": str(old.id)},
        end | {"successor_id": str(uuid4())},
    ):
        with pytest.raises(rules.SuccessorWrong):
            change(session, old.id, now, version=old.version, **wish)
        session.expire(old)
        session.refresh(old)


def test_successors_cannot_go_round(session: Session, now: datetime) -> None:
    first = make_hamlet(session, "Thôn Mẫu 1")
    second = make_hamlet(session, "Thôn Mẫu 2", valid_from=date(2025, 1, 1), valid_to=date(2027, 1, 1))
    second.successor_id = first.id
    with pytest.raises(rules.SuccessorWrong, match="chính nó"):
        change(session, first.id, now, valid_to="2026-12-01", successor_id=str(second.id))


def test_a_hamlet_cannot_end_before_it_begins(session: Session, now: datetime) -> None:
    hamlet = make_hamlet(session)
    with pytest.raises(rules.ValidityReversed):
        change(session, hamlet.id, now, valid_to="2025-07-01")


def test_a_place_belongs_to_the_hamlet_of_that_day(session: Session, now: datetime) -> None:
    old = make_hamlet(session, "Thôn Cũ", valid_to=MERGED_ON)
    new = make_hamlet(session, "Thôn Mới", valid_from=MERGED_ON)
    assert queries.find_at(session, *CENTER, on=date(2026, 11, 30)) is old
    assert queries.find_at(session, *CENTER, on=MERGED_ON) is new
    assert queries.find_at(session, 21.03, 105.85, on=MERGED_ON) is None


def test_a_name_is_found_unless_two_hamlets_share_it(session: Session) -> None:
    hamlet = make_hamlet(session, "Thôn Hòa Ché")
    day = date(2026, 11, 28)
    assert queries.matching_name(session, "hoà ché", day) is hamlet
    make_hamlet(session, "Hoà Ché")
    assert queries.matching_name(session, "hoà ché", day) is None


def test_nobody_finds_a_hamlet_that_is_not_there(session: Session) -> None:
    with pytest.raises(queries.HamletNotFound):
        queries.require(session, uuid4())
