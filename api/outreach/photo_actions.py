"""Adding photos to news and activities, and taking them away."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import errors
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store
from api.outreach import keeping, photo_queries
from api.outreach.activity_models import Activity
from api.outreach.green_models import GreenCheck
from api.outreach.news_models import NewsPost
from api.outreach.photo_models import OutreachPhoto, PhotoOf

MOST_PHOTOS = 12


class TooManyPhotos(errors.Conflict):
    code = "outreach_too_many_photos"
    says = f"Nhiều nhất {MOST_PHOTOS} ảnh."


def add(
    session: Session, store: Store, kind: PhotoOf, subject: NewsPost | Activity | GreenCheck, photo_id: UUID,
    upload: media.Upload, *, by: Person, now: datetime,
) -> tuple[Picture, bool]:  # fmt: skip
    """The picture, and whether it is new. Staff choose photos of news for everybody, so these are public at once."""
    known = session.get(OutreachPhoto, photo_id)
    count = len(photo_queries.of(session, kind, [subject.id])[subject.id])
    if known and (known.subject_kind, known.subject_id) != (kind, subject.id):
        raise media.PictureIdTaken
    if known is None and session.get(Picture, photo_id) is not None:
        raise media.PictureIdTaken  # another room's photo, which may not be for everybody
    if known is None and count >= MOST_PHOTOS:
        raise TooManyPhotos
    picture = media.receive(session, store, photo_id, upload, by=by.id, now=now)
    if known is None:
        if kind is PhotoOf.NEWS:
            media.publish(session, picture)
        session.flush()
        session.add(
            OutreachPhoto(
                id=photo_id, subject_kind=kind, subject_id=subject.id, picture_id=picture.id, position=count
            )
        )  # fmt: skip
        keeping.record(session, "photo_added", subject, subject.id, by=by, now=now, photo_id=str(photo_id))
    return picture, known is None


def remove(
    session: Session, kind: PhotoOf, subject: NewsPost | Activity, photo_id: UUID, *, by: Person, now: datetime
) -> None:
    """Nobody sees it any more; its address stops working at once."""
    photo = photo_queries.require(session, kind, subject.id, photo_id)
    if picture := session.get(Picture, photo.picture_id):
        media.unpublish(session, picture)
    session.delete(photo)
    subject.version += 1
    session.add(subject)
    session.flush()
    keeping.record(session, "photo_removed", subject, subject.id, by=by, now=now, photo_id=str(photo_id))
