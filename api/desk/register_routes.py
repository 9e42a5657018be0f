"""The doors to the register of received reports."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import SessionDep, SettingsDep
from api.desk import register_actions, register_queries
from api.desk.register_schemas import Register, RegisterContacts, RegisterFilter

router = APIRouter(prefix="/api/desk", tags=["desk"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
ContactReader = Annotated[Person, Depends(Allowed(Permission.READ_CONTACTS))]
Narrowed = Annotated[RegisterFilter, Query()]


@router.get("/register")
def read_register(narrowed: Narrowed, by: Reader, session: SessionDep, response: Response) -> Register:
    """Everything received in a period, in the order it came, as far as the person may read. Nobody is named."""
    keep_private(response)
    return register_queries.read(session, narrowed, by=by, now=clock.now())


@router.get("/register.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def export_register(narrowed: Narrowed, by: Reader, session: SessionDep) -> Response:
    """The same as a spreadsheet: CSV in UTF-8 with Vietnamese headings."""
    name = f"so-phan-anh-{narrowed.from_}-{narrowed.to}.csv"
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    content = register_queries.as_csv(session, narrowed, by=by, now=clock.now())
    return Response(content, media_type="text/csv", headers=headers)


@router.post("/register/contact-views")
def view_register_contacts(
    narrowed: Narrowed, by: ContactReader, session: SessionDep, settings: SettingsDep, response: Response
) -> RegisterContacts:
    """Who reported what the register shows, for the hotline's own people. Each case's journal keeps that they did."""
    keep_private(response)
    return register_actions.view_contacts(session, narrowed, settings.secret, by=by, now=clock.now())
