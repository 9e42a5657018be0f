"""coverage by month"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("coverage_setting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("month_least", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("coverage_setting", schema=None) as batch_op:
        batch_op.drop_column("month_least")
