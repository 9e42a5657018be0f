"""Which schema a database has and which one this version needs; asked at every start, so without Alembic's help."""

import re
from functools import lru_cache
from pathlib import Path

import sqlalchemy as sa

VERSIONS = Path(__file__).resolve().parent.parent.parent / "migrations" / "versions"
_REVISION = re.compile(r"^(down_revision|revision)\b[^=]*= [\"'](\w+)[\"']", re.MULTILINE)


@lru_cache(maxsize=1)
def newest() -> str:
    """The revision that no other one follows."""
    found: list[dict[str, str]] = [dict(_REVISION.findall(path.read_text())) for path in VERSIONS.glob("*.py")]
    followed = {written.get("down_revision") for written in found}
    [last] = {written["revision"] for written in found} - followed
    return last


def current(connection: sa.Connection) -> str | None:
    """The revision of this database; None when it has never been migrated."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return version


def is_current(engine: sa.Engine) -> bool:
    with engine.connect() as connection:
        return current(connection) == newest()
