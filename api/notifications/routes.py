"""The door to one's own notices."""

from fastapi import APIRouter, Response

from api.accounts.access import CurrentPerson, keep_private
from api.core import clock
from api.core.web import SessionDep
from api.notifications import actions, queries
from api.notifications.schemas import Notices, ReadMarks

router = APIRouter(prefix="/api/notices", tags=["notices"])


@router.get("")
def list_notices(by: CurrentPerson, session: SessionDep, response: Response) -> Notices:
    """What the house reminds the signed-in person of: work given, deadlines that press or have passed."""
    keep_private(response)
    return queries.inbox(session, by.id)


@router.post("/read", status_code=204)
def read_notices(marks: ReadMarks, by: CurrentPerson, session: SessionDep) -> None:
    """Mark own notices as read; those of other people are left alone."""
    actions.mark_read(session, by.id, marks.ids, now=clock.now())
