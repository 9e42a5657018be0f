"""The doors to templates: whoever prepares papers takes one along, the keeper of lists puts it back edited."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Response

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version
from api.papers import actions, queries
from api.papers.files import WORD
from api.papers.schemas import Templates, TemplateShape

router = APIRouter(prefix="/api/papers/templates", tags=["documents"])
Writer = Annotated[Person, Depends(Allowed(Permission.PREPARE_DOCUMENTS))]
Keeper = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
FILE: dict[int | str, dict[str, Any]] = {200: {"content": {WORD: {"schema": {"type": "string", "format": "binary"}}}}}


@router.get("")
def list_templates(session: SessionDep, by: Writer) -> Templates:  # noqa: ARG001 - asking is the check
    """Every template, and the names that may stand in one."""
    return queries.shapes(session)


@router.get("/{name}", response_class=Response, responses=FILE)
def read_template(name: str, session: SessionDep, by: Writer) -> Response:  # noqa: ARG001
    """The template in force, to be edited in Word."""
    shape = queries.shape(session, name)
    named = {"Content-Disposition": f'attachment; filename="mau-{name}.docx"', "ETag": f'"{shape.version}"'}
    return Response(queries.content(session, name), media_type=WORD, headers=named)


@router.put("/{name}")
def put_template(
    name: str, content: Annotated[bytes, Body(media_type=WORD)], version: IfMatch, by: Keeper, session: SessionDep,
    response: Response,
) -> TemplateShape:  # fmt: skip
    """Put the commune's own template in its place."""
    actions.replace(session, name, content, version=version, by=by, now=clock.now())
    show_version(response, version + 1)
    return queries.shape(session, name)


@router.delete("/{name}")
def delete_template(name: str, version: IfMatch, by: Keeper, session: SessionDep, response: Response) -> TemplateShape:
    """Back to the program's own; the versions before stay in the journal's reach."""
    actions.replace(session, name, None, version=version, by=by, now=clock.now())
    show_version(response, version + 1)
    return queries.shape(session, name)
