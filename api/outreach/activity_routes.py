"""Doors to the log of communication."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.web import IfMatch, SessionDep, show_version
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival
from api.outreach import activity_queries, activity_workbook, keeping, photo_actions
from api.outreach.activity_models import Activity
from api.outreach.activity_schemas import ActivityEdit, ActivityLog, ActivityShape
from api.outreach.photo_models import PhotoOf
from api.places import queries as places

router = APIRouter(prefix="/api/outreach", tags=["outreach"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_OUTREACH))]
First = Annotated[Day | None, Query(alias="from", description="First day; absent: the first of this year")]
Last = Annotated[Day | None, Query(alias="to", description="Last day; absent: the last of this year")]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read_log(session: SessionDep, first: First = None, last: Last = None) -> ActivityLog:
    today = clock.day_of(clock.now())
    begins, ends = first or date(today.year, 1, 1), last or date(today.year, 12, 31)
    found = activity_queries.within(session, begins, ends)
    return ActivityLog(
        items=activity_queries.listed(session, begins, ends), months=activity_queries.months(found)
    )  # fmt: skip


LogDep = Annotated[ActivityLog, Depends(read_log)]


@router.get("/activities", summary="What was told, where, to how many")
def list_activities(_: Editor, log: LogDep, response: Response) -> ActivityLog:
    """The newest first, struck-out ones too; the sums by month leave these out."""
    keep_private(response)
    return log


@router.get(
    "/activities.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}}},
    summary="The log as a workbook",
)
def export_activities(_: Editor, log: LogDep) -> Response:
    """For Excel, ready to be printed: the activities, and their sums by month."""
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="truyen-thong.xlsx"'}
    return Response(activity_workbook.workbook(log.items, log.months), media_type=XLSX, headers=headers)


@router.put("/activities/{activity_id}", summary="Enter or mend an activity")
def put_activity(
    activity_id: UUID, change: ActivityEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> ActivityShape:
    """`If-Match: "0"` adds it. A wrong one is struck out with `is_void`; every version stays in the journal."""
    now = clock.now()
    if change.hamlet_id:
        places.require(session, change.hamlet_id)
    row = keeping.put(
        session, Activity, activity_id, change, ActivityShape, version=version, by=by, now=now,
        read=lambda row: activity_queries.shape(session, row), made_by=by.id, made_at=now,
    )  # fmt: skip
    show_version(response, row.version)
    return activity_queries.shape(session, row)


@router.put(
    "/activities/{activity_id}/photos/{photo_id}", response_model=Arrival, status_code=201,
    responses={200: {"model": Arrival}}, openapi_extra=PICTURE_BODY, summary="Add a photo to an activity",
)  # fmt: skip
def add_activity_photo(
    activity_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Editor, store: StoreDep,
    session: SessionDep,
) -> Arrival:  # fmt: skip
    """The raw picture; for the staff only. 200 when it has arrived before."""
    row = activity_queries.require(session, activity_id, lock=True)
    picture, is_new = photo_actions.add(
        session, store, PhotoOf.ACTIVITY, row, photo_id, upload, by=by, now=clock.now()
    )  # fmt: skip
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.delete("/activities/{activity_id}/photos/{photo_id}", summary="Take a photo of an activity away")
def remove_activity_photo(
    activity_id: UUID, photo_id: UUID, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> ActivityShape:
    """The activity without it."""
    row = activity_queries.require(session, activity_id, lock=True)
    keeping.check_version(row, version, read=lambda found: activity_queries.shape(session, found))
    photo_actions.remove(session, PhotoOf.ACTIVITY, row, photo_id, by=by, now=clock.now())
    show_version(response, row.version)
    return activity_queries.shape(session, row)
