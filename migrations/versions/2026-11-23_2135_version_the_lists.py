"""version the lists: two people at once see each other's changes"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LISTS = ("category", "reject_reason", "intake_channel", "status_label", "deadline", "holiday")


def upgrade() -> None:
    for table in LISTS:
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column("version", server_default=None)


def downgrade() -> None:
    for table in LISTS:
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_column("version")
