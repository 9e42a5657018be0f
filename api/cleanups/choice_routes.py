"""The doors to the lists behind the check-in."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.cleanups import choice_actions as actions
from api.cleanups import choice_queries as queries
from api.cleanups.choice_schemas import CleanupChoiceEdit, CleanupChoices, CleanupChoiceShape
from api.core import clock
from api.core.web import IfMatch, SessionDep, public_answer, show_version

router = APIRouter(tags=["cleanups"])
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_MOVEMENT))]


@router.get("/api/cleanup-choices", response_model=CleanupChoices)
def read_choices(request: Request, session: SessionDep) -> Response:
    """Who may hold a clean-up beside the hamlets, kinds of places, what is counted in place of weighing, campaigns."""
    items = [CleanupChoiceShape.model_validate(one) for one in queries.every(session)]
    return public_answer(request, {"items": items})


@router.put("/api/cleanup-choices/{choice_id}")
def put_choice(
    choice_id: UUID, wish: CleanupChoiceEdit, version: IfMatch, by: Keeper, session: SessionDep, response: Response
) -> CleanupChoiceShape:
    """Add to a list (If-Match "0") or change it. What check-ins name stays; it can be taken out of use."""
    row = actions.put(session, choice_id, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return CleanupChoiceShape.model_validate(row)
