"""The reporter's own say, with the tracking token: correct, withdraw, rate, say that it is not done.

Of a merged case the result is that of the one it goes on in: a rating counts there, and "not done" reopens that one.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.complaints import (
    actions,
    duplicate_actions,
    feedback_queries,
    group_queries,
    own_photos,
    queries,
    triage,
    watch,
)
from api.complaints.feedback_models import Feedback, FeedbackKind
from api.complaints.feedback_rules import MOST_SAID, Say
from api.complaints.feedback_schemas import CaseCorrection, NotDone, Rating, Withdrawal
from api.complaints.models import Complaint, Status
from api.complaints.schemas import Place
from api.core import clock, errors
from api.journal import actions as journal
from api.notifications import actions as notifications
from api.places import rules as geography
from api.places.models import Hamlet

Wish = CaseCorrection | Withdrawal | Rating | NotDone
REOPENED_WORDS = "Người gửi báo chưa xong"


class FeedbackIdTaken(errors.Conflict):
    code = "feedback_id_taken"
    says = "Mã định danh này đã dùng cho một nội dung khác. Xin gửi lại như một nội dung mới."


class TooMuchSaid(errors.Conflict):
    code = "feedback_too_many"
    says = "Phản ánh này đã sửa hoặc góp ý quá nhiều lần. Xin gọi đường dây nóng."


class NotChangeable(errors.Conflict):
    code = "complaint_not_changeable"
    says = "Phản ánh đã xử lý xong hoặc đã dừng nên không sửa, không rút lại được nữa."


class SharedWithOthers(errors.Conflict):
    code = "complaint_shared"
    says = "Có người khác cũng phản ánh việc này nên xã vẫn xử lý tiếp, không rút lại được."


class NotRateable(errors.Conflict):
    code = "complaint_not_rateable"
    says = "Chỉ đánh giá được sau khi xã trả lời và trong thời hạn góp ý."


class NotReopenable(errors.Conflict):
    code = "complaint_not_reopenable"
    says = "Đã quá thời hạn báo chưa xong. Xin gửi phản ánh mới, có thể nhắc mã này."


def correct(session: Session, complaint_id: UUID, wish: CaseCorrection, *, secret: bytes, now: datetime) -> Complaint:
    """Other words, kind or place. What stood before is kept for staff, where it can be erased."""
    complaint, feedback, may = _heard(session, complaint_id, FeedbackKind.CORRECTION, wish, secret, now)
    if feedback is None:
        return complaint
    if not may.may_change:
        raise NotChangeable
    changed: dict[str, list[Any]] = {}  # any: the journal's [before, after]
    if wish.words is not None and wish.words != complaint.words:
        feedback.former["words"], complaint.words = complaint.words, wish.words
        changed["words"] = [None, "reworded"]
    if wish.category is not None and wish.category != complaint.category:
        category = actions.require_category(session, wish.category)
        feedback.former["category"], complaint.category = complaint.category or "", category.code
        changed["category"] = [feedback.former["category"] or None, category.code]
    if wish.place is not None:
        feedback.former["place"] = _place_of(session, complaint)
        _place_anew(session, complaint, wish.place, now=now)
        changed["place"] = [None, "moved"]  # an exact place can be somebody's gate; the journal is kept for ever
    session.add(feedback)
    triage.describe_anew(session, complaint)
    complaint.version += 1
    actions.write(session, complaint, "corrected", by=journal.RESIDENT, now=now, changed=changed)
    return complaint


def withdraw(session: Session, complaint_id: UUID, wish: Withdrawal, *, secret: bytes, now: datetime) -> Complaint:
    """The reporter takes the report back: it ends and nobody but staff sees it. Withdrawn already it stays so."""
    complaint, feedback, may = _heard(session, complaint_id, FeedbackKind.WITHDRAWAL, wish, secret, now)
    if feedback is None or complaint.status is Status.WITHDRAWN:
        return complaint
    if not may.may_change:
        raise NotChangeable
    if complaint.follower_count:
        raise SharedWithOthers
    session.add(feedback)
    complaint.closed_at = now
    triage.hide(session, complaint, True)
    actions.move(session, complaint, Status.WITHDRAWN, "withdrawn", by=journal.RESIDENT, now=now)
    return complaint


def rate(session: Session, complaint_id: UUID, wish: Rating, *, secret: bytes, now: datetime) -> Complaint:
    """One to five stars after the reply; within the window the last one of each reporter counts."""
    complaint, feedback, may = _heard(session, complaint_id, FeedbackKind.RATING, wish, secret, now)
    if feedback is None:
        return complaint
    if not may.may_rate:
        raise NotRateable
    feedback.stars = wish.stars
    session.add(feedback)
    session.flush()
    master = group_queries.master(session, complaint)
    master.rating, master.rated_at = feedback_queries.rating(session, master), now
    master.version += 1
    actions.write(session, master, "rated", by=journal.RESIDENT, now=now, stars=wish.stars)
    return complaint


def reopen(session: Session, complaint_id: UUID, wish: NotDone, *, secret: bytes, now: datetime) -> Complaint:
    """ "Not done": the case goes back to work, and who handled it and the hotline are told at once."""
    complaint, feedback, may = _heard(session, complaint_id, FeedbackKind.NOT_DONE, wish, secret, now)
    if feedback is None:
        return complaint
    if not may.may_reopen:
        raise NotReopenable
    session.add(feedback)
    master = group_queries.master(session, complaint)
    triage.reopen(session, master, REOPENED_WORDS, by=journal.RESIDENT, now=now)
    for photo_id in wish.photos:
        own_photos.declare(session, complaint, photo_id)
    for account_id in watch.handlers_and_hotline(session, master):
        notifications.enqueue(
            session, "reporter_reopened", actions.SUBJECT, master.id, account_id=account_id,
            dedupe=str(master.version), now=now, code=master.code,
        )  # fmt: skip
    return complaint


def _heard(
    session: Session, complaint_id: UUID, kind: FeedbackKind, wish: Wish, secret: bytes, now: datetime
) -> tuple[Complaint, Feedback | None, Say]:
    """The locked case, a row not yet added for what is said, and what is open to the reporter.

    None for the row: it was said before, and nothing is to be done. FeedbackIdTaken when the id stood for other words.
    """
    duplicate_actions.lock_together(session, complaint_id)
    complaint = queries.require(session, complaint_id)
    may = feedback_queries.say(session, complaint, now=now)
    fingerprint = actions.fingerprint_of(wish, secret)
    if known := session.get(Feedback, wish.id):
        if (known.complaint_id, known.kind, known.fingerprint) != (complaint.id, kind, fingerprint):
            raise FeedbackIdTaken
        return complaint, None, may
    if feedback_queries.count(session, complaint.id) >= MOST_SAID:
        raise TooMuchSaid
    words = "" if isinstance(wish, CaseCorrection) else wish.words  # a correction's words are the case's own now
    feedback = Feedback(id=wish.id, complaint_id=complaint.id, kind=kind, words=words, fingerprint=fingerprint, at=now)
    return complaint, feedback, may


def _place_anew(session: Session, complaint: Complaint, place: Place, *, now: datetime) -> None:
    hamlet = actions.hamlet_of(session, place, on=clock.day_of(now))
    complaint.hamlet_id = hamlet.id if hamlet else None
    complaint.latitude, complaint.longitude, complaint.accuracy_m = place.lat, place.lon, place.accuracy_m
    complaint.place_source, complaint.place_words = place.source, place.words
    complaint.is_outside = place.point is not None and geography.is_outside_commune(place.point)


def _place_of(session: Session, complaint: Complaint) -> dict[str, Any]:
    hamlet = session.get(Hamlet, complaint.hamlet_id) if complaint.hamlet_id else None
    return {
        "lat": complaint.latitude, "lon": complaint.longitude, "words": complaint.place_words,
        "hamlet": hamlet.name if hamlet else None,
    }  # fmt: skip
