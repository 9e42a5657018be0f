"""Keeping the register of cameras, and taking in what they send."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.cameras import queries, rules
from api.cameras.models import Camera, CameraEvent, CameraEventPart, CameraNonce, Heard
from api.cameras.schemas import CameraEdit
from api.core import errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.media import actions as media
from api.media.store import Store
from api.places import queries as places

CAMERA = "camera"  # the journal's name for what a camera itself sent


class CameraCodeTaken(errors.Conflict):
    code = "camera_code_taken"
    says = "Mã này đã dùng cho camera khác."


def put_camera(
    session: Session, camera_id: UUID, wish: CameraEdit, *, version: int, by: Person, now: datetime
) -> Camera:
    """Enter a camera (`version` 0) or change it."""
    camera = session.get(Camera, camera_id, with_for_update=True)
    if version != (camera.version if camera else 0):
        raise errors.Stale(current=camera.model_dump(mode="json") if camera else None)
    taken = session.exec(select(Camera).where(sa.func.lower(Camera.code) == wish.code.lower())).first()
    if taken and taken.id != camera_id:
        raise CameraCodeTaken(field="code")
    if wish.hamlet_id:
        places.require(session, wish.hamlet_id)
    values = wish.model_dump(exclude={"lat", "lon"}) | {"latitude": wish.lat, "longitude": wish.lon}
    if camera is None:
        camera = Camera(id=camera_id, version=0, **values)
        found: dict[str, Any] = {}  # any: journal values
    else:
        found = changes.differences(camera, values)
        for name, value in values.items():
            setattr(camera, name, value)
    camera.version += 1
    session.add(camera)
    session.flush()
    record(session, camera.id, "camera_set", by=by, now=now, changes=found)
    return camera


def make_key(session: Session, camera_id: UUID, secret: bytes, *, version: int, by: Person, now: datetime) -> str:
    """A new key; the one before ends."""
    camera = session.get(Camera, camera_id, with_for_update=True)
    if camera is None:
        raise queries.CameraNotFound
    if camera.version != version:
        raise errors.Stale(current=camera.model_dump(mode="json"))
    camera.key_number += 1
    camera.version += 1
    session.add(camera)
    record(session, camera.id, "camera_key_made", by=by, now=now, number=camera.key_number)
    return rules.key_of(secret, camera.id, camera.key_number)


def set_notice_photo(
    session: Session, store: Store, camera_id: UUID, photo_id: UUID, upload: media.Upload, *, by: Person, now: datetime
) -> None:
    """A photo of the sign that tells people of the camera."""
    camera = queries.require(session, camera_id)
    picture = media.receive(session, store, photo_id, upload, by=by.id, now=now)
    if camera.notice_picture_id != picture.id:
        camera.notice_picture_id = picture.id
        camera.version += 1
        session.add(camera)
        record(session, camera.id, "camera_notice_photo", by=by, now=now, sha256=picture.sha256)


def record(session: Session, camera_id: UUID, verb: str, *, by: Person | None, now: datetime, **told: Any) -> None:
    """The journal row. `told`: any JSON values; never a picture's content."""
    name, account_id = (by.name, by.id) if by else (CAMERA, None)
    journal.record(session, verb, queries.SUBJECT, camera_id, actor=name, actor_id=account_id, now=now, **told)


def take_once(session: Session, camera_id: UUID, nonce: str, *, now: datetime) -> Camera:
    """The camera that sent it, locked until the message is in. MessageReplayed for a message that came before."""
    camera = session.get(Camera, camera_id, with_for_update=True)
    if camera is None:
        raise rules.SignatureWrong
    try:
        with session.begin_nested():
            session.add(CameraNonce(camera_id=camera_id, nonce=nonce, at=now))
            session.flush()
    except IntegrityError:
        raise rules.MessageReplayed from None
    camera.last_heard_at = now
    session.add(camera)
    return camera


def hear(session: Session, camera: Camera, heard: Heard, *, source: str, now: datetime) -> CameraEvent:
    """Put what a message says to what is known of the event. `source`: the name the message gives its camera."""
    if source and camera.source_name and source != camera.source_name:
        raise rules.CameraOfAnother(field="after.camera")
    rules.check_time(heard.started_at, camera.retention_days, now=now)
    event = queries.find_event(session, camera.id, heard.reference) or CameraEvent(
        id=uuid5(camera.id, heard.reference), camera_id=camera.id, reference=heard.reference,
        started_at=heard.started_at, received_at=now,
    )  # fmt: skip
    rules.merge(event, heard)
    session.add(event)
    session.flush()
    known = set(session.exec(select(CameraEventPart.reference).where(CameraEventPart.review_id == event.id)))
    session.add_all(CameraEventPart(review_id=event.id, reference=one) for one in sorted(heard.parts - known))
    session.flush()
    return event


def add_picture(
    session: Session, store: Store, event: CameraEvent, upload: media.Upload, taken_at: datetime | None, *,
    now: datetime,
) -> None:  # fmt: skip
    """The first picture of an event stays; the same sent again is nothing new, another one is refused."""
    picture = media.receive(session, store, uuid5(event.id, "picture"), upload, by=None, now=now)
    if event.picture_id is None:
        event.picture_id, event.picture_sha256, event.picture_taken_at = picture.id, picture.sha256, taken_at
        session.add(event)
        record(
            session, event.camera_id, "camera_picture_received", by=None, now=now, reference=event.reference,
            sha256=picture.sha256,
        )  # fmt: skip


def forget_nonces(session: Session, *, now: datetime) -> None:
    """Those older than the window are refused for their time already."""
    session.execute(sa.delete(CameraNonce).where(col(CameraNonce.at) < now - 2 * rules.WINDOW - timedelta(minutes=1)))
