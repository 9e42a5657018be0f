"""Which databases a test runs on, and a fresh migrated one for each test.

Every test that reaches for a database runs twice, as [sqlite] and [postgresql]. `pytest --database=sqlite` runs only
the one; `@pytest.mark.one_database` is for tests whose subject is not the database (a browser's journey).
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.core import migrations
from api.core.database import make_engine
from tests.support import postgres

KINDS = ("sqlite", "postgresql")
SERVER = pytest.StashKey[postgres.Postgres]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=(*KINDS, "both"), default="both", help="run the tests on one database only")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_kind" in metafunc.fixturenames:
        wish = metafunc.config.getoption("--database")
        kinds = KINDS if wish == "both" else (wish,)
        if metafunc.definition.get_closest_marker("one_database"):
            kinds = kinds[:1]
        metafunc.parametrize("database_kind", kinds, indirect=True)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "one_database: the database is not the subject, once is enough")
    config.stash[SERVER] = postgres.Postgres()


def pytest_unconfigure(config: pytest.Config) -> None:
    if SERVER in config.stash:
        config.stash[SERVER].stop()


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    """`sqlite` or `postgresql`."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, made once, copied for each test."""
    path = tmp_path_factory.mktemp("template") / "xanh.sqlite3"
    engine = make_engine(f"sqlite:///{path}", pool_size=1)
    migrations.upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of this test's own, at today's schema and empty."""
    if database_kind == "sqlite":
        path = tmp_path / "xanh.sqlite3"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    yield from _postgres_database(request, empty=False)


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table, for tests of the migrations."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    yield from _postgres_database(request, empty=True)


def _postgres_database(request: pytest.FixtureRequest, *, empty: bool) -> Iterator[str]:
    server = request.config.stash[SERVER]
    try:
        address = server.make_empty_database() if empty else server.make_database()
    except postgres.NoPostgres as reason:
        if os.environ.get("CI"):
            pytest.fail(f"PostgreSQL is needed in CI: {reason}")
        pytest.skip(f"no PostgreSQL here: {reason}")
    yield address
    server.drop_database(address)
