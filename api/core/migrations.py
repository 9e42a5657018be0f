"""Bringing a database to the schema of this version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

FOLDER = Path(__file__).resolve().parent.parent.parent / "migrations"


class PointerLost(RuntimeError):
    """A migration left a row that points to nothing: (table, row, table pointed to, which of its pointers)."""


def config(connection: sa.Connection | None = None) -> Config:
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def upgrade(engine: sa.Engine, revision: str = "head") -> None:
    """In one transaction: it arrives whole or not at all."""
    with _changing(engine) as connection:
        command.upgrade(config(connection), revision)


def downgrade(engine: sa.Engine, revision: str = "base") -> None:
    with _changing(engine) as connection:
        command.downgrade(config(connection), revision)


@contextmanager
def _changing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """SQLite changes a table by making it anew, and would meanwhile miss it for the rows that point to it: there the
    pointers are checked once, at the end (https://sqlite.org/lang_altertable.html, section 7)."""
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            yield connection
        return
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection  # any: the DBAPI connection has no type
        driver.execute("PRAGMA foreign_keys=OFF")  # heard only outside a transaction
        try:
            with connection.begin():
                yield connection
                if lost := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise PointerLost(tuple(lost))
        finally:
            driver.execute("PRAGMA foreign_keys=ON")
