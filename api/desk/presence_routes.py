"""The doors to what happens on the desk now: the live stream, and who is at a case."""

from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request
from fastapi.responses import StreamingResponse

from api.accounts.access import Allowed
from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.complaints import desk_queries
from api.core import clock
from api.core.web import SessionDep
from api.desk import live, presence_actions, presence_queries
from api.desk.presence_schemas import LiveState, PresenceMark

router = APIRouter(prefix="/api/desk", tags=["desk"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
STREAM = "text/event-stream"
# One event of the stream, as its readers get it.
EVENT = {"type": "object", "properties": {name: {"type": "string"} for name in ("event", "id", "data")}}


@router.get(
    "/events", response_class=StreamingResponse,
    responses={200: {"description": "Events `changed` and `present`, with a LiveState as data",
                     "content": {STREAM: {"schema": EVENT,
                                          "example": 'event: changed\nid: 812-812\ndata: {"mark":"812-812"}\n\n'}}}},
)  # fmt: skip
async def stream_events(
    request: Request, by: Reader, session: SessionDep,
    accept: Annotated[str, Header(max_length=200)] = "", last_event_id: Annotated[str, Header(max_length=60)] = "",
) -> StreamingResponse:  # fmt: skip
    """What changes, as it changes (server-sent events): only that something did, and who is at which case.

    Goes on for five minutes when `Accept: text/event-stream` asks for it, as browsers do; else one event and the end.
    """
    line: live.Live = request.app.state.live
    sees_people = by.reach(Permission.READ_COMPLAINTS) is Reach.ALL
    if STREAM not in accept:
        now = clock.now()
        state = await request.app.state.database.ask(lambda held: presence_queries.state(held, now=now), held=session)
        return _streamed(_once(live.event("changed", state, sees_people=sees_people)))
    line.check(by.id)
    return _streamed(line.events(by.id, last_event_id, sees_people=sees_people))


def _streamed(events: AsyncIterator[bytes]) -> StreamingResponse:
    """Nobody between us and the page may hold events back or keep them."""
    headers = {"Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type=STREAM, headers=headers)


async def _once(event: bytes) -> AsyncIterator[bytes]:
    yield event


@router.put("/complaints/{complaint_id}/presence")
def come_to_case(complaint_id: UUID, mark: PresenceMark, by: Reader, session: SessionDep) -> LiveState:
    """I have this case open, or am changing it; lasts a minute unless said again. Says who else is there."""
    now = clock.now()
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    presence_actions.come(session, complaint, mark.is_editing, by=by, now=now)
    state = presence_queries.state(session, now=now)
    others = [one for one in state.present if one["complaint_id"] == complaint_id and one["account_id"] != by.id]
    return LiveState.model_validate({"mark": state.mark, "present": others})


@router.delete("/complaints/{complaint_id}/presence", status_code=204)
def leave_case(complaint_id: UUID, by: Reader, session: SessionDep) -> None:
    """I have gone on."""
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    presence_actions.leave(session, complaint, by=by)
