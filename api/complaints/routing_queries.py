"""Questions about routing: the rules that can still be used, and where a case should go."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account, Unit
from api.complaints import routing_rules
from api.complaints.models import Category, Complaint
from api.complaints.routing_models import RoutingRule
from api.core import clock, errors


class RuleNotFound(errors.NotFound):
    code = "routing_rule_not_found"
    says = "Không tìm thấy quy tắc này."


def every(session: Session) -> Sequence[RoutingRule]:
    """All rules in the order they are tried."""
    return session.exec(select(RoutingRule).order_by(col(RoutingRule.position), col(RoutingRule.id))).all()


def require(session: Session, rule_id: UUID) -> RoutingRule:
    rule = session.get(RoutingRule, rule_id, with_for_update=True)
    if rule is None:
        raise RuleNotFound
    return rule


def usable(session: Session) -> Sequence[RoutingRule]:
    """Rules in use whose unit still works."""
    statement = (
        select(RoutingRule)
        .join(Unit, col(Unit.id) == col(RoutingRule.unit_id))
        .where(col(RoutingRule.is_active), col(Unit.is_active))
        .order_by(col(RoutingRule.position), col(RoutingRule.id))
    )
    return session.exec(statement).all()


def route(session: Session, kind: Category | None, hamlet_id: UUID | None, at: datetime) -> routing_rules.Route:
    """Where such a case, received at `at`, should go. Who no longer works in the unit is left out."""
    situation = routing_rules.Situation(kind.code if kind else None, hamlet_id, at.astimezone(clock.VIETNAM))
    found = routing_rules.route(usable(session), situation, kind.default_unit_id if kind else None)
    assignee = session.get(Account, found.assignee_id) if found.assignee_id else None
    if assignee and not (assignee.is_active and assignee.unit_id == found.unit_id):
        return found._replace(assignee_id=None)
    return found


def category(session: Session, code: str | None) -> Category | None:
    return session.get(Category, code) if code else None


def route_of(session: Session, complaint: Complaint) -> routing_rules.Route:
    return route(session, category(session, complaint.category), complaint.hamlet_id, complaint.received_at)
