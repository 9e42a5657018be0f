"""The real server: a process of its own, on a port of its own, with a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.accounts.access import COOKIE
from api.accounts.models import Account
from api.core.database import Database
from api.core.settings import Settings
from tests.support.clients import make_sign_in
from tests.support.waiting import wait_for

ROOT = Path(__file__).resolve().parent.parent.parent


class LiveServer:
    """`python -m api serve` in `root`. `database` looks at the same data from outside."""

    def __init__(self, settings: Settings, database: Database, *, root: Path = ROOT) -> None:
        self.root = root
        self.settings = settings
        self.database = database
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.log = settings.data_dir / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process, "the server is not running"
        return self._process.pid

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "api", "serve"], cwd=self.root, env=self.environment(), stdout=log, stderr=log,
                stdin=subprocess.DEVNULL,
            )  # fmt: skip
        wait_for(self._answers, within=60, what="the server to answer")

    def stop(self) -> None:
        """Asked politely, by process id; then not so politely."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """As a power cut would: SIGKILL, nothing is flushed or tidied."""
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(15)

    def restart(self) -> None:
        """On the same port, with the same data."""
        self.stop()
        self.start()

    def client(self, token: str | None = None) -> httpx.Client:
        """A client of this server, with a person's cookie if `token` is given; close it, or use it in `with`."""
        headers = {"Sec-Fetch-Site": "same-origin"}
        if token:
            headers["Cookie"] = f"{COOKIE}={token}"
        return httpx.Client(base_url=self.url, headers=headers, timeout=30, verify=False, trust_env=False)

    def sign_in(self, role: str, **who: str | None) -> tuple[Account, str]:
        """A new person and the secret of their cookie."""
        return make_sign_in(self.database, role, **who)

    def _answers(self) -> bool:
        assert self._process
        if self._process.poll() is not None:
            raise AssertionError(f"the server stopped at once:\n{self.log.read_text()[-3000:]}")
        try:
            return httpx.get(f"{self.url}/api/healthz", timeout=2, verify=False, trust_env=False).status_code == 200
        except httpx.TransportError:
            return False

    def environment(self) -> dict[str, str]:
        own = {
            "ENVIRONMENT": str(self.settings.environment), "SECRET_KEY": self.settings.secret_key.get_secret_value(),
            "PUBLIC_URL": self.url, "PORT": str(self.port), "DATA_DIR": str(self.settings.data_dir),
            "DATABASE_URL": self.settings.database_url, "PASSWORD_MEMORY_KIB": "64", "STORAGE_RESERVE_MB": "0",
            "LOG_LEVEL": "INFO", "REPORTS_PER_HOUR": str(self.settings.reports_per_hour),
            "HOTLINE_PHONE": self.settings.hotline_phone,
        }  # fmt: skip
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XANH_")}
        return kept | {f"XANH_{name}": value for name, value in own.items()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def live_server(settings: Settings, database: Database) -> Iterator[LiveServer]:
    """Started, answering, with a fresh database; stopped by process id at the end."""
    server = LiveServer(settings, database)
    try:
        server.start()
        yield server
    finally:
        server.stop()
