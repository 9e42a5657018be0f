"""Questions about obstacles."""

from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account, Unit
from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.core import errors
from api.places.models import Hamlet
from api.plan.models import PlanItem
from api.plan.obstacle_models import Obstacle
from api.plan.obstacle_schemas import ObstacleShape

MOST = 500


class ObstacleNotFound(errors.NotFound):
    code = "obstacle_not_found"
    says = "Không có vướng mắc này."


def require(session: Session, obstacle_id: UUID, *, locked: bool = False) -> Obstacle:
    obstacle = session.get(Obstacle, obstacle_id, with_for_update=locked or None)
    if obstacle is None:
        raise ObstacleNotFound
    return obstacle


def visible(session: Session, *, by: Person) -> list[ObstacleShape]:
    """What this person may read, newest first: a hamlet head what came from the own hamlet, others everything."""
    statement = select(Obstacle).order_by(col(Obstacle.raised_at).desc()).limit(MOST)
    if by.reach(Permission.REPORT_OBSTACLES) is Reach.HAMLET:
        statement = statement.where(Obstacle.hamlet_id == by.account.hamlet_id)
    return shapes(session, list(session.exec(statement)))


def shapes(session: Session, rows: list[Obstacle]) -> list[ObstacleShape]:
    people = {one.id: one.name for one in session.exec(select(Account).where(col(Account.id).in_(_accounts(rows))))}
    units = {unit.id: unit.name for unit in session.exec(select(Unit))}
    hamlets = {hamlet.id: hamlet.name for hamlet in session.exec(select(Hamlet))}
    codes = {item.id: item.code for item in session.exec(select(PlanItem))}
    return [
        ObstacleShape(
            **row.model_dump(exclude={"item_id", "unit_id", "hamlet_id", "raised_by", "decided_by"}),
            item_code=codes.get(row.item_id) if row.item_id else None,
            unit_name=units.get(row.unit_id) if row.unit_id else None,
            hamlet_name=hamlets.get(row.hamlet_id) if row.hamlet_id else None,
            raised_by_name=people[row.raised_by],
            decided_by_name=people[row.decided_by] if row.decided_by else None,
        )
        for row in rows
    ]


def _accounts(rows: list[Obstacle]) -> set[UUID]:
    return {row.raised_by for row in rows} | {row.decided_by for row in rows if row.decided_by}
