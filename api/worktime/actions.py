"""Changing the working calendar. Every change opens a new edition, after which due times are reckoned anew."""

from datetime import date, datetime, time
from typing import Any, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from api.accounts.rules import Person
from api.core import errors
from api.core.database import own
from api.journal import actions as journal
from api.worktime import queries, rules
from api.worktime.models import Edition, Holiday, WorkingHours
from api.worktime.schemas import DayEdit, HoursEdit

Row = TypeVar("Row", Holiday, WorkingHours)
SEED_SOURCE = "Giờ hành chính thường dùng ở xã; xã xác nhận hoặc sửa"
SEED_DAYS = (
    (date(2026, 1, 2), False, "Nghỉ hoán đổi, làm bù 10/1"),
    (date(2026, 1, 10), True, "Làm bù cho 2/1"),
)
SEED_DAYS_SOURCE = "Công văn 12729/VPCP-KGVX ngày 25/12/2025"


class LastHours(errors.Conflict):
    code = "last_hours"
    says = "Cần ít nhất một giờ làm việc. Xin thêm giờ mới trước khi bỏ giờ này."


def set_day(session: Session, day: date, change: DayEdit, version: int, *, by: Person, now: datetime) -> Holiday:
    """Enter a day off or a make-up day, or change it. `version` 0: it is new."""
    row = session.get(Holiday, day, with_for_update=True)
    _check(row, version)
    return _put(session, row or Holiday(day=day, name="", version=0), change.model_dump(), day, by=by, now=now)


def drop_day(session: Session, day: date, version: int, *, by: Person, now: datetime) -> None:
    """The day is again as the law has it."""
    row = queries.require_day(session, day)
    _check(row, version)
    _remove(session, row, day, by=by, now=now)


def set_hours(
    session: Session, effective_from: date, change: HoursEdit, version: int, *, by: Person, now: datetime
) -> WorkingHours:
    """The working hours from a day on. `version` 0: they are new. ShiftsBroken when they are out of order."""
    row = session.get(WorkingHours, effective_from, with_for_update=True)
    _check(row, version)
    shifts = [(shift.opens, shift.closes) for shift in change.shifts]
    rules.check_shifts([(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in shifts])
    values = {"shifts": [list(shift) for shift in shifts], "weekdays": sorted(change.weekdays), "source": change.source}
    fresh = WorkingHours(effective_from=effective_from, shifts=[], weekdays=[], version=0)
    return _put(session, row or fresh, values, effective_from, by=by, now=now)


def drop_hours(session: Session, effective_from: date, version: int, *, by: Person, now: datetime) -> None:
    """The hours before it are in force again; LastHours when there are none."""
    row = queries.require_hours(session, effective_from)
    _check(row, version)
    if len(queries.hours(session)) == 1:
        raise LastHours
    _remove(session, row, effective_from, by=by, now=now)


def _check(row: Holiday | WorkingHours | None, version: int) -> None:
    if version != (row.version if row else 0):
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)


def _put(session: Session, row: Row, values: dict[str, Any], key: date, *, by: Person, now: datetime) -> Row:
    """`values`: of any column."""
    before = {name: getattr(row, name) for name in values} if row.version else {}
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    _record(session, row, key, before, values, by=by, now=now)
    return row


def _remove(session: Session, row: Any, key: date, *, by: Person, now: datetime) -> None:
    before = row.model_dump(mode="json", exclude={"version"})
    session.delete(row)
    _record(session, row, key, before, {}, by=by, now=now)


def _record(
    session: Session, row: Any, key: date, before: dict[str, Any], after: dict[str, Any], *, by: Person, now: datetime
) -> None:
    journal.record(
        session, "calendar_changed", str(row.__tablename__), None, actor=by.name, actor_id=by.id, now=now,
        key=key.isoformat(), before=before, after=after,
    )  # fmt: skip
    open_edition(session)


def open_edition(session: Session) -> None:
    """What deadlines are reckoned by has changed. The row is held, so that no two changes count as one."""
    own(session)
    row = session.get(Edition, 1, with_for_update=True, populate_existing=True)
    if row is None:
        try:
            with session.begin_nested():
                session.add(Edition(number=1))
            return
        except IntegrityError:  # another change opened the first one a moment ago
            row = session.get_one(Edition, 1, with_for_update=True)
    row.number += 1
    session.add(row)
    session.flush()


def seed(session: Session) -> None:
    """Put in the usual hours and the known exchange days where the commune has none at all."""
    if queries.hours(session):
        return
    usual = rules.OFFICE_HOURS
    shifts = [[f"{moment:%H:%M}" for moment in shift] for shift in usual.shifts]
    session.add(
        WorkingHours(
            effective_from=usual.effective_from, shifts=shifts, weekdays=sorted(usual.weekdays), source=SEED_SOURCE
        )
    )
    for day, is_working, name in SEED_DAYS:
        if session.get(Holiday, day) is None:
            session.add(Holiday(day=day, is_working=is_working, name=name, source=SEED_DAYS_SOURCE))
    session.flush()
