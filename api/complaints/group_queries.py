"""Which cases belong together. A merged case points to the one it goes on in, so that cases stand in trees."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from api.complaints import queries
from api.complaints.duplicate_models import Follower
from api.complaints.models import Complaint, ComplaintPhoto
from api.media.models import Picture


def path(session: Session, complaint: Complaint) -> list[Complaint]:
    """The case, the one it is merged into, and so on up to the one that stands for all."""
    found = [complaint]
    while found[-1].merged_into_id:
        found.append(queries.require(session, found[-1].merged_into_id))
    return found


def master(session: Session, complaint: Complaint) -> Complaint:
    """The case in which this one goes on; itself when it is not merged."""
    return path(session, complaint)[-1]


def members(session: Session, complaint_id: UUID) -> list[Complaint]:
    """Every case merged into this one, directly or by way of another, in the order they came."""
    found: list[Complaint] = []
    level = [complaint_id]
    while level:
        below = session.exec(select(Complaint).where(col(Complaint.merged_into_id).in_(level))).all()
        found += below
        level = [one.id for one in below]
    return sorted(found, key=lambda one: (one.received_at, one.id))


def photos(session: Session, complaint: Complaint) -> list[tuple[ComplaintPhoto, Picture | None]]:
    """The photos of the case, then those of the cases merged into it."""
    ids = [complaint.id, *(one.id for one in members(session, complaint.id))]
    return [pair for complaint_id in ids for pair in queries.photos(session, complaint_id)]


def require_photo(session: Session, complaint: Complaint, photo_id: UUID) -> ComplaintPhoto:
    """A photo of the case or of one merged into it."""
    photo = session.get(ComplaintPhoto, photo_id)
    owner = session.get(Complaint, photo.complaint_id) if photo else None
    if photo is None or owner is None or complaint not in path(session, owner):
        raise queries.PhotoNotDeclared
    return photo


def followers(session: Session, complaint_ids: Iterable[UUID]) -> list[Follower]:
    statement = (
        select(Follower)
        .where(col(Follower.complaint_id).in_(list(complaint_ids)))
        .order_by(col(Follower.created_at), col(Follower.id))
    )
    return list(session.exec(statement))
