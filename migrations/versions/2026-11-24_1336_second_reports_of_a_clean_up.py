"""second reports of a clean-up"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cleanup_second_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("cleanup_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_used", sa.Boolean(), nullable=True),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["cleanup_id"], ["cleanup.id"], name=op.f("fk_cleanup_second_report_cleanup_id_cleanup")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_cleanup_second_report_made_by_account")),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["account.id"], name=op.f("fk_cleanup_second_report_settled_by_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cleanup_second_report")),
    )
    with op.batch_alter_table("cleanup_second_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cleanup_second_report_cleanup_id"), ["cleanup_id"], unique=False)

    with op.batch_alter_table("cleanup_photo", schema=None) as batch_op:
        batch_op.add_column(sa.Column("second_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_cleanup_photo_second_id_cleanup_second_report"),
            "cleanup_second_report",
            ["second_id"],
            ["id"],
        )


def downgrade() -> None:
    with op.batch_alter_table("cleanup_photo", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_cleanup_photo_second_id_cleanup_second_report"), type_="foreignkey")
        batch_op.drop_column("second_id")

    with op.batch_alter_table("cleanup_second_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cleanup_second_report_cleanup_id"))

    op.drop_table("cleanup_second_report")
