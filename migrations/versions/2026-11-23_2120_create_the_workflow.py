"""create the workflow: holders, parts, supporting units, bodies outside and what they are asked, routing rules"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _alter_complaint()
    with op.batch_alter_table("complaint_note") as batch:
        batch.add_column(sa.Column("author", sa.String(length=200), nullable=True))
    with op.batch_alter_table("category") as batch:
        batch.add_column(sa.Column("at_fault_unit_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(op.f("fk_category_at_fault_unit_id_unit"), "unit", ["at_fault_unit_id"], ["id"])
    _create_supporting_unit()
    _create_outside()
    _create_routing_rule()


def _alter_complaint() -> None:
    with op.batch_alter_table("complaint") as batch:
        batch.add_column(sa.Column("held_since", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("instruction", sa.String(length=2000), nullable=False, server_default=""))
        batch.add_column(sa.Column("handover_count", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("parent_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("question_wants_photo", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("question_wants_place", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.create_foreign_key(op.f("fk_complaint_parent_id_complaint"), "complaint", ["parent_id"], ["id"])
        batch.create_index("ix_complaint_parent_id", ["parent_id"], unique=False)
        batch.create_index("ix_complaint_handover_count", ["handover_count", "received_at", "id"], unique=False)
    with op.batch_alter_table("complaint") as batch:
        for name in ("instruction", "handover_count", "question_wants_photo", "question_wants_place"):
            batch.alter_column(name, server_default=None)


def _create_supporting_unit() -> None:
    op.create_table(
        "supporting_unit",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_supporting_unit_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_supporting_unit_unit_id_unit")),
        sa.PrimaryKeyConstraint("complaint_id", "unit_id", name=op.f("pk_supporting_unit")),
    )
    with op.batch_alter_table("supporting_unit") as batch:
        batch.create_index(batch.f("ix_supporting_unit_unit_id"), ["unit_id"], unique=False)


def _create_outside() -> None:
    op.create_table(
        "outside_body",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_body")),
        sa.UniqueConstraint("name", name=op.f("uq_outside_body_name")),
    )
    op.create_table(
        "outside_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.String(length=200), nullable=False),
        sa.Column("letter_number", sa.String(length=60), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("place_words", sa.String(length=300), nullable=False),
        sa.Column("is_exact", sa.Boolean(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("sent_by", sa.Uuid(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_outside_request_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(["sent_by"], ["account.id"], name=op.f("fk_outside_request_sent_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_request")),
        sa.UniqueConstraint("answer_id", name=op.f("uq_outside_request_answer_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_outside_request_token_hash")),
    )
    with op.batch_alter_table("outside_request") as batch:
        batch.create_index(batch.f("ix_outside_request_complaint_id"), ["complaint_id"], unique=False)


def _create_routing_rule() -> None:
    op.create_table(
        "routing_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=True),
        sa.Column("hamlet_id", sa.Uuid(), nullable=True),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("from_time", sa.Time(), nullable=True),
        sa.Column("to_time", sa.Time(), nullable=True),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("assignee_id", sa.Uuid(), nullable=True),
        sa.Column("priority", sa.String(length=32), nullable=True),
        sa.Column("is_automatic", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assignee_id"], ["account.id"], name=op.f("fk_routing_rule_assignee_id_account")),
        sa.ForeignKeyConstraint(["category"], ["category.code"], name=op.f("fk_routing_rule_category_category")),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_routing_rule_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_routing_rule_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routing_rule")),
    )


def downgrade() -> None:
    for table in ("routing_rule", "outside_request", "outside_body", "supporting_unit"):
        op.drop_table(table)
    with op.batch_alter_table("category") as batch:
        batch.drop_constraint(op.f("fk_category_at_fault_unit_id_unit"), type_="foreignkey")
        batch.drop_column("at_fault_unit_id")
    with op.batch_alter_table("complaint_note") as batch:
        batch.drop_column("author")
    with op.batch_alter_table("complaint") as batch:
        batch.drop_index("ix_complaint_handover_count")
        batch.drop_index("ix_complaint_parent_id")
        batch.drop_constraint(op.f("fk_complaint_parent_id_complaint"), type_="foreignkey")
        for name in ("question_wants_place", "question_wants_photo", "parent_id", "handover_count", "instruction"):
            batch.drop_column(name)
        batch.drop_column("held_since")
