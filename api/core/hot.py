"""The few hot reads (lists, maps, counters): rows straight to bytes, kept until something is written.

On SQLite a short question is answered in the event loop itself, which costs less than handing it to a thread.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import orjson
from fastapi import Request, Response
from sqlmodel import Session

from api.core.database import Database
from api.core.web import not_modified

MOST_KEPT = 256
LARGEST_KEPT = 64 * 1024  # so that all together never hold more than 16 MB, whoever asks
OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS


class Kept:
    """The last answers by what they answer and the state of the database they were made from."""

    def __init__(self) -> None:
        self._bodies: OrderedDict[str, bytes] = OrderedDict()

    def get(self, key: str) -> bytes | None:
        body = self._bodies.get(key)
        if body is not None:
            self._bodies.move_to_end(key)
        return body

    def put(self, key: str, body: bytes) -> None:
        if len(body) <= LARGEST_KEPT:
            self._bodies[key] = body
            if len(self._bodies) > MOST_KEPT:
                self._bodies.popitem(last=False)


async def answer(
    request: Request, question: Callable[[Session], Any], *, about: object = None, is_short: bool = True,
    held: Session | None = None, cache: str = "no-cache",
    media_type: str = "application/json",
) -> Response:  # fmt: skip
    """304, or what `question` finds (any structure orjson can write; bytes are written already).

    `about`: what the answer depends on besides the address and the database: who asks, the minute.
    `is_short`: the question is a matter of a millisecond; others go to a thread. `held`: see Database.ask.
    """
    database: Database = request.app.state.database
    kept: Kept = request.app.state.kept
    state = (await database.mark(held), request.url.path, request.url.query, about)
    key = hashlib.sha256(repr(state).encode()).hexdigest()[:24]
    headers = {"ETag": f'"{key}"', "Cache-Control": cache}
    if not_modified(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    body = kept.get(key)
    if body is None:
        found = await database.ask(question, inline=is_short, held=held)
        body = found if isinstance(found, bytes) else orjson.dumps(found, option=OPTIONS)
        kept.put(key, body)
    return Response(body, media_type=media_type, headers=headers)
