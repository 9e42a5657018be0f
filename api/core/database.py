"""The database: engine, turns, column types, naming of constraints. The only place that commits."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from secrets import token_hex
from typing import Any, TypeVar

import anyio
import sqlalchemy as sa
from anyio import to_thread
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, SQLModel

# Set before the first model is made: otherwise constraints have no names and downgrades fail.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


Result = TypeVar("Result")
SNAPSHOT = sa.text("SELECT pg_current_snapshot()::text")
KEPT = "xanh_kept"


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """A moment, stored in UTC. Refuses naive values; SQLite would give them back without a zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def word(enum: type[StrEnum]) -> sa.Enum:
    """A column type that stores the readable word of an enum, without a CHECK that migrations cannot see."""
    return sa.Enum(
        enum, native_enum=False, length=32, values_callable=lambda e: [m.value for m in e], create_constraint=False
    )


class Database:
    """One engine and its turns.

    Requests wait for a turn in the event loop, never in a thread: with a bounded pool, threads that wait
    for connections held by requests that wait for a thread would be a deadlock. SQLite has one writer.
    """

    def __init__(self, url: str, *, readers: int, writers: int) -> None:
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        writers = 1 if self.is_sqlite else writers
        self.engine = make_engine(url, pool_size=readers + writers + 2)  # two for the event loop itself
        self._watch: sa.PoolProxiedConnection | None = None
        self._nonce = token_hex(6)
        self._readers = readers
        self._writers = writers
        self._turns: dict[bool, anyio.CapacityLimiter] = {}
        self._kept: dict[str, tuple[object, Any]] = {}  # any: what `kept` keeps

    def _turn(self, writes: bool) -> anyio.CapacityLimiter:
        if writes not in self._turns:
            self._turns[writes] = anyio.CapacityLimiter(self._writers if writes else self._readers)
        return self._turns[writes]

    @asynccontextmanager
    async def turn(self, *, writes: bool) -> AsyncIterator[Session]:
        """A session for one request; a writing one commits on the way out, in a worker thread."""
        async with self._turn(writes):
            session = self._open(writes)
            try:
                yield session
                if writes:
                    await to_thread.run_sync(session.commit)
            except BaseException:
                with anyio.CancelScope(shield=True):
                    await to_thread.run_sync(session.rollback)
                raise
            finally:
                if session.in_transaction():
                    with anyio.CancelScope(shield=True):
                        await to_thread.run_sync(session.close)
                else:
                    session.close()

    async def mark(self, held: Session | None = None) -> str:
        """Changes whenever anything has been written, by whomever.

        An entry's number would not do: PostgreSQL can commit the higher number first.
        """
        if not self.is_sqlite:
            return str(await self.ask(lambda session: session.scalar(SNAPSHOT), held=held))
        if self._watch is None:
            self._watch = self.engine.raw_connection()
        [version] = self._watch.cursor().execute("PRAGMA data_version").fetchone()
        return f"{self._nonce}-{version}"

    async def ask(
        self, question: Callable[[Session], Result], *, inline: bool = False, held: Session | None = None
    ) -> Result:
        """The answer to a question; a short one on SQLite in the event loop itself, others in a thread.

        `held`: the session of the request's own reading turn, if it has one: nobody waits for a second turn.
        """
        if inline and self.is_sqlite:
            with self._open(writes=False) as session:
                return question(session)
        if held is not None:
            return await to_thread.run_sync(question, held)
        async with self.turn(writes=False) as session:
            return await to_thread.run_sync(question, session)

    @contextmanager
    def session(self, *, writes: bool) -> Iterator[Session]:
        """The same outside a request: commands, deliveries, tests."""
        with self._open(writes) as session:
            yield session
            if writes:
                session.commit()

    def _open(self, writes: bool) -> Session:
        options: dict[str, Any] = {"xanh_writes": writes}  # any: SQLAlchemy's own options mapping
        if not self.is_sqlite and not writes:
            options["postgresql_readonly"] = True
        return Session(self.engine.execution_options(**options), expire_on_commit=False, info={KEPT: self._kept})

    def dispose(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self.engine.dispose()


def kept(session: Session, topic: str, state: object, load: Callable[[], Result]) -> Result:
    """What `load` finds, from the last time it was asked in the same state. Shared: nobody may change it.

    `state` is read before; every change of what `load` reads changes it in the same transaction and calls `own`.
    """
    store: dict[str, tuple[object, Result]] = session.info.get(KEPT, {})
    known = store.get(topic)
    if known is None or known[0] != state:
        known = store[topic] = (state, load())
    return known[1]


def own(session: Session) -> None:
    """From here on the session sees what nobody else may ever see: it keeps for itself alone."""
    session.info[KEPT] = {}


def make_engine(url: str, *, pool_size: int) -> sa.Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = sa.create_engine(
            parsed, pool_size=pool_size, max_overflow=0, connect_args={"check_same_thread": False, "timeout": 30}
        )
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    parsed = parsed.set(drivername="postgresql+psycopg")
    return sa.create_engine(parsed, pool_size=pool_size, max_overflow=0, pool_pre_ping=True)


def _prepare_sqlite(connection: Any, _: ConnectionPoolEntry) -> None:  # any: the DBAPI connection has no type
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "busy_timeout=30000",
        "foreign_keys=ON",
        "cache_size=-32000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    """Writers begin IMMEDIATE (a read that turns into a write fails at once in WAL); readers cannot write."""
    writes = connection.get_execution_options().get("xanh_writes", True)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
