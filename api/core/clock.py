"""The only place that knows what time it is and what a day is (Asia/Ho_Chi_Minh)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def day_of(moment: datetime) -> date:
    """The day in Vietnam on which `moment` falls."""
    return moment.astimezone(VIETNAM).date()


def start_of(day: date) -> datetime:
    """Midnight in Vietnam at which `day` begins, in UTC."""
    return datetime.combine(day, time(), tzinfo=VIETNAM).astimezone(UTC)


def monday_of(day: date) -> date:
    """The Monday of the week of `day`; the week starts on Monday."""
    return day - timedelta(days=day.weekday())
