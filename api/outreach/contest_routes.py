"""Doors to the contests."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, public_answer, show_version
from api.outreach import contest_queries, keeping
from api.outreach.contest_models import Contest, ContestEntry
from api.outreach.contest_schemas import (
    ContestBook,
    ContestEdit,
    ContestEntryEdit,
    ContestEntryShape,
    ContestShape,
    PublicContests,
)

router = APIRouter(tags=["outreach"])
ENTRANTS = frozenset({"entrant", "words"})  # may name a person, who may take the consent back
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_OUTREACH))]


@router.get("/api/contests", response_model=PublicContests, summary="Contests of the commune")
def list_contests(request: Request, session: SessionDep) -> Response:
    """Rules, days, and the results once they are out. Entries are nobody's business but the office's."""
    return public_answer(request, {"items": contest_queries.public_on(session, clock.day_of(clock.now()))})


@router.get("/api/outreach/contests", summary="Contests with their entries")
def list_contest_book(_: Editor, session: SessionDep, response: Response) -> ContestBook:
    """Drafts too, the newest first."""
    keep_private(response)
    return ContestBook(items=contest_queries.every(session))


@router.put("/api/outreach/contests/{contest_id}", summary="Announce or change a contest")
def put_contest(
    contest_id: UUID, change: ContestEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> ContestShape:
    """`If-Match: "0"` adds it."""
    row = keeping.put(
        session, Contest, contest_id, change, ContestShape, version=version, by=by, now=clock.now(),
        read=lambda found: contest_queries.shape(session, found),
    )  # fmt: skip
    show_version(response, row.version)
    return contest_queries.shape(session, row)


@router.put("/api/outreach/contests/{contest_id}/entries/{entry_id}", summary="Enter or change an entry")
def put_contest_entry(
    contest_id: UUID, entry_id: UUID, change: ContestEntryEdit, version: IfMatch, by: Editor, session: SessionDep,
    response: Response,
) -> ContestEntryShape:  # fmt: skip
    """An organisation by its name; a person only with consent. `award` when the jury has decided."""
    contest_queries.check_entry(session, contest_id, entry_id)
    row = keeping.put(
        session, ContestEntry, entry_id, change, ContestEntryShape, version=version, by=by, now=clock.now(),
        contest_id=contest_id, private=ENTRANTS,
    )  # fmt: skip
    show_version(response, row.version)
    return ContestEntryShape.model_validate(row)
