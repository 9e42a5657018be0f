"""rule of K2b as data"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("indicator_setting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("open_days", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("categories", sa.JSON(), nullable=False, server_default="[]"))
    kinds = '["litter", "dump_household", "dump_construction", "dump_water", "burning"]'
    setting = sa.table("indicator_setting", sa.column("code"), sa.column("open_days"), sa.column("categories"))
    known = sa.update(setting).where(setting.c.code == "K2b")
    op.execute(known.values(open_days=30, categories=sa.literal_column(f"'{kinds}'")))


def downgrade() -> None:
    with op.batch_alter_table("indicator_setting", schema=None) as batch_op:
        batch_op.drop_column("categories")
        batch_op.drop_column("open_days")
