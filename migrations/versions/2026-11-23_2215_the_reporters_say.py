"""the reporter's say: ratings, reopenings, corrections, withdrawals"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

LABEL = """
INSERT INTO status_label (status, label, public_label, version)
SELECT 'withdrawn', 'Người gửi rút lại', 'Người gửi đã rút lại', 1 WHERE EXISTS (SELECT 1 FROM status_label)
"""


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("former", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaint.id"], name=op.f("fk_feedback_complaint_id_complaint")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_index(op.f("ix_feedback_complaint_id"), "feedback", ["complaint_id"], unique=False)
    with op.batch_alter_table("complaint") as batch:
        batch.add_column(sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("reopen_count", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("rating", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("rated_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("complaint") as batch:
        batch.alter_column("reopen_count", server_default=None)
    op.execute(LABEL)


def downgrade() -> None:
    op.execute("UPDATE complaint SET status = 'rejected' WHERE status = 'withdrawn'")
    op.execute("DELETE FROM status_label WHERE status = 'withdrawn'")
    with op.batch_alter_table("complaint") as batch:
        for name in ("rated_at", "rating", "reopen_count", "reopened_at"):
            batch.drop_column(name)
    op.drop_index(op.f("ix_feedback_complaint_id"), table_name="feedback")
    op.drop_table("feedback")
