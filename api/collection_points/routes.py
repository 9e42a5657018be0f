"""Doors to the register of collection points."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.collection_points import actions, queries, rules, spreadsheets
from api.collection_points.models import PointKind, PointState
from api.collection_points.schemas import NewPoint, PointChange, PointDetail, PointSummary
from api.core import clock
from api.core.text import Line
from api.core.web import CsvBody, IfMatch, SessionDep, csv_body, public_answer, show_version
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival
from api.places.schemas import ImportResult

router = APIRouter(tags=["collection points"])
PointManager = Annotated[Person, Depends(Allowed(Permission.MANAGE_COLLECTION_POINTS))]
Near = Annotated[str | None, Query(max_length=60, description="lat,lon: nearest first", examples=["20.9089,106.1793"])]
DryRun = Annotated[bool, Query(description="true: say what would happen, write nothing")]


def read_filter(
    hamlet_id: UUID | None = None,
    kind: PointKind | None = None,
    state: PointState | None = None,
    q: Annotated[Line, Query(max_length=100, description="Words of name, code, place, hamlet; accents optional")] = "",
) -> queries.Filter:
    return queries.Filter(hamlet_id=hamlet_id, kind=kind, state=state, q=q)


FilterDep = Annotated[queries.Filter, Depends(read_filter)]


@router.get("/api/collection-points", response_model=list[PointSummary], summary="Where to bring waste, and when")
def list_points(request: Request, wish: FilterDep, session: SessionDep, near: Near = None) -> Response:
    """In the order of their codes; with `near` the nearest first, each with `distance_m`."""
    here = rules.read_near(near) if near else None
    return public_answer(request, queries.listed(session, wish, near=here, now=clock.now()))


@router.get(
    "/api/collection-points.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}}},
    summary="The register as a spreadsheet",
)
def export_points(wish: FilterDep, session: SessionDep) -> Response:
    """CSV in UTF-8 with Vietnamese headings. The import takes it back unchanged."""
    headers = {
        "Cache-Control": "no-cache",
        "Content-Disposition": 'attachment; filename="diem-tap-ket.csv"',
    }
    return Response(spreadsheets.export(session, wish), media_type="text/csv", headers=headers)


@router.get("/api/collection-points/{point_id}", response_model=PointDetail, summary="One collection point")
def show_point(point_id: UUID, response: Response, session: SessionDep) -> PointDetail:
    """With photos, note and the version to be given back in If-Match."""
    point = queries.require(session, point_id)
    show_version(response, point.version)
    return queries.detail(session, point, now=clock.now())


@router.post(
    "/api/collection-points", response_model=PointDetail, status_code=201, summary="Add a point to the register",
    responses={200: {"model": PointDetail}},
)  # fmt: skip
def create_point(plan: NewPoint, response: Response, by: PointManager, session: SessionDep) -> PointDetail:
    """201; or 200 when the same plan came before."""
    now = clock.now()
    point, is_new = actions.create(session, plan, by=by, now=now)
    response.status_code = 201 if is_new else 200
    show_version(response, point.version)
    return queries.detail(session, point, now=now)


@router.patch("/api/collection-points/{point_id}", response_model=PointDetail, summary="Change a collection point")
def change_point(
    point_id: UUID, wish: PointChange, version: IfMatch, response: Response, by: PointManager, session: SessionDep
) -> PointDetail:
    """Only the fields sent; `state: closed` takes it out of use."""
    now = clock.now()
    point = actions.change(session, point_id, wish, version=version, by=by, now=now)
    show_version(response, point.version)
    return queries.detail(session, point, now=now)


@router.put(
    "/api/collection-points/{point_id}/photos/{photo_id}",
    response_model=Arrival,
    status_code=201,
    responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
    summary="Add a photo of the point",
)
def add_point_photo(
    point_id: UUID,
    photo_id: UUID,
    upload: PictureUpload,
    response: Response,
    by: PointManager,
    store: StoreDep,
    session: SessionDep,
) -> Arrival:
    """The raw picture. 201; or 200 when this photo has arrived before. Everybody will see it."""
    picture, is_new = actions.add_photo(session, store, point_id, photo_id, upload, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.delete(
    "/api/collection-points/{point_id}/photos/{photo_id}", response_model=PointDetail, summary="Take a photo away"
)
def remove_point_photo(
    point_id: UUID, photo_id: UUID, version: IfMatch, response: Response, by: PointManager, session: SessionDep
) -> PointDetail:
    """The point without it. Its address stops working for everybody at once."""
    now = clock.now()
    point = actions.remove_photo(session, point_id, photo_id, version=version, by=by, now=now)
    show_version(response, point.version)
    return queries.detail(session, point, now=now)


@router.post(
    "/api/collection-points/imports",
    response_model=ImportResult,
    openapi_extra=csv_body("code,name,hamlet,schedule\nTK-01,Cổng làng,Thôn Mẫu 3,T2 17:00-18:30; CN 7:00\n"),
    summary="Take over a register",
)
def import_points(data: CsvBody, by: PointManager, session: SessionDep, dry_run: DryRun = False) -> ImportResult:
    """CSV in UTF-8 or UTF-16, comma or semicolon, headings as in the export or code,name,kind,hamlet,latitude,
    longitude,place_words,schedule,households_served,contact,note,state. The schedule is text:
    "T2,T4,T6 17:00-18:30; CN 7:00".
    Good rows go in, bad cells are named; rows are matched by code, and the same file again changes nothing.
    """
    return spreadsheets.take_over(session, data, is_dry_run=dry_run, by=by, now=clock.now())
