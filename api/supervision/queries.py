"""Questions about supervision."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from api.accounts.models import Account, Unit
from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.core import errors
from api.places import queries as places
from api.supervision.models import FindingState, SupervisionFinding, SupervisionVisit
from api.supervision.schemas import FindingShape, SupervisionVisitShape, SupervisionYear


class VisitNotFound(errors.NotFound):
    code = "supervision_visit_not_found"
    says = "Không tìm thấy cuộc giám sát này."


class FindingNotFound(errors.NotFound):
    code = "supervision_finding_not_found"
    says = "Không tìm thấy ý kiến giám sát này."


def require_visit(session: Session, visit_id: UUID) -> SupervisionVisit:
    found = session.get(SupervisionVisit, visit_id, with_for_update=True)
    if found is None:
        raise VisitNotFound
    return found


def require_finding(session: Session, finding_id: UUID) -> SupervisionFinding:
    found = session.get(SupervisionFinding, finding_id, with_for_update=True)
    if found is None:
        raise FindingNotFound
    return found


def year(session: Session, of: int, *, by: Person, today: date) -> SupervisionYear:
    """The visits planned in a year, the nearest last, with every finding; counts of what is open in all years."""
    statement = select(SupervisionVisit).where(
        col(SupervisionVisit.planned_on) >= date(of, 1, 1), col(SupervisionVisit.planned_on) <= date(of, 12, 31)
    )
    visits = session.exec(statement.order_by(col(SupervisionVisit.planned_on).desc(), col(SupervisionVisit.id))).all()
    standing = [one for one in visits if not one.is_cancelled]
    is_open = col(SupervisionFinding.state) != FindingState.CLOSED
    count = select(func.count()).select_from(SupervisionFinding).where(is_open)
    late = count.where(col(SupervisionFinding.due_on) < today, SupervisionFinding.state == FindingState.OPEN)
    return SupervisionYear(
        year=of, visits=shapes(session, visits, by=by, today=today), planned=len(standing),
        held=sum(one.held_on is not None for one in standing), open_findings=session.exec(count).one(),
        late_findings=session.exec(late).one(),
    )  # fmt: skip


def shapes(
    session: Session, visits: Sequence[SupervisionVisit], *, by: Person, today: date
) -> list[SupervisionVisitShape]:
    ids = [one.id for one in visits]
    found: dict[UUID, list[SupervisionFinding]] = defaultdict(list)
    statement = select(SupervisionFinding).where(col(SupervisionFinding.visit_id).in_(ids))
    for one in session.exec(statement.order_by(col(SupervisionFinding.made_at))):
        found[one.visit_id].append(one)
    answered = {one.answered_by for rows in found.values() for one in rows if one.answered_by}
    people = {one.id: one.name for one in session.exec(select(Account).where(col(Account.id).in_(answered)))}
    units = {unit.id: unit.name for unit in session.exec(select(Unit))}
    hamlets = places.names(session)
    return [
        SupervisionVisitShape(
            **visit.model_dump(exclude={"made_by"}),
            unit_name=units.get(visit.unit_id) if visit.unit_id else None,
            hamlet_name=hamlets.get(visit.hamlet_id) if visit.hamlet_id else None,
            findings=[_finding(one, units, people, by, today) for one in found[visit.id]],
        )
        for visit in visits
    ]


def units(session: Session) -> Sequence[Unit]:
    return session.exec(select(Unit).where(col(Unit.is_active)).order_by(col(Unit.name))).all()


def may_answer(by: Person, finding: SupervisionFinding) -> bool:
    reach = by.reach(Permission.ANSWER_SUPERVISION)
    return reach is Reach.ALL or (reach is Reach.UNIT and by.account.unit_id == finding.unit_id)


def _finding(
    one: SupervisionFinding, units: dict[UUID, str], people: dict[UUID, str], by: Person, today: date
) -> FindingShape:
    is_open = one.state is FindingState.OPEN
    return FindingShape(
        **one.model_dump(exclude={"visit_id", "made_by", "made_at", "answered_by"}), unit_name=units[one.unit_id],
        is_late=is_open and one.due_on is not None and one.due_on < today,
        answered_by_name=people[one.answered_by] if one.answered_by else None,
        may_answer=one.state is not FindingState.CLOSED and may_answer(by, one),
    )  # fmt: skip
