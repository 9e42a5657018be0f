"""The roadmap as on a day, its history, and what each hamlet needs."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.collection_points import inspection_queries as inspections
from api.collection_points.inspection_schemas import PointStanding
from api.collection_points.models import CollectionPoint, PointState
from api.core import clock, errors
from api.media import schemas as media
from api.media.models import Picture
from api.places import queries as places
from api.places.rules import Point, distance_m
from api.roadmap import rules
from api.roadmap.models import RoadmapAction, RoadmapEntry, RoadmapPhoto, RoadmapRevision
from api.roadmap.schemas import (
    HamletNeed,
    Roadmap,
    RoadmapEntryShape,
    RoadmapHistory,
    RoadmapRevisionShape,
    RoadmapSuggestion,
    RoadmapYear,
)

BRINGS = (RoadmapAction.BUILD, RoadmapAction.UPGRADE)


class EntryNotFound(errors.NotFound):
    code = "roadmap_entry_not_found"
    says = "Lộ trình không có mục này."


def require(session: Session, entry_id: UUID, *, locked: bool = False) -> RoadmapEntry:
    entry = session.get(RoadmapEntry, entry_id, with_for_update=locked or None)
    if entry is None:
        raise EntryNotFound
    return entry


def newest(session: Session, entry_id: UUID) -> RoadmapRevision:
    statement = select(RoadmapRevision).where(RoadmapRevision.entry_id == entry_id)
    return session.exec(statement.order_by(col(RoadmapRevision.version).desc()).limit(1)).one()


def standing_on(session: Session, day: date) -> dict[UUID, RoadmapRevision]:
    """Entry -> the revision in force at the end of that day; what was dropped by then is left out."""
    end = clock.start_of(day + timedelta(days=1))
    statement = select(RoadmapRevision).where(col(RoadmapRevision.made_at) < end)
    rows = session.exec(statement.order_by(col(RoadmapRevision.version)))
    return {key: row for key, row in {row.entry_id: row for row in rows}.items() if not row.is_dropped}


def roadmap_on(session: Session, day: date) -> Roadmap:
    standing, points = standing_on(session, day), inspections.standings_on(session, day)
    entries = {row.id: row for row in session.exec(select(RoadmapEntry)) if row.id in standing}
    known, names = {one.id: one for one in points}, places.names(session)
    seen = photos(session)
    shapes = [_shape(entries[key], row, known, names, seen[key]) for key, row in standing.items()]
    taken = {row.point_id for row in entries.values()}
    rest = [one for one in points if one.id not in taken and one.state is PointState.OPEN]
    return Roadmap(
        on=day, years=[RoadmapYear(**one._asdict()) for one in rules.totals(standing.values())],
        entries=sorted(shapes, key=lambda one: (one.year, one.code or "~", one.name)),
        suggestions=[_suggestion(one) for one in rest],
        needs=_needs(session, points, [(entries[key], row) for key, row in standing.items()], day),
    )  # fmt: skip


def shape(session: Session, entry: RoadmapEntry, row: RoadmapRevision) -> RoadmapEntryShape:
    points = {one.id: one for one in inspections.standings_on(session, clock.day_of(row.made_at))}
    return _shape(entry, row, points, places.names(session), photos(session, entry.id)[entry.id])


def photos(session: Session, entry_id: UUID | None = None) -> defaultdict[UUID, list[media.Picture]]:
    """Entry -> its photos in the order they were added; of one entry or of all."""
    statement = select(RoadmapPhoto, Picture).join(Picture, col(Picture.id) == col(RoadmapPhoto.picture_id))
    if entry_id is not None:
        statement = statement.where(RoadmapPhoto.entry_id == entry_id)
    found = defaultdict[UUID, list[media.Picture]](list)
    for photo, picture in session.exec(statement.order_by(col(RoadmapPhoto.position), col(RoadmapPhoto.id))):
        found[photo.entry_id].append(media.public_picture(photo.side, picture))
    return found


def history(session: Session, entry: RoadmapEntry) -> RoadmapHistory:
    """Every revision, the newest first."""
    statement = select(RoadmapRevision, Account.name).join(Account, col(Account.id) == col(RoadmapRevision.made_by))
    rows = session.exec(
        statement.where(RoadmapRevision.entry_id == entry.id).order_by(col(RoadmapRevision.version).desc())
    )
    kept = set(RoadmapRevisionShape.model_fields) - {"made_by_name"}
    return RoadmapHistory(
        items=[RoadmapRevisionShape(**row.model_dump(include=kept), made_by_name=name) for row, name in rows]
    )


def _shape(
    entry: RoadmapEntry, row: RoadmapRevision, points: dict[UUID, PointStanding], names: dict[UUID, str],
    seen: list[media.Picture],
) -> RoadmapEntryShape:  # fmt: skip
    point = points.get(entry.point_id) if entry.point_id else None
    hamlet = point.hamlet_id if point else entry.hamlet_id
    return RoadmapEntryShape(
        **row.model_dump(exclude={"entry_id", "is_dropped", "made_by", "made_at"}), id=entry.id,
        point_id=entry.point_id, code=point.code if point else None, name=point.name if point else entry.name,
        hamlet_name=names.get(hamlet) if hamlet else None,
        suggested=rules.suggested(point.verdict, len(point.missed)) if point else None,
        missed=point.missed if point else [], photos=seen,
    )  # fmt: skip


def _suggestion(one: PointStanding) -> RoadmapSuggestion:
    return RoadmapSuggestion(
        point_id=one.id, code=one.code, name=one.name, hamlet_name=one.hamlet_name, missed=one.missed,
        suggested=rules.suggested(one.verdict, len(one.missed)),
    )  # fmt: skip


def _needs(
    session: Session, points: Sequence[PointStanding], planned: Sequence[tuple[RoadmapEntry, RoadmapRevision]],
    day: date,
) -> list[HamletNeed]:  # fmt: skip
    rows = {row.id: row for row in session.exec(select(CollectionPoint))}
    running = [one for one in points if one.state is PointState.OPEN]
    good = [_place(rows[one.id]) for one in running if one.is_compliant]
    coming = [
        rows[entry.point_id].hamlet_id if entry.point_id else entry.hamlet_id
        for entry, row in planned
        if row.action in BRINGS
    ]
    found = []
    for hamlet in places.valid_on(session, day):
        own = [one for one in running if one.hamlet_id == hamlet.id]
        middle = Point(hamlet.latitude, hamlet.longitude) if hamlet.latitude and hamlet.longitude else None
        ways = [round(distance_m(middle, place)) for place in good if place] if middle else []
        found.append(
            HamletNeed(
                hamlet_id=hamlet.id, hamlet_name=hamlet.name, households=hamlet.households, points=len(own),
                compliant=sum(one.is_compliant for one in own), planned=coming.count(hamlet.id),
                served=sum(rows[one.id].households_served or 0 for one in own), nearest_m=min(ways, default=None),
            )
        )  # fmt: skip
    return found


def _place(row: CollectionPoint) -> Point | None:
    return Point(row.latitude, row.longitude) if row.latitude is not None and row.longitude is not None else None
