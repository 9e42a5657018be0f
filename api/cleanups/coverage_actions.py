"""Excusing a weekend, taking it back, and setting how coverage is counted."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.cleanups.coverage_models import CoverageSetting, WeekendExcuse
from api.cleanups.coverage_schemas import NewExcuse, NewSetting
from api.core import entries, errors
from api.journal import actions as journal
from api.places import queries as places

LONGEST_DAYS = 62


class ExcuseDaysWrong(errors.Rejected):
    code = "excuse_days_wrong"
    says = f"Ngày cuối phải từ ngày đầu trở đi, và không quá {LONGEST_DAYS} ngày."


def excuse(session: Session, wish: NewExcuse, *, by: Person, now: datetime) -> tuple[WeekendExcuse, bool]:
    """Say why nothing is asked for on these days; True when it is new."""
    if not 0 <= (wish.last_day - wish.first_day).days <= LONGEST_DAYS:
        raise ExcuseDaysWrong(field="last_day")
    if wish.hamlet_id:
        places.require(session, wish.hamlet_id)
    row, is_new = entries.enter(session, WeekendExcuse(**wish.model_dump(), made_by=by.id, received_at=now))
    if is_new:
        _record(session, "weekend_excused", row.id, by=by, now=now, **wish.model_dump(mode="json", exclude={"id"}))
    return row, is_new


def withdraw(session: Session, excuse_id: UUID, new_id: UUID, *, by: Person, now: datetime) -> None:
    """The excuse does not hold any more; what it said stays."""
    old = session.get(WeekendExcuse, excuse_id)
    if old is None or old.is_withdrawn:
        raise entries.EntryNotFound
    values = old.model_dump(exclude={"id", "made_by", "received_at", "is_withdrawn", "replaces_id"})
    row = WeekendExcuse(**values, id=new_id, made_by=by.id, received_at=now, is_withdrawn=True, replaces_id=excuse_id)
    if entries.enter(session, row)[1]:
        _record(session, "weekend_excuse_withdrawn", row.id, by=by, now=now, excuse=str(excuse_id))


def set_rule(session: Session, wish: NewSetting, *, by: Person, now: datetime) -> CoverageSetting:
    """How coverage is counted from a day on; earlier days keep their rule."""
    row, is_new = entries.enter(session, CoverageSetting(**wish.model_dump(), made_by=by.id, received_at=now))
    if is_new:
        _record(session, "coverage_set", row.id, by=by, now=now, **wish.model_dump(mode="json", exclude={"id"}))
    return row


def _record(session: Session, verb: str, row_id: UUID, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, "coverage", row_id, actor=by.name, actor_id=by.id, now=now, **detail)
