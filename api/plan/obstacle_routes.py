"""The doors to obstacles: whoever works here raises one, leaders decide, everybody at work sees what became of it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version
from api.plan import obstacle_actions as actions
from api.plan import obstacle_queries as queries
from api.plan.obstacle_schemas import Decision, NewObstacle, Obstacles, ObstacleShape, Removal

router = APIRouter(prefix="/api/obstacles", tags=["plan"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Reporter = Annotated[Person, Depends(Allowed(Permission.REPORT_OBSTACLES))]
Decider = Annotated[Person, Depends(Allowed(Permission.DECIDE_OBSTACLES))]


@router.get("")
def list_obstacles(session: SessionDep, by: Reader) -> Obstacles:
    """Obstacles and what was decided; a hamlet head sees those of the own hamlet."""
    return Obstacles(items=queries.visible(session, by=by))


@router.post("", status_code=201, responses={200: {"model": ObstacleShape}})
def post_obstacle(wish: NewObstacle, by: Reporter, session: SessionDep, response: Response) -> ObstacleShape:
    """Tell the commune what is in the way."""
    row, is_new = actions.raise_one(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.shapes(session, [row])[0]


@router.put("/{obstacle_id}/decision")
def put_decision(
    obstacle_id: UUID, wish: Decision, version: IfMatch, by: Decider, session: SessionDep, response: Response
) -> ObstacleShape:
    """What is to be done about it."""
    row = actions.decide(session, obstacle_id, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return queries.shapes(session, [row])[0]


@router.put("/{obstacle_id}/removal")
def put_removal(
    obstacle_id: UUID, wish: Removal, version: IfMatch, by: Decider, session: SessionDep, response: Response
) -> ObstacleShape:
    """It is out of the way."""
    row = actions.remove(session, obstacle_id, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return queries.shapes(session, [row])[0]
