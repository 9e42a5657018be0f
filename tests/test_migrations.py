"""Migrations: up, down and up again on both databases; nothing forgotten; the journal stays as written."""

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlmodel import Session

from api.core import migrations
from api.core.database import make_engine
from api.journal import actions as journal
from api.tables import METADATA


def test_there_is_exactly_one_newest_revision() -> None:
    assert len(ScriptDirectory.from_config(migrations.config()).get_heads()) == 1


def test_a_database_goes_up_down_and_up_again(empty_database_url: str) -> None:
    engine = make_engine(empty_database_url, pool_size=1)
    migrations.upgrade(engine)
    before = tables(engine)
    migrations.downgrade(engine)
    assert tables(engine) == {"alembic_version"}
    migrations.upgrade(engine)
    assert tables(engine) == before == {*METADATA.tables, "alembic_version"}
    engine.dispose()


def test_the_tables_are_exactly_what_the_models_say(database_url: str) -> None:
    engine = make_engine(database_url, pool_size=1)
    with engine.begin() as connection:
        command.check(migrations.config(connection))
    engine.dispose()


def test_a_migration_that_fails_leaves_nothing_behind(empty_database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = make_engine(empty_database_url, pool_size=1)
    monkeypatch.setattr(migrations.command, "upgrade", half_of(command.upgrade))
    with pytest.raises(RuntimeError):
        migrations.upgrade(engine)
    assert tables(engine) == set()
    engine.dispose()


@pytest.mark.parametrize("change", ["UPDATE journal SET actor = 'nobody'", "DELETE FROM journal"])
def test_the_journal_refuses_changes(session: Session, now, change: str) -> None:
    journal.record(session, "submitted", "complaint", None, actor=journal.RESIDENT, now=now)
    session.flush()
    with pytest.raises(sa.exc.DBAPIError, match="append-only"):
        session.connection().exec_driver_sql(change)


def tables(engine: sa.Engine) -> set[str]:
    with engine.connect() as connection:
        found = set(sa.inspect(connection).get_table_names())
    return {name for name in found if not name.startswith("complaint_search")}  # SQLite's full-text index


def half_of(upgrade):
    """Upgrades, then stumbles."""

    def stumbling(*arguments):
        upgrade(*arguments)
        raise RuntimeError("the power went out")

    return stumbling
