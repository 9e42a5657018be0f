"""Doors to the lists themselves; inspections come in through the doors of what is inspected."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.checklists import actions, queries
from api.checklists.schemas import ChecklistShape, NewEdition
from api.core import clock
from api.core.web import SessionDep

router = APIRouter(prefix="/api/checklists", tags=["checklists"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
Kind = Annotated[str, Path(pattern=r"^[a-z_]{2,40}$", examples=["collection_point"])]


@router.get("/{kind}")
def read_checklist(kind: Kind, session: SessionDep, by: Reader) -> ChecklistShape:  # noqa: ARG001
    """The edition in force today."""
    return ChecklistShape.model_validate(queries.in_force(session, kind, clock.day_of(clock.now())))


@router.get("/{kind}/editions")
def list_editions(kind: Kind, session: SessionDep, by: Reader) -> list[ChecklistShape]:  # noqa: ARG001
    """Every edition, the newest first."""
    return [ChecklistShape.model_validate(one) for one in queries.editions(session, kind)]


@router.post("/{kind}/editions", status_code=201, responses={200: {"model": ChecklistShape}})
def post_edition(kind: Kind, wish: NewEdition, by: Editor, session: SessionDep, response: Response) -> ChecklistShape:
    """Put out a new edition from a day on; inspections made before keep theirs."""
    row, is_new = actions.put_out(session, kind, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return ChecklistShape.model_validate(row)
