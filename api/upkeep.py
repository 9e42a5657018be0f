"""The housekeeper: beside the requests, every few minutes, in its own short turns at the database."""

import itertools
from datetime import datetime
from functools import partial

import anyio
import structlog
from anyio import to_thread

from api.cameras import event_actions as cameras
from api.cleanups import rhythm_actions as rhythm
from api.complaints import upkeep as complaints
from api.complaints import watch
from api.core import clock
from api.core.database import Database
from api.journal import chain
from api.media import actions as media
from api.media.store import Store
from api.privacy import retention
from api.privacy.rules import is_night
from api.reports import round_actions as rounds
from api.statistics import actions as statistics
from api.statistics import queries as figures

PAUSE_SECONDS = 60
FIGURES_SECONDS = 15
ROUNDS_A_SWEEP = 10
log = structlog.get_logger("upkeep")


async def keep_house(database: Database, store: Store) -> None:
    """Until the app stops. A round that fails is logged and tried again the next time."""
    for count in itertools.count(1):
        await anyio.sleep(PAUSE_SECONDS)
        try:
            await watch_clocks(database, now=clock.now())
            if count % ROUNDS_A_SWEEP == 0:
                await one_round(database, store, now=clock.now())
        except Exception as error:
            log.error("upkeep_failed", exc_info=error)


async def watch_clocks(database: Database, *, now: datetime) -> None:
    """Deadlines anew where the calendar has changed, then reminders: in turns so short that nobody waits long."""
    reckoned, more = 0, True
    while more:
        async with database.turn(writes=True) as session:
            moved, more = await to_thread.run_sync(partial(watch.reckon_anew, session, already=reckoned, now=now))
        reckoned += moved
    async with database.turn(writes=True) as session:
        seen = await to_thread.run_sync(partial(watch.look, session, now=now))
    if reckoned or seen:
        log.info("clocks", reckoned=reckoned, seen=seen)


async def one_round(database: Database, store: Store, *, now: datetime) -> None:
    """End answered cases and, at night, forget what is past its time; remove files that nobody knows."""
    async with database.turn(writes=True) as session:
        closed = await to_thread.run_sync(lambda: complaints.close_answered(session, now=now))
    forgotten: dict[str, int] = {}
    if is_night(now):
        async with database.turn(writes=True) as session:
            forgotten = await to_thread.run_sync(lambda: retention.sweep(session, now=now))
    async with database.turn(writes=True) as session:
        await to_thread.run_sync(lambda: rounds.open_by_rhythm(session, now=now))
        await to_thread.run_sync(lambda: chain.keep_head(session, now=now))
        await to_thread.run_sync(lambda: rhythm.remind(session, now=now))
    async with database.turn(writes=True) as session:
        unneeded = await to_thread.run_sync(lambda: cameras.erase_due(session, now=now))
    async with database.turn(writes=False) as session:
        removed = await to_thread.run_sync(lambda: media.sweep(session, store, now=now))
    if closed or removed or forgotten or unneeded:
        log.info("upkeep", closed=closed, removed=removed, forgotten=forgotten, camera_events=unneeded)


async def keep_figures(database: Database) -> None:
    """Until the app stops: what has changed is added up anew for the statistics, a batch in each short turn."""
    seen = ""
    while True:
        await anyio.sleep(FIGURES_SECONDS)
        try:
            if (mark := await database.mark()) != seen:
                while await database.ask(figures.has_stale):
                    async with database.turn(writes=True) as session:
                        await to_thread.run_sync(statistics.refresh, session)
                seen = mark
        except Exception as error:
            log.error("figures_failed", exc_info=error)
