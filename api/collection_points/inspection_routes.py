"""Doors to the inspection of points and to their labels."""

import io
from typing import Annotated
from uuid import UUID

import segno
from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.checklists import actions
from api.checklists import queries as checklists
from api.checklists.schemas import InspectionShape, NewInspection
from api.collection_points import inspection_queries as inspections
from api.collection_points import queries
from api.collection_points.inspection_schemas import PointHistoryEntry, PointRegister
from api.core import clock
from api.core.shapes import Day
from api.core.web import SessionDep, SettingsDep
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival

router = APIRouter(tags=["collection points"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Inspector = Annotated[Person, Depends(Allowed(Permission.INSPECT_COLLECTION_POINTS))]


@router.get("/api/point-register", summary="Every point with its last inspection, and the hamlets they serve")
def read_register(
    session: SessionDep,
    by: Reader,  # noqa: ARG001 - asking is the check
    on: Annotated[Day | None, Query(description="How it stood on that day; absent: today")] = None,
) -> PointRegister:
    """Compliant: every mandatory item met at the last inspection, which is not older than its list says."""
    return inspections.register_on(session, on or clock.day_of(clock.now()))


@router.get("/api/collection-points/{point_id}/inspections", summary="The inspections of a point")
def list_inspections(
    point_id: UUID, session: SessionDep, by: Reader, response: Response  # noqa: ARG001
) -> list[InspectionShape]:  # fmt: skip
    """The newest first, with the verdict explained item by item."""
    keep_private(response)
    point = queries.require(session, point_id)
    return checklists.shapes(session, checklists.of_subject(session, inspections.KIND, point.id))


@router.get("/api/collection-points/{point_id}/history", summary="What happened to a point's entry")
def read_point_history(
    point_id: UUID, session: SessionDep, by: Reader, response: Response  # noqa: ARG001
) -> list[PointHistoryEntry]:  # fmt: skip
    """Oldest first: who added, changed, closed it, and what stood there before."""
    keep_private(response)
    return inspections.history(session, queries.require(session, point_id))


@router.post(
    "/api/point-inspections", response_model=InspectionShape, status_code=201, summary="Tell of an inspection",
    responses={200: {"model": InspectionShape}},
)  # fmt: skip
def record_inspection(wish: NewInspection, response: Response, by: Inspector, session: SessionDep) -> InspectionShape:
    """Made on the phone, item by item; its photos follow. 201; or 200 when this one came before."""
    point = queries.require(session, wish.subject_id)
    check_reach(by, Permission.INSPECT_COLLECTION_POINTS, hamlet_id=point.hamlet_id)
    row, is_new = actions.record(session, inspections.KIND, point.kind.value, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    keep_private(response)
    return checklists.shapes(session, [row])[0]


@router.put(
    "/api/point-inspections/{inspection_id}/photos/{photo_id}",
    response_model=Arrival,
    status_code=201,
    responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
    summary="A photo of an inspection arrives",
)
def add_inspection_photo(
    inspection_id: UUID,
    photo_id: UUID,
    upload: PictureUpload,
    response: Response,
    by: Inspector,
    store: StoreDep,
    session: SessionDep,
    declares: Annotated[bool, Query(description="true: it was not declared with the inspection")] = False,
) -> Arrival:
    """The raw picture. 201; or 200 when this photo has arrived before. It stays with staff."""
    picture, is_new = actions.add_photo(
        session, store, inspection_id, photo_id, upload, declares=declares, by=by, now=clock.now()
    )
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.delete(
    "/api/point-inspections/{inspection_id}/photos/{photo_id}", status_code=204,
    summary="Stop waiting for a declared photo",
)  # fmt: skip
def give_up_inspection_photo(inspection_id: UUID, photo_id: UUID, by: Inspector, session: SessionDep) -> None:
    """By its maker, of a photo that has not arrived."""
    actions.give_up_photo(session, inspection_id, photo_id, by=by, now=clock.now())


@router.get(
    "/api/collection-points/{point_id}/label.svg",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}},
    summary="The QR code of a point's label",
)
def read_label(point_id: UUID, session: SessionDep, settings: SettingsDep) -> Response:
    """SVG of the address of the point's page; whoever scans it can report at once."""
    point = queries.require(session, point_id)
    code = segno.make(f"{settings.public_url.rstrip('/')}/diem-tap-ket/{point.id}", error="q", micro=False)
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", scale=4, border=2, dark="#000", light="#fff", omitsize=True, xmldecl=False)
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=3600"})
