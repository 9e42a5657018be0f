"""Opening rounds, writing and submitting a unit's report, accepting or returning it."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock, errors
from api.indicators import periods
from api.indicators.models import PeriodKind
from api.journal import actions as journal
from api.journal import rules as changes
from api.reports import round_queries as queries
from api.reports.round_models import ReportRhythm, ReportRound, UnitReport, UnitReportState
from api.reports.round_schemas import Judgement, NewRound, RhythmEdit, RhythmShape, UnitReportEdit

HOUSE = "Hệ thống"


class RoundKnown(errors.Conflict):
    code = "report_round_known"
    says = "Kỳ báo cáo này đã mở."


class NotYours(errors.NotAllowed):
    code = "report_of_another_unit"
    says = "Báo cáo này của đơn vị khác, hoặc đã gửi."


class NothingSubmitted(errors.Conflict):
    code = "report_not_submitted"
    says = "Đơn vị chưa gửi báo cáo."


class ReasonMissing(errors.Rejected):
    code = "return_reason_missing"
    says = "Xin ghi lý do trả lại."


class NothingToSubmit(errors.Rejected):
    code = "report_empty"
    says = "Xin ghi kết quả trước khi gửi."


def open_round(session: Session, wish: NewRound, *, by: Person, now: datetime) -> tuple[ReportRound, bool]:
    """A round for free days; sent again it is the first one."""
    known = session.get(ReportRound, wish.id)
    if known is not None:
        return known, False
    if wish.last_day < wish.first_day or queries.of_days(session, wish.first_day, wish.last_day):
        raise RoundKnown
    row = ReportRound(**wish.model_dump(), opened_at=now)
    session.add(row)
    session.flush()
    _record(session, "report_round_opened", row.id, by.name, by.id, now, period=row.period_words)
    return row, True


def open_by_rhythm(session: Session, *, now: datetime) -> ReportRound | None:
    """For the housekeeper: the newest period that is over, once. None when there is nothing to open."""
    rhythm, today = queries.rhythm(session), clock.day_of(now)
    if rhythm.kind is PeriodKind.CUSTOM:
        return None
    of = periods.newest_closed(rhythm.scheme, rhythm.kind, today)
    due = of.last + timedelta(days=rhythm.days_to_answer)
    if due < today or queries.of_days(session, of.first, of.last):
        return None
    key = uuid5(NAMESPACE_URL, f"report-round:{of.first}:{of.last}")
    row = ReportRound(id=key, period_words=of.label, first_day=of.first, last_day=of.last, due_on=due, opened_at=now)
    session.add(row)
    session.flush()
    _record(session, "report_round_opened", row.id, HOUSE, None, now, period=row.period_words)
    return row


def set_rhythm(session: Session, wish: RhythmEdit, *, version: int, by: Person, now: datetime) -> ReportRhythm:
    row = queries.rhythm(session)
    if row.version != version:
        raise errors.Stale(current=RhythmShape.model_validate(row))
    found = changes.differences(row, wish.model_dump())
    for name in found:
        setattr(row, name, getattr(wish, name))
    row.version += 1
    session.add(row)
    _record(session, "report_rhythm_set", uuid5(NAMESPACE_URL, "report-rhythm"), by.name, by.id, now, changes=found)
    return row


def write(
    session: Session, round_id: UUID, unit_id: UUID, wish: UnitReportEdit, *, version: int, by: Person, now: datetime
) -> UnitReport:
    """The unit's own words; the first time the records' words are drawn beside them."""
    of, row = queries.require(session, round_id), queries.find(session, round_id, unit_id)
    unit = queries.require_unit(session, unit_id)
    if not queries.may_write(by, unit_id) or (row and row.state not in queries.OPEN):
        raise NotYours
    if (row.version if row else 0) != version:
        raise errors.Stale(current=queries.report_shape(of, unit, row, by=by, now=now))
    drawn = queries.drawn_for(session, unit, of.first_day, of.last_day)
    row = row or UnitReport(id=uuid4(), round_id=of.id, unit_id=unit_id, version=0)
    row.drawn, row.done, row.obstacles, row.proposals = drawn, wish.done, wish.obstacles, wish.proposals
    return _keep(session, "unit_report_written", row, by=by, now=now)


def submit(session: Session, round_id: UUID, unit_id: UUID, *, version: int, by: Person, now: datetime) -> UnitReport:
    row = _take(session, round_id, unit_id, version, by=by, now=now)
    if not queries.may_write(by, unit_id) or row.state not in queries.OPEN:
        raise NotYours
    if not row.done:
        raise NothingToSubmit(field="done")
    row.state, row.submitted_at, row.submitted_by = UnitReportState.SUBMITTED, now, by.id
    return _keep(session, "unit_report_submitted", row, by=by, now=now)


def judge(
    session: Session, round_id: UUID, unit_id: UUID, wish: Judgement, *, version: int, by: Person, now: datetime
) -> UnitReport:
    """Accept it, or return it with a reason; the unit goes on from its own words."""
    row = _take(session, round_id, unit_id, version, by=by, now=now)
    if row.state is not UnitReportState.SUBMITTED:
        raise NothingSubmitted
    if not wish.is_accepted and not wish.answer:
        raise ReasonMissing(field="answer")
    row.state = UnitReportState.ACCEPTED if wish.is_accepted else UnitReportState.RETURNED
    row.answer, row.judged_at, row.judged_by = wish.answer, now, by.id
    return _keep(session, f"unit_report_{row.state.value}", row, by=by, now=now)


def _take(session: Session, round_id: UUID, unit_id: UUID, version: int, *, by: Person, now: datetime) -> UnitReport:
    of, unit = queries.require(session, round_id), queries.require_unit(session, unit_id)
    row = queries.find(session, round_id, unit_id)
    if row is None:
        raise NothingSubmitted
    if row.version != version:
        raise errors.Stale(current=queries.report_shape(of, unit, row, by=by, now=now))
    return row


def _keep(session: Session, verb: str, row: UnitReport, *, by: Person, now: datetime) -> UnitReport:
    row.version += 1
    session.add(row)
    session.flush()
    _record(session, verb, row.id, by.name, by.id, now, round=str(row.round_id), version=row.version)
    return row


def _record(
    session: Session, verb: str, subject: UUID, actor: str, actor_id: UUID | None, now: datetime, **detail: object
) -> None:
    journal.record(session, verb, "unit_report", subject, actor=actor, actor_id=actor_id, now=now, **detail)
