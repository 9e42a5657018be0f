"""The doors to canned replies: the commune edits them, officers pick from them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import desk_queries, queries, reply_actions, reply_queries, reply_rules, rules
from api.complaints.reply_schemas import Filled, NewReply, Offer, ReplyEdit, ReplyShape, ReplyTry
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version

router = APIRouter(tags=["canned replies"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_CATALOGUE))]
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]


@router.get("/api/canned-replies")
def list_replies(_: Editor, session: SessionDep, response: Response) -> list[ReplyShape]:
    """Every canned reply, those out of use too, in the commune's own order."""
    keep_private(response)
    return [ReplyShape.model_validate(reply) for reply in reply_queries.every(session)]


@router.post("/api/canned-replies", status_code=201, responses={200: {"model": ReplyShape}})
def add_reply(new: NewReply, by: Editor, session: SessionDep, response: Response) -> ReplyShape:
    """Add one. Unknown placeholders are refused; the same sent again (200) changes nothing."""
    reply, is_new = reply_actions.add(session, new, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    show_version(response, reply.version)
    return ReplyShape.model_validate(reply)


@router.put("/api/canned-replies/{reply_id}")
def put_reply(
    reply_id: UUID, change: ReplyEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> ReplyShape:
    """Change one. What it was before stays in the journal."""
    found = reply_queries.require(session, reply_id)
    reply = reply_actions.edit(session, found, change, version, by=by, now=clock.now())
    show_version(response, reply.version)
    return ReplyShape.model_validate(reply)


@router.post("/api/canned-replies/preview")
def try_reply(tried: ReplyTry, _: Editor, session: SessionDep, response: Response) -> Filled:
    """How words with placeholders would read for a real case. Nothing is kept."""
    reply_rules.check(tried.text, None, fires_by_itself=False)
    keep_private(response)
    complaint = queries.require_code(session, rules.tidy_code(tried.code))
    return reply_queries.filled(session, complaint, tried.text)


@router.get("/api/desk/complaints/{complaint_id}/replies")
def offer_replies(complaint_id: UUID, by: Triager, session: SessionDep, response: Response) -> list[Offer]:
    """What can be picked for this case, filled in; `status` says for which step, null for any."""
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    keep_private(response)
    return reply_queries.offers(session, complaint)
