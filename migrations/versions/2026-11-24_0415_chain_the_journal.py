"""chain the journal: each entry is sealed together with all before it; what was written so far is sealed now"""

import sqlalchemy as sa
from alembic import op

from api.core.database import UtcDateTime
from api.journal import chain

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


JOURNAL = sa.table(
    "journal", sa.column("id", sa.BigInteger()), sa.column("at", UtcDateTime()), sa.column("actor_id", sa.Uuid()),
    sa.column("actor", sa.String()), sa.column("verb", sa.String()), sa.column("subject_kind", sa.String()),
    sa.column("subject_id", sa.Uuid()), sa.column("detail", sa.JSON()),
)  # fmt: skip


def upgrade() -> None:
    position = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    links = op.create_table(
        "journal_link",
        sa.Column("position", position, autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_journal_link"),
        sa.UniqueConstraint("entry_id", name="uq_journal_link_entry_id"),
    )
    op.create_table(
        "journal_head",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_journal_head"),
    )
    before, rows = chain.BEGINNING, []
    for position, entry in enumerate(op.get_bind().execute(sa.select(JOURNAL).order_by(JOURNAL.c.id)), start=1):
        before = chain.digest(before, entry)
        rows.append({"position": position, "entry_id": entry.id, "hash": before})
    if rows:
        op.bulk_insert(links, rows)


def downgrade() -> None:
    op.drop_table("journal_head")
    op.drop_table("journal_link")
