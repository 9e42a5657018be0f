"""Who holds the link of a request to a body outside."""

from typing import Annotated

from anyio import to_thread
from fastapi import Depends, Header, Request

from api.complaints import outside_actions
from api.complaints.workflow_models import OutsideRequest
from api.core import clock
from api.core.web import AddressDep, SessionDep


async def read_asked(
    request: Request,
    session: SessionDep,
    address: AddressDep,
    x_outside_token: Annotated[str, Header(max_length=64, description="The secret from the link")] = "",
) -> OutsideRequest:
    """The request that the link opens. Wrong tokens are counted per address; honest ones cost nothing."""
    guesses = request.app.state.guesses
    await guesses.check("outside", address)
    try:
        return await to_thread.run_sync(lambda: outside_actions.require_open(session, x_outside_token, now=clock.now()))
    except outside_actions.RequestOver:
        await guesses.count("outside", address)
        raise


AskedOutside = Annotated[OutsideRequest, Depends(read_asked)]
