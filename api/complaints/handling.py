"""What a unit does with a case it holds: check on site, work, resolve with evidence; notes, photos, secrets."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import actions, contacts, feedback_queries, group_queries, queries, rules, workflow_actions
from api.complaints.contact_schemas import ContactView
from api.complaints.desk_schemas import Resolution
from api.complaints.models import (
    PUBLIC_KINDS,
    Complaint,
    ComplaintPhoto,
    Note,
    NoteKind,
    PhotoKind,
    ReporterContact,
    Status,
)
from api.core import errors
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store


class PhotoNotArrived(errors.Conflict):
    code = "photo_not_arrived"
    says = "Ảnh này chưa về đến máy chủ."


class PhotoElsewhere(errors.Conflict):
    code = "photo_id_taken"
    says = "Mã ảnh này đã dùng ở nơi khác. Xin chọn lại ảnh."


class NoContact(errors.NotFound):
    code = "contact_not_found"
    says = "Người gửi không để lại tên và số điện thoại."


def step(session: Session, complaint: Complaint, to: Status, text: str, *, by: Person, now: datetime) -> None:
    """On-site check (verifying) or work (processing) begins."""
    if to is Status.VERIFYING:
        workflow_actions.check_judge(session, complaint, by=by)
    actions.move(session, complaint, to, to.value, by=by, now=now, text=text)


def resolve(session: Session, complaint: Complaint, resolution: Resolution, *, by: Person, now: datetime) -> None:
    """The work is done; EvidenceMissing without an after-photo or a reason why there is none."""
    workflow_actions.check_judge(session, complaint, by=by)
    workflow_actions.check_answerable(session, complaint)
    found = queries.present_photos(queries.photos(session, complaint.id))
    since = complaint.reopened_at
    after = [p for p, at in found if p.kind is PhotoKind.AFTER and (since is None or at.received_at > since)]
    is_again = since is not None and feedback_queries.has_resolved(session, complaint, by)
    rules.check_evidence(len(after), resolution.no_photo_reason, is_again=is_again)
    complaint.resolution = resolution.text
    complaint.no_photo_reason = None if after else resolution.no_photo_reason
    complaint.waste_kg = resolution.waste_kg
    complaint.resolved_at = now
    actions.move(
        session, complaint, Status.RESOLVED, "resolved", by=by, now=now, text=resolution.text,
        waste_kg=resolution.waste_kg, after_photos=len(after), no_photo_reason=complaint.no_photo_reason,
    )  # fmt: skip
    actions.tell_reporter(session, complaint, "complaint_resolved", now=now)


def declare_photo(session: Session, complaint: Complaint, photo_id: UUID, kind: PhotoKind) -> ComplaintPhoto:
    """Staff's photos need no declaration beforehand: the first PUT of an id declares it."""
    photo = session.get(ComplaintPhoto, photo_id)
    if photo is not None:
        if photo.complaint_id != complaint.id or photo.kind is not kind:
            raise PhotoElsewhere
        return photo
    position = len(queries.photos(session, complaint.id))
    photo = ComplaintPhoto(id=photo_id, complaint_id=complaint.id, kind=kind, position=position)
    session.add(photo)
    session.flush()
    return photo


def attach_photo(
    session: Session, store: Store, complaint: Complaint, photo_id: UUID, kind: PhotoKind, upload: media.Upload,
    *, by: Person, now: datetime,
) -> tuple[Picture, bool]:  # fmt: skip
    photo = declare_photo(session, complaint, photo_id, kind)
    return actions.add_photo(session, store, photo, upload, by=by, now=now)


def show_photo(
    session: Session, complaint: Complaint, photo_id: UUID, is_public: bool, reason: str = "",
    *, by: Person, now: datetime,
) -> None:  # fmt: skip
    """Let everybody see a checked photo, or take it back: its public address then ends."""
    picture = require_picture(session, complaint, photo_id)
    if is_public:
        media.publish(session, picture)
    else:
        media.unpublish(session, picture)
    choose_cover(session, complaint)
    complaint.version += 1
    verb = "photo_published" if is_public else "photo_unpublished"
    actions.write(session, complaint, verb, by=by, now=now, photo=str(photo_id), text=reason)


def choose_cover(session: Session, complaint: Complaint) -> None:
    """The first photo that everybody may see stands for a case in public lists: its own, else one merged into it."""
    session.flush()
    for case in (complaint, *group_queries.members(session, complaint.id)):
        present = queries.present_photos(group_queries.photos(session, case))
        shown = (p.public_key for photo, p in present if p.public_key and photo.kind in PUBLIC_KINDS)
        case.public_cover_key = next(shown, None)
        session.add(case)


def require_picture(session: Session, complaint: Complaint, photo_id: UUID) -> Picture:
    """A photo that has arrived, of the case or of one merged into it."""
    photo = group_queries.require_photo(session, complaint, photo_id)
    picture = session.get(Picture, photo.picture_id) if photo.picture_id else None
    if picture is None:
        raise PhotoNotArrived
    return picture


def add_note(
    session: Session, complaint: Complaint, note_id: UUID, text: str, kind: NoteKind, *, by: Person, now: datetime
) -> None:
    """A note of staff or a finding of the Front; the same id again changes nothing."""
    queries.lock(session, complaint.id)
    if known := session.get(Note, note_id):
        actions.check_same_note(known, complaint, text)
        return
    session.add(Note(id=note_id, complaint_id=complaint.id, kind=kind, text=text, account_id=by.id, at=now))
    verb = "finding_added" if kind is NoteKind.FINDING else "noted"
    actions.write(session, complaint, verb, by=by, now=now)


def view_contact(session: Session, complaint: Complaint, secret: bytes, *, by: Person, now: datetime) -> ContactView:
    """The reporter's name and phone; that somebody looked is written down first."""
    contact = session.get(ReporterContact, complaint.id)
    if contact is None:
        raise NoContact
    actions.write(session, complaint, "contact_viewed", by=by, now=now)
    return contacts.opened(contact, secret)


def view_original(session: Session, complaint: Complaint, photo_id: UUID, *, by: Person, now: datetime) -> Picture:
    """Leave to read the untouched original; that somebody did is written down first."""
    picture = require_picture(session, complaint, photo_id)
    actions.write(session, complaint, "original_viewed", by=by, now=now, photo=str(photo_id), sha256=picture.sha256)
    return picture
