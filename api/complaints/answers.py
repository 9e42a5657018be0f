"""The resident answers the commune's question, in words, with photos, with a better place."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.complaints import actions, queries, timetable
from api.complaints.answer_schemas import Answer, AnswerPlace
from api.complaints.models import Complaint, ComplaintPhoto, Note, NoteKind, PhotoKind, Status
from api.core import errors
from api.journal import actions as journal
from api.media import actions as media
from api.media.models import Picture
from api.places import rules as geography


class NoQuestion(errors.Conflict):
    code = "no_question"
    says = "Phản ánh này hiện không cần bổ sung gì thêm."


def answer(session: Session, complaint_id: UUID, answered: Answer, *, now: datetime) -> Complaint:
    """Into the case; which goes back to where it was asked, its clock too. The same again changes nothing."""
    complaint = queries.lock(session, complaint_id)
    if known := session.get(Note, answered.id):
        words = known.text.partition(PLACED)[0]
        if known.complaint_id != complaint.id or words != answered.words:
            raise actions.NoteIdTaken
        return complaint
    if complaint.status is not Status.NEED_INFO or complaint.is_restricted:
        raise NoQuestion
    text = answered.words
    if answered.place:
        text += PLACED + _placed(complaint, answered.place)
    session.add(Note(id=answered.id, complaint_id=complaint.id, kind=NoteKind.ANSWER, text=text, at=now))
    declare(session, complaint, answered.photos, PhotoKind.BEFORE)
    back = timetable.asked_from(queries.changes(session, complaint.id)) or Status.SUBMITTED
    actions.move(session, complaint, back, "question_answered", by=journal.RESIDENT, now=now)
    return complaint


PLACED = "\n[Người gửi chỉ lại chỗ trên bản đồ."


def _placed(complaint: Complaint, place: AnswerPlace) -> str:
    """Move the case to where its sender points. The place before stays in the note: the journal is kept for ever."""
    known = complaint.latitude is not None and complaint.longitude is not None
    before = f" Chỗ ghi trước: {complaint.latitude:.5f}, {complaint.longitude:.5f}." if known else ""
    complaint.latitude, complaint.longitude, complaint.accuracy_m = place.lat, place.lon, place.accuracy_m
    complaint.place_source = place.source
    complaint.is_outside = geography.is_outside_commune(geography.Point(place.lat, place.lon))
    return f"{before}]"


def declare(
    session: Session, complaint: Complaint, photo_ids: list[UUID], kind: PhotoKind, *, request_id: UUID | None = None
) -> None:
    """Places for the photos that will follow an answer, behind those the case has."""
    position = len(queries.photos(session, complaint.id))
    for place, photo_id in enumerate(dict.fromkeys(photo_ids), start=position):
        if session.get(ComplaintPhoto, photo_id) is not None or session.get(Picture, photo_id) is not None:
            raise media.PictureIdTaken
        photo = ComplaintPhoto(id=photo_id, complaint_id=complaint.id, kind=kind, position=place, request_id=request_id)
        session.add(photo)
