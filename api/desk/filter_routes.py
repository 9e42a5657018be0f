"""The doors to saved filters."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock, hot
from api.core.web import IfMatch, SessionDep, show_version
from api.desk import filter_actions, filter_queries
from api.desk.filter_schemas import FilterEdit, FilterList, FilterShape, NewFilter

router = APIRouter(prefix="/api/desk/filters", tags=["desk"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]


@router.get("", response_model=FilterList)
async def list_filters(request: Request, by: Reader, session: SessionDep) -> Response:
    """One's own filters and those of one's unit, each with how many cases it finds (100: a hundred or more)."""
    now = clock.now()
    return await hot.answer(
        request, lambda session: filter_queries.read(session, by=by, now=now),
        about=(by.id, int(now.timestamp() // 60)), is_short=False, held=session, cache="private, no-cache",
    )  # fmt: skip


@router.post("", status_code=201, responses={200: {"model": FilterShape}})
def save_filter(new: NewFilter, by: Reader, session: SessionDep, response: Response) -> FilterShape:
    """Keep a filter under a name; the same sent again (200) changes nothing."""
    now = clock.now()
    saved, is_new = filter_actions.add(session, new, by=by, now=now)
    response.status_code = 201 if is_new else 200
    show_version(response, saved.version)
    return FilterShape.model_validate(filter_queries.shape(session, saved, by=by, now=now))


@router.put("/{filter_id}")
def put_filter(
    filter_id: UUID, change: FilterEdit, version: IfMatch, by: Reader, session: SessionDep, response: Response
) -> FilterShape:
    """Change one's own filter: its name, its question, its place, who sees it."""
    now, saved = clock.now(), filter_queries.require_own(session, filter_id, by=by)
    filter_actions.edit(session, saved, change, version, by=by, now=now)
    show_version(response, saved.version)
    return FilterShape.model_validate(filter_queries.shape(session, saved, by=by, now=now))


@router.delete("/{filter_id}", status_code=204)
def drop_filter(filter_id: UUID, version: IfMatch, by: Reader, session: SessionDep) -> None:
    """Drop one's own filter; a shared one is gone for the unit too."""
    saved = filter_queries.require_own(session, filter_id, by=by)
    filter_actions.drop(session, saved, version, by=by, now=clock.now())
