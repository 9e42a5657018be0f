"""household sorting: dated counts of each hamlet, and the share agreed for K2a"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sorting_count",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=False),
        sa.Column("sorting", sa.Integer(), nullable=False),
        sa.Column("composting", sa.Integer(), nullable=True),
        sa.Column("method", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_sorting_count_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_sorting_count_made_by_account")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["sorting_count.id"], name=op.f("fk_sorting_count_replaces_id_sorting_count")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sorting_count")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_sorting_count_replaces_id")),
    )
    with op.batch_alter_table("sorting_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sorting_count_checked_on"), ["checked_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_sorting_count_hamlet_id"), ["hamlet_id"], unique=False)
    op.create_table(
        "sorting_threshold",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("share_percent", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_sorting_threshold_made_by_account")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["sorting_threshold.id"], name=op.f("fk_sorting_threshold_replaces_id_sorting_threshold")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sorting_threshold")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_sorting_threshold_replaces_id")),
    )


def downgrade() -> None:
    op.drop_table("sorting_threshold")
    with op.batch_alter_table("sorting_count", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sorting_count_hamlet_id"))
        batch_op.drop_index(batch_op.f("ix_sorting_count_checked_on"))
    op.drop_table("sorting_count")
