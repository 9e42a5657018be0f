"""The figures of a selection of cases: grouped by the database, put together here."""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts.models import Unit
from api.accounts.rules import Person
from api.complaints import desk_queries
from api.complaints import queries as complaints
from api.complaints.models import Category, Complaint, IntakeChannel, Status, StatusLabel
from api.core import clock
from api.places.models import Hamlet
from api.statistics import rules
from api.statistics.models import CaseFigures, Outcome, UnitFigures
from api.statistics.schemas import StatisticsFilter
from api.worktime import queries as worktime

YEAR = timedelta(days=364)
DIMENSIONS: dict[str, tuple[Any, Any, Any]] = {  # name: what is counted, and where its label stands. Any: columns
    "by_category": (col(Complaint.category), col(Category.code), col(Category.label)),
    "by_status": (col(Complaint.status), col(StatusLabel.status), col(StatusLabel.label)),
    "by_hamlet": (col(Complaint.hamlet_id), col(Hamlet.id), col(Hamlet.name)),
    "by_unit": (col(Complaint.unit_id), col(Unit.id), col(Unit.name)),
    "by_channel": (col(Complaint.channel), col(IntakeChannel.code), col(IntakeChannel.label)),
}
NAMELESS = {
    "by_category": "Chưa phân loại",
    "by_hamlet": "Chưa rõ thôn",
    "by_unit": "Chưa giao đơn vị",
}


class Selection(NamedTuple):
    """Which cases, as a select over Complaint beside its figures that can be given any columns."""

    cases: sa.Select[Any]
    first: date
    last: date
    now: datetime


def stale(edition: int) -> sa.Select[Any, Any, Any]:
    """Cases whose figures are missing or no longer those of the case and the calendar, newest first."""
    figures = CaseFigures
    return (
        sa.select(col(Complaint.id), col(Complaint.version), col(Complaint.received_at))
        .outerjoin(figures, col(figures.complaint_id) == col(Complaint.id))
        .where(sa.or_(*_outdated(), col(figures.edition) != edition))
        .order_by(col(Complaint.received_at).desc())
    )


def has_stale(session: Session) -> bool:
    return session.execute(stale(worktime.edition(session)).limit(1)).first() is not None


def _outdated() -> tuple[Any, Any]:
    return col(CaseFigures.version).is_(None), col(CaseFigures.version) != col(Complaint.version)


def select_cases(session: Session, narrowed: StatisticsFilter, *, by: Person, now: datetime) -> Selection:
    """The desk's filter over the cases received in the period, each report once, as far as `by` may read."""
    last = narrowed.last or max(clock.day_of(now), narrowed.first or date.min)
    first = narrowed.first or last - YEAR
    statement = desk_queries.matching(session, _beside_figures(), narrowed, by=by, now=now)
    statement = statement.where(complaints.counts_once())
    return Selection(within(statement, first, last), first, last, now)


def _beside_figures() -> sa.Select[Any]:
    statement = sa.select(sa.literal(1)).select_from(Complaint)
    return statement.outerjoin(CaseFigures, col(CaseFigures.complaint_id) == col(Complaint.id))


def within(statement: sa.Select[Any], first: date, last: date) -> sa.Select[Any]:
    """Received from the first to the last day, both counted."""
    start, end = clock.start_of(first), clock.start_of(last + timedelta(days=1))
    return statement.where(col(Complaint.received_at) >= start, col(Complaint.received_at) < end)


def statistics(session: Session, narrowed: StatisticsFilter, *, by: Person, now: datetime) -> dict[str, Any]:
    """Everything of `schemas.Statistics`, of any type."""
    selection = select_cases(session, narrowed, by=by, now=now)
    return {"first": selection.first, "last": selection.last} | figures(session, selection)


def figures(session: Session, selection: Selection) -> dict[str, Any]:
    """All figures of a selection but its period."""
    found = totals(session, selection)
    days = by_day(session, selection)
    return {
        "total": found["total"],
        "pending": found["pending"],
        "outcomes": {name: found[name] for name in ("overdue", *Outcome)},
        "rates": rates(found),
        **{name: counts(session, selection, name) for name in DIMENSIONS},
        "weeks": spans(days, clock.monday_of),
        "months": spans(days, lambda day: day.replace(day=1)),
        "steps": steps(session, selection),
        "units": units(session, selection),
    }


def _sum(condition: Any, name: str) -> Any:
    """How many rows fulfil a condition. Any: SQL expressions."""
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0).label(name)


def is_overdue(now: datetime) -> Any:
    """The answer is owed and not given; the clock does not stand still for the resident. Any: an SQL condition."""
    waits = col(Complaint.status) == Status.NEED_INFO
    return sa.and_(col(Complaint.is_open), ~waits, col(Complaint.answer_due_at) <= now)


ON_TIME = sa.and_(
    col(CaseFigures.answered_at).is_not(None), col(CaseFigures.answered_at) <= col(Complaint.answer_due_at)
)
LATE = col(CaseFigures.answered_at) > col(Complaint.answer_due_at)
RESOLVED = col(CaseFigures.outcome).in_([Outcome.DONE, Outcome.UNPROVEN])


def totals(session: Session, selection: Selection) -> dict[str, int]:
    """Counts by name, in one pass."""
    outcome = col(CaseFigures.outcome)
    unknown = outcome.is_(None)  # so new that it has not been looked at: it is open
    columns = [
        sa.func.count().label("total"),
        _sum(sa.or_(*_outdated()), "pending"),
        _sum(is_overdue(selection.now), "overdue"),
        *(_sum(outcome == one, one.value) for one in Outcome if one is not Outcome.OPEN),
        _sum(sa.or_(unknown, outcome == Outcome.OPEN), "open"),
        _sum(ON_TIME, "on_time"),
        _sum(LATE, "late"),
        _sum(col(CaseFigures.was_resolved), "was_resolved"),
        _sum(col(CaseFigures.reopened) > 0, "reopened"),
        _sum(col(CaseFigures.handovers) > 0, "handed_over"),
        _sum(col(Complaint.unit_id).is_not(None), "given_out"),
        _sum(sa.and_(RESOLVED, col(CaseFigures.handovers) == 0, col(CaseFigures.reopened) == 0), "first_time"),
    ]
    return dict(session.execute(selection.cases.with_only_columns(*columns)).mappings().one())


def rates(found: dict[str, int]) -> dict[str, dict[str, int]]:
    resolved = found["done"] + found["unproven"]
    ended = max(found["was_resolved"], found["reopened"])  # a refusal can be reopened too
    return {
        "on_time": _share(found["on_time"], found["on_time"] + found["late"] + found["overdue"]),
        "reopened": _share(found["reopened"], ended),
        "evidence": _share(found["done"], resolved),
        "handed_over": _share(found["handed_over"], found["given_out"]),
        "first_time": _share(found["first_time"], resolved),
    }


def _share(count: int, of: int) -> dict[str, int]:
    return {"count": count, "of": of}


def counts(session: Session, selection: Selection, dimension: str) -> list[dict[str, Any]]:
    """How many of each kind, most first."""
    column, key, label = DIMENSIONS[dimension]
    labels = {row[0]: row[1] for row in session.execute(sa.select(key, label))}
    number = sa.func.count()
    rows = session.execute(selection.cases.with_only_columns(column, number).group_by(column)).all()
    found = [
        {"key": None if value is None else str(value), "label": labels.get(value) or NAMELESS.get(dimension, ""),
         "count": count}
        for value, count in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one["count"], one["label"]))


def by_day(session: Session, selection: Selection) -> list[tuple[date, int, int, int]]:
    """(day of receipt in the commune, received, done, answered) for each day with cases."""
    moment = col(Complaint.received_at)
    if session.get_bind().dialect.name == "sqlite":
        day: Any = sa.func.date(moment, "+7 hours")
    else:
        day = sa.func.to_char(sa.func.timezone("Asia/Ho_Chi_Minh", moment), "YYYY-MM-DD")
    columns = (
        day.label("day"), sa.func.count(), _sum(col(CaseFigures.outcome) == Outcome.DONE, "done"),
        _sum(col(CaseFigures.answered_at).is_not(None), "answered"),
    )  # fmt: skip
    rows = session.execute(selection.cases.with_only_columns(*columns).group_by(sa.text("day")))
    return [(date.fromisoformat(day), received, done, answered) for day, received, done, answered in rows]


def spans(days: list[tuple[date, int, int, int]], start_of: Any) -> list[dict[str, Any]]:
    """Days put together by the first day of the week or month; `start_of`: day → that first day."""
    found: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0])
    for day, *numbers in days:
        found[start_of(day)] = [a + b for a, b in zip(found[start_of(day)], numbers, strict=True)]
    return [
        {"starts_on": start, "received": received, "done": done, "answered": answered}
        for start, (received, done, answered) in sorted(found.items())
    ]


def steps(session: Session, selection: Selection) -> list[dict[str, Any]]:
    """Median and 90th percentile of each step, from how many cases took how many minutes."""
    found = []
    for step in (*rules.STEP_NAMES, "whole"):
        minutes: Any = getattr(CaseFigures, f"{step}_minutes")
        statement = selection.cases.with_only_columns(minutes, sa.func.count()).where(minutes.is_not(None))
        histogram = {row[0]: row[1] for row in session.execute(statement.group_by(minutes))}
        found.append({"step": step, "cases": sum(histogram.values())} | _times(histogram))
    return found


def _times(histogram: dict[int, int]) -> dict[str, float | None]:
    return {
        "median_hours": _hours(rules.percentile(histogram, 0.5)),
        "p90_hours": _hours(rules.percentile(histogram, 0.9)),
    }


def _hours(minutes: int | None) -> float | None:
    return None if minutes is None else round(minutes / 60, 1)


def units(session: Session, selection: Selection) -> list[dict[str, Any]]:
    """Every unit that has held one of the cases, by name."""
    part = UnitFigures
    cases = selection.cases.join(part, col(part.complaint_id) == col(Complaint.id))
    holds, resolved, outcome = col(part.is_holder), col(part.has_resolved), col(CaseFigures.outcome)
    columns = [
        col(part.unit_id),
        sa.func.count().label("held"),
        _sum(sa.and_(holds, outcome == Outcome.OPEN), "open"),
        _sum(sa.and_(holds, outcome == Outcome.OPEN, is_overdue(selection.now)), "overdue"),
        *(_sum(sa.and_(resolved, outcome == one), one.value) for one in (Outcome.DONE, Outcome.UNPROVEN)),
        *(
            _sum(sa.and_(holds, outcome == one), one.value)
            for one in (Outcome.REJECTED, Outcome.MERGED, Outcome.TRANSFERRED)
        ),
        sa.func.sum(col(part.reopened)).label("reopened"),
        sa.func.sum(col(part.handed_on)).label("handed_on"),
        _sum(sa.and_(resolved, ON_TIME), "on_time"),
        _sum(sa.and_(resolved, LATE), "late"),
    ]
    names = {row[0]: row[1] for row in session.execute(sa.select(col(Unit.id), col(Unit.name)))}
    rows = session.execute(cases.with_only_columns(*columns).group_by(col(part.unit_id))).mappings().all()
    histograms = _held(session, cases)
    found = []
    for row in rows:
        line = {key: value for key, value in row.items() if key not in ("late", "on_time")}
        line["name"] = names[row["unit_id"]]
        line["on_time"] = _share(row["on_time"], row["on_time"] + row["late"] + row["overdue"])
        found.append(line | _times(histograms[row["unit_id"]]))
    return sorted(found, key=lambda line: line["name"])


def _held(session: Session, cases: sa.Select[Any]) -> dict[UUID, Counter[int]]:
    """Of each unit: how many of the cases it has resolved took how many minutes of its own time."""
    minutes, unit_id = col(UnitFigures.held_minutes), col(UnitFigures.unit_id)
    statement = cases.with_only_columns(unit_id, minutes, sa.func.count()).where(col(UnitFigures.has_resolved))
    found: dict[UUID, Counter[int]] = defaultdict(Counter)
    for unit, value, count in session.execute(statement.group_by(unit_id, minutes)):
        found[unit][value] = count
    return found
