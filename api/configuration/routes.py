"""The doors to the whole configuration as one file: for the administrator only."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.configuration import file_actions, file_queries
from api.configuration.file_schemas import ConfigurationFile, ImportReport
from api.core import clock
from api.core.web import SessionDep

router = APIRouter(prefix="/api/configuration", tags=["configuration"])
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_ACCOUNTS))]


@router.get("", response_model=ConfigurationFile)
def export_configuration(
    _: Keeper, session: SessionDep,
    hamlets: Annotated[bool, Query(description="With the hamlets and their boundaries")] = True,
) -> Response:  # fmt: skip
    """Everything the commune has set, as a file: no accounts, no secrets, nothing about a person. The same
    configuration is always the same file."""
    name = f"cau-hinh-{clock.day_of(clock.now())}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    found = file_queries.export(session, with_hamlets=hamlets)
    return Response(file_queries.written(found), media_type="application/json", headers=headers)


@router.post("/imports")
def import_configuration(
    file: ConfigurationFile, by: Keeper, session: SessionDep,
    dry_run: Annotated[bool, Query(description="Say what would change, and change nothing")] = False,
) -> ImportReport:  # fmt: skip
    """Take over a file, all of it or, with any bad entry, nothing: `errors` names each by its path. A section that is
    left out is left alone; what a section does not name is removed, or switched off while something points to it."""
    return file_actions.take_over(session, file, is_dry_run=dry_run, by=by, now=clock.now())
