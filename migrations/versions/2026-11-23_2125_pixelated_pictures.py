"""pixelated pictures: what is covered of a public copy, and which photos wait for a look"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photo_policy",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("is_public_at_once", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_photo_policy")),
    )
    with op.batch_alter_table("picture", schema=None) as batch_op:
        batch_op.add_column(sa.Column("boxes", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("redacted_key", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("redacted_placeholder", sa.String(length=1200), nullable=True))
        batch_op.add_column(sa.Column("original_erased_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_unique_constraint(op.f("uq_picture_redacted_key"), ["redacted_key"])


def downgrade() -> None:
    with op.batch_alter_table("picture", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("uq_picture_redacted_key"), type_="unique")
        for name in ("original_erased_at", "redacted_placeholder", "redacted_key", "boxes"):
            batch_op.drop_column(name)
    op.drop_table("photo_policy")
