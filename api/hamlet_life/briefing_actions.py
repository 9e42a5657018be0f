"""Keeping who has been briefed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock, entries, errors
from api.hamlet_life import briefing_queries as queries
from api.hamlet_life import briefing_rules as rules
from api.hamlet_life.briefing_models import BriefingAttendance, BriefingBody, BriefingHeadcount, BriefingSession
from api.hamlet_life.briefing_schemas import BodyChange, BodyShape, Correction, NewBody, NewHeadcount, NewSession
from api.journal import actions as journal
from api.journal import rules as changes


class BodyIdTaken(errors.Conflict):
    code = "briefing_body_id_taken"
    says = "Mã này đã dùng cho đơn vị khác. Xin tải lại trang rồi nhập lại."


def add_body(session: Session, wish: NewBody, *, by: Person, now: datetime) -> tuple[BriefingBody, bool]:
    """The organisation, and whether it is new."""
    values = wish.model_dump() | {"from_day": wish.from_day or clock.day_of(now)}
    if known := session.get(BriefingBody, wish.id):
        if changes.differences(known, wish.model_dump(exclude_none=True)):
            raise BodyIdTaken
        return known, False
    body = BriefingBody(**values, created_at=now)
    session.add(body)
    session.flush()
    _note(session, "created", "briefing_body", body.id, by=by, now=now, name=body.name)
    return body, True


def change_body(
    session: Session, body_id: UUID, wish: BodyChange, *, version: int, by: Person, now: datetime
) -> BriefingBody:
    """Change what was sent and nothing else."""
    body = queries.require_body(session, body_id, lock=True)
    if body.version != version:
        raise errors.Stale(current=BodyShape.model_validate(body))
    if wish.ended_on and wish.ended_on <= body.from_day:
        raise rules.BriefingRejected("Ngày thôi tính phải sau ngày bắt đầu.", field="ended_on")
    found = changes.differences(body, wish.model_dump(exclude_unset=True))
    for name in found:
        setattr(body, name, getattr(wish, name))
    if found:
        body.version += 1
        session.flush()
        _note(session, "changed", "briefing_body", body.id, by=by, now=now, changes=found)
    return body


def declare(session: Session, wish: NewHeadcount, *, by: Person, now: datetime) -> tuple[BriefingHeadcount, bool]:
    """How many people an organisation has, and how many of them are counted elsewhere."""
    queries.require_body(session, wish.body_id)
    count = BriefingHeadcount(**wish.model_dump(), made_by=by.id, received_at=now)
    rules.check_headcount(count, clock.day_of(now))
    count, is_new = entries.enter(session, count)
    if is_new:
        _note(session, "headcount_declared", "briefing_body", count.body_id, by=by, now=now, people=count.people,
              counted_elsewhere=count.counted_elsewhere, counted_on=count.counted_on.isoformat())  # fmt: skip
    return count, is_new


def hold(session: Session, wish: NewSession, *, by: Person, now: datetime) -> tuple[BriefingSession, bool]:
    """The session, and whether it is new; with how many of each organisation came."""
    rules.check_day(wish.held_on, clock.day_of(now), field="held_on")
    mark: dict[str, Any] = {"made_by": by.id, "received_at": now}  # any: two columns of their own kinds
    held, is_new = entries.enter(session, BriefingSession(**wish.model_dump(exclude={"came"}), **mark))
    for one in wish.came:
        queries.require_body(session, one.body_id)
        row = BriefingAttendance(**one.model_dump(), session_id=held.id, **mark)
        rules.check_attendance(row)
        entries.enter(session, row)
    if is_new:
        _note(session, "held", "briefing_session", held.id, by=by, now=now, held_on=held.held_on.isoformat(),
              people=sum(one.people for one in wish.came))  # fmt: skip
    return held, is_new


def correct(
    session: Session, attendance_id: UUID, wish: Correction, *, by: Person, now: datetime
) -> tuple[BriefingSession, bool]:
    """Its session, and whether the correction is new. The number that was wrong stays as a row."""
    old = session.get(BriefingAttendance, attendance_id)
    if old is None:
        raise entries.EntryNotFound
    row = BriefingAttendance(
        **wish.model_dump(), session_id=old.session_id, body_id=old.body_id, replaces_id=old.id, made_by=by.id,
        received_at=now,
    )  # fmt: skip
    rules.check_attendance(row)
    row, is_new = entries.enter(session, row)
    if is_new:
        _note(session, "attendance_corrected", "briefing_session", old.session_id, by=by, now=now,
              body_id=str(old.body_id), before=old.first_time, after=row.first_time)  # fmt: skip
    return queries.require_session(session, old.session_id), is_new


def _note(
    session: Session, verb: str, subject: str, subject_id: UUID, *, by: Person, now: datetime, **detail: Any
) -> None:
    """`detail`: any JSON value."""
    journal.record(session, verb, subject, subject_id, actor=by.name, actor_id=by.id, now=now, **detail)
