"""How a case looks to who holds a token of it: its reporter, or somebody who saw the same.

A merged case goes on in another one, so its reporter sees how that one goes on; who else is there, nobody is told.
"""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from api.complaints import clock_views, feedback_queries, group_queries, queries, question_queries, views
from api.complaints.duplicate_models import Follower
from api.complaints.feedback_rules import NOTHING
from api.complaints.models import PUBLIC_KINDS, Complaint, ComplaintPhoto, PhotoKind, Status
from api.complaints.question_models import LegalKind
from api.complaints.schemas import PublicPhoto
from api.complaints.tracked_schemas import TrackedCase
from api.core import clock
from api.media.models import Picture

VEILED = ("hamlet", "place", "unit_name", "reply", "resolution", "reject_reason", "stop_words", "rating")


def tracked_case(
    session: Session, complaint: Complaint, *, now: datetime, follower: Follower | None = None
) -> TrackedCase:
    """On top of the public view: exact times, own photos checked or not, and to the reporter the question."""
    master = group_queries.master(session, complaint)
    is_own = master is complaint and follower is None
    shown = master if is_own or not master.is_hidden else complaint
    since, steps = _course(session, complaint, shown, follower)
    due, question = shown.answer_due_at, _question(complaint, steps) if is_own and not complaint.is_restricted else None
    times = queries.timetable(session)
    answer = clock_views.answer_clock(shown, queries.changes(session, shown.id), times, now)
    common = views.common(session, shown) | {"code": complaint.code, "received_on": clock.day_of(since)}
    guidance = session.get(LegalKind, complaint.kind) if complaint.is_restricted and is_own else None
    veiled = shown.is_hidden and not is_own
    if veiled:
        common |= dict.fromkeys(VEILED)
    return TrackedCase(
        **common,
        id=follower.id if follower else complaint.id,
        received_at=since,
        due_at=due,
        is_overdue=bool(shown.is_open and shown.status is not Status.NEED_INFO and due and due <= now),
        photos=_photos(session, complaint, shown, follower),
        photos_missing=_missing(session, complaint, follower),
        merged_into=master.code if shown is not complaint else None,
        follower_count=shown.follower_count,
        is_support=follower is not None,
        question=question,
        guidance=guidance.public_text if guidance else None,
        answers=question_queries.answers(session, complaint.id) if is_own else [],
        feedback=(feedback_queries.say(session, complaint, now=now) if follower is None else NOTHING)._asdict(),
        parts=[views.part_of_case(session, part) for part in queries.parts(session, shown.id)] if not veiled else [],
        timeline=steps,
        deadline=clock_views.public_clock(answer, times, now),
        clock=answer,
        extension=clock_views.extension(shown),
    )


def _course(
    session: Session, complaint: Complaint, shown: Complaint, follower: Follower | None
) -> tuple[datetime, list[dict[str, Any]]]:
    """(since when this person is in it, the steps since then)."""
    if follower is None:
        own = views.steps_of(session, complaint)
        joined = own[-1]["at"] if own else complaint.received_at  # the last step of a merged case is the merge
        return complaint.received_at, own + (_steps_since(session, shown, joined) if shown is not complaint else [])
    label = queries.status_labels(session)[Status.SUBMITTED].public_label
    first = {"at": follower.created_at, "status": Status.SUBMITTED, "label": label, "unit_name": None, "notice": None}
    return follower.created_at, [first, *_steps_since(session, shown, follower.created_at)]


def _steps_since(session: Session, complaint: Complaint, moment: datetime) -> list[dict[str, Any]]:
    return views.steps_of(session, complaint, after=moment)


def _question(complaint: Complaint, steps: list[dict[str, Any]]) -> dict[str, Any] | None:
    if not complaint.question:
        return None
    asked = next((step["at"] for step in reversed(steps) if step["status"] is Status.NEED_INFO), complaint.received_at)
    wants = {"wants_photo": complaint.question_wants_photo, "wants_place": complaint.question_wants_place}
    return {"text": complaint.question, "at": asked, **wants}


def _photos(session: Session, complaint: Complaint, shown: Complaint, follower: Follower | None) -> list[PublicPhoto]:
    """The own photos as they are, others' as everybody may see them."""
    others = group_queries.photos(session, shown) if not shown.is_hidden else queries.photos(session, complaint.id)
    present = [(p, picture) for p, picture in queries.present_photos(others) if p.kind in PUBLIC_KINDS]
    keyed = [(p, picture, _key(p, picture, complaint, follower)) for p, picture in present]
    return [views.photo_shape(photo, picture, key) for photo, picture, key in keyed if key]


def _key(photo: ComplaintPhoto, picture: Picture, complaint: Complaint, follower: Follower | None) -> str | None:
    if photo.complaint_id != complaint.id:
        return picture.public_key
    is_own = photo.follower_id == (follower.id if follower else None)
    is_shared = follower is None or photo.kind is PhotoKind.BEFORE  # the reporter sees the result before it is public
    return picture.key if is_own and is_shared else picture.public_key


def _missing(session: Session, complaint: Complaint, follower: Follower | None) -> list[Any]:
    """Ids of the own photos that have not arrived."""
    own = follower.id if follower else None
    found = queries.photos(session, complaint.id)
    return [p.id for p, picture in found if picture is None and p.kind is PhotoKind.BEFORE and p.follower_id == own]
