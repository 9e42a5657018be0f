"""The desk's live line: one watcher for each process looks whether anything has changed and tells every open stream.

A stream holds neither a thread nor a session nor a turn: it waits for the watcher in the event loop.
"""

from collections import Counter
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import anyio
import orjson
import structlog

from api.core import clock, errors
from api.core.database import Database
from api.desk import presence_queries
from api.desk.presence_queries import State

LOOK_SECONDS = 1.0
HEARTBEAT_SECONDS = 15.0
LIFE_SECONDS = 300.0  # then the page comes again, and is asked again who it is
MOST_STREAMS = 4  # of one person; browsers open six connections to one host
RETRY_MS = 3000
log = structlog.get_logger("live")


class TooManyStreams(errors.TooMany):
    code = "too_many_streams"
    says = "Đang mở nhiều trang bàn làm việc. Trang này vẫn tự hỏi máy chủ, chỉ chậm hơn vài giây."


class Live:
    """What the watcher saw last, and who listens."""

    def __init__(self) -> None:
        self.state: State | None = None
        self._mark = ""
        self._streams: Counter[UUID] = Counter()
        self._turned = anyio.Event()
        self._someone = anyio.Event()

    async def watch(self, database: Database) -> None:
        """Until the app stops. With nobody listening nothing is asked."""
        while True:
            await self._someone.wait()
            try:
                await self.look(database)
            except Exception as error:  # a busy database must not end the watch
                log.error("live_look_failed", exc_info=error)
            await anyio.sleep(LOOK_SECONDS)

    async def look(self, database: Database) -> None:
        """Ask cheaply whether anything was written, and only then what. Presence ends by time alone."""
        mark = await database.mark()
        expires = self.state is not None and bool(self.state.present)
        if mark == self._mark and not expires:
            return
        seen = await database.ask(lambda session: presence_queries.state(session, now=clock.now()), inline=True)
        self._mark = mark
        if seen != self.state:
            self.state, turned, self._turned = seen, self._turned, anyio.Event()
            turned.set()

    def check(self, account_id: UUID) -> None:
        """TooManyStreams when this person has enough of them."""
        if self._streams[account_id] >= MOST_STREAMS:
            raise TooManyStreams(retry_after=60)

    def _leave(self, account_id: UUID) -> None:
        self._streams[account_id] -= 1
        if self._streams[account_id] <= 0:
            del self._streams[account_id]
        if not self._streams:
            self._someone = anyio.Event()
            self.state, self._mark = None, ""

    async def events(self, account_id: UUID, last_mark: str, *, sees_people: bool) -> AsyncIterator[bytes]:
        """The stream of one page. `last_mark`: what it knew before it was cut off."""
        told: State | None = None
        end = anyio.current_time() + LIFE_SECONDS
        self._streams[account_id] += 1
        self._someone.set()
        try:
            yield f"retry: {RETRY_MS}\n\n".encode()
            while anyio.current_time() < end:
                turned, now = self._turned, self.state
                if now is not None and now != told:
                    is_news = now.mark != (told.mark if told else last_mark)
                    yield event("changed" if is_news else "present", now, sees_people=sees_people)
                    told = now
                    continue
                with anyio.move_on_after(HEARTBEAT_SECONDS) as waited:
                    await turned.wait()
                if waited.cancelled_caught:
                    yield b": still here\n\n"
        finally:
            self._leave(account_id)


def event(kind: str, state: State, *, sees_people: bool) -> bytes:
    """One event as the wire has it; its id is what the page sends back when it comes again."""
    data: dict[str, Any] = {"mark": state.mark, "present": state.present if sees_people else ()}
    return f"event: {kind}\nid: {state.mark}\ndata: ".encode() + orjson.dumps(data) + b"\n\n"
