"""clocks and calendar: working hours, rules of deadlines by day, reminders, extensions"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

DROP_OLDER_RULES = """
DELETE FROM deadline WHERE EXISTS (
  SELECT 1 FROM deadline AS newer
  WHERE newer.step = deadline.step AND newer.priority = deadline.priority
    AND newer.effective_from > deadline.effective_from)
"""


def upgrade() -> None:
    op.create_table(
        "working_hours",
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("shifts", sa.JSON(), nullable=False),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("effective_from", name=op.f("pk_working_hours")),
    )
    op.create_table(
        "calendar_edition",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_edition")),
    )
    _open_the_lists()
    with op.batch_alter_table("complaint") as batch:
        batch.add_column(sa.Column("step_began_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("watch_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("clock_edition", sa.Integer(), nullable=False, server_default="-1"))
        batch.add_column(sa.Column("extension_days", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("extension_reason", sa.String(length=500), nullable=True))
        batch.add_column(sa.Column("extended_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_index(batch.f("ix_complaint_watch_at"), ["watch_at"], unique=False)
        batch.create_index("ix_complaint_is_open_edition", ["is_open", "clock_edition", "id"], unique=False)
    with op.batch_alter_table("complaint") as batch:
        batch.alter_column("clock_edition", server_default=None)
    with op.batch_alter_table("outbox_message") as batch:
        batch.add_column(sa.Column("read_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_index("ix_outbox_message_account", ["account_id", "created_at"], unique=False)
        batch.create_index("ix_outbox_message_subject", ["subject_id"], unique=False)


def _open_the_lists() -> None:
    with op.batch_alter_table("holiday") as batch:
        batch.add_column(sa.Column("source", sa.String(length=300), nullable=False, server_default=""))
    with op.batch_alter_table("holiday") as batch:
        batch.alter_column("source", server_default=None)
    with op.batch_alter_table("deadline") as batch:
        batch.drop_constraint(op.f("pk_deadline"), type_="primary")
        batch.create_primary_key(op.f("pk_deadline"), ["step", "priority", "effective_from"])


def downgrade() -> None:
    with op.batch_alter_table("outbox_message") as batch:
        batch.drop_index("ix_outbox_message_subject")
        batch.drop_index("ix_outbox_message_account")
        batch.drop_column("read_at")
    with op.batch_alter_table("complaint") as batch:
        batch.drop_index("ix_complaint_is_open_edition")
        batch.drop_index(batch.f("ix_complaint_watch_at"))
        for name in (
            "extended_at", "extension_reason", "extension_days", "clock_edition", "watch_at", "step_began_at"
        ):  # fmt: skip
            batch.drop_column(name)
    op.execute(DROP_OLDER_RULES)
    with op.batch_alter_table("deadline") as batch:
        batch.drop_constraint(op.f("pk_deadline"), type_="primary")
        batch.create_primary_key(op.f("pk_deadline"), ["step", "priority"])
    with op.batch_alter_table("holiday") as batch:
        batch.drop_column("source")
    op.drop_table("calendar_edition")
    op.drop_table("working_hours")
