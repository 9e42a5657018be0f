"""Alembic's entry: one script for SQLite and PostgreSQL."""

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from api.core.database import UtcDateTime, make_engine
from api.core.settings import Settings
from api.tables import METADATA


def render_item(kind: str, item: object, _: AutogenContext) -> str | bool:
    """Our column types as plain SQLAlchemy, so that old migrations never import today's code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    if kind == "type" and type(item).__name__ == "AutoString":
        return f"sa.String(length={getattr(item, 'length', None)})"
    return False


def include_object(_: object, name: str | None, *__: object) -> bool:
    """The full-text indexes are either database's own; no model can describe them."""
    return not (name or "").startswith(("complaint_search", "ix_complaint_search"))


def run(connection: sa.Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        render_item=render_item,
        include_object=include_object,
        compare_type=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


connection = context.config.attributes.get("connection")
if connection is not None:
    run(connection)
else:
    engine = make_engine(Settings().database_url, pool_size=1)
    with engine.connect() as own:
        run(own)
        own.commit()
    engine.dispose()
