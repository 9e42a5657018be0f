"""Changing the rules for who gets what, and handing a new case out by them."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.rules import Person
from api.complaints import actions, routing_queries, routing_rules, workflow_actions
from api.complaints.models import Complaint, Status
from api.complaints.routing_models import RoutingRule
from api.complaints.routing_schemas import MOST_RULES, NewRule, Order, RoutingRuleShape, RuleEdit
from api.core import errors
from api.journal import actions as journal
from api.journal.rules import differences
from api.notifications import actions as notifications
from api.places import queries as places

SUBJECT = "routing_rule"


class RuleIdTaken(errors.Conflict):
    code = "routing_rule_id_taken"
    says = "Mã định danh này đã dùng cho một quy tắc khác."


class TooManyRules(errors.Conflict):
    code = "too_many_routing_rules"
    says = f"Nhiều quy tắc quá: tối đa {MOST_RULES}. Xin bỏ bớt quy tắc không dùng."


class UnitElsewhere(errors.Conflict):
    code = "assignee_elsewhere"
    says = "Người được giao không thuộc đơn vị đã chọn."


class UnitUnused(errors.Conflict):
    code = "unit_not_usable"
    says = "Đơn vị này không còn dùng. Xin chọn đơn vị khác."


class OrderChanged(errors.Conflict):
    code = "routing_order_changed"
    says = "Người khác vừa đổi danh sách này. Xin xem lại trước khi lưu."


class OrderWrong(errors.Rejected):
    code = "routing_order_wrong"
    says = "Thứ tự mới phải có đủ và đúng các quy tắc đang có."


def hand_out(session: Session, complaint: Complaint, *, now: datetime) -> None:
    """At intake: when the rule that fits says so, the case goes to its unit at once; otherwise nothing happens."""
    found = routing_queries.route_of(session, complaint)
    if complaint.quarantined_for or not (found.is_automatic and found.rule and found.unit_id):
        return
    unit = accounts.require_unit(session, found.unit_id)
    assignee = accounts.require(session, found.assignee_id) if found.assignee_id else None
    complaint.priority = found.priority or complaint.priority
    actions.move(session, complaint, Status.ACCEPTED, "accepted", by=journal.SYSTEM, now=now)
    workflow_actions.hold(complaint, unit, assignee, "", now=now)
    actions.move(
        session, complaint, Status.ASSIGNED, "assigned", by=journal.SYSTEM, now=now,
        unit=unit.name, unit_id=str(unit.id), assignee=assignee.name if assignee else None,
        rule=str(found.rule.id), text=f"Quy tắc: {found.rule.name}",
    )  # fmt: skip
    actions.tell_reporter(session, complaint, "complaint_accepted", now=now)
    if assignee:
        notifications.enqueue(
            session, "complaint_assigned", actions.SUBJECT, complaint.id,
            dedupe=str(complaint.version), account_id=assignee.id, now=now,
        )  # fmt: skip


def create(session: Session, new: NewRule, *, by: Person, now: datetime) -> tuple[RoutingRule, bool]:
    """(rule, False) when the same one was made before."""
    known = session.get(RoutingRule, new.id)
    if known is not None:
        if differences(known, _values(new)):
            raise RuleIdTaken
        return known, False
    _check(session, new)
    others = routing_queries.every(session)
    if len(others) >= MOST_RULES:
        raise TooManyRules
    rule = RoutingRule(**_values(new), position=max((other.position for other in others), default=-1) + 1)
    session.add(rule)
    _record(session, rule.id, "created", by=by, now=now, rule=_plain(rule))
    return rule, True


def change(session: Session, rule: RoutingRule, wanted: RuleEdit, *, by: Person, now: datetime) -> None:
    _check(session, wanted)
    changed = {name: _text(value) for name, value in differences(rule, _values(wanted)).items()}
    for name, value in _values(wanted).items():
        setattr(rule, name, value)
    rule.version += 1
    session.add(rule)
    _record(session, rule.id, "changed", by=by, now=now, changes=changed)


def remove(session: Session, rule: RoutingRule, *, by: Person, now: datetime) -> None:
    _record(session, rule.id, "removed", by=by, now=now, rule=_plain(rule))
    session.delete(rule)


def reorder(session: Session, order: Order, *, by: Person, now: datetime) -> Sequence[RoutingRule]:
    """OrderChanged, with the order that stands, when it is not the one the person looked at."""
    rules = routing_queries.every(session)
    standing = [rule.id for rule in rules]
    if order.was != standing:
        raise OrderChanged(current={"items": [shape(rule) for rule in rules]})
    if sorted(order.ids) != sorted(standing):
        raise OrderWrong(field="ids")
    places_of = {rule_id: place for place, rule_id in enumerate(order.ids)}
    for rule in rules:
        rule.position = places_of[rule.id]
        session.add(rule)
    _record(session, None, "reordered", by=by, now=now, ids=[str(one) for one in order.ids])
    return sorted(rules, key=lambda rule: rule.position)


def shape(rule: RoutingRule) -> RoutingRuleShape:
    return RoutingRuleShape.model_validate(_plain(rule))


def _check(session: Session, wanted: RuleEdit) -> None:
    values = _values(wanted)
    routing_rules.check_window(values["from_time"], values["to_time"])
    if wanted.category:
        actions.require_category(session, wanted.category)
    if wanted.hamlet_id:
        places.require(session, wanted.hamlet_id)
    if not accounts.require_unit(session, wanted.unit_id).is_active:
        raise UnitUnused(field="unit_id")
    if wanted.assignee_id and accounts.require(session, wanted.assignee_id).unit_id != wanted.unit_id:
        raise UnitElsewhere(field="assignee_id")


def _values(wanted: RuleEdit) -> dict[str, Any]:
    """The columns of a rule, hours as hours."""
    values = wanted.model_dump()
    hours = {name: time.fromisoformat(values[name]) if values[name] else None for name in ("from_time", "to_time")}
    return values | hours


def _plain(rule: RoutingRule) -> dict[str, Any]:
    """Every column as JSON knows it, hours as HH:MM."""
    values = rule.model_dump(mode="json")
    for name in ("from_time", "to_time"):
        at = getattr(rule, name)
        values[name] = at.strftime("%H:%M") if at else None
    return values


def _text(difference: dict[str, Any]) -> dict[str, str | None]:
    return {side: None if value is None else str(value) for side, value in difference.items()}


def _record(session: Session, rule_id: UUID | None, verb: str, *, by: Person, now: datetime, **detail: Any) -> None:
    journal.record(session, verb, SUBJECT, rule_id, actor=by.name, actor_id=by.id, now=now, **detail)
