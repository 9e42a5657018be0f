"""Reading cameras, the queue of events and who looked at what."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.cameras.models import Camera, CameraEvent, CameraEventPart, EventState
from api.cameras.schemas import (
    CameraEventDetail,
    CameraEventShape,
    CameraLog,
    CameraLook,
    CameraNotice,
    CameraNotices,
    CameraQueue,
    Cameras,
    CameraShape,
    Evidence,
)
from api.core import clock, errors
from api.journal import queries as journal
from api.media.models import Picture
from api.media.schemas import staff_picture
from api.places.models import Hamlet

SUBJECT = "camera"
MOST_EVENTS = 100
MOST_LOOKS = 200


class CameraNotFound(errors.NotFound):
    code = "camera_not_found"
    says = "Không có camera này trong sổ."


class CameraEventNotFound(errors.NotFound):
    code = "camera_event_not_found"
    says = "Sự kiện này không có, hoặc đã xóa vì hết thời hạn lưu."


def require(session: Session, camera_id: UUID) -> Camera:
    camera = session.get(Camera, camera_id)
    if camera is None:
        raise CameraNotFound
    return camera


def key_number(session: Session, camera_id: UUID) -> int:
    """Of the key in force; 0 when this camera may not send."""
    found = session.execute(sa.select(col(Camera.key_number)).where(col(Camera.id) == camera_id, col(Camera.is_active)))
    return found.scalar() or 0


def require_event(session: Session, event_id: UUID, *, for_change: bool = False) -> CameraEvent:
    event = session.get(CameraEvent, event_id, with_for_update=for_change)
    if event is None:
        raise CameraEventNotFound
    return event


def find_event(session: Session, camera_id: UUID, reference: str) -> CameraEvent | None:
    statement = select(CameraEvent).where(CameraEvent.camera_id == camera_id, CameraEvent.reference == reference)
    return session.exec(statement.with_for_update()).first()


def parts(session: Session, event: CameraEvent) -> list[CameraEvent]:
    """The events a review groups that have come, oldest first."""
    named = sa.select(col(CameraEventPart.reference)).where(col(CameraEventPart.review_id) == event.id)
    of_camera = select(CameraEvent).where(CameraEvent.camera_id == event.camera_id)
    found = of_camera.where(col(CameraEvent.reference).in_(named), col(CameraEvent.id) != event.id)
    return list(session.exec(found.order_by(col(CameraEvent.started_at), col(CameraEvent.id))))


def is_alone() -> sa.ColumnElement[bool]:
    """No review groups it: what a review groups is looked at with the review."""
    review = sa.orm.aliased(CameraEvent)
    grouped = (
        sa.select(sa.literal(1))
        .select_from(CameraEventPart)
        .join(review, col(review.id) == col(CameraEventPart.review_id))
        .where(
            col(CameraEventPart.reference) == col(CameraEvent.reference),
            col(review.camera_id) == col(CameraEvent.camera_id),
        )
    )
    return ~sa.exists(grouped)


def is_due(now: datetime, camera: Camera) -> sa.ColumnElement[bool]:
    """Past its time, and nobody made a case of it."""
    before = now - timedelta(days=camera.retention_days)
    return sa.and_(
        col(CameraEvent.camera_id) == camera.id, col(CameraEvent.state) != EventState.CASE,
        col(CameraEvent.started_at) < before,
    )  # fmt: skip


def cameras(session: Session, *, now: datetime) -> Cameras:
    statement = select(Camera, Hamlet.name, Picture).join(Hamlet, isouter=True).join(Picture, isouter=True)
    waiting = _waiting(session)
    items = [
        CameraShape(
            **camera.model_dump(), lat=camera.latitude, lon=camera.longitude, hamlet_name=hamlet,
            has_key=camera.key_number > 0, waiting=waiting.get(camera.id, 0), due=_count(session, is_due(now, camera)),
            notice_photo=staff_picture(picture.id, "notice", picture) if picture else None,
        )
        for camera, hamlet, picture in session.exec(statement.order_by(col(Camera.code)))
    ]  # fmt: skip
    return Cameras(items=items)


def _waiting(session: Session) -> dict[UUID, int]:
    counted = sa.select(col(CameraEvent.camera_id), sa.func.count()).where(
        col(CameraEvent.state) == EventState.WAITING, is_alone()
    )
    rows = session.execute(counted.group_by(col(CameraEvent.camera_id)))
    return {row[0]: row[1] for row in rows}


def _count(session: Session, which: sa.ColumnElement[bool]) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(CameraEvent).where(which)) or 0


def notices(session: Session) -> CameraNotices:
    """For everybody: no coordinates, nothing of what was seen."""
    statement = (
        select(Camera, Hamlet.name)
        .join(Hamlet, isouter=True)
        .where(col(Camera.is_active), col(Camera.is_public))
        .order_by(col(Camera.code))
    )
    found = session.exec(statement)
    return CameraNotices(items=[CameraNotice(**one.model_dump(), hamlet_name=hamlet) for one, hamlet in found])


def queue(session: Session, state: EventState, camera_id: UUID | None) -> CameraQueue:
    """The newest first, alerts before the others while they wait; without any picture."""
    which = [col(CameraEvent.state) == state, is_alone()]
    if camera_id:
        which.append(col(CameraEvent.camera_id) == camera_id)
    newest = select(CameraEvent).where(*which)
    if state is EventState.WAITING:
        newest = newest.order_by(col(CameraEvent.is_alert).desc())
    newest = newest.order_by(col(CameraEvent.started_at).desc(), col(CameraEvent.id))
    rows = session.exec(newest.limit(MOST_EVENTS + 1)).all()
    return CameraQueue(
        items=shapes(session, rows[:MOST_EVENTS]), waiting=sum(_waiting(session).values()), more=len(rows) > MOST_EVENTS
    )


def shapes(session: Session, events: Sequence[CameraEvent]) -> list[CameraEventShape]:
    known = {one.id: one for one in session.exec(select(Camera))}
    people = {one.decided_by for one in events if one.decided_by}
    asked = sa.select(col(Account.id), col(Account.name)).where(col(Account.id).in_(people))
    names = {row[0]: row[1] for row in session.execute(asked)}
    return [_shape(session, event, known[event.camera_id], names) for event in events]


def _shape(session: Session, event: CameraEvent, camera: Camera, names: dict[UUID, str]) -> CameraEventShape:
    grouped = parts(session, event) if event.is_review else []
    labels = sorted({*event.labels, *(label for one in grouped for label in one.labels)})
    goes = clock.day_of(event.started_at + timedelta(days=camera.retention_days))
    return CameraEventShape(
        **event.model_dump(exclude={"labels", "decided_by"}), labels=labels, camera_name=f"{camera.code} {camera.name}",
        picture_count=sum(1 for one in (event, *grouped) if one.picture_id), decided_by=names.get(event.decided_by)
        if event.decided_by else None, erased_on=None if event.state is EventState.CASE else goes,
    )  # fmt: skip


def detail(session: Session, event: CameraEvent) -> CameraEventDetail:
    """With its pictures. The caller has checked the permission and written that somebody looked."""
    both = [event, *(parts(session, event) if event.is_review else ())]
    looks = [one for one in log(session, event.camera_id).items if one.reference == event.reference]
    pictures = [_evidence(session, one) for one in both if one.picture_sha256]
    return CameraEventDetail(**shapes(session, [event])[0].model_dump(), pictures=pictures, looks=looks)


def _evidence(session: Session, event: CameraEvent) -> Evidence:
    picture = session.get(Picture, event.picture_id) if event.picture_id else None
    photo = staff_picture(picture.id, "camera", picture) if picture else None
    taken = event.picture_taken_at or event.started_at
    return Evidence(reference=event.reference, taken_at=taken, sha256=event.picture_sha256, photo=photo)


def log(session: Session, camera_id: UUID) -> CameraLog:
    entries = journal.about(session, SUBJECT, camera_id)[-MOST_LOOKS:]
    looks = [
        CameraLook(at=one.at, who=one.actor, what=one.verb, reference=one.detail.get("reference"))
        for one in reversed(entries)
    ]
    return CameraLog(items=looks)


def evidence(session: Session, complaint_id: UUID) -> list[CameraEventDetail]:
    """The events a case was made from: the group, or each event by itself."""
    statement = select(CameraEvent).where(CameraEvent.complaint_id == complaint_id, is_alone())
    return [detail(session, event) for event in session.exec(statement.order_by(col(CameraEvent.started_at)))]
