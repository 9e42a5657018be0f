"""The housekeeper: beside the requests, every few minutes, in its own short turns at the database."""

from datetime import datetime

import anyio
import structlog
from anyio import to_thread

from api.complaints import upkeep as complaints
from api.core import clock
from api.core.database import Database
from api.media import actions as media
from api.media.store import Store
from api.privacy import retention
from api.privacy.rules import is_night

PAUSE_SECONDS = 600
log = structlog.get_logger("upkeep")


async def keep_house(database: Database, store: Store) -> None:
    """Until the app stops. A round that fails is logged and tried again the next time."""
    while True:
        await anyio.sleep(PAUSE_SECONDS)
        try:
            await one_round(database, store, now=clock.now())
        except Exception as error:
            log.error("upkeep_failed", exc_info=error)


async def one_round(database: Database, store: Store, *, now: datetime) -> None:
    """End answered cases and, at night, forget what is past its time; remove files that nobody knows."""
    async with database.turn(writes=True) as session:
        closed = await to_thread.run_sync(lambda: complaints.close_answered(session, now=now))
    forgotten: dict[str, int] = {}
    if is_night(now):
        async with database.turn(writes=True) as session:
            forgotten = await to_thread.run_sync(lambda: retention.sweep(session, now=now))
    async with database.turn(writes=False) as session:
        removed = await to_thread.run_sync(lambda: media.sweep(session, store, now=now))
    if closed or removed or forgotten:
        log.info("upkeep", closed=closed, removed=removed, forgotten=forgotten)
