"""Who should get a case: the commune's rules in their order, then the usual unit of the kind of case."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import NamedTuple
from uuid import UUID

from api.complaints.models import Priority
from api.complaints.routing_models import RoutingRule
from api.core import errors


class WindowHalf(errors.Rejected):
    code = "window_half"
    says = "Khung giờ cần đủ giờ bắt đầu và giờ kết thúc."


class Situation(NamedTuple):
    """What the rules look at. `at` is in the commune's own time."""

    category: str | None
    hamlet_id: UUID | None
    at: datetime


class Route(NamedTuple):
    """Where a case should go. `rule` is None when the kind's usual unit decided, or nothing did."""

    unit_id: UUID | None
    assignee_id: UUID | None = None
    priority: Priority | None = None
    is_automatic: bool = False
    rule: RoutingRule | None = None


def route(rules: Sequence[RoutingRule], situation: Situation, usual_unit_id: UUID | None) -> Route:
    """The first rule that fits; the kind's usual unit stands as the last rule of all and only suggests."""
    for rule in rules:
        if rule.is_active and fits(rule, situation):
            return Route(rule.unit_id, rule.assignee_id, rule.priority, rule.is_automatic, rule)
    return Route(usual_unit_id)


def fits(rule: RoutingRule, situation: Situation) -> bool:
    """Every condition that is set must hold."""
    if rule.category is not None and rule.category != situation.category:
        return False
    if rule.hamlet_id is not None and rule.hamlet_id != situation.hamlet_id:
        return False
    return in_window(rule.weekdays, rule.from_time, rule.to_time, situation.at)


def in_window(weekdays: str, start: time | None, end: time | None, at: datetime) -> bool:
    """Inside the hours, of which the first belongs to them and the last does not.

    A window over midnight (22:00–05:00) belongs to the day it began on: Saturday's reaches into Sunday morning.
    """
    day, clock = at.isoweekday(), at.time().replace(tzinfo=None)
    if start is not None and end is not None and start != end:
        if start < end:
            if not start <= clock < end:
                return False
        elif clock < end:
            day = 7 if day == 1 else day - 1
        elif clock < start:
            return False
    return not weekdays or str(day) in weekdays


def check_window(start: time | None, end: time | None) -> None:
    if (start is None) != (end is None):
        raise WindowHalf(field="from_time" if start is None else "to_time")
