"""Doors to the sorting guide: everybody reads it, the commune edits it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Request, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, public_answer, show_version
from api.outreach import guide_actions, guide_queries
from api.outreach.guide_schemas import Guide, GuideEntryEdit, GuideEntryShape, WasteClassEdit, WasteClassShape

router = APIRouter(tags=["outreach"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_OUTREACH))]
Code = Annotated[str, Path(pattern=r"^[a-z_]{2,20}$", examples=["recyclable"])]


@router.get("/api/guide", response_model=Guide, summary="Which waste goes where")
def read_guide(request: Request, session: SessionDep) -> Response:
    """The classes of waste and the things of everyday life, in the commune's own order; all of it, to be kept."""
    return public_answer(request, guide_queries.read(session))


@router.get("/api/outreach/guide", summary="The sorting guide with what is not shown")
def read_whole_guide(_: Editor, session: SessionDep, response: Response) -> Guide:
    """For its editors."""
    keep_private(response)
    return guide_queries.read(session, every=True)


@router.put("/api/outreach/guide/{entry_id}", summary="Add or change a thing of the guide")
def put_guide_entry(
    entry_id: UUID, change: GuideEntryEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> GuideEntryShape:
    """`If-Match: "0"` adds it, under the id made by the client. `is_active: false` takes it out of sight."""
    row = guide_actions.put_entry(session, entry_id, change, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return GuideEntryShape.model_validate(row)


@router.put("/api/outreach/waste-classes/{code}", summary="Add or change a class of waste")
def put_waste_class(
    code: Code, change: WasteClassEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> WasteClassShape:
    """The city decides on classes and colours; `source` says where it is written."""
    row = guide_actions.put_class(session, code, change, version=version, by=by, now=clock.now())
    show_version(response, row.version)
    return WasteClassShape.model_validate(row)
