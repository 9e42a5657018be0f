"""What people do with an event: look, dismiss, take back, make a case of it; and what the clock does."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.cameras import actions, queries, rules
from api.cameras.models import Camera, CameraEvent, CameraEventPart, DismissReason, EventState
from api.cameras.schemas import CaseFromCamera
from api.complaints import actions as complaints
from api.complaints import intake_actions
from api.complaints.intake_schemas import Intake
from api.complaints.models import Complaint, ComplaintPhoto, PlaceSource
from api.complaints.schemas import MOST_PHOTOS, Place
from api.core.settings import Settings
from api.media import actions as media
from api.media.models import Picture

CHANNEL = "camera"
MOST_AT_ONCE = 500


def look(session: Session, event_id: UUID, *, by: Person, now: datetime) -> CameraEvent:
    """Somebody opens the pictures: the journal keeps who and when."""
    event = queries.require_event(session, event_id)
    _record(session, event, "camera_event_looked", by=by, now=now)
    return event


def dismiss(
    session: Session, ids: Sequence[UUID], reason: DismissReason, *, by: Person, now: datetime
) -> list[CameraEvent]:
    """There is nothing to do. Kept until its time is past, so that it can be taken back."""
    events = [_waiting(session, event_id) for event_id in dict.fromkeys(ids)]
    for event in events:
        for one in (event, *queries.parts(session, event)):
            one.state, one.reason, one.decided_at, one.decided_by = EventState.DISMISSED, reason, now, by.id
            session.add(one)
        _record(session, event, "camera_event_dismissed", by=by, now=now, reason=reason.value)
    session.flush()
    return events


def take_back(session: Session, event_id: UUID, *, by: Person, now: datetime) -> CameraEvent:
    """A dismissed event waits again."""
    event = queries.require_event(session, event_id, for_change=True)
    if event.state is not EventState.DISMISSED:
        raise rules.EventDecided
    for one in (event, *queries.parts(session, event)):
        one.state, one.reason, one.decided_at, one.decided_by = EventState.WAITING, None, None, None
        session.add(one)
    _record(session, event, "camera_event_taken_back", by=by, now=now)
    session.flush()
    return event


def make_case(
    session: Session, event_id: UUID, wish: CaseFromCamera, settings: Settings, *, by: Person, now: datetime
) -> tuple[Complaint, bool]:
    """(case, True), or the one that was made before. Its pictures are shown to nobody until they are checked."""
    event = queries.require_event(session, event_id, for_change=True)
    if event.complaint_id == wish.id:
        return session.get_one(Complaint, wish.id), False
    _waiting(session, event_id)
    events = [event, *queries.parts(session, event)]
    pictures = [one for one in events if one.picture_id][:MOST_PHOTOS]
    camera = queries.require(session, event.camera_id)
    complaint, _ = intake_actions.record(session, _intake(camera, event, wish, pictures), settings, by=by, now=now)
    for one in pictures:
        _attach(session, complaint, one)
    for one in events:
        one.state, one.complaint_id = EventState.CASE, complaint.id
        one.decided_at, one.decided_by = now, by.id
        session.add(one)
    hashes = [one.picture_sha256 for one in pictures]
    _record(session, event, "camera_case_made", by=by, now=now, case=complaint.code, sha256=hashes)
    complaints.write(
        session, complaint, "camera_evidence", by=by, now=now, camera=camera.code, reference=event.reference,
        sha256=hashes, text=f"{camera.code} {camera.name}",
    )  # fmt: skip
    session.flush()
    return complaint, True


def _intake(camera: Camera, event: CameraEvent, wish: CaseFromCamera, pictures: list[CameraEvent]) -> Intake:
    place = Place(
        lat=camera.latitude, lon=camera.longitude, hamlet_id=camera.hamlet_id,
        words=camera.place_words or camera.name,
        source=PlaceSource.PIN if camera.latitude is not None else PlaceSource.HAMLET,
    )  # fmt: skip
    return Intake(
        id=wish.id, channel=CHANNEL, category=wish.category, words=wish.words, priority=wish.priority, place=place,
        reported_at=event.started_at, photos=[one.picture_id for one in pictures if one.picture_id],
    )  # fmt: skip


def _attach(session: Session, complaint: Complaint, event: CameraEvent) -> None:
    """The very picture that came from the camera becomes the case's."""
    photo = session.get_one(ComplaintPhoto, event.picture_id)
    picture = session.get_one(Picture, event.picture_id)
    photo.picture_id = picture.id
    complaint.photo_count += 1
    complaint.cover_key = complaint.cover_key or picture.key
    session.add_all([photo, complaint])


def _waiting(session: Session, event_id: UUID) -> CameraEvent:
    event = queries.require_event(session, event_id, for_change=True)
    if event.state is not EventState.WAITING:
        raise rules.EventDecided
    return event


def _record(session: Session, event: CameraEvent, verb: str, *, by: Person, now: datetime, **told: object) -> None:
    actions.record(session, event.camera_id, verb, by=by, now=now, reference=event.reference, **told)


def erase_due(session: Session, *, now: datetime) -> int:
    """Events past their camera's time that nobody made a case of, with their pictures; how many."""
    actions.forget_nonces(session, now=now)
    erased = 0
    for camera in session.exec(select(Camera)).all():
        due = select(CameraEvent).where(queries.is_due(now, camera)).limit(MOST_AT_ONCE)
        events = session.exec(due).all()
        for event in events:
            _erase(session, event)
        if events:
            actions.record(session, camera.id, "camera_events_erased", by=None, now=now, count=len(events))
        erased += len(events)
    return erased


def _erase(session: Session, event: CameraEvent) -> None:
    session.execute(sa.delete(CameraEventPart).where(col(CameraEventPart.review_id) == event.id))
    picture = session.get(Picture, event.picture_id) if event.picture_id else None
    session.delete(event)
    session.flush()
    if picture:
        media.erase(session, picture)
