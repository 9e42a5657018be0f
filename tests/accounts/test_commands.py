"""The commands of an installation that hand out password links."""

import pytest
from typer.testing import CliRunner

from api import cli
from api.accounts import queries
from api.core import clock
from api.core.settings import Environment
from tests.accounts.make import make_account, make_member


@pytest.fixture
def run(settings, monkeypatch):
    """run("create-link", "lan") → what the command printed."""
    monkeypatch.setattr(cli, "load_settings", lambda: settings)
    monkeypatch.setattr(cli, "run_server", lambda settings: None)
    return lambda *words: CliRunner().invoke(cli.app, words)


def owner(database, output):
    """Whose password the link that was printed sets."""
    token = output.strip().rpartition("#")[2]
    with database.session(writes=False) as session:
        return queries.require_link(session, token, now=clock.now())[1].login


def test_a_fresh_installation_prints_a_link_for_its_first_administrator(run, database, settings):
    printed = run("serve")
    assert printed.exit_code == 0
    assert f"{settings.public_url}/mat-khau#" in printed.stdout
    assert owner(database, printed.stdout) == "quantri"


@pytest.mark.parametrize(
    ("address", "is_warned"), [("http://localhost:8000", True), ("https://racthai.example", False)]
)
def test_real_use_at_an_address_of_this_machine_only_is_warned_of(address, is_warned, run, settings, monkeypatch):
    real = settings.model_copy(update={"environment": Environment.PRODUCTION, "public_url": address})
    monkeypatch.setattr(cli, "load_settings", lambda: real)
    printed = run("serve")
    assert printed.exit_code == 0
    assert ("CHÚ Ý: XANH_PUBLIC_URL" in printed.stdout) == is_warned


def test_nothing_is_printed_once_an_administrator_can_sign_in(run, database):
    with database.session(writes=True) as session:
        make_member(session, role="administrator")
    assert run("serve").stdout == ""


@pytest.mark.parametrize("name", ["LAN", "+84 912 345 678"])
def test_a_link_is_made_for_a_name_or_a_phone(run, database, name):
    with database.session(writes=True) as session:
        make_account(session, login="lan", phone="0912345678", role="leader")
    assert owner(database, run("create-link", name).stdout) == "lan"


def test_no_link_is_made_for_nobody(run, database):
    refused = run("create-link", "khong.co")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Không có tài khoản" in refused.stderr
