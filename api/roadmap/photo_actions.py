"""Photos of a place on the roadmap, before the works and after them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from api.accounts.rules import Person
from api.core import errors
from api.journal import actions as journal
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store
from api.roadmap import queries
from api.roadmap.models import RoadmapPhoto, RoadmapSide

MOST_PHOTOS = 6  # of each side


class TooManyRoadmapPhotos(errors.Conflict):
    code = "too_many_photos"
    says = f"Mỗi bên trước và sau có tối đa {MOST_PHOTOS} ảnh."


class RoadmapPhotoNotFound(errors.NotFound):
    code = "roadmap_photo_not_found"
    says = "Không tìm thấy ảnh này trong lộ trình."


def add(
    session: Session, store: Store, entry_id: UUID, photo_id: UUID, side: RoadmapSide, upload: media.Upload, *,
    by: Person, now: datetime,
) -> tuple[Picture, bool]:  # fmt: skip
    """The picture, and whether it is new. Staff take these photos for everybody, so they are public at once."""
    entry = queries.require(session, entry_id, locked=True)
    known = session.get(RoadmapPhoto, photo_id)
    is_taken = known is None and session.get(Picture, photo_id) is not None
    if is_taken or (known is not None and known.entry_id != entry.id):
        raise media.PictureIdTaken
    of_this_side = (col(RoadmapPhoto.entry_id) == entry.id) & (col(RoadmapPhoto.side) == side)
    count = session.exec(select(func.count()).where(of_this_side)).one()
    if known is None and count >= MOST_PHOTOS:
        raise TooManyRoadmapPhotos
    picture = media.receive(session, store, photo_id, upload, by=by.id, now=now)
    if known is None:
        media.publish(session, picture)
        session.flush()
        session.add(RoadmapPhoto(id=photo_id, entry_id=entry.id, side=side, picture_id=picture.id, position=count))
        _record(session, "roadmap_photo_added", entry.id, photo_id, by, now)
    return picture, known is None


def remove(session: Session, entry_id: UUID, photo_id: UUID, *, by: Person, now: datetime) -> None:
    """Its address stops working at once. The journal keeps who took it away."""
    entry = queries.require(session, entry_id, locked=True)
    known = session.get(RoadmapPhoto, photo_id)
    if known is None or known.entry_id != entry.id:
        raise RoadmapPhotoNotFound
    if picture := session.get(Picture, known.picture_id):
        media.unpublish(session, picture)
    session.delete(known)
    _record(session, "roadmap_photo_removed", entry.id, photo_id, by, now)


def _record(session: Session, verb: str, entry_id: UUID, photo_id: UUID, by: Person, now: datetime) -> None:
    journal.record(
        session, verb, "roadmap_entry", entry_id, actor=by.name, actor_id=by.id, now=now, photo_id=str(photo_id)
    )
