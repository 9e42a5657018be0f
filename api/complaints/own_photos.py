"""What the sender may still do with the photos of a case: add one more, or give up one that never came."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.complaints import actions, group_queries, queries
from api.complaints.models import Complaint, ComplaintPhoto, PhotoKind
from api.complaints.schemas import MOST_PHOTOS
from api.core import errors
from api.journal import actions as journal
from api.media import actions as media
from api.media.models import Picture


class TooManyPhotos(errors.Conflict):
    code = "complaint_too_many_photos"
    says = f"Mỗi phản ánh gửi tối đa {MOST_PHOTOS} ảnh."


class ComplaintEnded(errors.Conflict):
    code = "complaint_ended"
    says = "Phản ánh này đã xử lý xong nên không thêm ảnh được nữa. Xin gửi phản ánh mới."


class PhotoArrived(errors.Conflict):
    code = "photo_arrived"
    says = "Ảnh này xã đã nhận nên không bỏ được nữa."


def declare(session: Session, complaint: Complaint, photo_id: UUID, follower_id: UUID | None = None) -> ComplaintPhoto:
    """The place for a photo of this id: the one declared before, else one more while the case is at work, here or in
    the one it was merged into. `follower_id`: the supporter whose it is; None: the reporter's.
    """
    complaint = queries.lock(session, complaint.id)
    known = session.get(ComplaintPhoto, photo_id)
    if known is not None:
        return queries.require_photo(session, complaint.id, photo_id)
    if session.get(Picture, photo_id) is not None:  # another room's
        raise media.PictureIdTaken
    master = group_queries.master(session, complaint)
    if not master.is_open:
        raise ComplaintEnded
    most = MOST_PHOTOS * (1 + master.reopen_count)  # each "not done" may show what is left
    declared = [photo for photo, _ in queries.photos(session, complaint.id)]
    if sum(photo.kind is PhotoKind.BEFORE and photo.follower_id == follower_id for photo in declared) >= most:
        raise TooManyPhotos
    position = max((photo.position for photo in declared), default=-1) + 1
    photo = ComplaintPhoto(
        id=photo_id, complaint_id=complaint.id, kind=PhotoKind.BEFORE, position=position, follower_id=follower_id
    )
    session.add(photo)
    session.flush()
    return photo


def give_up(
    session: Session, complaint: Complaint, photo_id: UUID, follower_id: UUID | None = None, *, now: datetime
) -> None:
    """Nobody waits for this photo any more. One that is not declared, or no longer, changes nothing."""
    complaint = queries.lock(session, complaint.id)
    photo = session.get(ComplaintPhoto, photo_id, populate_existing=True)
    if photo is None or photo.complaint_id != complaint.id or photo.kind is not PhotoKind.BEFORE:
        return
    if photo.follower_id != follower_id:
        return
    if photo.picture_id is not None:
        raise PhotoArrived
    session.delete(photo)
    actions.write(session, complaint, "photo_given_up", by=journal.RESIDENT, now=now, photo=str(photo_id))
