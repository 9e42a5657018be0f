"""figures"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_figures",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("receive_minutes", sa.Integer(), nullable=True),
        sa.Column("assign_minutes", sa.Integer(), nullable=True),
        sa.Column("verify_minutes", sa.Integer(), nullable=True),
        sa.Column("resolve_minutes", sa.Integer(), nullable=True),
        sa.Column("reply_minutes", sa.Integer(), nullable=True),
        sa.Column("whole_minutes", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("was_resolved", sa.Boolean(), nullable=False),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("handovers", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_case_figures_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f("pk_case_figures")),
    )
    op.create_table(
        "unit_figures",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("held_minutes", sa.Integer(), nullable=False),
        sa.Column("is_holder", sa.Boolean(), nullable=False),
        sa.Column("has_resolved", sa.Boolean(), nullable=False),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("handed_on", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_unit_figures_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_figures_unit_id_unit")),
        sa.PrimaryKeyConstraint("complaint_id", "unit_id", name=op.f("pk_unit_figures")),
    )
    with op.batch_alter_table("unit_figures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_figures_unit_id"), ["unit_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("unit_figures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_figures_unit_id"))

    op.drop_table("unit_figures")
    op.drop_table("case_figures")
