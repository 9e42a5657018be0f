"""Questions about collection points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from api.collection_points import rules, schemas
from api.collection_points.models import CollectionPoint, CollectionPointPhoto, PointKind, PointState
from api.collection_points.schemas import PointDetail, PointSummary
from api.core import errors, text
from api.media import schemas as media
from api.media.models import Picture
from api.places import queries as places
from api.places.rules import Point, distance_m

MOST_SHOWN = 1_000  # a commune has some dozens


class PointNotFound(errors.NotFound):
    code = "collection_point_not_found"
    says = "Không tìm thấy điểm tập kết này."


@dataclass(frozen=True, slots=True)
class Filter:
    hamlet_id: UUID | None = None
    kind: PointKind | None = None
    state: PointState | None = None
    q: str = ""


def known(session: Session, point_id: UUID | None) -> UUID | None:
    """The id when there is such a point: a report is never lost for a label that nobody knows any more."""
    point = session.get(CollectionPoint, point_id) if point_id else None
    return point.id if point else None


def require(session: Session, point_id: UUID, *, lock: bool = False) -> CollectionPoint:
    """`lock`: hold it until the end of the turn, so that two changes cannot pass each other."""
    point = session.get(CollectionPoint, point_id, with_for_update=lock or None)
    if point is None:
        raise PointNotFound
    return point


def matching(wish: Filter) -> SelectOfScalar[CollectionPoint]:
    statement = select(CollectionPoint)
    if wish.hamlet_id:
        statement = statement.where(col(CollectionPoint.hamlet_id) == wish.hamlet_id)
    if wish.kind:
        statement = statement.where(col(CollectionPoint.kind) == wish.kind)
    if wish.state:
        statement = statement.where(col(CollectionPoint.state) == wish.state)
    for word in text.fold(wish.q).split():
        statement = statement.where(col(CollectionPoint.search_text).contains(word, autoescape=True))
    return statement


def listed(session: Session, wish: Filter, *, near: Point | None = None, now: datetime) -> list[PointSummary]:
    """In the order of their codes, or the nearest first; those without a position come last."""
    points = list(session.exec(matching(wish).order_by(col(CollectionPoint.code)).limit(MOST_SHOWN)))
    names, thumbs = places.names(session), _thumbs(session)
    found = [
        PointSummary(
            **_shown(point, names=names, now=now),
            thumb=thumbs.get(point.id),
            distance_m=_distance_m(point, near),
        )
        for point in points
    ]
    if near:
        found.sort(key=lambda item: (item.distance_m is None, item.distance_m))
    return found


def detail(session: Session, point: CollectionPoint, *, now: datetime) -> PointDetail:
    photos = [media.public_picture("photo", picture) for picture in pictures(session, point.id)]
    return PointDetail(
        **_shown(point, names=places.names(session), now=now),
        thumb=photos[0].thumb if photos else None,
        distance_m=None,
        note=point.note,
        photos=photos,
        version=point.version,
    )


def pictures(session: Session, point_id: UUID) -> Sequence[Picture]:
    """The photos of one point, in the order they were added."""
    statement = (
        select(Picture)
        .join(CollectionPointPhoto, col(CollectionPointPhoto.picture_id) == col(Picture.id))
        .where(col(CollectionPointPhoto.collection_point_id) == point_id)
        .order_by(col(CollectionPointPhoto.position), col(CollectionPointPhoto.id))
    )
    return session.exec(statement).all()


def by_code(session: Session) -> dict[str, CollectionPoint]:
    """Codes in capitals -> points."""
    return {point.code.upper(): point for point in session.exec(select(CollectionPoint))}


def _shown(point: CollectionPoint, *, names: dict[UUID, str], now: datetime) -> dict[str, object]:
    """The row's own fields and what follows from them."""
    own = schemas.own_fields(point)
    is_open = point.state is PointState.OPEN
    return own | {
        "schedule_words": rules.schedule_words(own["schedule"]),
        "opening_words": rules.schedule_words(own["opening_hours"]),
        "next_at": rules.next_collection(own["schedule"], now) if is_open else None,
        "hamlet_name": names.get(point.hamlet_id) if point.hamlet_id else None,
    }


def _distance_m(point: CollectionPoint, near: Point | None) -> int | None:
    if near is None or point.latitude is None or point.longitude is None:
        return None
    return round(distance_m(near, Point(point.latitude, point.longitude)))


def _thumbs(session: Session) -> dict[UUID, str]:
    """Point -> address of its first photo."""
    statement = (
        select(CollectionPointPhoto.collection_point_id, Picture.public_key)
        .join(Picture, col(Picture.id) == col(CollectionPointPhoto.picture_id))
        .where(col(Picture.public_key).is_not(None))
        .order_by(col(CollectionPointPhoto.position).desc(), col(CollectionPointPhoto.id).desc())
    )
    return {point_id: media.thumb_url(key) for point_id, key in session.exec(statement) if key}
