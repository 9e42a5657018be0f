"""Pure decisions about personal data: when a term ends, what is past its time, who may confirm."""

import calendar
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from api.core import clock, errors
from api.privacy.models import RequestState, Span

NIGHT_HOURS = range(1, 5)  # of the commune's clock
OPEN = (RequestState.RECEIVED, RequestState.ANSWERED)


class SecondPersonNeeded(errors.Conflict):
    code = "second_person_needed"
    says = "Người xác nhận phải khác người đề nghị xóa."


class RequestEnded(errors.Conflict):
    code = "request_ended"
    says = "Yêu cầu này đã kết thúc."


class ExtendedAlready(errors.Conflict):
    code = "request_extended_already"
    says = "Mỗi yêu cầu chỉ được gia hạn một lần."


class ErasureEnded(errors.Conflict):
    code = "erasure_ended"
    says = "Lệnh xóa này đã thực hiện hoặc đã rút lại."


def before(now: datetime, amount: int, span: Span) -> datetime:
    """The moment before which something is past its time. Working days count as days: nothing is erased too early."""
    if span is not Span.MONTHS:
        return now - timedelta(days=amount)
    months = now.year * 12 + now.month - 1 - amount
    year, month = divmod(months, 12)
    return now.replace(year=year, month=month + 1, day=min(now.day, calendar.monthrange(year, month + 1)[1]))


def term_end(start: datetime, amount: int, span: Span, is_working: Callable[[date], bool]) -> datetime:
    """The last moment of the term: the end of its last day; the day of `start` does not count."""
    day = clock.day_of(start)
    if span is Span.MONTHS:
        span, amount = Span.DAYS, amount * 30
    while amount > 0:
        day += timedelta(days=1)
        amount -= 1 if span is Span.DAYS or is_working(day) else 0
    return datetime.combine(day, time(23, 59, 59), clock.VIETNAM)


def is_night(now: datetime) -> bool:
    return now.astimezone(clock.VIETNAM).hour in NIGHT_HOURS


def check_second_person(asked_by: UUID, confirming: UUID) -> None:
    if asked_by == confirming:
        raise SecondPersonNeeded
