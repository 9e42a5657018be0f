"""covenants with dated stages, self-managed models with reviews, briefings with headcounts; photos of all three"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "briefing_body",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_body")),
    )
    op.create_table(
        "self_managed_model",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("set_up_on", sa.Date(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("activity", sa.String(length=1000), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_self_managed_model_hamlet_id_hamlet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_managed_model")),
    )
    with op.batch_alter_table("self_managed_model", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_self_managed_model_hamlet_id"), ["hamlet_id"], unique=False)

    op.create_table(
        "briefing_headcount",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("counted_elsewhere", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_id"], ["briefing_body.id"], name=op.f("fk_briefing_headcount_body_id_briefing_body")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_briefing_headcount_made_by_account")),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["briefing_headcount.id"],
            name=op.f("fk_briefing_headcount_replaces_id_briefing_headcount"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_headcount")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_briefing_headcount_replaces_id")),
    )
    with op.batch_alter_table("briefing_headcount", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_briefing_headcount_body_id"), ["body_id"], unique=False)

    op.create_table(
        "briefing_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_briefing_session_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_session")),
    )
    with op.batch_alter_table("briefing_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_briefing_session_held_on"), ["held_on"], unique=False)

    op.create_table(
        "covenant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_covenant_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_covenant_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_covenant")),
    )
    with op.batch_alter_table("covenant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_covenant_hamlet_id"), ["hamlet_id"], unique=False)

    op.create_table(
        "model_review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("model_id", sa.Uuid(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("result", sa.String(length=32), nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_model_review_made_by_account")),
        sa.ForeignKeyConstraint(
            ["model_id"], ["self_managed_model.id"], name=op.f("fk_model_review_model_id_self_managed_model")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["model_review.id"], name=op.f("fk_model_review_replaces_id_model_review")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_review")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_model_review_replaces_id")),
    )
    with op.batch_alter_table("model_review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_model_review_model_id"), ["model_id"], unique=False)

    op.create_table(
        "briefing_attendance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("first_time", sa.Integer(), nullable=False),
        sa.Column("pledges", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_id"], ["briefing_body.id"], name=op.f("fk_briefing_attendance_body_id_briefing_body")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_briefing_attendance_made_by_account")),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["briefing_attendance.id"],
            name=op.f("fk_briefing_attendance_replaces_id_briefing_attendance"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["briefing_session.id"], name=op.f("fk_briefing_attendance_session_id_briefing_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_attendance")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_briefing_attendance_replaces_id")),
    )
    with op.batch_alter_table("briefing_attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_briefing_attendance_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_briefing_attendance_session_id"), ["session_id"], unique=False)

    op.create_table(
        "covenant_stage",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("covenant_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("has_environment_clause", sa.Boolean(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("in_favour", sa.Integer(), nullable=True),
        sa.Column("decision_number", sa.String(length=60), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["covenant_id"], ["covenant.id"], name=op.f("fk_covenant_stage_covenant_id_covenant")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_covenant_stage_made_by_account")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["covenant_stage.id"], name=op.f("fk_covenant_stage_replaces_id_covenant_stage")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_covenant_stage")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_covenant_stage_replaces_id")),
    )
    with op.batch_alter_table("covenant_stage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_covenant_stage_covenant_id"), ["covenant_id"], unique=False)

    op.create_table(
        "hamlet_life_photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("picture_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_hamlet_life_photo_picture_id_picture")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hamlet_life_photo")),
    )
    with op.batch_alter_table("hamlet_life_photo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hamlet_life_photo_subject_id"), ["subject_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("hamlet_life_photo", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hamlet_life_photo_subject_id"))

    op.drop_table("hamlet_life_photo")
    with op.batch_alter_table("covenant_stage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_covenant_stage_covenant_id"))

    op.drop_table("covenant_stage")
    with op.batch_alter_table("briefing_attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_briefing_attendance_session_id"))
        batch_op.drop_index(batch_op.f("ix_briefing_attendance_body_id"))

    op.drop_table("briefing_attendance")
    with op.batch_alter_table("model_review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_model_review_model_id"))

    op.drop_table("model_review")
    with op.batch_alter_table("covenant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_covenant_hamlet_id"))

    op.drop_table("covenant")
    with op.batch_alter_table("briefing_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_briefing_session_held_on"))

    op.drop_table("briefing_session")
    with op.batch_alter_table("briefing_headcount", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_briefing_headcount_body_id"))

    op.drop_table("briefing_headcount")
    with op.batch_alter_table("self_managed_model", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_self_managed_model_hamlet_id"))

    op.drop_table("self_managed_model")
    op.drop_table("briefing_body")
