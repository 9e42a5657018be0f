"""Keeping the register of collection points."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from api.accounts.rules import Person
from api.collection_points import queries, rules
from api.collection_points.models import CollectionPoint, CollectionPointPhoto
from api.collection_points.schemas import NewPoint, PointChange, stored
from api.core import clock, errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store
from api.places import queries as places

SUBJECT = "collection_point"


class PointCodeTaken(errors.Conflict):
    code = "collection_point_code_taken"
    says = "Mã này đã dùng cho điểm khác."


class PointIdTaken(errors.Conflict):
    code = "collection_point_id_taken"
    says = "Điểm này đã được lập với nội dung khác. Xin tải lại trang."


def create(session: Session, plan: NewPoint, *, by: Person, now: datetime) -> tuple[CollectionPoint, bool]:
    """The point, and whether it is new. The same plan sent again gives the first one back."""
    values = _columns(plan.model_dump(exclude={"id", "schedule", "opening_hours"}), plan)
    known = session.get(CollectionPoint, plan.id)
    if known:
        if changes.differences(known, values):
            raise PointIdTaken
        return known, False
    point = CollectionPoint(id=plan.id, created_at=now, **values)
    check_day(point.state_since, now)
    _check(session, point)
    add(session, point, by=by, now=now)
    return point, True


def change(
    session: Session, point_id: UUID, wish: PointChange, *, version: int, by: Person, now: datetime
) -> CollectionPoint:
    """Change what was sent and nothing else; a change that changes nothing keeps the version."""
    point = queries.require(session, point_id, lock=True)
    if point.version != version:
        raise errors.Stale(current=queries.detail(session, point, now=now))
    sent = wish.model_dump(exclude_unset=True, exclude={"schedule", "opening_hours"})
    check_day(sent.get("state_since"), now)
    found = apply(session, point, dated(point, _columns(sent, wish), now))
    if found:
        with session.no_autoflush:
            _check(session, point)
        record(session, "changed", point, by=by, now=now, changes=found)
    return point


def add_photo(
    session: Session, store: Store, point_id: UUID, photo_id: UUID, upload: media.Upload, *, by: Person, now: datetime
) -> tuple[Picture, bool]:
    """The picture, and whether it is new. Staff take these photos for everybody, so they are public at once."""
    point = queries.require(session, point_id, lock=True)
    known = session.get(CollectionPointPhoto, photo_id)
    of_this_point = col(CollectionPointPhoto.collection_point_id) == point.id
    count = session.exec(select(func.count()).where(of_this_point)).one()
    if known and known.collection_point_id != point.id:
        raise media.PictureIdTaken
    if known is None and session.get(Picture, photo_id) is not None:
        raise media.PictureIdTaken  # another room's photo, which may not be for everybody
    if not known and count >= rules.MOST_PHOTOS:
        raise rules.TooManyPhotos
    picture = media.receive(session, store, photo_id, upload, by=by.id, now=now)
    if not known:
        media.publish(session, picture)
        session.flush()
        session.add(
            CollectionPointPhoto(id=photo_id, collection_point_id=point.id, picture_id=picture.id, position=count)
        )
        record(session, "photo_added", point, by=by, now=now, photo_id=str(photo_id))
    return picture, not known


def remove_photo(
    session: Session, point_id: UUID, photo_id: UUID, *, version: int, by: Person, now: datetime
) -> CollectionPoint:
    """Nobody sees it any more; its address stops working at once. The journal keeps who took it away."""
    point = queries.require(session, point_id, lock=True)
    if point.version != version:
        raise errors.Stale(current=queries.detail(session, point, now=now))
    known = session.get(CollectionPointPhoto, photo_id)
    if known is None or known.collection_point_id != point.id:
        raise rules.PhotoNotFound
    if picture := session.get(Picture, known.picture_id):
        media.unpublish(session, picture)
    session.delete(known)
    point.version += 1
    session.flush()
    record(session, "photo_removed", point, by=by, now=now, photo_id=str(photo_id))
    return point


def add(session: Session, point: CollectionPoint, *, by: Person, now: datetime, **detail: Any) -> None:
    """`detail`: any JSON value."""
    _index(session, point)
    session.add(point)
    session.flush()
    record(session, "created", point, by=by, now=now, **detail)


def apply(session: Session, point: CollectionPoint, values: dict[str, Any]) -> dict[str, changes.Change]:
    """Set `values` (of any column's kind); the differences as the journal keeps them, empty if there are none."""
    found = changes.differences(point, values)
    with session.no_autoflush:
        for name in found:
            setattr(point, name, values[name])
        if found:
            point.version += 1
            _index(session, point)
    return found


def dated(point: CollectionPoint, values: dict[str, Any], now: datetime) -> dict[str, Any]:
    """`values` (of any column's kind), a change of state with its first day: today, and no reason, if none is told."""
    if values.get("state", point.state) is point.state:
        return values
    return {"state_since": clock.day_of(now), "state_why": ""} | values


def check_day(since: date | None, now: datetime) -> None:
    if since is not None and since > clock.day_of(now):
        raise rules.StateInTheFuture(field="state_since")


def record(session: Session, verb: str, point: CollectionPoint, *, by: Person, now: datetime, **detail: Any) -> None:
    """`detail`: any JSON value."""
    detail["code"] = point.code
    journal.record(session, verb, SUBJECT, point.id, actor=by.name, actor_id=by.id, now=now, **detail)


def _columns(values: dict[str, Any], wish: NewPoint | PointChange) -> dict[str, Any]:
    """From the wire's fields to the table's; values of any column's kind."""
    for short, long in (("lat", "latitude"), ("lon", "longitude")):
        if short in values:
            values[long] = values.pop(short)
    if isinstance(wish, NewPoint) or "schedule" in wish.model_fields_set:
        values["schedule"] = stored(rules.check_schedule(wish.schedule))
    if isinstance(wish, NewPoint) or "opening_hours" in wish.model_fields_set:
        values["opening_hours"] = stored(rules.check_hours(wish.opening_hours))
    return values


def _check(session: Session, point: CollectionPoint) -> None:
    same_code = select(CollectionPoint.id).where(
        col(CollectionPoint.code) == point.code, col(CollectionPoint.id) != point.id
    )
    if session.exec(same_code).first():
        raise PointCodeTaken(field="code")
    if point.hamlet_id:
        places.require(session, point.hamlet_id)


def _index(session: Session, point: CollectionPoint) -> None:
    hamlet = places.names(session).get(point.hamlet_id, "") if point.hamlet_id else ""
    point.search_text = rules.search_text(point.name, point.code, point.place_words, hamlet)
