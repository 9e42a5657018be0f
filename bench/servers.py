"""Servers as processes of their own on loopback, and what they cost: processor time, memory, start."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from api.core.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """`python <command>`, answering on `port`."""

    def __init__(self, command: list[str], port: int, environment: dict[str, str], probe: str = "/") -> None:
        self.port, self._probe = port, probe
        began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=os.environ | environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        while not self._answers():
            if self._process.poll() is not None or time.perf_counter() - began > 90:
                self.stop()
                raise RuntimeError(f"{command} does not answer")
        self.start_seconds = time.perf_counter() - began
        self.start_cpu = self.cpu

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far, of all its threads."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def memory_mb(self) -> float:
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(20)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self._probe}", timeout=2):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.005)
            return False


@contextlib.contextmanager
def running(server: Server) -> Iterator[Server]:
    try:
        yield server
    finally:
        server.stop()


def product(settings: Settings) -> Server:
    """`python -m api serve` on this database."""
    port = free_port()
    own = {
        "ENVIRONMENT": "development", "SECRET_KEY": settings.secret_key.get_secret_value(), "PORT": str(port),
        "DATA_DIR": str(settings.data_dir), "DATABASE_URL": settings.database_url, "LOG_LEVEL": "WARNING",
        "PUBLIC_URL": f"http://127.0.0.1:{port}", "REPORTS_PER_HOUR": str(settings.reports_per_hour),
    }  # fmt: skip
    return Server(["-m", "api", "serve"], port, {f"XANH_{k}": v for k, v in own.items()}, "/api/healthz")


def limit(app: str, body: Path | None = None) -> Server:
    """An app of ours without the product, by the same uvicorn with the same parser."""
    port = free_port()
    command = ["-m", "uvicorn", app, "--port", str(port), "--http", "httptools", "--no-access-log"]
    environment = {"BENCH_BODY": str(body)} if body else {}
    return Server([*command, "--log-level", "warning"], port, environment)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
