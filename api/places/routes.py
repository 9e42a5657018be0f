"""Doors to hamlets and the commune's outline."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.web import CsvBody, IfMatch, SessionDep, csv_body, public_answer, show_version
from api.places import actions, imports, outline, queries
from api.places.schemas import HamletChange, HamletDetail, ImportResult, NewHamlet

router = APIRouter(tags=["places"])
PlaceManager = Annotated[Person, Depends(Allowed(Permission.MANAGE_PLACES))]
OnDay = Annotated[Day | None, Query(description="The day asked about; today when left out", examples=["2026-11-28"])]
Every = Annotated[bool, Query(description="Also those no longer or not yet valid; `on` does not matter then")]
DryRun = Annotated[bool, Query(description="true: say what would happen, write nothing")]


@router.get("/api/hamlets", response_model=list[HamletDetail], summary="Hamlets valid on a day")
def list_hamlets(request: Request, session: SessionDep, on: OnDay = None, every: Every = False) -> Response:
    """In the order of their codes, with centre and boundary for maps and pins."""
    day: date = on or clock.day_of(clock.now())
    found = queries.every(session) if every else queries.valid_on(session, day)
    return public_answer(request, [HamletDetail.of(hamlet) for hamlet in found])


@router.get("/api/hamlets/{hamlet_id}", response_model=HamletDetail, summary="One hamlet")
def show_hamlet(hamlet_id: UUID, response: Response, session: SessionDep) -> HamletDetail:
    """With its version, to be given back in If-Match."""
    hamlet = queries.require(session, hamlet_id)
    show_version(response, hamlet.version)
    return HamletDetail.of(hamlet)


@router.get("/api/outline", summary="The commune's outline", response_model=dict[str, object])
def show_outline(request: Request) -> Response:
    """A GeoJSON Feature. A reference map good to about 100 m, not a legal boundary: use it for soft warnings only."""
    return public_answer(request, outline.FEATURE)


@router.post(
    "/api/hamlets", response_model=HamletDetail, status_code=201, summary="Set up a hamlet",
    responses={200: {"model": HamletDetail}},
)  # fmt: skip
def create_hamlet(plan: NewHamlet, response: Response, by: PlaceManager, session: SessionDep) -> HamletDetail:
    """201; or 200 when the same plan came before."""
    hamlet, is_new = actions.create(session, plan, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    show_version(response, hamlet.version)
    return HamletDetail.of(hamlet)


@router.patch("/api/hamlets/{hamlet_id}", response_model=HamletDetail, summary="Change or merge a hamlet")
def change_hamlet(
    hamlet_id: UUID, wish: HamletChange, version: IfMatch, response: Response, by: PlaceManager, session: SessionDep
) -> HamletDetail:
    """Only the fields sent. To merge: `valid_to` (its first day no longer valid) and `successor_id`."""
    hamlet = actions.change(session, hamlet_id, wish, version=version, by=by, now=clock.now())
    show_version(response, hamlet.version)
    return HamletDetail.of(hamlet)


@router.post(
    "/api/hamlets/imports",
    response_model=ImportResult,
    openapi_extra=csv_body("code,name,households,valid_from\nM3,Thôn Mẫu 3,320,2025-07-01\n"),
    summary="Take over the commune's list of hamlets",
)
def import_hamlets(data: CsvBody, by: PlaceManager, session: SessionDep, dry_run: DryRun = False) -> ImportResult:
    """CSV in UTF-8 or UTF-16, comma or semicolon, headings in Vietnamese or code,name,former_commune,households,
    population,latitude,longitude,valid_from,valid_to,successor_code. Good rows go in, bad cells are
    named; rows are matched by code, and the same file again changes nothing. A column that is left
    out is left alone; a blank cell clears.
    """
    return imports.take_over(session, data, is_dry_run=dry_run, by=by, now=clock.now())
