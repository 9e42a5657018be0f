"""The doors to inspections of crews and to violations."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.checklists import actions as checklists
from api.checklists import queries as inspections
from api.checklists.schemas import InspectionShape, NewInspection
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version
from api.crews import actions, publication_queries, queries, violation_actions
from api.crews.models import CrewPhotoKind
from api.crews.schemas import CrewDetail, CrewViolationEdit
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep
from api.media.schemas import Arrival, arrival

router = APIRouter(tags=["crews"])
Inspector = Annotated[Person, Depends(Allowed(Permission.INSPECT_CREWS))]


@router.post(
    "/api/crew-inspections", response_model=InspectionShape, status_code=201, summary="Tell of an inspection of a crew",
    responses={200: {"model": InspectionShape}},
)  # fmt: skip
def record_crew_inspection(
    wish: NewInspection, response: Response, by: Inspector, session: SessionDep
) -> InspectionShape:
    """Made on the phone, item by item; its photos follow. 201; or 200 when this one came before."""
    row, is_new = violation_actions.inspect(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    keep_private(response)
    return inspections.shapes(session, [row])[0]


@router.put(
    "/api/crew-inspections/{inspection_id}/photos/{photo_id}",
    response_model=Arrival,
    status_code=201,
    responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
    summary="A photo of a crew's inspection arrives",
)
def add_crew_inspection_photo(
    inspection_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Inspector, store: StoreDep,
    session: SessionDep,
    declares: Annotated[bool, Query(description="true: it was not declared with the inspection")] = False,
) -> Arrival:  # fmt: skip
    """The raw picture. 201; or 200 when this photo has arrived before. It stays with staff."""
    picture, is_new = checklists.add_photo(
        session, store, inspection_id, photo_id, upload, declares=declares, by=by, now=clock.now()
    )
    response.status_code = 201 if is_new else 200
    return arrival(picture)


@router.delete(
    "/api/crew-inspections/{inspection_id}/photos/{photo_id}", status_code=204,
    summary="Stop waiting for a declared photo of a crew's inspection",
)  # fmt: skip
def give_up_crew_inspection_photo(inspection_id: UUID, photo_id: UUID, by: Inspector, session: SessionDep) -> None:
    """By its maker, of a photo that has not arrived."""
    checklists.give_up_photo(session, inspection_id, photo_id, by=by, now=clock.now())


@router.put("/api/crews/{crew_id}/violations/{violation_id}", summary="Put down a violation and follow its remedy")
def put_crew_violation(
    crew_id: UUID, violation_id: UUID, wish: CrewViolationEdit, version: IfMatch, by: Inspector, session: SessionDep,
    response: Response,
) -> CrewDetail:  # fmt: skip
    """A new one with If-Match: "0". 409 `crew_collects_itself` for people of a unit that collects."""
    now = clock.now()
    row = violation_actions.put_violation(session, crew_id, violation_id, wish, version=version, by=by, now=now)
    show_version(response, row.version)
    return publication_queries.detail(session, crew_id, clock.day_of(now), by=by)


@router.put(
    "/api/crew-violations/{violation_id}/photos/{photo_id}",
    response_model=Arrival,
    status_code=201,
    responses={200: {"model": Arrival}},
    openapi_extra=PICTURE_BODY,
    summary="A photo of a violation or of its remedy arrives",
)
def add_violation_photo(
    violation_id: UUID, photo_id: UUID, upload: PictureUpload, response: Response, by: Inspector, store: StoreDep,
    session: SessionDep,
    of_remedy: Annotated[bool, Query(description="true: it shows what was put right")] = False,
) -> Arrival:  # fmt: skip
    """The raw picture. 201; or 200 when it has arrived before. It stays with staff."""
    violation = queries.require_violation(session, violation_id)
    kind = CrewPhotoKind.REMEDY if of_remedy else CrewPhotoKind.EVIDENCE
    picture, is_new = actions.add_photo(
        session, store, photo_id, kind, upload, violation=violation.id, crew_id=violation.crew_id, by=by,
        now=clock.now(),
    )  # fmt: skip
    response.status_code = 201 if is_new else 200
    return arrival(picture)
