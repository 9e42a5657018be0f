"""Photos of news and activities: which there are."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from api.core import errors
from api.media.models import Picture
from api.outreach.photo_models import OutreachPhoto, PhotoOf


class PhotoNotFound(errors.NotFound):
    code = "outreach_photo_not_found"
    says = "Không tìm thấy ảnh này."


def of(session: Session, kind: PhotoOf, subjects: Iterable[UUID]) -> dict[UUID, list[tuple[UUID, Picture]]]:
    """Thing → its photos (id, picture) in their order."""
    statement = (
        select(OutreachPhoto, Picture)
        .join(Picture, col(Picture.id) == col(OutreachPhoto.picture_id))
        .where(col(OutreachPhoto.subject_kind) == kind, col(OutreachPhoto.subject_id).in_(list(subjects)))
        .order_by(col(OutreachPhoto.position), col(OutreachPhoto.id))
    )
    found: defaultdict[UUID, list[tuple[UUID, Picture]]] = defaultdict(list)
    for photo, picture in session.exec(statement):
        found[photo.subject_id].append((photo.id, picture))
    return found


def require(session: Session, kind: PhotoOf, subject_id: UUID, photo_id: UUID) -> OutreachPhoto:
    photo = session.get(OutreachPhoto, photo_id)
    if photo is None or (photo.subject_kind, photo.subject_id) != (kind, subject_id):
        raise PhotoNotFound
    return photo
