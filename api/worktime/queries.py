"""The working calendar as it stands now."""

from datetime import date, time

from sqlmodel import Session, col, select

from api.core import errors
from api.worktime.models import Edition, Holiday, WorkingHours
from api.worktime.rules import OFFICE_HOURS, Calendar, Hours, SpecialDay, special_days


class DayNotFound(errors.NotFound):
    code = "day_not_found"
    says = "Ngày này không có trong lịch riêng của xã."


class HoursNotFound(errors.NotFound):
    code = "hours_not_found"
    says = "Không có giờ làm việc nào bắt đầu từ ngày này."


def calendar(session: Session) -> Calendar:
    """The law's calendar with the commune's own hours and days on top."""
    in_force = tuple(_hours(row) for row in hours(session)) or (OFFICE_HOURS,)
    return Calendar({day.day: day.is_working for day in holidays(session)}, in_force)


def _hours(row: WorkingHours) -> Hours:
    shifts = tuple((time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in row.shifts)
    return Hours(row.effective_from, shifts, frozenset(row.weekdays))


def holidays(session: Session) -> list[Holiday]:
    return list(session.exec(select(Holiday).order_by(col(Holiday.day))))


def hours(session: Session) -> list[WorkingHours]:
    """Oldest first."""
    return list(session.exec(select(WorkingHours).order_by(col(WorkingHours.effective_from))))


def year(session: Session, of: int) -> list[SpecialDay]:
    """Every day of a year that is not as its weekday would have it."""
    own = {
        row.day: SpecialDay(row.day, row.is_working, row.name, row.source, True, row.version)
        for row in holidays(session)
    }
    return special_days(of, own)


def require_day(session: Session, day: date) -> Holiday:
    row = session.get(Holiday, day)
    if row is None:
        raise DayNotFound
    return row


def require_hours(session: Session, effective_from: date) -> WorkingHours:
    row = session.get(WorkingHours, effective_from)
    if row is None:
        raise HoursNotFound
    return row


def edition(session: Session) -> int:
    """Counts up whenever what deadlines are reckoned by has changed."""
    row = session.get(Edition, 1)
    return row.number if row else 0
