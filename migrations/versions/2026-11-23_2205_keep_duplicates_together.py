"""keep duplicates together: merged cases, followers with their photos, how near counts as the same"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint") as batch:
        batch.add_column(sa.Column("merged_into_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("before_merge", sa.JSON(), nullable=True))
        batch.add_column(sa.Column("follower_count", sa.Integer(), nullable=False, server_default="0"))
        batch.create_foreign_key(op.f("fk_complaint_merged_into_id_complaint"), "complaint", ["merged_into_id"], ["id"])
        batch.create_index("ix_complaint_merged_into_id", ["merged_into_id"], unique=False)
        batch.create_index(
            "ix_complaint_is_open_latitude_longitude", ["is_open", "latitude", "longitude"], unique=False
        )
    with op.batch_alter_table("complaint") as batch:
        batch.alter_column("follower_count", server_default=None)
    _create_follower()
    with op.batch_alter_table("complaint_photo") as batch:
        batch.add_column(sa.Column("follower_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(op.f("fk_complaint_photo_follower_id_follower"), "follower", ["follower_id"], ["id"])
    with op.batch_alter_table("category") as batch:
        batch.add_column(sa.Column("near_radius_m", sa.Integer(), nullable=False, server_default="150"))
        batch.add_column(sa.Column("near_days", sa.Integer(), nullable=False, server_default="30"))
    with op.batch_alter_table("category") as batch:
        batch.alter_column("near_radius_m", server_default=None)
        batch.alter_column("near_days", server_default=None)


def _create_follower() -> None:
    op.create_table(
        "follower",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("sealed_name", sa.String(length=600), nullable=True),
        sa.Column("sealed_phone", sa.String(length=300), nullable=True),
        sa.Column("phone_key", sa.String(length=64), nullable=True),
        sa.Column("consent_version", sa.String(length=20), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaint.id"], name=op.f("fk_follower_complaint_id_complaint")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follower")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_follower_token_hash")),
    )
    with op.batch_alter_table("follower") as batch:
        batch.create_index(batch.f("ix_follower_complaint_id"), ["complaint_id"], unique=False)
        batch.create_index(batch.f("ix_follower_phone_key"), ["phone_key"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("category") as batch:
        batch.drop_column("near_days")
        batch.drop_column("near_radius_m")
    with op.batch_alter_table("complaint_photo") as batch:
        batch.drop_constraint(op.f("fk_complaint_photo_follower_id_follower"), type_="foreignkey")
        batch.drop_column("follower_id")
    op.drop_table("follower")
    with op.batch_alter_table("complaint") as batch:
        batch.drop_index("ix_complaint_is_open_latitude_longitude")
        batch.drop_index("ix_complaint_merged_into_id")
        batch.drop_constraint(op.f("fk_complaint_merged_into_id_complaint"), type_="foreignkey")
        for name in ("follower_count", "before_merge", "merged_into_id"):
            batch.drop_column(name)
