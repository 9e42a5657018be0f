"""Questions about rules, requests, and what is kept about a phone number."""

import json
from datetime import datetime
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.accounts.rules import Person
from api.complaints import feedback_queries as feedback
from api.complaints import queries as complaints
from api.complaints.models import Complaint, Note, NoteKind, ReporterContact
from api.core import errors, secrets
from api.privacy import rules
from api.privacy.models import Erasure, RequestTerm, RetentionRule, SubjectRequest
from api.privacy.schemas import (
    Erased,
    ErasureShape,
    Held,
    HeldCase,
    HeldPhoto,
    HeldRequest,
    Identity,
    RequestShape,
)

Row = TypeVar("Row")
MOST = 200


class RuleNotFound(errors.NotFound):
    code = "retention_rule_not_found"
    says = "Không có quy định này."


class RequestNotFound(errors.NotFound):
    code = "subject_request_not_found"
    says = "Không tìm thấy yêu cầu này."


class ErasureNotFound(errors.NotFound):
    code = "erasure_not_found"
    says = "Không tìm thấy lệnh xóa này."


def retention_rules(session: Session) -> list[RetentionRule]:
    return list(session.exec(select(RetentionRule).order_by(col(RetentionRule.position))))


def terms(session: Session) -> list[RequestTerm]:
    return list(session.exec(select(RequestTerm).order_by(col(RequestTerm.position))))


def require_rule(session: Session, code: str) -> RetentionRule:
    return _require(session.get(RetentionRule, code, with_for_update=True))


def require_term(session: Session, step: str) -> RequestTerm:
    return _require(session.get(RequestTerm, step, with_for_update=True))


def _require(row: Row | None) -> Row:
    if row is None:
        raise RuleNotFound
    return row


def require_request(session: Session, request_id: UUID) -> SubjectRequest:
    found = session.get(SubjectRequest, request_id, with_for_update=True)
    if found is None:
        raise RequestNotFound
    return found


def require_erasure(session: Session, erasure_id: UUID) -> Erasure:
    found = session.get(Erasure, erasure_id, with_for_update=True)
    if found is None:
        raise ErasureNotFound
    return found


def requests(session: Session, *, now: datetime) -> list[RequestShape]:
    """The register: what is open first, the most urgent on top; then the latest ended ones."""
    is_open = col(SubjectRequest.state).in_(rules.OPEN)
    statement = select(SubjectRequest).order_by(sa.case((is_open, 0), else_=1), col(SubjectRequest.due_at)).limit(MOST)
    return [shape_of(found, now=now) for found in session.exec(statement)]


def shape_of(found: SubjectRequest, *, now: datetime) -> RequestShape:
    derived = ("is_answer_overdue", "is_overdue")
    values = {name: getattr(found, name) for name in RequestShape.model_fields if name not in derived}
    is_open = found.state in rules.OPEN
    return RequestShape(
        **values,
        is_answer_overdue=is_open and found.answered_at is None and found.answer_due_at < now,
        is_overdue=is_open and found.due_at < now,
    )


def identity(found: SubjectRequest, secret: bytes) -> Identity:
    who = json.loads((found.sealed_who and secrets.unseal(secret, found.sealed_who)) or "{}")
    words = secrets.unseal(secret, found.sealed_words) if found.sealed_words else None
    return Identity(name=who.get("name"), phone=who.get("phone"), words=words)


def cases_of(session: Session, phone_key: str) -> list[tuple[Complaint, ReporterContact]]:
    statement = (
        select(Complaint, ReporterContact)
        .join(ReporterContact, col(ReporterContact.complaint_id) == col(Complaint.id))
        .where(ReporterContact.phone_key == phone_key)
        .order_by(col(Complaint.received_at))
    )
    return [(complaint, contact) for complaint, contact in session.exec(statement)]


def held(session: Session, phone: str, phone_key: str, *, secret: bytes, now: datetime) -> Held:
    """Everything that is kept about a phone number, unsealed."""
    asked = select(SubjectRequest).where(SubjectRequest.phone_key == phone_key)
    return Held(
        phone=phone,
        made_at=now,
        cases=[_case(session, *found, secret=secret) for found in cases_of(session, phone_key)],
        requests=[HeldRequest.model_validate(found) for found in session.exec(asked)],
    )


def _case(session: Session, complaint: Complaint, contact: ReporterContact, *, secret: bytes) -> HeldCase:
    answers = select(Note.text).where(Note.complaint_id == complaint.id, Note.kind == NoteKind.ANSWER)
    photos = complaints.present_photos(complaints.photos(session, complaint.id))
    return HeldCase(
        code=complaint.code, received_at=complaint.received_at, status=complaint.status,
        name=secrets.unseal(secret, contact.sealed_name) if contact.sealed_name else None,
        phone=secrets.unseal(secret, contact.sealed_phone) if contact.sealed_phone else None,
        consent_version=contact.consent_version, consented_at=contact.consented_at, words=complaint.words,
        place_words=complaint.place_words, latitude=complaint.latitude, longitude=complaint.longitude,
        answers=[*session.exec(answers), *_said(session, complaint.id)],
        photos=[
            HeldPhoto(
                kind=photo.kind, taken_at=picture.taken_at, latitude=picture.gps_latitude,
                longitude=picture.gps_longitude, has_original=picture.original_erased_at is None,
            )
            for photo, picture in photos
        ],
    )  # fmt: skip


def _said(session: Session, complaint_id: UUID) -> list[str]:
    """What the reporter said later, and the words that a correction replaced."""
    found = feedback.said(session, complaint_id)
    return [words for one in found for words in (one.former.get("words"), one.words) if words]


def erasures(session: Session, *, by: Person) -> list[ErasureShape]:
    """Those that wait for a second person first, then the latest."""
    statement = select(Erasure).order_by(
        sa.case((col(Erasure.confirmed_at).is_(None), 0), else_=1), col(Erasure.asked_at).desc()
    )
    return [erasure_shape(session, found, by=by) for found in session.exec(statement.limit(MOST))]


def erasure_shape(session: Session, found: Erasure, *, by: Person) -> ErasureShape:
    asked = session.get_one(Account, found.asked_by)
    confirmed = session.get_one(Account, found.confirmed_by) if found.confirmed_by else None
    return ErasureShape(
        id=found.id, hint=found.hint, reason=found.reason, request_id=found.request_id, asked_by=asked.name,
        asked_at=found.asked_at, is_mine=found.asked_by == by.id, cases=len(cases_of(session, found.phone_key)),
        confirmed_by=confirmed.name if confirmed else None, confirmed_at=found.confirmed_at,
        withdrawn_at=found.withdrawn_at, done=Erased.model_validate(found.done) if found.done else None,
    )  # fmt: skip
