"""What residents do: submit, add a photo, answer a question. And the one way a case changes its state."""

import json
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.collection_points import queries as points
from api.complaints import (
    contacts,
    deadlines,
    group_queries,
    queries,
    reply_queries,
    rules,
    search_rules,
    timetable,
)
from api.complaints.models import (
    Category,
    CodeCounter,
    Complaint,
    ComplaintPhoto,
    Note,
    PhotoKind,
    Priority,
    ReporterContact,
    Status,
)
from api.complaints.schemas import Place, Submission
from api.complaints.search_models import SearchEntry
from api.core import clock, errors, secrets
from api.core.settings import Settings
from api.core.shapes import Input
from api.journal import actions as journal
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store
from api.notifications import actions as notifications
from api.places import queries as places
from api.places import rules as geography
from api.places.models import Hamlet

SUBJECT = queries.SUBJECT
FOLLOWER = "follower"
By = Person | str  # a signed-in person, or the journal's name for a resident or the system


class ComplaintIdTaken(errors.Conflict):
    code = "complaint_id_taken"
    says = "Mã định danh này đã dùng cho một phản ánh khác. Xin gửi lại như một phản ánh mới."


class CategoryUnknown(errors.Rejected):
    code = "category_unknown"
    says = "Không có loại việc này. Xin chọn lại trong danh sách."


class NoteIdTaken(errors.Conflict):
    code = "note_id_taken"
    says = "Mã định danh này đã dùng cho một nội dung khác. Xin gửi lại như một nội dung mới."


def submit(
    session: Session, submission: Submission, settings: Settings,
    *, channel: str = "web", by: By = journal.RESIDENT, now: datetime,
) -> tuple[Complaint, bool]:  # fmt: skip
    """Take in a complaint; (case, True) when it is new, (the first one, False) when it was sent before.

    ComplaintIdTaken when the id is known with other content; nothing of the known case is told.
    """
    fingerprint = fingerprint_of(submission, settings.secret)
    known = session.get(Complaint, submission.id)
    if known is None:
        try:
            with session.begin_nested():
                return _create(session, submission, settings, fingerprint, channel, by, now), True
        except IntegrityError:
            # The same phone's twin request was first: it is there now, or the fault is another one.
            known = session.get(Complaint, submission.id)
            if known is None:
                raise
    if known.fingerprint != fingerprint:
        raise ComplaintIdTaken
    return known, False


def _create(
    session: Session, submission: Submission, settings: Settings, fingerprint: str, channel: str, by: By, now: datetime
) -> Complaint:
    category = require_category(session, submission.category) if submission.category else None
    place = submission.place
    hamlet = hamlet_of(session, place, on=clock.day_of(now))
    complaint = Complaint(
        id=submission.id, code=next_code(session, settings.code_prefix, now), fingerprint=fingerprint,
        token_hash=secrets.digest(secrets.tracking_token(settings.secret, str(submission.id))),
        kind=submission.type, category=submission.category, channel=channel, title="", words=submission.words,
        priority=category.default_priority if category else Priority.NORMAL, hamlet_id=hamlet.id if hamlet else None,
        collection_point_id=points.known(session, submission.collection_point_id),
        latitude=place.lat, longitude=place.lon, accuracy_m=place.accuracy_m, place_source=place.source,
        place_words=place.words, is_outside=place.point is not None and geography.is_outside_commune(place.point),
        reported_at=submission.reported_at or now, received_at=now,
    )  # fmt: skip
    complaint.title = rules.staff_title(complaint, category)
    deadlines.set_clock(session, complaint, [])
    session.add(complaint)
    session.flush()
    describe(session, complaint, category, hamlet.name if hamlet else "")
    for position, photo_id in enumerate(submission.photos):
        session.add(ComplaintPhoto(id=photo_id, complaint_id=complaint.id, kind=PhotoKind.BEFORE, position=position))
    if kept := contacts.sealed(submission.contact, settings.secret):
        session.add(ReporterContact(complaint_id=complaint.id, consented_at=now, **kept))
    notice = _notice(session, complaint)
    write(session, complaint, "submitted", by=by, now=now, to=complaint.status, channel=channel, **notice)
    notifications.enqueue(session, "complaint_submitted", SUBJECT, complaint.id, now=now, **_message(notice))
    session.flush()
    return complaint


def hamlet_of(session: Session, place: Place, *, on: date) -> Hamlet | None:
    """Where the point lies; else the one chosen."""
    found = places.find_at(session, *place.point, on=on) if place.point else None
    return found or (places.require(session, place.hamlet_id) if place.hamlet_id else None)


def fingerprint_of(sent: Input, secret: bytes) -> str:
    """Keyed, so that a phone number inside cannot be guessed from it."""
    told = sent.model_dump(mode="json")
    for later in ("answers", "collection_point_id"):  # a letter written before there were any is still the same letter
        if not told.get(later, True):
            del told[later]
    content = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return secrets.derive(secret, "fingerprint", content).hex()


def require_category(session: Session, code: str) -> Category:
    """One that is in use; else CategoryUnknown."""
    category = session.get(Category, code)
    if category is None or not category.is_active:
        raise CategoryUnknown(field="category")
    return category


def next_code(session: Session, prefix: str, now: datetime) -> str:
    year = clock.day_of(now).year
    counted = (
        sa.update(CodeCounter)
        .where(col(CodeCounter.year) == year)
        .values(last=col(CodeCounter.last) + 1)
        .returning(col(CodeCounter.last))
        .execution_options(synchronize_session=False)
    )
    number = session.scalar(counted)
    if number is None:
        try:
            with session.begin_nested():
                session.execute(sa.insert(CodeCounter).values(year=year, last=1))
            number = 1
        except IntegrityError:  # another request opened the year a moment ago
            number = session.scalar(counted) or 1
    return rules.code_of(prefix, year, number)


def describe(session: Session, complaint: Complaint, category: Category | None, hamlet_name: str) -> None:
    """Renew what the case is called and found by."""
    complaint.title = rules.staff_title(complaint, category)
    parts = (category.label if category else "", hamlet_name, complaint.place_words, complaint.words)
    text = search_rules.entry_of(complaint.code, *parts)
    entry = session.exec(select(SearchEntry).where(SearchEntry.complaint_id == complaint.id)).first()
    entry = entry or SearchEntry(complaint_id=complaint.id, text=text)
    entry.text = text
    session.add(entry)


def move(
    session: Session, complaint: Complaint, to: Status, verb: str, *, by: By, now: datetime, **detail: Any
) -> None:
    """Bring a case into another state: check, stamp, clock, version, journal. `detail`: any JSON values."""
    rules.check_unrestricted(complaint)
    before, changes = complaint.status, queries.changes(session, complaint.id)
    asked_from = timetable.asked_from(changes)
    if to not in rules.moves_from(before, asked_from):
        labels = {status: label.label for status, label in queries.status_labels(session).items()}
        rules.check_move(before, to, asked_from, labels)
    complaint.status = to
    complaint.is_open = to in rules.OPEN
    if to is not Status.NEED_INFO:
        complaint.question, complaint.question_wants_photo, complaint.question_wants_place = None, False, False
    deadlines.set_clock(session, complaint, [*changes, rules.Change(now, before, to)])
    notifications.settle(session, SUBJECT, complaint.id, now=now)
    complaint.version += 1
    notice = _notice(session, complaint)
    write(session, complaint, verb, by=by, now=now, **{"from": before, "to": to}, **detail, **notice)
    if notice:
        tell_reporter(session, complaint, f"complaint_{to}", now=now, **_message(notice))


def _notice(session: Session, complaint: Complaint) -> dict[str, Any]:
    """What the commune writes by itself because the case has come into this state, for the journal."""
    fired = reply_queries.fired(session, complaint)
    return {"canned": str(fired[0].id), "notice": fired[1]} if fired else {}


def _message(notice: dict[str, Any]) -> dict[str, Any]:
    return {"text": notice["notice"]} if notice else {}


def write(session: Session, complaint: Complaint, verb: str, *, by: By, now: datetime, **detail: Any) -> None:
    """The journal row of a change to a case. `detail`: any JSON values."""
    session.add(complaint)
    name, account_id = (by, None) if isinstance(by, str) else (by.name, by.id)
    journal.record(session, verb, SUBJECT, complaint.id, actor=name, actor_id=account_id, now=now, **detail)


def add_photo(
    session: Session, store: Store, photo: ComplaintPhoto, upload: media.Upload, *, by: By, now: datetime
) -> tuple[Picture, bool]:
    """The bytes of a declared photo have come; (picture, False) when they had come before."""
    complaint = queries.lock(session, photo.complaint_id)
    session.refresh(photo)
    is_new = photo.picture_id is None
    picture = media.receive(session, store, photo.id, upload, by=None if isinstance(by, str) else by.id, now=now)
    if is_new:
        photo.picture_id = picture.id
        session.add(photo)
        complaint.photo_count += 1
        if photo.kind is PhotoKind.BEFORE and (complaint.cover_key is None or photo.position == 0):
            complaint.cover_key = picture.key
        write(
            session,
            complaint,
            "photo_added",
            by=by,
            now=now,
            photo=str(photo.id),
            kind=photo.kind,
            sha256=picture.sha256,
        )
    return picture, is_new


def check_same_note(known: Note, complaint: Complaint, text: str) -> None:
    """What is sent again under a known id must be the same; else it would be lost without a word."""
    if known.complaint_id != complaint.id or known.text != text:
        raise NoteIdTaken


def tell_reporter(session: Session, complaint: Complaint, occasion: str, *, now: datetime, **detail: Any) -> None:
    """A row for the channels to come for each who follows the case: its reporter, those of the cases merged into it,
    and all their supporters. It says which case and what happened, never to whom; once for each change of the case.

    The words of a reply that fired stand in the same row: told again of the same version it stays one message.
    """
    cases = [complaint, *group_queries.members(session, complaint.id)]
    everybody = [(SUBJECT, case.id) for case in cases]
    everybody += [(FOLLOWER, one.id) for one in group_queries.followers(session, [case.id for case in cases])]
    once = f"{complaint.code}:{complaint.version}"
    for kind, receiver in everybody:
        notifications.enqueue(session, occasion, kind, receiver, dedupe=once, now=now, case=complaint.code, **detail)
