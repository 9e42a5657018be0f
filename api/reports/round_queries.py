"""Rounds with every unit's answer, and what the records say for a unit."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Unit
from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.complaints.models import Complaint
from api.core import clock, errors
from api.papers.rules import day
from api.plan.models import PlanItem, PlanNote
from api.reports.round_models import ReportRhythm, ReportRound, UnitReport, UnitReportState
from api.reports.round_schemas import ReportRoundShape, RhythmShape, Rounds, UnitReportShape

SHOWN = 24
OPEN = (UnitReportState.DRAFT, UnitReportState.RETURNED)


class RoundNotFound(errors.NotFound):
    code = "report_round_not_found"
    says = "Không có kỳ báo cáo này."


class UnitOutside(errors.NotFound):
    code = "report_unit_not_found"
    says = "Đơn vị này không phải báo cáo."


def rhythm(session: Session) -> ReportRhythm:
    return session.get(ReportRhythm, 1) or ReportRhythm(source="Mặc định; kế hoạch không ghi chu kỳ")


def require(session: Session, round_id: UUID) -> ReportRound:
    found = session.get(ReportRound, round_id)
    if found is None:
        raise RoundNotFound
    return found


def require_unit(session: Session, unit_id: UUID) -> Unit:
    unit = session.get(Unit, unit_id)
    if unit is None or not unit.is_active:
        raise UnitOutside
    return unit


def find(session: Session, round_id: UUID, unit_id: UUID) -> UnitReport | None:
    statement = select(UnitReport).where(UnitReport.round_id == round_id, UnitReport.unit_id == unit_id)
    return session.exec(statement.with_for_update()).first()


def of_days(session: Session, first: date, last: date) -> ReportRound | None:
    return session.exec(select(ReportRound).where(ReportRound.first_day == first, ReportRound.last_day == last)).first()


def listed(session: Session, *, by: Person, now: datetime) -> Rounds:
    rounds = session.exec(select(ReportRound).order_by(col(ReportRound.last_day).desc()).limit(SHOWN)).all()
    units = session.exec(select(Unit).where(col(Unit.is_active)).order_by(col(Unit.name))).all()
    return Rounds(
        items=[shape(session, one, units, by=by, now=now) for one in rounds],
        rhythm=RhythmShape.model_validate(rhythm(session)),
    )


def shape(session: Session, one: ReportRound, units: Sequence[Unit], *, by: Person, now: datetime) -> ReportRoundShape:
    found = {row.unit_id: row for row in session.exec(select(UnitReport).where(UnitReport.round_id == one.id))}
    reports = [report_shape(one, unit, found.get(unit.id), by=by, now=now) for unit in units]
    return ReportRoundShape(**one.model_dump(exclude={"opened_at"}), reports=reports)


def report_shape(of: ReportRound, unit: Unit, row: UnitReport | None, *, by: Person, now: datetime) -> UnitReportShape:
    """Drafts are the unit's own until they are submitted."""
    mine = may_write(by, unit.id)
    shown = row if row and (mine or row.state not in OPEN) else None
    waits = row is None or row.state in OPEN
    words = shown or UnitReport(id=unit.id, round_id=of.id, unit_id=unit.id, version=0)
    return UnitReportShape(
        unit_id=unit.id, unit_name=unit.name, state=row.state if row else None,
        is_late=waits and clock.day_of(now) > of.due_on, drawn=words.drawn, done=words.done,
        obstacles=words.obstacles, proposals=words.proposals, answer=words.answer, submitted_at=words.submitted_at,
        may_write=mine and waits, version=row.version if row else 0,
    )  # fmt: skip


def may_write(by: Person, unit_id: UUID) -> bool:
    reach = by.reach(Permission.NOTE_PLAN)
    return by.unit is not None and by.unit.id == unit_id and reach in (Reach.ALL, Reach.UNIT)


def drawn_for(session: Session, unit: Unit, first: date, last: date) -> str:
    """What the records say of a unit in a period: its notes on the plan, and the cases it holds or has solved."""
    notes = (
        sa.select(col(PlanItem.code), col(PlanItem.title), col(PlanNote.day), col(PlanNote.words))
        .join(PlanNote, col(PlanNote.item_id) == col(PlanItem.id))
        .where(col(PlanNote.unit_id) == unit.id, col(PlanNote.day).between(first, last))
        .order_by(col(PlanItem.position), col(PlanNote.day))
    )
    lines = [f"- {code} {title}: {words} ({day(on)})." for code, title, on, words in session.execute(notes)]
    start, end = clock.start_of(first), clock.start_of(date.fromordinal(last.toordinal() + 1))
    moment = col(Complaint.received_at)
    cases = sa.select(
        sa.func.count(), sa.func.coalesce(sa.func.sum(sa.case((col(Complaint.is_open), 1), else_=0)), 0)
    ).where(col(Complaint.unit_id) == unit.id, moment >= start, moment < end)
    total, still = session.execute(cases).one()
    hotline = f"- Đường dây nóng: được giao {total} phản ánh, còn {still} đang xử lý."
    return "\n".join([*lines, hotline])


def told(session: Session, first: date, last: date) -> list[str]:
    """What the units reported for exactly these days, for the compiled report."""
    statement = (
        sa.select(col(Unit.name), col(UnitReport.done))
        .join(UnitReport, col(UnitReport.unit_id) == col(Unit.id))
        .join(ReportRound, col(ReportRound.id) == col(UnitReport.round_id))
        .where(
            col(ReportRound.first_day) == first, col(ReportRound.last_day) == last,
            col(UnitReport.state) == UnitReportState.ACCEPTED, col(UnitReport.done) != "",
        )
        .order_by(col(Unit.name))
    )  # fmt: skip
    return [f"- {name}: {done}" for name, done in session.execute(statement)]
