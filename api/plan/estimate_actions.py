"""Keeping estimates: a line is entered, changed or taken out; the journal keeps what it said."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.rules import Person
from api.core import errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.plan import estimate_queries as queries
from api.plan import queries as plan
from api.plan.estimate_models import Estimate
from api.plan.estimate_schemas import EstimateEdit, EstimateShape


def put(
    session: Session, estimate_id: UUID, wish: EstimateEdit, *, version: int, by: Person, now: datetime
) -> EstimateShape:
    """Enter a line (`version` 0) or change it."""
    row = session.get(Estimate, estimate_id, with_for_update=True)
    item, unit = plan.require(session, wish.item_code), accounts.require_unit(session, wish.unit_id)
    if not queries.may_change(by, wish.unit_id) or (row and not queries.may_change(by, row.unit_id)):
        raise errors.NotAllowed
    if version != (row.version if row else 0):
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)
    values = wish.model_dump(exclude={"item_code"}) | {"item_id": item.id}
    row = row or Estimate(id=estimate_id, item_id=item.id, unit_id=unit.id, year=wish.year, amount_vnd=0, version=0)
    found = changes.differences(row, values)
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    _record(session, "estimate_set", row, by=by, now=now, changes=found)
    return queries.shape(row, item, unit, by=by)


def drop(session: Session, estimate_id: UUID, *, version: int, by: Person, now: datetime) -> None:
    row = queries.require(session, estimate_id)
    if not queries.may_change(by, row.unit_id):
        raise errors.NotAllowed
    if version != row.version:
        raise errors.Stale(current=row.model_dump(mode="json"))
    _record(session, "estimate_dropped", row, by=by, now=now, before=row.model_dump(mode="json"))
    session.delete(row)


def _record(session: Session, verb: str, row: Estimate, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, "plan_estimate", row.id, actor=by.name, actor_id=by.id, now=now, **detail)
