"""Routing rules on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from api.complaints.models import Priority
from api.complaints.schemas import Code, Named
from api.core.shapes import Input, Moment, Output
from api.core.text import Line

MOST_RULES = 200


def _days(text: str) -> str:
    return "".join(sorted(set(text)))


Weekdays = Annotated[str, Field(pattern="^[1-7]{0,7}$", description="1 Monday … 7 Sunday; empty: every day")]
Clock = Annotated[str, Field(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["22:00"])]


class RuleEdit(Input):
    """Conditions that are null or empty fit everything."""

    name: Annotated[Line, Field(min_length=1, max_length=120)]
    category: Code | None = None
    hamlet_id: UUID | None = None
    weekdays: Annotated[Weekdays, AfterValidator(_days)] = ""
    from_time: Clock | None = None
    to_time: Clock | None = None
    unit_id: UUID
    assignee_id: UUID | None = None
    priority: Priority | None = None
    is_automatic: bool = False
    is_active: bool = True


class NewRule(RuleEdit):
    """Stands last, before the usual unit of the kind."""

    id: UUID


class RoutingRuleShape(Output):
    id: UUID
    position: int
    name: str
    category: str | None
    hamlet_id: UUID | None
    weekdays: str
    from_time: str | None
    to_time: str | None
    unit_id: UUID
    assignee_id: UUID | None
    priority: Priority | None
    is_automatic: bool
    is_active: bool
    version: int


class Rules(Output):
    items: list[RoutingRuleShape]


class Order(Input):
    """The order that was on the screen, and the one that is wanted: the same rules."""

    was: Annotated[list[UUID], Field(max_length=MOST_RULES)]
    ids: Annotated[list[UUID], Field(max_length=MOST_RULES)]


class TrialQuestion(Input):
    """A case as it might come."""

    category: Code | None = None
    hamlet_id: UUID | None = None
    at: Moment


class Trial(Output):
    """`rule_id` null: no rule fits, the kind's usual unit is suggested (or none is known)."""

    rule_id: UUID | None
    rule_name: str | None
    unit: Named | None
    assignee: Named | None
    priority: Priority | None
    is_automatic: bool
