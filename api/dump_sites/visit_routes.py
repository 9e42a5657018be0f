"""Doors to the visits of dump sites, to their photos, and to the registers as a spreadsheet."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.sheets import XLSX
from api.core.web import IfMatch, SessionDep, show_version
from api.dump_sites import spreadsheets, views, visit_actions
from api.dump_sites.models import PhotoKind
from api.dump_sites.schemas import SiteDetail
from api.dump_sites.visit_schemas import NewSiteVisit, SitePhotoShowing, SiteVisit
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival
from api.places.schemas import ImportResult

router = APIRouter(tags=["dump sites"])
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_DUMP_SITES))]
Visitor = Annotated[Person, Depends(Allowed(Permission.VISIT_DUMP_SITES))]
Staff = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Table = Annotated[bytes, Body(media_type=XLSX, description="The first sheet of an XLSX; or CSV in UTF-8")]


@router.get(
    "/api/dump-registers.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}}},
    summary="The registers as a spreadsheet",
)
def export_registers(_: Staff, session: SessionDep) -> Response:
    """With Vietnamese headings. The import takes it back unchanged."""
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="bai-rac.xlsx"'}
    return Response(spreadsheets.export(session), media_type=XLSX, headers=headers)


@router.post("/api/dump-registers/imports", summary="Take over a register of dump sites")
def import_registers(
    data: Table, by: Keeper, session: SessionDep,
    dry_run: Annotated[bool, Query(description="true: say what would happen, write nothing")] = False,
) -> ImportResult:  # fmt: skip
    """Good rows go in, bad cells are named; rows are matched by code. Steps of a known site are not changed by it."""
    return spreadsheets.take_over(session, data, is_dry_run=dry_run, by=by, now=clock.now())


@router.post(
    "/api/dump-site-visits", response_model=SiteVisit, status_code=201, summary="Tell of a visit to a dump site",
    responses={200: {"model": SiteVisit}},
)  # fmt: skip
def record_visit(wish: NewSiteVisit, response: Response, by: Visitor, session: SessionDep) -> SiteVisit:
    """With at least one photo, to follow by its id. 201; or 200 when this visit came before."""
    visit, is_new = visit_actions.record(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    keep_private(response)
    return next(one for one in views.visit_shapes(session, visit.dump_site_id) if one.id == visit.id)


@router.put(
    "/api/dump-site-visits/{visit_id}/photos/{photo_id}",
    response_model=Arrival,
    status_code=201,
    responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
    summary="A photo of a visit arrives",
)
def add_visit_photo(
    visit_id: UUID,
    photo_id: UUID,
    upload: PictureUpload,
    response: Response,
    by: Visitor,
    store: StoreDep,
    session: SessionDep,
    declares: Annotated[bool, Query(description="true: it was not declared with the visit")] = False,
) -> Arrival:
    """The raw picture. 201; or 200 when this photo has arrived before. Staff see it; everybody once it is shown."""
    picture, is_new = visit_actions.add_visit_photo(
        session, store, visit_id, photo_id, upload, declares=declares, by=by, now=clock.now()
    )
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.delete(
    "/api/dump-site-visits/{visit_id}/photos/{photo_id}", status_code=204, summary="Stop waiting for a declared photo"
)
def give_up_visit_photo(visit_id: UUID, photo_id: UUID, by: Visitor, session: SessionDep) -> None:
    """By its maker, of a photo that has not arrived. Again it changes nothing; one that has arrived stays (409)."""
    visit_actions.give_up_photo(session, visit_id, photo_id, by=by, now=clock.now())


@router.put(
    "/api/dump-sites/{site_id}/photos/{photo_id}",
    response_model=Arrival,
    status_code=201,
    responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
    summary="Add a photo before or after the works",
)
def add_site_photo(
    site_id: UUID,
    photo_id: UUID,
    upload: PictureUpload,
    response: Response,
    by: Keeper,
    store: StoreDep,
    session: SessionDep,
    kind: Annotated[PhotoKind, Query(description="before or after")] = PhotoKind.BEFORE,
) -> Arrival:
    """The raw picture. 201; or 200 when it has arrived before. Everybody sees it once the site is public."""
    picture, is_new = visit_actions.add_photo(session, store, site_id, photo_id, kind, upload, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.put("/api/dump-sites/{site_id}/photos/{photo_id}/showing", summary="Show a photo to everybody, or not")
def show_site_photo(
    site_id: UUID, photo_id: UUID, wish: SitePhotoShowing, version: IfMatch, response: Response, by: Keeper,
    session: SessionDep,
) -> SiteDetail:  # fmt: skip
    """Taken back, its public address ends for good."""
    site = visit_actions.show_photo(session, site_id, photo_id, wish.is_public, version=version, by=by, now=clock.now())
    show_version(response, site.version)
    keep_private(response)
    return views.detail(session, site, by=by, now=clock.now())
