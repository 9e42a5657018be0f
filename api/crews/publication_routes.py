"""The doors to what is made public: officers prepare and check, everybody reads."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, public_answer, show_version
from api.crews import publication_actions as actions
from api.crews import publication_queries as queries
from api.crews.models import CrewPublication
from api.crews.publication_schemas import (
    CrewPublicationCheck,
    CrewPublicationEdit,
    CrewPublicationShape,
    CrewWithdrawal,
    PublicCrewResult,
)

router = APIRouter(tags=["crews"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Publisher = Annotated[Person, Depends(Allowed(Permission.PUBLISH_CREW_RESULTS))]


@router.get("/api/crew-results", response_model=list[PublicCrewResult], summary="Results of inspections, for everybody")
def list_crew_results(request: Request, session: SessionDep) -> Response:
    """Only words that a second person has checked: an organisation, the kind of fault, the remedy. Never a person."""
    return public_answer(request, queries.public_on(session, clock.day_of(clock.now())))


@router.get("/api/crew-publications", summary="What waits for a second person")
def list_waiting_publications(session: SessionDep, by: Reader, response: Response) -> list[CrewPublicationShape]:
    """The oldest first."""
    keep_private(response)
    return queries.waiting(session, by=by)


@router.put("/api/crew-publications/{publication_id}", summary="Prepare the words for everybody")
def put_crew_publication(
    publication_id: UUID, wish: CrewPublicationEdit, version: IfMatch, by: Publisher, session: SessionDep,
    response: Response,
) -> CrewPublicationShape:  # fmt: skip
    """A new one with If-Match: "0". Words that name a person, a plate or a phone are refused."""
    row = actions.prepare(session, publication_id, wish, version=version, by=by, now=clock.now())
    return _shape(session, row, by, response)


@router.put("/api/crew-publications/{publication_id}/check", summary="Let it out, or give it back")
def check_crew_publication(
    publication_id: UUID, wish: CrewPublicationCheck, version: IfMatch, by: Publisher, session: SessionDep,
    response: Response,
) -> CrewPublicationShape:  # fmt: skip
    """By another person than who prepared it (409 `crew_same_person`)."""
    row = actions.check(session, publication_id, wish, version=version, by=by, now=clock.now())
    return _shape(session, row, by, response)


@router.put("/api/crew-publications/{publication_id}/withdrawal", summary="Take it down, with the reason")
def withdraw_crew_publication(
    publication_id: UUID, wish: CrewWithdrawal, version: IfMatch, by: Publisher, session: SessionDep, response: Response
) -> CrewPublicationShape:
    """Nobody reads it any more; the record stays with staff."""
    row = actions.withdraw(session, publication_id, wish, version=version, by=by, now=clock.now())
    return _shape(session, row, by, response)


def _shape(session: SessionDep, row: CrewPublication, by: Person, response: Response) -> CrewPublicationShape:
    show_version(response, row.version)
    return queries.shapes(session, [row], by=by)[0]
