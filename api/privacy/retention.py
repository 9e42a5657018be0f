"""The rules of retention as work: what is past its time, and forgetting it, some at a time, every night."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts.models import FailedSignIn, PasswordLink, SignIn
from api.cleanups.attendance_models import Attendance
from api.complaints.duplicate_models import Follower
from api.complaints.models import Complaint, ComplaintPhoto, ReporterContact
from api.complaints.moderation_models import Flag, SenderTrace
from api.journal import actions as journal
from api.media.models import Picture
from api.privacy import forgetting, queries, rules
from api.privacy.models import RetentionRule, SubjectRequest
from api.privacy.schemas import DueNow

MOST_AT_ONCE = 200
MOST_EXAMPLES = 5
Due = Any  # a select of rows of (key, code of the case or null), of any key's kind
Work = Callable[[Session, list[Any], datetime], None]  # any: keys of that kind
NOTHING = sa.null()


@dataclass(frozen=True)
class Task:
    """`due` narrows to what is past `before`; `carry_out` forgets those."""

    due: Callable[[datetime], Due]
    carry_out: Work


def preview(session: Session, *, now: datetime) -> list[DueNow]:
    """What tonight's sweep would do, rule by rule, without doing it."""
    return [_due_now(session, rule, now) for rule in queries.retention_rules(session)]


def _due_now(session: Session, rule: RetentionRule, now: datetime) -> DueNow:
    before = rules.before(now, rule.amount, rule.span)
    due = TASKS[rule.code].due(before)
    examples = session.execute(due.limit(MOST_EXAMPLES)).all()
    return DueNow(
        code=rule.code, label=rule.label, is_active=rule.is_active, before=before,
        count=session.scalar(sa.select(sa.func.count()).select_from(due.subquery())) or 0,
        examples=[code for _, code in examples if code],
    )  # fmt: skip


def sweep(session: Session, *, now: datetime) -> dict[str, int]:
    """Carry out every rule in force, MOST_AT_ONCE things each; how many by rule. The next round does the rest."""
    done = {}
    for rule in queries.retention_rules(session):
        if not rule.is_active:
            continue
        before = rules.before(now, rule.amount, rule.span)
        keys = [key for key, _ in session.execute(TASKS[rule.code].due(before).limit(MOST_AT_ONCE))]
        if keys:
            TASKS[rule.code].carry_out(session, keys, now)
            done[rule.code] = len(keys)
            journal.record(
                session, "retention_applied", "retention_rule", None, actor=journal.SYSTEM, now=now,
                rule=rule.code, count=len(keys), before=before.isoformat(),
            )  # fmt: skip
    session.flush()
    return done


def _ended_before(before: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    ended = sa.func.coalesce(
        Complaint.closed_at,
        Complaint.replied_at,
        Complaint.resolved_at,
        Complaint.received_at,
    )
    return (~col(Complaint.is_open), ended < before)


def _contacts(before: datetime) -> Due:
    of_reporters = sa.select(col(ReporterContact.complaint_id))
    of_followers = sa.select(col(Follower.complaint_id)).where(col(Follower.sealed_phone).is_not(None))
    has_contact = sa.or_(col(Complaint.id).in_(of_reporters), col(Complaint.id).in_(of_followers))
    return sa.select(col(Complaint.id), col(Complaint.code)).where(has_contact, *_ended_before(before))


def _forget_contacts(session: Session, keys: list[UUID], now: datetime) -> None:
    for key in keys:
        complaint = session.get_one(Complaint, key)
        forgetting.contact(session, complaint)
        forgetting.followers(session, col(Follower.complaint_id) == key)
        forgetting.write(session, complaint, "contact", actor=journal.SYSTEM, by=None, now=now)


def _originals(before: datetime) -> Due:
    """Of cases that have ended, and of everything else by the day it came."""
    belongs = sa.select(col(ComplaintPhoto.picture_id)).where(col(ComplaintPhoto.picture_id).is_not(None))
    of_cases = (
        sa.select(col(Picture.id), col(Complaint.code))
        .join(ComplaintPhoto, col(ComplaintPhoto.picture_id) == col(Picture.id))
        .join(Complaint, col(Complaint.id) == col(ComplaintPhoto.complaint_id))
        .where(col(Picture.original_erased_at).is_(None), *_ended_before(before))
    )
    others = sa.select(col(Picture.id), NOTHING).where(
        col(Picture.original_erased_at).is_(None), col(Picture.received_at) < before, col(Picture.id).not_in(belongs)
    )
    both = sa.union_all(of_cases, others).subquery()
    return sa.select(both.c[0], both.c[1])


def _forget_originals(session: Session, keys: list[UUID], now: datetime) -> None:
    forgetting.pictures(session, keys, now=now)


def _cases(before: datetime) -> Due:
    has_words = sa.or_(col(Complaint.words) != "", col(Complaint.place_words) != "")
    return sa.select(col(Complaint.id), col(Complaint.code)).where(has_words, *_ended_before(before))


def _forget_cases(session: Session, keys: list[UUID], now: datetime) -> None:
    for key in keys:
        complaint = session.get_one(Complaint, key)
        forgetting.contact(session, complaint)
        forgetting.words(session, complaint)
        forgetting.write(session, complaint, "case", actor=journal.SYSTEM, by=None, now=now)


def _traces(before: datetime) -> Due:
    of_reports = sa.select(col(SenderTrace.complaint_id), NOTHING).where(col(SenderTrace.at) < before)
    of_flags = sa.select(col(Flag.id), NOTHING).where(col(Flag.sender).is_not(None), col(Flag.at) < before)
    both = sa.union_all(of_reports, of_flags).subquery()
    return sa.select(both.c[0], both.c[1])


def _forget_traces(session: Session, keys: list[UUID], _: datetime) -> None:
    session.execute(sa.delete(SenderTrace).where(col(SenderTrace.complaint_id).in_(keys)))
    session.execute(sa.update(Flag).where(col(Flag.id).in_(keys)).values(sender=None))


def _requests(before: datetime) -> Due:
    return sa.select(col(SubjectRequest.id), NOTHING).where(
        col(SubjectRequest.ended_at) < before,
        sa.or_(col(SubjectRequest.sealed_who).is_not(None), col(SubjectRequest.phone_key).is_not(None)),
    )


def _forget_requests(session: Session, keys: list[UUID], _: datetime) -> None:
    nobody = {"sealed_who": None, "sealed_words": None, "phone_key": None}
    session.execute(sa.update(SubjectRequest).where(col(SubjectRequest.id).in_(keys)).values(**nobody))


def _rows(table: Any, key: Any, moment: Any) -> Task:  # any: columns of the table
    """Rows that go as a whole once their moment is past."""

    def delete(session: Session, keys: list[Any], _: datetime) -> None:  # any: keys of the table's kind
        session.execute(sa.delete(table).where(col(key).in_(keys)))

    return Task(lambda before: sa.select(col(key), NOTHING).where(col(moment) < before), delete)


TASKS: dict[str, Task] = {
    "contact": Task(_contacts, _forget_contacts),
    "original": Task(_originals, _forget_originals),
    "trace": Task(_traces, _forget_traces),
    "attendance": _rows(Attendance, Attendance.id, Attendance.received_at),
    "sign_in": _rows(SignIn, SignIn.id, SignIn.expires_at),
    "failed_sign_in": _rows(FailedSignIn, FailedSignIn.id, FailedSignIn.at),
    "draft": _rows(PasswordLink, PasswordLink.token_hash, PasswordLink.expires_at),
    "request": Task(_requests, _forget_requests),
    "case": Task(_cases, _forget_cases),
}
