"""Putting a place on the roadmap, planning it anew, taking it off."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from api.accounts.rules import Person
from api.collection_points import queries as points
from api.core import clock, errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.places import queries as places
from api.roadmap import queries
from api.roadmap.models import RoadmapEntry, RoadmapRevision
from api.roadmap.schemas import NewRoadmapEntry, RoadmapPlan


class OnTheRoadmap(errors.Conflict):
    code = "point_on_the_roadmap"
    says = "Điểm này đã có trong lộ trình."


class PlaceMissing(errors.Rejected):
    code = "roadmap_place_missing"
    says = "Chọn một điểm trong sổ, hoặc ghi tên điểm mới."


class StateInTheFuture(errors.Rejected):
    code = "roadmap_state_in_the_future"
    says = "Ngày này chưa đến."


def add(session: Session, wish: NewRoadmapEntry, *, by: Person, now: datetime) -> tuple[RoadmapEntry, bool]:
    """Put a place on the roadmap; True when it is new. A point that was taken off comes back with a new plan."""
    known = session.get(RoadmapEntry, wish.id)
    if known is not None:
        return known, False
    if wish.point_id is None and not wish.name:
        raise PlaceMissing(field="name")
    point = points.require(session, wish.point_id, lock=True) if wish.point_id else None
    if wish.hamlet_id:
        places.require(session, wish.hamlet_id)
    if point is not None and (back := _dropped(session, point.id)):
        _plan(session, back, wish.plan, version=queries.newest(session, back.id).version, by=by, now=now)
        return back, True
    entry = RoadmapEntry(
        id=wish.id, point_id=wish.point_id, name=point.name if point else wish.name,
        hamlet_id=point.hamlet_id if point else wish.hamlet_id,
    )  # fmt: skip
    session.add(entry)
    session.flush()
    _plan(session, entry, wish.plan, version=0, by=by, now=now)
    return entry, True


def plan(
    session: Session, entry_id: UUID, wish: RoadmapPlan, *, version: int, by: Person, now: datetime
) -> RoadmapRevision:
    """Plan it anew: another year, cost or state. What was planned before stays to be read."""
    entry = queries.require(session, entry_id, locked=True)
    _check(session, entry, version)
    return _plan(session, entry, wish, version=version, by=by, now=now)


def drop(session: Session, entry_id: UUID, *, version: int, by: Person, now: datetime) -> None:
    """Take it off; its revisions stay."""
    entry = queries.require(session, entry_id, locked=True)
    before = _check(session, entry, version)
    kept = before.model_dump(exclude={"version", "is_dropped", "made_by", "made_at"})
    _keep(session, RoadmapRevision(**kept, version=version + 1, is_dropped=True, made_by=by.id, made_at=now), by, now)


def _dropped(session: Session, point_id: UUID) -> RoadmapEntry | None:
    """The entry of a point that was taken off; OnTheRoadmap while it stands."""
    entry = session.exec(select(RoadmapEntry).where(RoadmapEntry.point_id == point_id)).first()
    if entry is not None and not queries.newest(session, entry.id).is_dropped:
        raise OnTheRoadmap(field="point_id")
    return entry


def _check(session: Session, entry: RoadmapEntry, version: int) -> RoadmapRevision:
    newest = queries.newest(session, entry.id)
    if newest.version != version:
        raise errors.Stale(current=queries.shape(session, entry, newest))
    return newest


def _plan(
    session: Session, entry: RoadmapEntry, wish: RoadmapPlan, *, version: int, by: Person, now: datetime
) -> RoadmapRevision:
    if wish.since > clock.day_of(now):
        raise StateInTheFuture(field="since")
    row = RoadmapRevision(**wish.model_dump(), entry_id=entry.id, version=version + 1, made_by=by.id, made_at=now)
    before: dict[str, Any] = {}
    if version:
        before = changes.differences(queries.newest(session, entry.id), wish.model_dump())
    return _keep(session, row, by, now, changes=before)


def _keep(session: Session, row: RoadmapRevision, by: Person, now: datetime, **detail: object) -> RoadmapRevision:
    session.add(row)
    session.flush()
    verb = "roadmap_dropped" if row.is_dropped else "roadmap_planned"
    journal.record(
        session, verb, "roadmap_entry", row.entry_id, actor=by.name, actor_id=by.id, now=now, version=row.version,
        year=row.year, action=row.action.value, state=row.state.value, **detail,
    )  # fmt: skip
    return row
