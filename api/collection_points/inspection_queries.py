"""How the points stand on any day by their last inspections: facts of plan 2.2b, 2.2c and the first half of K2b."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.checklists import queries as checklists
from api.checklists import rules as checks
from api.checklists.models import Checklist, Inspection, Verdict
from api.collection_points.inspection_schemas import (
    HamletStanding,
    PointHistoryEntry,
    PointRegister,
    PointStanding,
)
from api.collection_points.models import CollectionPoint, PointState
from api.core import clock
from api.journal import queries as journal
from api.places import queries as places
from api.places.models import Hamlet

KIND = "collection_point"


def register_on(session: Session, day: date) -> PointRegister:
    """Every point that stood on that day, and each hamlet of that day with why it is not served."""
    found = standings_on(session, day)
    hamlets = [_hamlet(hamlet, found) for hamlet in places.valid_on(session, day)]
    running = [one for one in found if one.state is PointState.OPEN]
    return PointRegister(
        on=day, points=found, hamlets=hamlets, open=len(running),
        compliant=sum(one.is_compliant for one in running), overdue=sum(one.is_overdue for one in running),
    )  # fmt: skip


def standings_on(session: Session, day: date) -> list[PointStanding]:
    """Points entered up to that day, in the order of their codes, with the state they had then."""
    statement = select(CollectionPoint).where(CollectionPoint.created_at < clock.start_of(_next(day)))
    points = session.exec(statement.order_by(col(CollectionPoint.code))).all()
    latest = checklists.latest_on(session, KIND, day)
    lists, names = checklists.lists(session, latest.values()), places.names(session)
    return [_standing(session, point, latest.get(point.id), lists, names, day) for point in points]


def history(session: Session, point: CollectionPoint) -> list[PointHistoryEntry]:
    """What happened to its entry, oldest first."""
    return [
        PointHistoryEntry(at=entry.at, verb=entry.verb, by=entry.actor, changes=entry.detail.get("changes", {}))
        for entry in journal.about(session, KIND, point.id)
    ]


def _standing(
    session: Session, point: CollectionPoint, last: Inspection | None, lists: dict[UUID, Checklist],
    names: dict[UUID, str], day: date,
) -> PointStanding:  # fmt: skip
    state = _state_on(session, point, day)
    verdict, until, missed = None, None, []
    if last is not None:
        checklist = lists[last.checklist_id]
        outcome = checks.outcome(checklist.items, last.answers, last.subject_kind)
        verdict, until = outcome.verdict, checks.holds_until(last.inspected_on, checklist.months)
        words = {item["code"]: item["words"] for item in checklist.items}
        missed = [words[code] for code in (*outcome.missed, *outcome.open)]
    is_open, holds = state is PointState.OPEN, until is not None and day <= until
    return PointStanding(
        id=point.id, code=point.code, name=point.name, kind=point.kind, state=state, hamlet_id=point.hamlet_id,
        hamlet_name=names.get(point.hamlet_id) if point.hamlet_id else None,
        inspected_on=last.inspected_on if last else None, inspection_id=last.id if last else None,
        holds_until=until, verdict=verdict,
        is_overdue=is_open and not holds, is_compliant=is_open and holds and verdict is Verdict.COMPLIANT,
        missed=missed,
    )  # fmt: skip


def _state_on(session: Session, point: CollectionPoint, day: date) -> PointState:
    """Its state at the end of a past day: the journal's changes of state, each from the day it was said to hold from.

    A first day that was put right later counts as it was put right.
    """
    if point.opened_on is not None and day < point.opened_on:
        return PointState.CLOSED
    state, since = point.state, None
    if point.version == 1:
        return PointState.OPEN if point.state_since is not None and day < point.state_since else state
    for entry in reversed(journal.about(session, KIND, point.id)):
        changes = entry.detail.get("changes", {})
        since = since or changes.get("state_since", {}).get("after")
        if "state" in changes:
            if (date.fromisoformat(since) if since else clock.day_of(entry.at)) <= day:
                break
            state, since = PointState(changes["state"]["before"]), None
    return state


def _hamlet(hamlet: Hamlet, points: list[PointStanding]) -> HamletStanding:
    by_hamlet = defaultdict[UUID | None, list[PointStanding]](list)
    for one in points:
        if one.state is PointState.OPEN:
            by_hamlet[one.hamlet_id].append(one)
    own = by_hamlet[hamlet.id]
    compliant = sum(one.is_compliant for one in own)
    return HamletStanding(
        hamlet_id=hamlet.id,
        hamlet_name=hamlet.name,
        points=len(own),
        compliant=compliant,
        is_served=compliant > 0,
        why="" if compliant else _why(own),
    )


def _why(own: list[PointStanding]) -> str:
    if not own:
        return "chưa có điểm nào"
    reasons = []
    for one in own:
        if one.verdict is None:
            reasons.append(f"{one.code} chưa kiểm tra")
        elif one.is_overdue:
            reasons.append(f"{one.code} quá hạn kiểm tra")
        else:
            reasons.append(f"{one.code}: {'; '.join(one.missed) or 'chưa đủ mục'}")
    return ", ".join(reasons)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
