"""Migrations: up, down and up again on both databases; nothing forgotten; the journal stays as written."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlmodel import Session

from api.accounts.models import Role
from api.core import migrations
from api.core.database import Database, make_engine
from api.journal import actions as journal
from api.roadmap.models import RoadmapEntry
from api.tables import METADATA
from tests.accounts.make import make_person
from tests.cleanups.make import make_cleanup
from tests.collection_points.make import make_point
from tests.places.make import make_hamlet

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


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


def test_rows_that_point_to_one_another_outlive_the_migrations(database: Database, database_url: str) -> None:
    with database.session(writes=True) as session:
        hamlet = make_hamlet(session)
        officer = make_person(session, role=Role.OFFICER, unit="PKT")
        point = make_point(session, hamlet=hamlet)
        session.add(RoadmapEntry(id=uuid4(), point_id=point.id, name=point.name))
        make_cleanup(session, officer, hamlet.id, now=NOW)
    engine = make_engine(database_url, pool_size=1)
    before = counted(engine)
    migrations.downgrade(engine, "0042")
    migrations.upgrade(engine)
    assert counted(engine) == before
    assert before["cleanup_photo"] == before["roadmap_entry"] == 1
    engine.dispose()


def counted(engine: sa.Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in METADATA.tables
        }


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
