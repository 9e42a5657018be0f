"""What it means to forget: the reporter, the bytes as received, the free words of a case."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.complaints import queries as complaints
from api.complaints import triage
from api.complaints.duplicate_models import Follower
from api.complaints.feedback_models import Feedback
from api.complaints.models import Complaint, Note, ReporterContact
from api.complaints.moderation_models import PublicWording, SenderTrace
from api.journal import actions as journal
from api.media import actions as media
from api.media.models import Picture
from api.places import rules as geography


def contact(session: Session, complaint: Complaint) -> None:
    """Name, phone and where the report came from."""
    for table in (ReporterContact, SenderTrace):
        row = session.get(table, complaint.id)
        if row is not None:
            session.delete(row)


def followers(session: Session, *narrowed: sa.ColumnElement[bool]) -> int:
    """Name, phone and words of those who joined in; how many. That they did stays, and their tracking token works."""
    nobody = {"sealed_name": None, "sealed_phone": None, "phone_key": None, "words": ""}
    found = list(session.exec(select(Follower).where(*narrowed, col(Follower.sealed_phone).is_not(None))))
    for follower in found:
        for name, value in nobody.items():
            setattr(follower, name, value)
        session.add(follower)
    return len(found)


def originals(session: Session, complaint: Complaint, *, now: datetime) -> int:
    """The bytes as received, with what the camera wrote in them; how many."""
    found = [picture for _, picture in complaints.present_photos(complaints.photos(session, complaint.id))]
    kept = [picture for picture in found if picture.original_erased_at is None]
    for picture in kept:
        media.forget_original(session, picture, now=now)
    return len(kept)


def words(session: Session, complaint: Complaint) -> None:
    """What people wrote, and the exact place. Kind, hamlet, dates, result and totals stay."""
    for table in (Note, PublicWording, Feedback):
        session.execute(sa.delete(table).where(col(table.complaint_id) == complaint.id))
    complaint.words = complaint.place_words = ""
    triage.describe_anew(session, complaint)  # it is found by its code, kind and hamlet from now on
    complaint.accuracy_m = None
    if complaint.latitude is not None and complaint.longitude is not None:
        complaint.latitude, complaint.longitude = geography.rounded(complaint.latitude, complaint.longitude)


def write(session: Session, complaint: Complaint, rule: str, *, actor: str, by: UUID | None, now: datetime) -> None:
    """That it was forgotten, and by which rule; never what."""
    complaint.version += 1
    session.add(complaint)
    journal.record(
        session, "anonymised", complaints.SUBJECT, complaint.id, actor=actor, actor_id=by, now=now, rule=rule
    )


def pictures(session: Session, ids: list[UUID], *, now: datetime) -> None:
    """The originals of pictures that belong to no case."""
    for picture in session.exec(select(Picture).where(col(Picture.id).in_(ids))):
        media.forget_original(session, picture, now=now)
