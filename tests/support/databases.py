"""Which databases a test runs on, and a migrated one for each test.

Every test that reaches for a database runs twice, as [sqlite] and [postgresql]. `pytest --database=sqlite` runs only
the one; `@pytest.mark.one_database` is for tests whose subject is not the database (a browser's journey).
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api import seeding
from api.core import migrations
from api.core.database import Database, make_engine
from tests.support import postgres
from tests.support.grounds import settings_in

KINDS = ("sqlite", "postgresql")
SERVER = pytest.StashKey[postgres.Postgres]()
SHARED = pytest.StashKey[dict[bool, str]]()
OURS = {"database", "seeded", "session", "settings"}  # they reach the database, and only for `session`


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
    config.stash[SHARED] = {}


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
    return _sqlite_file(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def seeded_sqlite_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the shipped lists in it."""
    path = tmp_path_factory.mktemp("seeded") / sqlite_template.name
    shutil.copyfile(sqlite_template, path)
    seed(f"sqlite:///{path}")
    return path


def _sqlite_file(folder: Path) -> Path:
    path = folder / "xanh.sqlite3"
    engine = make_engine(f"sqlite:///{path}", pool_size=1)
    migrations.upgrade(engine)
    engine.dispose()
    return path


def seed(address: str) -> None:
    """Put the shipped lists into a database."""
    database = Database(address, readers=1, writers=1)
    with database.session(writes=True) as session:
        seeding.seed(session, settings_in(Path(), address))
    database.dispose()


def leaves_no_trace(request: pytest.FixtureRequest) -> bool:
    """The test reaches the database only through `session`, which rolls back: it may share one with its like."""
    info = request.node._fixtureinfo
    others = {name: found[-1].argnames for name, found in info.name2fixturedefs.items() if name not in OURS}
    asked = {*info.argnames, *(name for names in others.values() for name in names)}
    return "session" in request.fixturenames and not asked & {"database", "database_url", "app", "client"}


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database at today's schema, with the shipped lists in it if the test asks for `seeded`.

    It is the test's own; only those that leave no trace share one.
    """
    is_seeded = "seeded" in request.fixturenames
    if database_kind == "postgresql":
        yield _on_postgres(
            request,
            lambda server: server.lend_database(seed if is_seeded else None, leaves_no_trace=leaves_no_trace(request)),
        )
    elif leaves_no_trace(request):
        shared = request.config.stash[SHARED]
        if is_seeded not in shared:
            folder = request.getfixturevalue("tmp_path_factory").mktemp("shared")
            shared[is_seeded] = _sqlite_copy(is_seeded, request, folder)
        yield shared[is_seeded]
    else:
        yield _sqlite_copy(is_seeded, request, tmp_path)


def _sqlite_copy(is_seeded: bool, request: pytest.FixtureRequest, folder: Path) -> str:
    template = request.getfixturevalue("seeded_sqlite_template" if is_seeded else "sqlite_template")
    shutil.copyfile(template, folder / "xanh.sqlite3")
    return f"sqlite:///{folder / 'xanh.sqlite3'}"


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table, for tests of the migrations."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    address = _on_postgres(request, lambda server: server.make_empty_database())
    yield address
    request.config.stash[SERVER].drop_database(address)


def _on_postgres(request: pytest.FixtureRequest, make: Callable[[postgres.Postgres], str]) -> str:
    try:
        return make(request.config.stash[SERVER])
    except postgres.NoPostgres as reason:
        if os.environ.get("CI"):
            pytest.fail(f"PostgreSQL is needed in CI: {reason}")
        pytest.skip(f"no PostgreSQL here: {reason}")
