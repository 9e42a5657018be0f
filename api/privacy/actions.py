"""Keeping the register of requests, editing rules, erasing with two pairs of eyes."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col

from api.accounts.rules import Person
from api.complaints.contacts import phone_key
from api.complaints.duplicate_models import Follower
from api.complaints.models import IntakeChannel
from api.complaints.moderation_rules import last_digits
from api.core import errors, secrets
from api.journal import actions as journal
from api.journal import rules as changes
from api.privacy import forgetting, queries, rules
from api.privacy.models import Erasure, RequestState, RequestTerm, RetentionRule, Span, SubjectRequest
from api.privacy.schemas import (
    Held,
    Identity,
    NewErasure,
    NewRequest,
    RequestOutcome,
    RuleEdit,
    RuleShape,
    Subject,
    TermEdit,
    TermShape,
)
from api.worktime import queries as worktime

REQUEST, ERASURE = "subject_request", "erasure"


class RequestIdTaken(errors.Conflict):
    code = "subject_request_id_taken"
    says = "Mã này đã dùng cho một yêu cầu khác."


class ErasureIdTaken(errors.Conflict):
    code = "erasure_id_taken"
    says = "Mã này đã dùng cho một lệnh xóa khác."


class ChannelUnknown(errors.Rejected):
    code = "channel_unknown"
    says = "Không có kênh tiếp nhận này. Xin chọn lại trong danh sách."


def set_rule(session: Session, code: str, wish: RuleEdit, *, version: int, by: Person, now: datetime) -> RetentionRule:
    rule = queries.require_rule(session, code)
    if rule.version != version:
        raise errors.Stale(current=RuleShape.model_validate(rule))
    _change(session, rule, wish, "retention_rule_changed", code, by, now)
    return rule


def set_term(session: Session, step: str, wish: TermEdit, *, version: int, by: Person, now: datetime) -> RequestTerm:
    """Terms that already run stay as they are."""
    term = queries.require_term(session, step)
    if term.version != version:
        raise errors.Stale(current=TermShape.model_validate(term))
    _change(session, term, wish, "request_term_changed", step, by, now)
    return term


def _change(
    session: Session, row: RetentionRule | RequestTerm, wish: RuleEdit | TermEdit, verb: str, key: str, by: Person,
    now: datetime,
) -> None:  # fmt: skip
    found = changes.differences(row, wish.model_dump())
    for name in found:
        setattr(row, name, getattr(wish, name))
    row.version += 1 if found else 0
    session.add(row)
    journal.record(
        session, verb, str(row.__tablename__), None, actor=by.name, actor_id=by.id, now=now, key=key, changes=found
    )


def take_request(
    session: Session, wish: NewRequest, *, secret: bytes, by: Person, now: datetime
) -> tuple[SubjectRequest, bool]:
    """Write a request into the register; its clocks run from the day it came."""
    received_at = min(wish.received_at or now, now)
    if known := session.get(SubjectRequest, wish.id):
        if (known.kind, known.channel) != (wish.kind, wish.channel):
            raise RequestIdTaken
        return known, False
    if session.get(IntakeChannel, wish.channel) is None:
        raise ChannelUnknown(field="channel")
    carry_out = "carry_out_with_processors" if wish.has_processors else "carry_out"
    made = SubjectRequest(
        id=wish.id, kind=wish.kind, channel=wish.channel, has_processors=wish.has_processors, received_at=received_at,
        sealed_who=secrets.seal(secret, json.dumps({"name": wish.name, "phone": wish.phone})),
        sealed_words=secrets.seal(secret, wish.words) if wish.words else None,
        phone_key=phone_key(secret, wish.phone) if wish.phone else None,
        answer_due_at=_term_end(session, "answer", received_at), due_at=_term_end(session, carry_out, received_at),
    )  # fmt: skip
    session.add(made)
    session.flush()
    _write(session, "request_received", REQUEST, made.id, by, now, about=made.kind.value)
    return made, True


def _term_end(session: Session, step: str, start: datetime) -> datetime:
    term = queries.require_term(session, step)
    return rules.term_end(start, term.amount, term.span, worktime.calendar(session).is_working)


def open_request(session: Session, request_id: UUID, version: int, *, now: datetime) -> SubjectRequest:
    """The locked request, if this is the version that was read and it has not ended."""
    found = queries.require_request(session, request_id)
    if found.version != version:
        raise errors.Stale(current=queries.shape_of(found, now=now))
    if found.state not in rules.OPEN:
        raise rules.RequestEnded
    found.version += 1
    session.add(found)
    return found


def answer_request(session: Session, found: SubjectRequest, text: str, *, by: Person, now: datetime) -> None:
    found.answered_at, found.answer, found.state = now, text, RequestState.ANSWERED
    _write(session, "request_answered", REQUEST, found.id, by, now)


def extend_request(session: Session, found: SubjectRequest, reason: str, *, by: Person, now: datetime) -> None:
    """Once, and the person is told why."""
    if found.extended_at is not None:
        raise rules.ExtendedAlready
    found.extended_at, found.extension_reason = now, reason
    found.due_at = _term_end(session, "extension", found.due_at)
    _write(session, "request_extended", REQUEST, found.id, by, now, due_at=found.due_at.isoformat())


def end_request(session: Session, found: SubjectRequest, wish: RequestOutcome, *, by: Person, now: datetime) -> None:
    found.state, found.outcome, found.ended_at = wish.state, wish.text, now
    _write(session, "request_ended", REQUEST, found.id, by, now, state=wish.state.value)


def view_identity(session: Session, request_id: UUID, *, secret: bytes, by: Person, now: datetime) -> Identity:
    """Who asked; that somebody looked is written down first."""
    found = queries.require_request(session, request_id)
    _write(session, "identity_viewed", REQUEST, found.id, by, now)
    return queries.identity(found, secret)


def export(session: Session, subject: Subject, *, secret: bytes, by: Person, now: datetime) -> Held:
    """What is kept about a phone number; the journal keeps who asked and which cases, not the number."""
    held = queries.held(session, subject.phone, phone_key(secret, subject.phone), secret=secret, now=now)
    codes = [case.code for case in held.cases]
    _write(session, "subject_exported", "subject", None, by, now, cases=codes, reason=subject.reason)
    return held


def order_erasure(
    session: Session, wish: NewErasure, *, secret: bytes, by: Person, now: datetime
) -> tuple[Erasure, bool]:
    """Ask for it; nothing is erased before another person confirms."""
    key = phone_key(secret, wish.phone)
    if known := session.get(Erasure, wish.id):
        if known.phone_key != key:
            raise ErasureIdTaken
        return known, False
    if wish.request_id:
        queries.require_request(session, wish.request_id)
    made = Erasure(
        id=wish.id, phone_key=key, hint=last_digits(wish.phone), reason=wish.reason, request_id=wish.request_id,
        asked_by=by.id, asked_at=now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    _write(session, "erasure_ordered", ERASURE, made.id, by, now)
    return made, True


def confirm_erasure(session: Session, erasure_id: UUID, *, by: Person, now: datetime) -> Erasure:
    """Erase for good: the contact, the originals of the photos; and the words of cases that have ended."""
    found = _open_erasure(session, erasure_id)
    rules.check_second_person(found.asked_by, by.id)
    done: dict[str, Any] = {"contacts": 0, "originals": 0, "cases": 0, "words_kept": []}  # any: JSON values
    for complaint, _ in queries.cases_of(session, found.phone_key):
        forgetting.contact(session, complaint)
        done["contacts"] += 1
        done["originals"] += forgetting.originals(session, complaint, now=now)
        if complaint.is_open:
            done["words_kept"].append(complaint.code)
        else:
            forgetting.words(session, complaint)
            done["cases"] += 1
        forgetting.write(session, complaint, "erasure", actor=by.name, by=by.id, now=now)
    done["contacts"] += forgetting.followers(session, col(Follower.phone_key) == found.phone_key)
    found.confirmed_by, found.confirmed_at, found.done = by.id, now, done
    session.add(found)
    session.flush()
    _write(session, "erasure_confirmed", ERASURE, found.id, by, now, **done)
    return found


def withdraw_erasure(session: Session, erasure_id: UUID, *, by: Person, now: datetime) -> Erasure:
    found = _open_erasure(session, erasure_id)
    found.withdrawn_at = now
    session.add(found)
    _write(session, "erasure_withdrawn", ERASURE, found.id, by, now)
    return found


def _open_erasure(session: Session, erasure_id: UUID) -> Erasure:
    found = queries.require_erasure(session, erasure_id)
    if found.confirmed_at or found.withdrawn_at:
        raise rules.ErasureEnded
    return found


def _write(
    session: Session, verb: str, kind: str, key: UUID | None, by: Person, now: datetime, **detail: Any
) -> None:  # any JSON value
    journal.record(session, verb, kind, key, actor=by.name, actor_id=by.id, now=now, **detail)


def seed(session: Session) -> None:
    """What a new installation begins with; what the commune has changed is left alone."""
    for place, (code, label, amount, span, is_active, source) in enumerate(RULES):
        if session.get(RetentionRule, code) is None:
            session.add(
                RetentionRule(
                    code=code, label=label, amount=amount, span=span, is_active=is_active, source=source, position=place
                )
            )
    for place, (step, label, amount, span, source) in enumerate(TERMS):
        if session.get(RequestTerm, step) is None:
            session.add(RequestTerm(step=step, label=label, amount=amount, span=span, source=source, position=place))


PROPOSED = "Đề xuất của hệ thống, xã xác nhận; Luật 91/2025/QH15: chỉ lưu trong thời gian cần thiết"
LAW = "Nghị định 356/2025/NĐ-CP về bảo vệ dữ liệu cá nhân; xã kiểm tra lại văn bản"
RULES = (
    ("contact", "Tên, số điện thoại người gửi, sau khi phản ánh kết thúc", 12, Span.MONTHS, True, PROPOSED),
    ("original", "Ảnh gốc (vị trí, máy chụp), sau khi phản ánh kết thúc", 24, Span.MONTHS, True,
     "Thời hiệu xử phạt vi phạm hành chính về môi trường: 2 năm"),
    ("trace", "Dấu vết mạng của người gửi (đã mã hóa)", 7, Span.DAYS, True, PROPOSED),
    ("attendance", "Lượt điểm danh ra quân (số người, mã máy đã mã hóa)", 90, Span.DAYS, True, PROPOSED),
    ("sign_in", "Nhật ký đăng nhập của cán bộ", 24, Span.MONTHS, True, PROPOSED),
    ("failed_sign_in", "Lượt đăng nhập sai", 24, Span.MONTHS, True, PROPOSED),
    ("draft", "Đường dẫn đặt mật khẩu còn dở", 30, Span.DAYS, True, PROPOSED),
    ("request", "Danh tính người yêu cầu về dữ liệu, sau khi trả lời xong", 24, Span.MONTHS, True, PROPOSED),
    ("case", "Lời kể, ghi chú, vị trí chính xác của phản ánh đã kết thúc", 120, Span.MONTHS, False,
     "Thời hạn lưu trữ hồ sơ 5–10 năm; xã quyết định rồi mới bật"),
)  # fmt: skip
TERMS = (
    ("answer", "Trả lời người yêu cầu", 2, Span.WORKING_DAYS, LAW),
    ("carry_out", "Thực hiện yêu cầu", 15, Span.DAYS, LAW),
    ("carry_out_with_processors", "Thực hiện khi có bên khác cùng xử lý dữ liệu", 20, Span.DAYS, LAW),
    ("extension", "Gia hạn một lần", 15, Span.DAYS, LAW),
)
