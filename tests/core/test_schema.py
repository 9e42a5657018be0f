"""The schema is known without Alembic, and exactly as Alembic knows it."""

import sqlalchemy as sa
from alembic.script import ScriptDirectory

from api.core import migrations, schema
from api.core.database import make_engine


def test_the_newest_revision_is_the_one_alembic_would_go_to() -> None:
    assert schema.newest() == ScriptDirectory.from_config(migrations.config()).get_current_head()


def test_a_database_is_current_only_after_the_last_migration(empty_database_url: str) -> None:
    engine = make_engine(empty_database_url, pool_size=1)
    assert not schema.is_current(engine)
    migrations.upgrade(engine)
    assert schema.is_current(engine)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = 'earlier'"))
    assert not schema.is_current(engine)
    engine.dispose()
