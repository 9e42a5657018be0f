"""Questions about coverage: the grid of any weeks, as it is known now or as it was known at a moment."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.cleanups import coverage_rules as rules
from api.cleanups.coverage_models import CoverageSetting, WeekendExcuse, WeekMark
from api.cleanups.coverage_rules import Cell, Excuse, Place, Told
from api.cleanups.coverage_schemas import CellShape, CoverageBoard, ExcuseShape, HamletRow, MonthShare, WeekShare
from api.cleanups.models import Cleanup, Outcome
from api.core import clock, entries
from api.places import queries as places

USUAL = CoverageSetting(
    id=UUID(int=0), received_at=datetime(2020, 1, 1, tzinfo=UTC), valid_from=date(2026, 6, 6), entry_days=2,
    counts_excused=True, source="Kế hoạch, mục 1.2: lễ phát động ngày 06/6/2026; hạn báo do phần mềm đặt sẵn",
)  # fmt: skip


def setting_on(session: Session, day: date, *, known_at: datetime | None = None) -> CoverageSetting:
    statement = (
        entries.standing(CoverageSetting, known_at=known_at)
        .where(col(CoverageSetting.valid_from) <= day)
        .order_by(col(CoverageSetting.valid_from).desc(), col(CoverageSetting.received_at).desc())
    )
    return session.exec(statement).first() or USUAL


def begin(session: Session, *, known_at: datetime | None = None) -> date:
    """The first day on which a weekend is asked for: that of the first rule."""
    first = session.exec(entries.standing(CoverageSetting, known_at=known_at).order_by(col(CoverageSetting.valid_from)))
    return (first.first() or USUAL).valid_from


def excuses(session: Session, *, known_at: datetime | None = None) -> Sequence[WeekendExcuse]:
    """Those that stand, the newest first."""
    statement = entries.standing(WeekendExcuse, known_at=known_at).where(col(WeekendExcuse.is_withdrawn).is_(False))
    return session.exec(statement.order_by(col(WeekendExcuse.first_day).desc(), col(WeekendExcuse.id))).all()


def grid(session: Session, weeks: Sequence[date], *, now: datetime, known_at: datetime | None = None) -> list[Cell]:
    """The cells of these weeks for every hamlet there ever was; three questions, whatever the range.

    What a school or an office holds is no weekend of the hamlet's: K1 counts hamlets.
    """
    if not weeks:
        return []
    first, last = weeks[0], weeks[-1] + rules.WEEK
    columns = (Cleanup.id, Cleanup.hamlet_id, Cleanup.held_on, Cleanup.outcome, Cleanup.no_event_reason)
    asked = sa.select(*map(col, columns)).where(
        col(Cleanup.held_on) >= first, col(Cleanup.held_on) < last, col(Cleanup.organiser_id).is_(None)
    )
    if known_at is not None:
        asked = asked.where(col(Cleanup.received_at) <= known_at)
    told = [
        Told(id_, hamlet, day, outcome is Outcome.HELD, reason or "")
        for id_, hamlet, day, outcome, reason in session.execute(asked)
    ]
    reasons = [
        Excuse(one.hamlet_id, one.first_day, one.last_day, one.reason) for one in excuses(session, known_at=known_at)
    ]
    since = begin(session, known_at=known_at)
    register = [
        Place(one.id, max(one.valid_from, since), one.valid_to, one.successor_id) for one in places.every(session)
    ]
    entry_days = setting_on(session, weeks[-1], known_at=known_at).entry_days
    return rules.grid(register, weeks, told, reasons, clock.day_of(known_at or now), entry_days)


def board(session: Session, first: date, last: date, *, now: datetime) -> CoverageBoard:
    """The board of a range; a hamlet that was never valid in it is left out."""
    weeks = rules.weeks_between(first, last)
    cells = grid(session, weeks, now=now)
    setting = setting_on(session, last)
    counts_excused, least = setting.counts_excused, setting.month_least
    found = rules.shares(cells, counts_excused=counts_excused)
    months = rules.monthly_shares(cells, counts_excused=counts_excused, least=least) if least else {}
    total, count = rules.mean(months if least else found)
    rows = _rows(session, cells, counts_excused)
    return CoverageBoard(
        first=first, last=last, rows=rows, mean=float(total / count) if count else None,
        weeks=[_week(week, found) for week in weeks], month_least=least,
        months=[MonthShare(month=month, held=one.held, asked=one.asked) for month, one in months.items()],
        every_week=sum(row.asked > 0 and row.held == row.asked for row in rows), counts_excused=counts_excused,
    )  # fmt: skip


def excuse_shapes(session: Session, rows: Sequence[WeekendExcuse]) -> list[ExcuseShape]:
    names = places.names(session)
    return [
        ExcuseShape(
            **row.model_dump(include=set(ExcuseShape.model_fields)),
            hamlet_name=names.get(row.hamlet_id) if row.hamlet_id else None,
        )
        for row in rows
    ]


def _rows(session: Session, cells: Sequence[Cell], counts_excused: bool) -> list[HamletRow]:
    by_hamlet: dict[UUID, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_hamlet[cell.hamlet].append(cell)
    names = places.names(session)
    return [
        _row(names[hamlet], own, counts_excused)
        for hamlet, own in by_hamlet.items()
        if any(cell.mark is not WeekMark.ABSENT for cell in own)
    ]


def _row(name: str, cells: Sequence[Cell], counts_excused: bool) -> HamletRow:
    marks = [cell.mark for cell in cells]
    held, excused, missed = (marks.count(mark) for mark in (WeekMark.HELD, WeekMark.EXCUSED, WeekMark.MISSED))
    return HamletRow(
        hamlet_id=cells[0].hamlet, hamlet_name=name, held=held, excused=excused,
        asked=held + missed + (excused if counts_excused else 0), streak=rules.streak(cells),
        cells=[
            CellShape(week=cell.week, mark=cell.mark, entries=list(cell.entries), reason=cell.reason) for cell in cells
        ],
    )  # fmt: skip


def _week(week: date, found: dict[date, rules.Share]) -> WeekShare:
    one = found.get(week, rules.Share(0, 0))
    return WeekShare(
        week=week, held=one.held, asked=one.asked, share=float(one.share) if one.share is not None else None
    )
