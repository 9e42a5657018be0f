"""The doors to equipment: whoever works here reads it, officers keep it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Depends, Query, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.collection_points.models import PlaceKind
from api.core import clock
from api.core.sheets import XLSX
from api.core.web import IfMatch, SessionDep, show_version
from api.equipment import actions, queries, spreadsheets
from api.equipment.schemas import (
    EquipmentEdit,
    EquipmentRegister,
    EquipmentShape,
    MaintenanceLog,
    NewEquipment,
    NewMaintenance,
    NormEdit,
)
from api.places.schemas import ImportResult

router = APIRouter(tags=["collection points"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_EQUIPMENT))]
Table = Annotated[bytes, Body(media_type=XLSX, description="The first sheet of an XLSX; or CSV in UTF-8")]


@router.get("/api/equipment")
def read_register(session: SessionDep, by: Reader) -> EquipmentRegister:  # noqa: ARG001 - asking is the check
    """Everything there is, and what is missing by kind of place."""
    return queries.register(session)


@router.post("/api/equipment", status_code=201, responses={200: {"model": EquipmentShape}})
def post_equipment(wish: NewEquipment, by: Keeper, session: SessionDep, response: Response) -> EquipmentShape:
    """Enter pieces of one kind at one place."""
    item, is_new = actions.add(session, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    show_version(response, item.version)
    return queries.shapes(session, [item])[0]


@router.put("/api/equipment/{equipment_id}")
def put_equipment(
    equipment_id: UUID, wish: EquipmentEdit, version: IfMatch, by: Keeper, session: SessionDep, response: Response
) -> EquipmentShape:
    """Change it; the journal keeps what it was."""
    item = actions.edit(session, equipment_id, wish, version=version, by=by, now=clock.now())
    show_version(response, item.version)
    return queries.shapes(session, [item])[0]


@router.get("/api/equipment/{equipment_id}/maintenance")
def read_maintenance(equipment_id: UUID, session: SessionDep, by: Reader) -> MaintenanceLog:  # noqa: ARG001
    """What was done to it, the newest first."""
    return queries.log(session, queries.require(session, equipment_id).id)


@router.post("/api/equipment/{equipment_id}/maintenance", status_code=201, responses={200: {"model": MaintenanceLog}})
def post_maintenance(
    equipment_id: UUID, wish: NewMaintenance, by: Keeper, session: SessionDep, response: Response
) -> MaintenanceLog:
    """Note a work done."""
    _, is_new = actions.mend(session, equipment_id, wish, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return queries.log(session, equipment_id)


@router.put("/api/equipment-norms/{place_kind}/{kind}")
def put_norm(
    place_kind: PlaceKind, kind: str, wish: NormEdit, version: IfMatch, by: Keeper, session: SessionDep,
    response: Response,
) -> EquipmentRegister:  # fmt: skip
    """Say how many are needed there, with the source. If-Match "0" for the first time."""
    row = actions.set_norm(session, place_kind, kind, wish, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return queries.register(session)


@router.get("/api/equipment.xlsx", response_class=Response, responses={200: {"content": {XLSX: {}}}})
def export_register(_: Reader, session: SessionDep) -> Response:
    """With Vietnamese headings. The import takes it back unchanged."""
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="thiet-bi.xlsx"'}
    return Response(spreadsheets.export(session), media_type=XLSX, headers=headers)


@router.post("/api/equipment/imports", summary="Take over a register of equipment")
def import_register(
    data: Table, by: Keeper, session: SessionDep,
    dry_run: Annotated[bool, Query(description="true: say what would happen, write nothing")] = False,
) -> ImportResult:  # fmt: skip
    """Good rows go in, bad cells are named; rows are matched by code."""
    return spreadsheets.take_over(session, data, is_dry_run=dry_run, by=by, now=clock.now())
