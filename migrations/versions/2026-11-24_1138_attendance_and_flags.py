"""Rolls, presences, and photos that deserve a second look."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attendance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_attendance_hamlet_id_hamlet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_held_on"), ["held_on"], unique=False)

    op.create_table(
        "attendance_roll",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_key", sa.String(length=120), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=32), nullable=False),
        sa.Column("organiser_id", sa.Uuid(), nullable=True),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_attendance_roll_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_attendance_roll_made_by_account")),
        sa.ForeignKeyConstraint(
            ["organiser_id"],
            ["cleanup_choice.id"],
            name=op.f("fk_attendance_roll_organiser_id_cleanup_choice"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_roll")),
    )
    with op.batch_alter_table("attendance_roll", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_roll_event_key"), ["event_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_roll_hamlet_id"), ["hamlet_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_roll_held_on"), ["held_on"], unique=False)

    op.create_table(
        "cleanup_flag",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("cleanup_id", sa.Uuid(), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dismissed_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["cleanup_id"], ["cleanup.id"], name=op.f("fk_cleanup_flag_cleanup_id_cleanup")),
        sa.ForeignKeyConstraint(
            ["dismissed_by"],
            ["account.id"],
            name=op.f("fk_cleanup_flag_dismissed_by_account"),
        ),
        sa.ForeignKeyConstraint(
            ["photo_id"],
            ["cleanup_photo.id"],
            name=op.f("fk_cleanup_flag_photo_id_cleanup_photo"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cleanup_flag")),
        sa.UniqueConstraint("photo_id", "kind", name=op.f("uq_cleanup_flag_photo_id_kind")),
    )
    with op.batch_alter_table("cleanup_flag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cleanup_flag_cleanup_id"), ["cleanup_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("cleanup_flag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cleanup_flag_cleanup_id"))

    op.drop_table("cleanup_flag")
    with op.batch_alter_table("attendance_roll", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_roll_held_on"))
        batch_op.drop_index(batch_op.f("ix_attendance_roll_hamlet_id"))
        batch_op.drop_index(batch_op.f("ix_attendance_roll_event_key"))

    op.drop_table("attendance_roll")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_held_on"))

    op.drop_table("attendance")
