"""Questions about household sorting; K2a as of any day, and as it was known at any moment."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.core import entries
from api.hamlet_life import lineage
from api.hamlet_life import sorting_rules as rules
from api.hamlet_life.sorting_models import SortingCount, SortingThreshold
from api.hamlet_life.sorting_schemas import (
    HamletSorting,
    SortingBoard,
    SortingCountShape,
    ThresholdShape,
    TrendPoint,
)
from api.places import queries as places
from api.places.models import Hamlet

MOST_TREND = 12


@dataclass(frozen=True, slots=True)
class HamletOn:
    """A hamlet of that day, its counts up to then (oldest first) and whether it counts for K2a."""

    hamlet: Hamlet
    counts: list[SortingCount]
    newest: SortingCount | None
    meets: bool


def threshold_on(session: Session, day: date, *, known_at: datetime | None = None) -> SortingThreshold | None:
    statement = (
        entries.standing(SortingThreshold, known_at=known_at)
        .where(col(SortingThreshold.valid_from) <= day)
        .order_by(col(SortingThreshold.valid_from).desc(), col(SortingThreshold.received_at).desc())
    )
    return session.exec(statement).first()


def hamlets_on(session: Session, day: date, *, known_at: datetime | None = None) -> list[HamletOn]:
    """K2a with the records behind it: each hamlet valid on that day."""
    threshold = threshold_on(session, day, known_at=known_at)
    by_hamlet: dict[UUID, list[SortingCount]] = defaultdict(list)
    statement = (
        entries.standing(SortingCount, known_at=known_at)
        .where(col(SortingCount.checked_on) <= day)
        .order_by(col(SortingCount.checked_on), col(SortingCount.received_at))
    )
    for count in session.exec(statement):
        by_hamlet[count.hamlet_id].append(count)
    found, line = [], lineage.read(session)
    for hamlet in places.valid_on(session, day):
        counts = [count for one in reversed(line.same(hamlet.id)) for count in by_hamlet[one]]
        newest = rules.newest(counts)
        found.append(HamletOn(hamlet, counts, newest, rules.meets(newest, threshold)))
    return found


def k2a_on(session: Session, day: date, *, known_at: datetime | None = None) -> tuple[int, int]:
    """(hamlets that sort, hamlets); (0, 0) is "không phát sinh"."""
    found = hamlets_on(session, day, known_at=known_at)
    return sum(one.meets for one in found), len(found)


def board(session: Session, day: date, *, known_at: datetime | None = None, by: Person) -> SortingBoard:
    found = hamlets_on(session, day, known_at=known_at)
    counts = [one.newest for one in found if one.newest]
    threshold = threshold_on(session, day, known_at=known_at)
    meeting = sum(one.meets for one in found)
    return SortingBoard(
        on=day,
        threshold=ThresholdShape.model_validate(threshold) if threshold else None,
        hamlets=[_row(one, day, by) for one in found],
        meeting=meeting,
        percent=rules.percent(meeting, len(found)) if found else None,
        households=sum(count.households for count in counts),
        sorting=sum(count.sorting for count in counts),
        composting=sum(count.composting or 0 for count in counts),
    )


def history(session: Session, hamlet_id: UUID, *, by: Person) -> list[SortingCountShape]:
    """Every count of a hamlet under any of its names, the newest day first, replaced ones too."""
    places.require(session, hamlet_id)
    own = lineage.read(session).same(hamlet_id)
    statement = (
        select(SortingCount)
        .where(col(SortingCount.hamlet_id).in_(own))
        .order_by(col(SortingCount.checked_on).desc(), col(SortingCount.received_at).desc())
    )
    counts = session.exec(statement).all()
    replaced = {count.replaces_id for count in counts}
    names = places.names(session)
    return [shape(count, names[count.hamlet_id], is_replaced=count.id in replaced, by=by) for count in counts]


def shape(count: SortingCount, hamlet_name: str, *, is_replaced: bool, by: Person) -> SortingCountShape:
    return SortingCountShape(
        **count.model_dump(exclude={"made_by", "made_at"}),
        hamlet_name=hamlet_name,
        share_percent=rules.share(count),
        is_replaced=is_replaced,
        may_correct=not is_replaced and may_record(by, count.hamlet_id),
    )


def may_record(by: Person, hamlet_id: UUID) -> bool:
    how_far = by.reach(Permission.RECORD_SORTING)
    return how_far is Reach.ALL or (how_far is Reach.HAMLET and by.account.hamlet_id == hamlet_id)


def thresholds(session: Session) -> Sequence[SortingThreshold]:
    return session.exec(select(SortingThreshold).order_by(col(SortingThreshold.valid_from))).all()


def _row(one: HamletOn, day: date, by: Person) -> HamletSorting:
    newest = one.newest
    points = [
        TrendPoint(
            checked_on=count.checked_on,
            sorting=count.sorting,
            households=count.households,
            share_percent=rules.share(count),
        )
        for count in one.counts[-MOST_TREND:]
    ]
    return HamletSorting(
        hamlet_id=one.hamlet.id,
        hamlet_name=one.hamlet.name,
        count=shape(newest, one.hamlet.name, is_replaced=False, by=by) if newest else None,
        age_days=(day - newest.checked_on).days if newest else None,
        meets=one.meets,
        trend=points,
    )
