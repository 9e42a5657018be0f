"""The doors to field rounds."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import SessionDep, SettingsDep
from api.desk import round_actions, round_queries
from api.desk.round_schemas import Mark, NewRound, RoundList, RoundMark, RoundShape

router = APIRouter(prefix="/api/desk/rounds", tags=["desk"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]


@router.get("")
def list_rounds(by: Reader, session: SessionDep, response: Response) -> RoundList:
    """One's own last twenty rounds, newest first."""
    keep_private(response)
    return RoundList(items=round_queries.latest(session, by=by))


@router.post("", status_code=201, responses={200: {"model": RoundShape}})
def make_round(new: NewRound, by: Reader, session: SessionDep, settings: SettingsDep, response: Response) -> RoundShape:
    """Put up to 40 cases into a short way from a starting point; the same id sent again answers the round (200)."""
    made, is_new = round_actions.add(session, new, settings, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    keep_private(response)
    return round_queries.shape(session, made, settings.public_url)


@router.get("/{round_id}")
def read_round(
    round_id: UUID, by: Reader, session: SessionDep, settings: SettingsDep, response: Response
) -> RoundShape:
    """A round with its stops in the order of the way, each with a QR picture that opens the case on the desk."""
    keep_private(response)
    return round_queries.shape(session, round_queries.require(session, round_id, by=by), settings.public_url)


@router.put("/{round_id}/marks/{mark}")
def mark_round(
    round_id: UUID, mark: Mark, marked: RoundMark, by: Reader, session: SessionDep, settings: SettingsDep,
    response: Response,
) -> RoundShape:  # fmt: skip
    """Begun (`start`), visited (the id of a case) or finished (`finish`). The first mark stands."""
    keep_private(response)
    found = round_queries.require(session, round_id, by=by)
    round_actions.mark(session, found, mark, marked.at, by=by, now=clock.now())
    return round_queries.shape(session, found, settings.public_url)
