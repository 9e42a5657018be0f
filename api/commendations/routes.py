"""The doors to commendations: for staff; the committee votes, the chair's office notes the decision."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.commendations import actions, queries
from api.commendations.schemas import (
    Commendations,
    CommendationShape,
    NewCommendation,
    Outcome,
    VoteWish,
    YearEvidence,
)
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version

router = APIRouter(prefix="/api/commendations", tags=["commendations"])
Reader = Annotated[Person, Depends(Allowed(Permission.PROPOSE_COMMENDATIONS))]
Voter = Annotated[Person, Depends(Allowed(Permission.VOTE_COMMENDATIONS))]
Decider = Annotated[Person, Depends(Allowed(Permission.DECIDE_COMMENDATIONS))]
Year = Annotated[int | None, Query(ge=2020, le=2100, description="Absent: this year")]


@router.get("")
def list_commendations(session: SessionDep, by: Reader, year: Year = None) -> Commendations:
    """The proposals of a year by name, with votes and decisions."""
    return queries.of_year(session, year or clock.day_of(clock.now()).year, by=by)


@router.get("/evidence")
def read_evidence(session: SessionDep, by: Reader, year: Year = None) -> YearEvidence:  # noqa: ARG001
    """What each hamlet did in a year, from the records; in the order of their codes."""
    now = clock.now()
    return queries.evidence(session, year or clock.day_of(now).year, now=now)


@router.post("", status_code=201, responses={200: {"model": CommendationShape}})
def post_commendation(wish: NewCommendation, by: Reader, session: SessionDep, response: Response) -> CommendationShape:
    """Propose a group or a person; the figures behind it are kept as they are now."""
    row, is_new = actions.propose(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.shapes(session, [row], by=by)[0]


@router.put("/{commendation_id}/vote")
def put_vote(commendation_id: UUID, wish: VoteWish, by: Voter, session: SessionDep) -> CommendationShape:
    """One's own voice; it may change until it is decided."""
    return queries.shapes(session, [actions.vote(session, commendation_id, wish, by=by, now=clock.now())], by=by)[0]


@router.put("/{commendation_id}/outcome")
def put_outcome(
    commendation_id: UUID, wish: Outcome, version: IfMatch, by: Decider, session: SessionDep, response: Response
) -> CommendationShape:
    """Decided with number and day, or declined with a reason."""
    row = actions.conclude(session, commendation_id, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return queries.shapes(session, [row], by=by)[0]
