"""The doors to site messages: everybody reads what stands at the head of the pages, the commune edits it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed, Visitor, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import catalogue
from api.configuration import message_queries
from api.configuration.message_schemas import MessageEdit, Messages, MessageShape, ShownMessage, ShownMessages
from api.configuration.models import SiteMessage
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version

router = APIRouter(tags=["configuration"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]


@router.get("/api/site-messages")
def read_site_messages(visitor: Visitor, session: SessionDep, response: Response) -> ShownMessages:
    """What stands at the head of the pages now or within two days. Those for the staff only for who is signed in."""
    is_staff = bool(visitor and visitor.may(Permission.READ_STAFF_PAGES))
    response.headers["Cache-Control"] = "no-store" if is_staff else "no-cache"
    found = message_queries.shown(session, is_staff=is_staff, now=clock.now())
    return ShownMessages(items=[ShownMessage.model_validate(row) for row in found])


@router.get("/api/configuration/site-messages")
def list_site_messages(_: Editor, session: SessionDep, response: Response) -> Messages:
    """Every message, past ones and those switched off too, the latest first."""
    keep_private(response)
    return Messages(items=[MessageShape.model_validate(row) for row in message_queries.every(session)])


@router.put("/api/configuration/site-messages/{message_id}")
def put_site_message(
    message_id: UUID, change: MessageEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> MessageShape:
    """Change a message, or add one (`If-Match: "0"`, the id made by the client)."""
    row = catalogue.put(
        session, SiteMessage, {"id": message_id}, change, MessageShape, version=version, by=by, now=clock.now()
    )
    show_version(response, row.version)
    return row
