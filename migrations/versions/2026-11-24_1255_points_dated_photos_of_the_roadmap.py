"""points dated, photos of the roadmap"""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roadmap_photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(length=32), nullable=False),
        sa.Column("picture_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["roadmap_entry.id"], name=op.f("fk_roadmap_photo_entry_id_roadmap_entry")
        ),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_roadmap_photo_picture_id_picture")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roadmap_photo")),
    )
    with op.batch_alter_table("roadmap_photo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roadmap_photo_entry_id"), ["entry_id"], unique=False)

    with op.batch_alter_table("collection_point", schema=None) as batch_op:
        batch_op.add_column(sa.Column("opening_hours", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column("state_since", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("state_why", sa.String(length=300), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("collection_point", schema=None) as batch_op:
        batch_op.drop_column("state_why")
        batch_op.drop_column("state_since")
        batch_op.drop_column("opening_hours")

    with op.batch_alter_table("roadmap_photo", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roadmap_photo_entry_id"))

    op.drop_table("roadmap_photo")
