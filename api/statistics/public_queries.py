"""The figures that everybody may know."""

from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from api.complaints import queries as complaints
from api.complaints.models import Complaint
from api.core import clock, errors
from api.statistics import queries, rules
from api.statistics.models import CaseFigures
from api.statistics.schemas import PublicPeriod

MONTHS = 12
MOST_MONTHS = 60


class PeriodWrong(errors.Rejected):
    code = "period_wrong"
    says = f"Tháng đầu phải trước tháng cuối, cách nhau không quá {MOST_MONTHS} tháng."


def statistics(session: Session, period: PublicPeriod, *, now: datetime) -> dict[str, Any]:
    """Everything of `schemas.PublicStatistics`, of any type."""
    first, last = months_of(period, clock.day_of(now))
    found = queries.figures(session, _selection(first, last, now))
    return {"first": first, "last": last} | shown(found)


def months_of(period: PublicPeriod, today: date) -> tuple[date, date]:
    """First and last day of the months asked for; left out, the twelve up to this one."""
    end = _first_day(period.last) if period.last else today.replace(day=1)
    start = _first_day(period.first) if period.first else _shifted(end, 1 - MONTHS)
    if not start <= end <= _shifted(start, MOST_MONTHS - 1):
        raise PeriodWrong(field="from")
    return start, _shifted(end, 1) - timedelta(days=1)


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _shifted(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, 1)


def _selection(first: date, last: date, now: datetime) -> queries.Selection:
    """All cases that count, each report once: neither of senders kept apart nor of another procedure by law."""
    statement = sa.select(sa.literal(1)).select_from(Complaint)
    statement = statement.outerjoin(CaseFigures, col(CaseFigures.complaint_id) == col(Complaint.id))
    statement = statement.where(
        col(Complaint.quarantined_for).is_(None), ~col(Complaint.is_restricted), complaints.counts_once()
    )
    return queries.Selection(queries.within(statement, first, last), first, last, now)


def shown(found: dict[str, Any]) -> dict[str, Any]:
    """Figures rounded, and those of fewer than five cases left out."""
    outcomes, rates = found["outcomes"], found["rates"]
    months = [
        {"starts_on": month["starts_on"], "received": rules.public_count(month["received"]),
         "answered": rules.public_count(month["answered"])}
        for month in found["months"]
    ]  # fmt: skip
    return {
        "total": rules.public_count(found["total"]),
        "done": rules.public_count(outcomes["done"]),
        "open": rules.public_count(outcomes["open"]),
        **{f"{name}_percent": rules.public_share(**rates[name]) for name in ("on_time", "reopened", "evidence")},
        **{name: [_public(one) for one in found[name]] for name in ("by_category", "by_hamlet")},
        "months": months,
        "steps": [_step(one) for one in found["steps"]],
    }


def _public(one: dict[str, Any]) -> dict[str, Any]:
    return {"label": one["label"], "count": rules.public_count(one["count"])}


def _step(one: dict[str, Any]) -> dict[str, Any]:
    """Whole hours, and only of enough cases."""
    is_enough = one["cases"] >= rules.SMALLEST
    return {"step": one["step"]} | {
        name: round(one[name]) if is_enough else None for name in ("median_hours", "p90_hours")
    }
