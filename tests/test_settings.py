"""Settings: documented, one for one, and unsafe ones refuse to start."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError
from typer.testing import CliRunner

from api import cli
from api.core.settings import DEFAULT_SECRET, Settings

EXAMPLE = Path(__file__).resolve().parent.parent / ".env.example"
GOOD_SECRET = "x9" * 24


def test_the_example_lists_exactly_the_settings_with_their_defaults() -> None:
    assert dict(re.findall(r"^#?(XANH_\w+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE)) == {
        f"XANH_{name.upper()}": _written(field.default) for name, field in Settings.model_fields.items()
    }


def test_every_setting_stands_under_a_comment_that_explains_it() -> None:
    paragraphs = [part.splitlines() for part in EXAMPLE.read_text().split("\n\n") if "XANH_" in part]
    assert all(re.match(r"# \S.{20,}", paragraph[0]) for paragraph in paragraphs)
    assert not [paragraph for paragraph in paragraphs if len(paragraph) > 6], "each comment tells about few settings"


def test_a_copy_of_the_example_sets_nothing_but_the_secret_that_must_be_changed() -> None:
    assert [line for line in EXAMPLE.read_text().splitlines() if line.startswith("XANH_")] == [
        f"XANH_SECRET_KEY={DEFAULT_SECRET}"
    ]


def test_the_example_can_be_read_as_it_stands_in_development() -> None:
    assert Settings(_env_file=EXAMPLE, environment="development").secret == DEFAULT_SECRET.encode()


@pytest.mark.parametrize("secret", [DEFAULT_SECRET, "", "short", "x" * 31])
def test_real_use_refuses_the_default_and_short_secrets(secret: str) -> None:
    with pytest.raises(ValidationError, match="XANH_SECRET_KEY must be set"):
        Settings(_env_file=None, secret_key=SecretStr(secret))


def test_real_use_starts_with_a_secret_of_its_own() -> None:
    assert Settings(_env_file=None, secret_key=SecretStr(GOOD_SECRET)).secret == GOOD_SECRET.encode()


def test_a_secret_is_never_shown_when_settings_are_printed() -> None:
    settings = Settings(_env_file=None, secret_key=SecretStr(GOOD_SECRET), metrics_token=SecretStr("token-of-metrics"))
    assert GOOD_SECRET not in repr(settings)
    assert "token-of-metrics" not in repr(settings)


def test_a_setting_is_read_from_the_environment_under_its_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XANH_PORT", "9001")
    assert Settings(_env_file=None, environment="development").port == 9001


def test_links_follow_the_port_until_an_address_is_set() -> None:
    assert Settings(_env_file=None, environment="development", port=9001).public_url == "http://localhost:9001"
    named = Settings(_env_file=None, environment="development", port=9001, public_url="https://racthai.example.vn")
    assert (named.public_url, named.is_local) == ("https://racthai.example.vn", False)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ENVIRONMENT", "", "'development' or 'production'"),
        ("PORT", "eighty", "valid integer"),
        ("PUBLIC_URL", "racthai.example.vn", "https?://"),
        ("LOG_LEVEL", "LOUD", "debug|info"),
        ("DATABASE_URL", "/var/x.sqlite3", "sqlite|postgresql"),
        ("CODE_PREFIX", "ks", "[A-Z]{2,4}"),
        ("SECRET_KEY", "short-and-secret", "at least 32 random characters"),
    ],
)
def test_what_is_wrong_is_said_by_the_name_of_the_variable(
    name: str, value: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"XANH_{name}", value)

    refusal = CliRunner().invoke(cli.app, ["migrate"])

    assert refusal.exit_code == 2
    assert f"XANH_{name}" in refusal.stderr and expected in refusal.stderr
    assert "short-and-secret" not in refusal.output


def _written(default: object) -> str:
    return default.get_secret_value() if isinstance(default, SecretStr) else str(default)
