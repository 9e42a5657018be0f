"""The made-up commune of `make run`, told once a session and copied for each server that wants it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api import seeding
from api.core.database import Database
from api.core.settings import Settings
from api.demo import load
from tests.support.grounds import settings_in
from tests.support.servers import ROOT, LiveServer

HOTLINE = "0220 3000 115"


def tell(database: Database, settings: Settings) -> None:
    """Fill a migrated database as `make run` fills it."""
    with database.session(writes=True) as session:
        seeding.seed(session, settings)
    load.load(database, settings)


def make_demo(folder: Path, template: Path) -> Path:
    """A data folder with the whole story in it, database and photos, ready to be copied."""
    shutil.copyfile(template, folder / "xanh.sqlite3")
    settings = settings_in(folder)
    database = Database(settings.database_url, readers=1, writers=1)
    tell(database, settings)
    database.dispose()
    return folder


@contextmanager
def serving(demo: Path, folder: Path, *, root: Path = ROOT) -> Iterator[LiveServer]:
    """The real server on a copy of the demo; `root` is where its program lies."""
    shutil.copytree(demo, folder, dirs_exist_ok=True)
    settings = settings_in(folder).model_copy(update={"hotline_phone": HOTLINE})
    database = Database(settings.database_url, readers=2, writers=1)
    server = LiveServer(settings, database, root=root)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        database.dispose()
