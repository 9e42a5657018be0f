"""Cameras, their events, and what was taken once."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "camera",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("place_kind", sa.String(length=32), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=True),
        sa.Column("place_words", sa.String(length=300), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("field_of_view", sa.String(length=300), nullable=False),
        sa.Column("purpose", sa.String(length=600), nullable=False),
        sa.Column("notice_on", sa.Date(), nullable=True),
        sa.Column("notice_picture_id", sa.Uuid(), nullable=True),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.Column("source_name", sa.String(length=80), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("key_number", sa.Integer(), nullable=False),
        sa.Column("last_heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_camera_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(
            ["notice_picture_id"], ["picture.id"], name=op.f("fk_camera_notice_picture_id_picture"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_camera")),
        sa.UniqueConstraint("code", name=op.f("uq_camera_code")),
    )
    op.create_table(
        "camera_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("camera_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.Column("is_review", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("zones", sa.JSON(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("is_alert", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("picture_id", sa.Uuid(), nullable=True),
        sa.Column("picture_sha256", sa.String(length=64), nullable=False),
        sa.Column("picture_taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("complaint_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["camera_id"], ["camera.id"], name=op.f("fk_camera_event_camera_id_camera")),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_camera_event_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_camera_event_decided_by_account")),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["picture.id"], name=op.f("fk_camera_event_picture_id_picture"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_camera_event")),
        sa.UniqueConstraint("camera_id", "reference", name=op.f("uq_camera_event_camera_id_reference")),
    )
    with op.batch_alter_table("camera_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_camera_event_complaint_id"), ["complaint_id"], unique=False)
        batch_op.create_index("ix_camera_event_state_started", ["state", "started_at", "id"], unique=False)

    op.create_table(
        "camera_nonce",
        sa.Column("camera_id", sa.Uuid(), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["camera_id"], ["camera.id"], name=op.f("fk_camera_nonce_camera_id_camera")),
        sa.PrimaryKeyConstraint("camera_id", "nonce", name=op.f("pk_camera_nonce")),
    )
    with op.batch_alter_table("camera_nonce", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_camera_nonce_at"), ["at"], unique=False)

    op.create_table(
        "camera_event_part",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["camera_event.id"], name=op.f("fk_camera_event_part_review_id_camera_event")
        ),
        sa.PrimaryKeyConstraint("review_id", "reference", name=op.f("pk_camera_event_part")),
    )
    with op.batch_alter_table("camera_event_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_camera_event_part_reference"), ["reference"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("camera_event_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_camera_event_part_reference"))

    op.drop_table("camera_event_part")
    with op.batch_alter_table("camera_nonce", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_camera_nonce_at"))

    op.drop_table("camera_nonce")
    with op.batch_alter_table("camera_event", schema=None) as batch_op:
        batch_op.drop_index("ix_camera_event_state_started")
        batch_op.drop_index(batch_op.f("ix_camera_event_complaint_id"))

    op.drop_table("camera_event")
    op.drop_table("camera")
