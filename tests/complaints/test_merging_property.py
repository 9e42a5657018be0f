"""Whatever happens between a merge and its undoing, the case stands again exactly as it stood."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import duplicate_actions, group_queries, queries, rules
from api.complaints.duplicate_schemas import Support
from api.complaints.models import Complaint, Status
from tests.accounts.make import make_person
from tests.complaints.make import MONDAY, SETTINGS, WAY, bring, make_complaint

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.one_database]
CASES = 4
NUMBERS = some.integers(0, CASES - 1)
ACTS = some.one_of(
    some.tuples(some.just("move"), NUMBERS, some.integers(0, 20)),
    some.tuples(some.just("merge"), NUMBERS, NUMBERS),
    some.tuples(some.just("unmerge"), NUMBERS, some.just(0)),
    some.tuples(some.just("support"), NUMBERS, some.just(0)),
)
Snapshot = tuple[Any, ...]


class Desk:
    """Four cases, and what they looked like just before each merge."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.by: Person = make_person(session)
        self.cases = [make_complaint(session) for _ in range(CASES)]
        self.before: dict[UUID, Snapshot] = {}
        self.now: datetime = MONDAY + timedelta(hours=1)

    def do(self, act: str, number: int, other: int) -> None:
        self.now += timedelta(hours=1)
        case = self.cases[number]
        if act == "move":
            self.move(case, other)
        elif act == "merge":
            self.merge(case, self.cases[other])
        elif act == "unmerge" and case.merged_into_id:
            duplicate_actions.unmerge(self.session, case, by=self.by, now=self.now)
            self.session.flush()
            assert self.look(case) == self.before.pop(case.id)
        elif act == "support" and not case.is_hidden and self.can_be_supported(case):
            duplicate_actions.support(self.session, case.code, Support(id=uuid4()), SETTINGS, now=self.now)
        self.session.flush()

    def can_be_supported(self, case: Complaint) -> bool:
        """At work, and there for everybody: what was taken back by its sender is not."""
        master = group_queries.master(self.session, case)
        return master.is_open and not master.is_hidden

    def move(self, case: Complaint, choice: int) -> None:
        ways = sorted(to for to in rules.MOVES[case.status] if to in WAY)
        if case.follower_count:  # what others support too cannot be taken back
            ways = [to for to in ways if to is not Status.WITHDRAWN]
        if ways:
            bring(self.session, case, ways[choice % len(ways)], unit="TTDV", by=self.by, now=self.now)

    def merge(self, case: Complaint, into: Complaint) -> None:
        looked = self.look(case)
        master = group_queries.master(self.session, into)
        is_possible = Status.MERGED in rules.MOVES[case.status]
        if not is_possible or master is case or master.status is Status.REJECTED:
            with pytest.raises((rules.MoveNotAllowed, duplicate_actions.MergeCircle, duplicate_actions.MergeRefused)):
                duplicate_actions.merge(self.session, case, into.id, by=self.by, now=self.now)
            return
        duplicate_actions.merge(self.session, case, into.id, by=self.by, now=self.now)
        self.before[case.id] = looked

    def look(self, case: Complaint) -> Snapshot:
        """Everything of a case but its version; its count is checked by `count` for all cases."""
        columns = case.model_dump(exclude={"version", "follower_count"})
        followers = group_queries.followers(self.session, [case.id])
        declared = [photo.id for photo, _ in queries.photos(self.session, case.id)]
        return columns, queries.changes(self.session, case.id), [one.id for one in followers], declared

    def count(self, case: Complaint) -> int:
        below = group_queries.members(self.session, case.id)
        return len(below) + len(group_queries.followers(self.session, [case.id, *(one.id for one in below)]))


@given(some.lists(ACTS, min_size=4, max_size=16))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_D4_unmerging_restores_everything_but_version_and_journal(
    session: Session, acts: list[tuple[str, int, int]]
) -> None:
    with session.begin_nested() as trial:
        desk = Desk(session)
        for act in acts:
            desk.do(*act)
            assert [case.follower_count for case in desk.cases] == [desk.count(case) for case in desk.cases]
        for case in desk.cases:
            desk.do("unmerge", desk.cases.index(case), 0)
        assert desk.before == {}
        trial.rollback()
    session.expire_all()
