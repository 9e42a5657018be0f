"""Planning and holding a visit, putting down a finding, answering it, and accepting the answer."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.rules import Person
from api.core import clock, errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.places import queries as places
from api.supervision import queries
from api.supervision.models import FindingState, SupervisionFinding, SupervisionVisit
from api.supervision.schemas import Closing, FindingAnswer, NewFinding, VisitEdit


class HeldInTheFuture(errors.Rejected):
    code = "supervision_held_in_the_future"
    says = "Ngày thực hiện chưa đến."


class FindingIdTaken(errors.Conflict):
    code = "supervision_finding_id_taken"
    says = "Ý kiến này đã có với nội dung khác. Xin tải lại trang rồi ghi tiếp."


class NotHeldYet(errors.Conflict):
    code = "supervision_not_held"
    says = "Cuộc giám sát chưa thực hiện. Xin ghi ngày thực hiện trước."


class NotAnswered(errors.Conflict):
    code = "supervision_not_answered"
    says = "Đơn vị chưa trả lời ý kiến này."


class FindingClosed(errors.Conflict):
    code = "supervision_finding_closed"
    says = "Ý kiến này đã khép lại."


def put_visit(
    session: Session, visit_id: UUID, wish: VisitEdit, *, version: int, by: Person, now: datetime
) -> SupervisionVisit:
    """Plan a visit (`version` 0), or say that and how it was held."""
    row = session.get(SupervisionVisit, visit_id, with_for_update=True)
    if version != (row.version if row else 0):
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)
    if wish.held_on and wish.held_on > clock.day_of(now):
        raise HeldInTheFuture(field="held_on")
    if wish.unit_id:
        accounts.require_unit(session, wish.unit_id)
    if wish.hamlet_id:
        places.require(session, wish.hamlet_id)
    fresh = SupervisionVisit(id=visit_id, topic="", planned_on=wish.planned_on, made_by=by.id, version=0)
    row = row or fresh
    found = changes.differences(row, wish.model_dump())
    for name, value in wish.model_dump().items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    _record(session, "supervision_set", row.id, by=by, now=now, changes=found)
    return row


def find(
    session: Session, visit_id: UUID, wish: NewFinding, *, by: Person, now: datetime
) -> tuple[SupervisionFinding, bool]:
    """Put down what was found and who has to answer; True when it is new."""
    visit = queries.require_visit(session, visit_id)
    accounts.require_unit(session, wish.unit_id)
    known = session.get(SupervisionFinding, wish.id)
    if known is not None:
        if known.visit_id != visit.id or changes.differences(known, wish.model_dump()):
            raise FindingIdTaken
        return known, False
    if visit.held_on is None:
        raise NotHeldYet
    row = SupervisionFinding(**wish.model_dump(), visit_id=visit.id, made_by=by.id, made_at=now)
    session.add(row)
    _record(session, "supervision_found", visit.id, by=by, now=now, finding=str(row.id))
    return row, True


def answer(
    session: Session, finding_id: UUID, wish: FindingAnswer, *, version: int, by: Person, now: datetime
) -> SupervisionFinding:
    """By the unit that is asked. An answer may be mended until it is accepted."""
    row = _take(session, finding_id, version)
    if not queries.may_answer(by, row):
        raise errors.NotAllowed
    if row.state is FindingState.CLOSED:
        raise FindingClosed
    before, row.answer = row.answer, wish.answer
    row.state, row.answered_by, row.answered_at = FindingState.ANSWERED, by.id, now
    return _keep(session, "supervision_answered", row, by=by, now=now, before=before, after=wish.answer)


def close(
    session: Session, finding_id: UUID, wish: Closing, *, version: int, by: Person, now: datetime
) -> SupervisionFinding:
    """Accept the answer, or open the finding again."""
    row = _take(session, finding_id, version)
    if row.state is FindingState.OPEN:
        raise NotAnswered
    row.state = FindingState.CLOSED if wish.is_enough else FindingState.OPEN
    row.closed_at = now if wish.is_enough else None
    return _keep(session, "supervision_closed", row, by=by, now=now, is_enough=wish.is_enough)


def _take(session: Session, finding_id: UUID, version: int) -> SupervisionFinding:
    row = queries.require_finding(session, finding_id)
    if row.version != version:
        raise errors.Stale(current=row.model_dump(mode="json"))
    return row


def _keep(
    session: Session, verb: str, row: SupervisionFinding, *, by: Person, now: datetime, **detail: object
) -> SupervisionFinding:
    row.version += 1
    session.add(row)
    _record(session, verb, row.visit_id, by=by, now=now, finding=str(row.id), **detail)
    return row


def _record(session: Session, verb: str, visit_id: UUID, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, "supervision_visit", visit_id, actor=by.name, actor_id=by.id, now=now, **detail)
