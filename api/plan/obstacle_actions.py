"""Raising an obstacle, deciding about it, and noting that it is gone."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock, errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.plan import obstacle_queries as queries
from api.plan import queries as plan
from api.plan.obstacle_models import Obstacle, ObstacleState
from api.plan.obstacle_schemas import Decision, NewObstacle, Removal


class ObstacleIdTaken(errors.Conflict):
    code = "obstacle_id_taken"
    says = "Vướng mắc này đã có với nội dung khác. Xin tải lại trang rồi ghi tiếp."


class NotDecided(errors.Conflict):
    code = "obstacle_not_decided"
    says = "Chưa có ý kiến chỉ đạo. Xin ghi ý kiến chỉ đạo trước."


class RemovalInTheFuture(errors.Rejected):
    code = "removal_in_the_future"
    says = "Ngày này chưa đến."


def raise_one(session: Session, wish: NewObstacle, *, by: Person, now: datetime) -> tuple[Obstacle, bool]:
    """Take in an obstacle; True when it is new. It belongs to the unit or the hamlet of who raises it."""
    item = plan.require(session, wish.item_code) if wish.item_code else None
    known = session.get(Obstacle, wish.id)
    if known is not None:
        if known.raised_by != by.id or changes.differences(known, wish.model_dump(exclude={"item_code"})):
            raise ObstacleIdTaken
        return known, False
    row = Obstacle(
        id=wish.id, item_id=item.id if item else None, unit_id=by.account.unit_id, hamlet_id=by.account.hamlet_id,
        words=wish.words, proposal=wish.proposal, raised_by=by.id, raised_at=now,
    )  # fmt: skip
    session.add(row)
    _record(session, "obstacle_raised", row, by=by, now=now, item=wish.item_code)
    return row, True


def decide(session: Session, obstacle_id: UUID, wish: Decision, *, version: int, by: Person, now: datetime) -> Obstacle:
    """Say what is to be done; said again, the later words hold and the journal keeps the earlier ones."""
    row = _take(session, obstacle_id, version)
    found = changes.differences(row, wish.model_dump())
    row.decision, row.document = wish.decision, wish.document
    row.decided_by, row.decided_on = by.id, clock.day_of(now)
    row.state, row.removed_on = ObstacleState.DECIDED, None
    return _keep(session, "obstacle_decided", row, by=by, now=now, changes=found)


def remove(session: Session, obstacle_id: UUID, wish: Removal, *, version: int, by: Person, now: datetime) -> Obstacle:
    """It is out of the way since that day; NotDecided while nobody has said what to do."""
    row = _take(session, obstacle_id, version)
    if row.state is ObstacleState.OPEN:
        raise NotDecided
    if wish.removed_on > clock.day_of(now):
        raise RemovalInTheFuture(field="removed_on")
    row.state, row.removed_on = ObstacleState.REMOVED, wish.removed_on
    return _keep(session, "obstacle_removed", row, by=by, now=now, on=wish.removed_on.isoformat())


def _take(session: Session, obstacle_id: UUID, version: int) -> Obstacle:
    row = queries.require(session, obstacle_id, locked=True)
    if row.version != version:
        raise errors.Stale(current=queries.shapes(session, [row])[0])
    return row


def _keep(session: Session, verb: str, row: Obstacle, *, by: Person, now: datetime, **detail: object) -> Obstacle:
    row.version += 1
    session.add(row)
    _record(session, verb, row, by=by, now=now, **detail)
    return row


def _record(session: Session, verb: str, row: Obstacle, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, "obstacle", row.id, actor=by.name, actor_id=by.id, now=now, **detail)
