"""The doors to the routing rules: an ordered list, and a question where such a case would go."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.models import Account, Unit
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import routing_actions, routing_queries, views
from api.complaints.routing_schemas import NewRule, Order, RoutingRuleShape, RuleEdit, Rules, Trial, TrialQuestion
from api.core import clock, errors
from api.core.web import IfMatch, SessionDep, show_version

router = APIRouter(prefix="/api/routing-rules", tags=["routing"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]


@router.get("")
def list_rules(_: Editor, session: SessionDep, response: Response) -> Rules:
    """All rules in the order they are tried; the first that fits decides."""
    response.headers["Cache-Control"] = "no-cache"
    return Rules(items=[routing_actions.shape(rule) for rule in routing_queries.every(session)])


@router.get("/trial")
def try_rules(asked: Annotated[TrialQuestion, Query()], _: Editor, session: SessionDep) -> Trial:
    """Where a case like this would go. Nothing is changed."""
    category = routing_queries.category(session, asked.category)
    found = routing_queries.route(session, category, asked.hamlet_id, asked.at)
    return Trial(
        rule_id=found.rule.id if found.rule else None, rule_name=found.rule.name if found.rule else None,
        unit=views.named(session, Unit, found.unit_id), assignee=views.named(session, Account, found.assignee_id),
        priority=found.priority or (category.default_priority if category else None), is_automatic=found.is_automatic,
    )  # fmt: skip


@router.post("", status_code=201, responses={200: {"model": RoutingRuleShape}})
def create_rule(new: NewRule, by: Editor, session: SessionDep, response: Response) -> RoutingRuleShape:
    """A new rule at the end. The same again answers 200."""
    rule, is_new = routing_actions.create(session, new, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    show_version(response, rule.version)
    return routing_actions.shape(rule)


@router.put("/order")
def reorder_rules(order: Order, by: Editor, session: SessionDep) -> Rules:
    """Try the rules in another order. 409 with the order that stands when somebody has changed it meanwhile."""
    rules = routing_actions.reorder(session, order, by=by, now=clock.now())
    return Rules(items=[routing_actions.shape(rule) for rule in rules])


@router.put("/{rule_id}")
def change_rule(
    rule_id: UUID, wanted: RuleEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> RoutingRuleShape:
    """Cases already handed out stay where they are."""
    rule = routing_queries.require(session, rule_id)
    if rule.version != version:
        raise errors.Stale(current=routing_actions.shape(rule))
    routing_actions.change(session, rule, wanted, by=by, now=clock.now())
    show_version(response, rule.version)
    return routing_actions.shape(rule)


@router.delete("/{rule_id}", status_code=204)
def remove_rule(rule_id: UUID, version: IfMatch, by: Editor, session: SessionDep) -> None:
    """What it was stays in the journal."""
    rule = routing_queries.require(session, rule_id)
    if rule.version != version:
        raise errors.Stale(current=routing_actions.shape(rule))
    routing_actions.remove(session, rule, by=by, now=clock.now())
