"""intake: kinds with a procedure of their own, questions and notices of categories, numbers in other systems"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.add_column(sa.Column("external_ref", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("is_restricted", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("original_type", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("retyped_reason", sa.String(length=1000), nullable=True))
    with op.batch_alter_table("reporter_contact", schema=None) as batch_op:
        batch_op.add_column(sa.Column("noted_by_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_reporter_contact_noted_by_id_account"), "account", ["noted_by_id"], ["id"])
    with op.batch_alter_table("category", schema=None) as batch_op:
        batch_op.add_column(sa.Column("keywords", sa.String(length=600), server_default="", nullable=False))
        batch_op.add_column(sa.Column("notice", sa.String(length=500), server_default="", nullable=False))
        batch_op.add_column(sa.Column("notice_phone", sa.String(length=20), server_default="", nullable=False))
        batch_op.add_column(sa.Column("is_stopper", sa.Boolean(), server_default=sa.false(), nullable=False))
    _create_questions()
    op.create_table(
        "legal_kind",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("guidance", sa.String(length=1500), nullable=False),
        sa.Column("public_text", sa.String(length=800), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("verified_by", sa.String(length=120), nullable=False),
        sa.Column("verified_at", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_legal_kind")),
    )


def _create_questions() -> None:
    op.create_table(
        "category_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("hint", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["category"], ["category.code"], name=op.f("fk_category_question_category_category")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category_question")),
    )
    op.create_index(op.f("ix_category_question_category"), "category_question", ["category"], unique=False)
    op.create_table(
        "question_answer",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("value", sa.String(length=500), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_question_answer_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["category_question.id"], name=op.f("fk_question_answer_question_id_category_question")
        ),
        sa.PrimaryKeyConstraint("complaint_id", "question_id", name=op.f("pk_question_answer")),
    )


def downgrade() -> None:
    op.drop_table("question_answer")
    op.drop_index(op.f("ix_category_question_category"), table_name="category_question")
    op.drop_table("category_question")
    op.drop_table("legal_kind")
    with op.batch_alter_table("category", schema=None) as batch_op:
        for name in ("is_stopper", "notice_phone", "notice", "keywords"):
            batch_op.drop_column(name)
    with op.batch_alter_table("reporter_contact", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_reporter_contact_noted_by_id_account"), type_="foreignkey")
        batch_op.drop_column("noted_by_id")
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        for name in ("retyped_reason", "original_type", "is_restricted", "external_ref"):
            batch_op.drop_column(name)
