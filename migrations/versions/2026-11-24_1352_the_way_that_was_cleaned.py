"""the way that was cleaned"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("cleanup", schema=None) as batch_op:
        batch_op.add_column(sa.Column("route", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("cleanup", schema=None) as batch_op:
        batch_op.drop_column("route")
