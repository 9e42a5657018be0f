"""Doors to the household list: the head's own, and nobody else's."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import SessionDep
from api.hamlet_life import list_actions as actions
from api.hamlet_life.list_schemas import NewSortingList, OwnList, SortingListShape

router = APIRouter(prefix="/api/sorting/lists", tags=["hamlet life"])
Head = Annotated[Person, Depends(Allowed(Permission.KEEP_HOUSEHOLD_LIST))]


@router.get("/newest", response_model=OwnList, summary="The newest household list of my hamlet")
def show_newest(response: Response, by: Head, session: SessionDep) -> OwnList:
    """For the next look round; only the head of the hamlet may read it."""
    keep_private(response)
    return OwnList(newest=actions.newest(session, by.account.hamlet_id))


@router.post(
    "", response_model=SortingListShape, status_code=201, summary="Keep a household list and count it",
    responses={200: {"model": SortingListShape}},
)  # fmt: skip
def keep_list(wish: NewSortingList, response: Response, by: Head, session: SessionDep) -> SortingListShape:
    """201; or 200 when it came before. The count of the same id stands in the register for all staff."""
    row, is_new = actions.keep(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return actions.shape(row)
