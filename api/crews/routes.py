"""The doors to the register of crews: staff read, officers keep it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.shapes import Day
from api.core.web import IfMatch, SessionDep, show_version
from api.crews import actions, publication_queries, queries
from api.crews.models import CrewPhotoKind
from api.crews.schemas import (
    CrewContractEdit,
    CrewDetail,
    CrewEdit,
    CrewRegister,
    CrewSettings,
    CrewSettingsShape,
)
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival

router = APIRouter(tags=["crews"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_CREWS))]
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]


@router.get("/api/crews", summary="Every crew with its contract, last inspection and open violations")
def read_crews(
    session: SessionDep, by: Reader, response: Response,
    on: Annotated[Day | None, Query(description="How it stood on that day; absent: today")] = None,
) -> CrewRegister:  # fmt: skip
    """In the order of their codes."""
    keep_private(response)
    return queries.register_on(session, on or clock.day_of(clock.now()), by=by)


@router.get("/api/crews/{crew_id}", summary="One crew with everything")
def read_crew(crew_id: UUID, session: SessionDep, by: Reader, response: Response) -> CrewDetail:
    """Contracts, inspections, violations and what was made public of them, the newest first."""
    keep_private(response)
    return publication_queries.detail(session, crew_id, clock.day_of(clock.now()), by=by)


@router.put("/api/crews/{crew_id}", summary="Enter a crew or change it")
def put_crew(
    crew_id: UUID, wish: CrewEdit, version: IfMatch, by: Keeper, session: SessionDep, response: Response
) -> CrewDetail:
    """A new one with If-Match: "0"."""
    now = clock.now()
    row = actions.put_crew(session, crew_id, wish, version=version, by=by, now=now)
    show_version(response, row.version)
    return publication_queries.detail(session, row.id, clock.day_of(now), by=by)


@router.put("/api/crews/{crew_id}/contracts/{contract_id}", summary="Enter a contract or change it")
def put_crew_contract(
    crew_id: UUID, contract_id: UUID, wish: CrewContractEdit, version: IfMatch, by: Keeper, session: SessionDep,
    response: Response,
) -> CrewDetail:  # fmt: skip
    """A new one with If-Match: "0"."""
    now = clock.now()
    row = actions.put_contract(session, crew_id, contract_id, wish, version=version, by=by, now=now)
    show_version(response, row.version)
    return publication_queries.detail(session, crew_id, clock.day_of(now), by=by)


@router.put(
    "/api/crew-contracts/{contract_id}/photos/{photo_id}",
    response_model=Arrival,
    status_code=201,
    responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
    summary="A scanned page of a contract arrives",
)
def add_contract_scan(
    contract_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Keeper, store: StoreDep,
    session: SessionDep,
) -> Arrival:  # fmt: skip
    """The raw picture. 201; or 200 when it has arrived before. It stays with staff."""
    contract = queries.require_contract(session, contract_id)
    picture, is_new = actions.add_photo(
        session, store, photo_id, CrewPhotoKind.SCAN, upload, contract=contract.id, crew_id=contract.crew_id, by=by,
        now=clock.now(),
    )  # fmt: skip
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.get("/api/crew-settings", summary="Which units collect themselves")
def read_crew_settings(session: SessionDep, by: Reader, response: Response) -> CrewSettingsShape:  # noqa: ARG001
    """Their people neither inspect crews nor publish results."""
    row = queries.setting(session)
    show_version(response, row.version)
    return CrewSettingsShape.model_validate(row)


@router.put("/api/crew-settings", summary="Say which units collect themselves")
def put_crew_settings(
    wish: CrewSettings, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> CrewSettingsShape:
    """With its source; a person of such a unit may not change it."""
    row = actions.set_collecting(session, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return CrewSettingsShape.model_validate(row)
