"""A body outside the commune is asked by a private link, and its answer comes into the case."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import actions, answers, queries, workflow_queries, workflow_rules
from api.complaints.models import Complaint, Note, NoteKind, PhotoKind
from api.complaints.workflow_models import OutsideBody, OutsideRequest
from api.complaints.workflow_schemas import BodyEdit, NewBody, NewOutsideRequest, OutsideAnswer
from api.core import clock, errors, secrets
from api.core.settings import Settings
from api.journal import actions as journal
from api.journal.rules import differences
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store
from api.notifications import actions as notifications

OFFICE_CLOSES = time(17)
BODY = "outside_body"


class RequestIdTaken(errors.Conflict):
    code = "outside_request_id_taken"
    says = "Mã định danh này đã dùng cho một yêu cầu khác. Xin gửi lại như một yêu cầu mới."


class DueInThePast(errors.Rejected):
    code = "due_in_the_past"
    says = "Hạn trả lời phải từ hôm nay trở đi."


class DueTooFar(errors.Rejected):
    code = "due_too_far"
    says = "Hạn trả lời xa quá: tối đa một năm."


class RequestOver(errors.NotFound):
    """Unknown, taken back or too old: which of these is nobody's business."""

    code = "outside_link_over"
    says = "Đường dẫn này không dùng được nữa. Xin liên hệ xã để nhận đường dẫn mới."


class AlreadyAnswered(errors.Conflict):
    code = "already_answered"
    says = "Yêu cầu này đã có trả lời rồi. Cần bổ sung, xin liên hệ xã."


class AlreadyOver(errors.Conflict):
    code = "outside_request_over"
    says = "Yêu cầu này đã được trả lời hoặc đã thu hồi."


class BodyTaken(errors.Conflict):
    code = "outside_body_taken"
    says = "Cơ quan này đã có trong danh sách."


def token_of(secret: bytes, request_id: UUID) -> str:
    """The same at every look, so that it need not be stored: 130 bits."""
    return secrets.tracking_token(secret, f"outside:{request_id}")


def ask(
    session: Session, complaint: Complaint, new: NewOutsideRequest, settings: Settings, *, by: Person, now: datetime
) -> OutsideRequest:
    """Ask a body outside; the case stays where it is, and its own clock runs on."""
    if session.get(OutsideRequest, new.id) is not None:
        raise RequestIdTaken
    _check_due(new.due_on, clock.day_of(now))
    due_at = datetime.combine(new.due_on, OFFICE_CLOSES, clock.VIETNAM)
    request = OutsideRequest(
        id=new.id, complaint_id=complaint.id, body=new.body, letter_number=new.letter_number, words=new.words,
        place_words=new.place_words, is_exact=new.is_exact, sent_by=by.id, sent_at=now, due_at=due_at,
        expires_at=max(due_at, now) + workflow_rules.LINK_LIFE,
        token_hash=secrets.digest(token_of(settings.secret, new.id)),
    )  # fmt: skip
    session.add(request)
    complaint.version += 1
    actions.write(
        session, complaint, "outside_asked", by=by, now=now, request=str(new.id), body=new.body, text=new.words,
        due_on=new.due_on.isoformat(),
    )  # fmt: skip
    return request


def _check_due(due_on: date, today: date) -> None:
    if due_on < today:
        raise DueInThePast(field="due_on")
    if due_on > today + timedelta(days=366):
        raise DueTooFar(field="due_on")


def revoke(
    session: Session, complaint: Complaint, request: OutsideRequest, reason: str, *, by: Person, now: datetime
) -> None:
    """The link opens no more."""
    if request.revoked_at or request.answered_at:
        raise AlreadyOver
    request.revoked_at = now
    session.add(request)
    complaint.version += 1
    actions.write(
        session, complaint, "outside_revoked", by=by, now=now, request=str(request.id), body=request.body, text=reason
    )


def answer(session: Session, request: OutsideRequest, answered: OutsideAnswer, *, now: datetime) -> OutsideRequest:
    """The body's words become a note of the case, its photos are after-photos that nobody has published yet.

    The same answer again changes nothing.
    """
    complaint = queries.lock(session, request.complaint_id)
    session.refresh(request)
    if request.answered_at:
        known = session.get(Note, request.answer_id)
        if request.answer_id != answered.id or known is None or known.text != answered.words:
            raise AlreadyAnswered
        return request
    if session.get(Note, answered.id) is not None:
        raise actions.NoteIdTaken
    by = f"Cơ quan ngoài: {request.body}"[:120]
    note = Note(
        id=answered.id,
        complaint_id=complaint.id,
        kind=NoteKind.OUTSIDE,
        text=answered.words,
        author=request.body,
        at=now,
    )
    session.add(note)
    request.answer_id, request.answered_at, request.done_on = answered.id, now, answered.done_on
    session.add(request)
    answers.declare(session, complaint, answered.photos, PhotoKind.AFTER, request_id=request.id)
    complaint.version += 1
    done_on = answered.done_on.isoformat() if answered.done_on else None
    actions.write(session, complaint, "outside_answered", by=by, now=now, request=str(request.id), done_on=done_on)
    if request.sent_by:
        notifications.enqueue(
            session, "outside_answered", actions.SUBJECT, complaint.id,
            dedupe=str(request.id), account_id=request.sent_by, now=now,
        )  # fmt: skip
    return request


def add_photo(
    session: Session, store: Store, request: OutsideRequest, photo_id: UUID, upload: media.Upload, *, now: datetime
) -> tuple[Picture, bool]:
    """A photo that the answer named; (picture, False) when it had come before."""
    photo = queries.require_photo(session, request.complaint_id, photo_id)
    if photo.request_id != request.id:
        raise queries.PhotoNotDeclared
    by = f"Cơ quan ngoài: {request.body}"[:120]
    return actions.add_photo(session, store, photo, upload, by=by, now=now)


def require_open(session: Session, token: str, *, now: datetime) -> OutsideRequest:
    """What the link asks for; RequestOver when it opens nothing."""
    request = workflow_queries.find_request(session, token)
    if request is None or not workflow_rules.is_open_link(workflow_rules.link_of(request), now):
        raise RequestOver
    return request


def create_body(session: Session, new: NewBody, *, by: Person, now: datetime) -> tuple[OutsideBody, bool]:
    """(body, False) when the same one was made before."""
    known = session.get(OutsideBody, new.id)
    if known is not None:
        if known.name != new.name:
            raise BodyTaken
        return known, False
    body = OutsideBody(**new.model_dump())
    _check_name(session, body)
    session.add(body)
    _record(session, body, "created", by=by, now=now, name=body.name)
    return body, True


def change_body(session: Session, body: OutsideBody, change: BodyEdit, *, by: Person, now: datetime) -> None:
    changed = differences(body, change.model_dump())
    for name, value in change.model_dump().items():
        setattr(body, name, value)
    _check_name(session, body)
    body.version += 1
    session.add(body)
    _record(session, body, "changed", by=by, now=now, changes=changed)


def _check_name(session: Session, body: OutsideBody) -> None:
    with session.no_autoflush:
        if any(other.name == body.name and other.id != body.id for other in workflow_queries.bodies(session)):
            raise BodyTaken(field="name")


def _record(session: Session, body: OutsideBody, verb: str, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, BODY, body.id, actor=by.name, actor_id=by.id, now=now, **detail)
