"""The public door of the journal: the heads of its chain, so that anybody can keep them."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query

from api.core import clock
from api.core.shapes import Output
from api.core.web import SessionDep
from api.journal import chain

router = APIRouter(prefix="/api/journal", tags=["journal"])
LONGEST = timedelta(days=370)


class HeadShape(Output):
    """The end of the chain on one day: how many links, and the hash that seals them all."""

    day: date
    position: int
    hash: str


class Heads(Output):
    items: list[HeadShape]


@router.get("/heads")
def list_heads(
    session: SessionDep,
    since: Annotated[date | None, Query(description="First day; at most a year back, 31 days by default")] = None,
) -> Heads:
    """The daily heads of the journal, oldest first. Whoever keeps one can show later that nothing was cut off."""
    today = clock.day_of(clock.now())
    first = max(since or today - timedelta(days=31), today - LONGEST)
    return Heads(items=[HeadShape.model_validate(head) for head in chain.heads(session, since=first)])
