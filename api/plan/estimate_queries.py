"""Questions about estimates: the sheet of a year with its sums."""

from collections import defaultdict
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Unit
from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.core import errors
from api.plan.estimate_models import Estimate, EstimateState
from api.plan.estimate_schemas import EstimateShape, EstimateSheet, Total
from api.plan.models import PlanItem

NO_SOURCE = "Chưa ghi nguồn"


class EstimateNotFound(errors.NotFound):
    code = "estimate_not_found"
    says = "Không có dòng dự toán này."


def require(session: Session, estimate_id: UUID) -> Estimate:
    row = session.get(Estimate, estimate_id, with_for_update=True)
    if row is None:
        raise EstimateNotFound
    return row


def may_change(by: Person, unit_id: UUID) -> bool:
    """A unit keeps its own lines; the hotline's unit, which leads the plan, all of them."""
    reach = by.reach(Permission.MANAGE_ESTIMATES)
    return reach is Reach.ALL or (reach is Reach.UNIT and by.account.unit_id == unit_id)


def sheet(session: Session, year: int, *, by: Person) -> EstimateSheet:
    statement = (
        select(Estimate, PlanItem, Unit)
        .join(PlanItem, col(PlanItem.id) == col(Estimate.item_id))
        .join(Unit, col(Unit.id) == col(Estimate.unit_id))
        .where(Estimate.year == year)
        .order_by(col(PlanItem.position), col(Unit.name), col(Estimate.id))
    )
    items = [shape(row, item, unit, by=by) for row, item, unit in session.exec(statement)]
    by_unit, by_source = defaultdict[str, list[EstimateShape]](list), defaultdict[str, list[EstimateShape]](list)
    for one in items:
        by_unit[one.unit_name].append(one)
        by_source[one.source or NO_SOURCE].append(one)
    return EstimateSheet(
        year=year, items=items, by_unit=[_total(name, rows) for name, rows in by_unit.items()],
        by_source=[_total(name, rows) for name, rows in by_source.items()], total=_total("", items),
    )  # fmt: skip


def shape(row: Estimate, item: PlanItem, unit: Unit, *, by: Person) -> EstimateShape:
    return EstimateShape(
        **row.model_dump(exclude={"item_id"}), item_code=item.code, item_title=item.title, unit_name=unit.name,
        may_change=may_change(by, row.unit_id),
    )  # fmt: skip


def _total(name: str, rows: list[EstimateShape]) -> Total:
    return Total(
        name=name,
        amount_vnd=sum(row.amount_vnd for row in rows),
        approved_vnd=sum(row.amount_vnd for row in rows if row.state is EstimateState.APPROVED),
        spent_vnd=sum(row.spent_vnd or 0 for row in rows),
    )
