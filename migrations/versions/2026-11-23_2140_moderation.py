"""moderation: flags of readers, the ban list, traces of senders, former public words"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.add_column(sa.Column("quarantined_for", sa.String(length=20), nullable=True))
    with op.batch_alter_table("reporter_contact", schema=None) as batch_op:
        batch_op.add_column(sa.Column("phone_key", sa.String(length=64), nullable=True))
        batch_op.create_index(op.f("ix_reporter_contact_phone_key"), ["phone_key"], unique=False)
    with op.batch_alter_table("cleanup_photo", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_kept_back", sa.Boolean(), server_default=sa.false(), nullable=False))
    _create_flags()
    _create_bans()
    op.create_table(
        "sender_trace",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_sender_trace_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f("pk_sender_trace")),
    )
    op.create_index(op.f("ix_sender_trace_at"), "sender_trace", ["at"], unique=False)
    op.create_table(
        "public_wording",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_public_wording_account_id_account")),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_public_wording_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_wording")),
    )
    op.create_index(op.f("ix_public_wording_complaint_id"), "public_wording", ["complaint_id"], unique=False)


def _create_flags() -> None:
    op.create_table(
        "complaint_flag",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("sender", sa.String(length=64), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_complaint_flag_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_complaint_flag_decided_by_account")),
        sa.ForeignKeyConstraint(
            ["photo_id"], ["complaint_photo.id"], name=op.f("fk_complaint_flag_photo_id_complaint_photo")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_flag")),
    )
    op.create_index("ix_complaint_flag_decided_at", "complaint_flag", ["decided_at", "at"], unique=False)
    op.create_index(op.f("ix_complaint_flag_complaint_id"), "complaint_flag", ["complaint_id"], unique=False)
    op.create_index(op.f("ix_complaint_flag_sender"), "complaint_flag", ["sender"], unique=False)


def _create_bans() -> None:
    op.create_table(
        "ban",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("hint", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_lifted", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_ban_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ban")),
    )
    op.create_index(op.f("ix_ban_key"), "ban", ["key"], unique=False)


def downgrade() -> None:
    for table in ("public_wording", "sender_trace", "ban", "complaint_flag"):
        op.drop_table(table)
    with op.batch_alter_table("cleanup_photo", schema=None) as batch_op:
        batch_op.drop_column("is_kept_back")
    with op.batch_alter_table("reporter_contact", schema=None) as batch_op:
        batch_op.drop_index(op.f("ix_reporter_contact_phone_key"))
        batch_op.drop_column("phone_key")
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.drop_column("quarantined_for")
