"""heads of units"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """In place: SQLite cannot make a table anew that others point to while they hold rows."""
    op.add_column("account", sa.Column("is_head", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("account", "is_head")
