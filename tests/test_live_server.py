"""The real server as a process: it starts by itself, keeps what it promised through a kill, and stops when asked."""

import subprocess
import sys

from sqlmodel import select

from api.accounts.models import Account
from tests.support.servers import ROOT, LiveServer


def test_the_server_starts_signs_people_in_and_serves_the_app(live_server: LiveServer) -> None:
    account, token = live_server.sign_in("officer")
    with live_server.client(token) as officer:
        assert officer.get("/api/session").json()["account"]["name"] == account.name
        assert "text/html" in officer.get("/", headers={"Accept": "text/html"}).headers["content-type"]
        assert "server" not in officer.get("/api/healthz").headers


def test_what_was_there_before_a_kill_is_there_after_it(live_server: LiveServer) -> None:
    account, token = live_server.sign_in("officer")
    live_server.kill()
    live_server.restart()
    with live_server.client(token) as officer:
        assert officer.get("/api/session").json()["account"]["id"] == str(account.id)
    with live_server.database.session(writes=False) as session:
        assert session.exec(select(Account).where(Account.id == account.id)).one().name == account.name


def test_the_health_check_tells_a_ready_server_from_a_missing_one(live_server: LiveServer) -> None:
    assert healthcheck(live_server).returncode == 0
    live_server.stop()
    assert healthcheck(live_server).returncode == 1


def healthcheck(server: LiveServer) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "api", "healthcheck"]
    return subprocess.run(command, cwd=ROOT, env=server.environment(), capture_output=True, timeout=60, check=False)
