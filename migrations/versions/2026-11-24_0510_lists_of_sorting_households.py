"""the optional list of households behind a count: places and no names"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sorting_list",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("households", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_sorting_list_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_sorting_list_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sorting_list")),
    )
    with op.batch_alter_table("sorting_list", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sorting_list_hamlet_id"), ["hamlet_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("sorting_list", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sorting_list_hamlet_id"))
    op.drop_table("sorting_list")
