"""The doors to acts on many cases."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import SessionDep, SettingsDep
from api.desk import bulk_actions, bulk_queries
from api.desk.bulk_schemas import Bulk, BulkResult, BulkUndone

router = APIRouter(prefix="/api/desk/bulk", tags=["desk"])
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]


@router.post("")
def act_on_many(
    bulk: Bulk, by: Triager, session: SessionDep, settings: SettingsDep, response: Response, dry_run: bool = False
) -> BulkResult:
    """Assign, set priority or category, reply or close up to 200 cases at once, each against its own version.

    `dry_run=true` says which may and which may not, and why. Without it one refusal stops the whole (409) unless
    `partial` says to do the rest. The same id sent again changes nothing.
    """
    keep_private(response)
    if dry_run:
        return bulk_actions.preview(session, bulk, by=by, now=clock.now())
    return bulk_actions.perform(session, bulk, settings.secret, by=by, now=clock.now())


@router.post("/{bulk_id}/undo")
def undo_bulk(bulk_id: UUID, by: Triager, session: SessionDep, response: Response) -> BulkUndone:
    """Within ten minutes: put every case back as it was, unless something has happened to it since."""
    keep_private(response)
    record = bulk_queries.require_own(session, bulk_id, by=by)
    return bulk_actions.undo(session, record, by=by, now=clock.now())
