"""The settings of a test: development, in a folder of its own."""

from pathlib import Path

from api.core.settings import Environment, Settings
from tests.support.clients import ORIGIN

SECRET = "a-secret-for-tests-only-forty-eight-characters-x"


def settings_in(folder: Path, url: str = "") -> Settings:
    """Development settings in a folder of the test's own, with an SQLite file in it unless told otherwise."""
    return Settings(
        _env_file=None, environment=Environment.DEVELOPMENT, secret_key=SECRET, public_url=ORIGIN, data_dir=folder,
        database_url=url or f"sqlite:///{folder / 'xanh.sqlite3'}", password_memory_kib=64, storage_reserve_mb=0,
        log_level="WARNING", reports_per_hour=1_000_000,
    )  # fmt: skip
