"""what residents are told: guide, news, activities, bulletins, quiz, contests, prices"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bulletin_setting",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("words_per_minute", sa.Integer(), nullable=False),
        sa.Column("least_seconds", sa.Integer(), nullable=False),
        sa.Column("most_seconds", sa.Integer(), nullable=False),
        sa.Column("greeting", sa.String(length=300), nullable=False),
        sa.Column("closing", sa.String(length=300), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin_setting")),
    )
    op.create_table(
        "contest",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("rules_words", sa.String(length=6000), nullable=False),
        sa.Column("entry_kinds", sa.String(length=300), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("results_on", sa.Date(), nullable=True),
        sa.Column("result_words", sa.String(length=6000), nullable=False),
        sa.Column("is_draft", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest")),
    )
    op.create_table(
        "price_table",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("decision", sa.String(length=200), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("is_void", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_table")),
    )
    op.create_index(op.f("ix_price_table_valid_from"), "price_table", ["valid_from"], unique=False)
    op.create_table(
        "quiz_play",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("played_on", sa.Date(), nullable=False),
        sa.Column("asked_count", sa.Integer(), nullable=False),
        sa.Column("right_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_play")),
    )
    op.create_index(op.f("ix_quiz_play_played_on"), "quiz_play", ["played_on"], unique=False)
    op.create_table(
        "quiz_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_question")),
    )
    op.create_table(
        "waste_class",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("colour", sa.String(length=120), nullable=False),
        sa.Column("how", sa.String(length=600), nullable=False),
        sa.Column("icon", sa.String(length=30), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_waste_class")),
    )
    op.create_table(
        "contest_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("contest_id", sa.Uuid(), nullable=False),
        sa.Column(
            "entrant_kind",
            sa.String(length=32),
            nullable=False,
        ),
        sa.Column("entrant", sa.String(length=120), nullable=False),
        sa.Column("has_consent", sa.Boolean(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("award", sa.String(length=80), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("is_void", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_contest_entry_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_entry")),
    )
    op.create_index(op.f("ix_contest_entry_contest_id"), "contest_entry", ["contest_id"], unique=False)
    op.create_table(
        "guide_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("other_names", sa.String(length=300), nullable=False),
        sa.Column("class_code", sa.String(length=20), nullable=False),
        sa.Column("how", sa.String(length=500), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_code"], ["waste_class.code"], name=op.f("fk_guide_entry_class_code_waste_class")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_entry")),
    )
    op.create_table(
        "quiz_answer",
        sa.Column("play_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["play_id"], ["quiz_play.id"], name=op.f("fk_quiz_answer_play_id_quiz_play")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["quiz_question.id"], name=op.f("fk_quiz_answer_question_id_quiz_question")
        ),
        sa.PrimaryKeyConstraint("play_id", "question_id", name=op.f("pk_quiz_answer")),
    )
    op.create_index(op.f("ix_quiz_answer_question_id"), "quiz_answer", ["question_id"], unique=False)
    op.create_table(
        "bulletin",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=True),
        sa.Column("generated", sa.String(length=4000), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_bulletin_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_bulletin_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin")),
    )
    op.create_index(op.f("ix_bulletin_week"), "bulletin", ["week"], unique=False)
    op.create_table(
        "news_post",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("words", sa.String(length=6000), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("published_until", sa.Date(), nullable=True),
        sa.Column("is_pinned", sa.Boolean(), nullable=False),
        sa.Column("is_draft", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_news_post_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_post")),
    )
    op.create_index(op.f("ix_news_post_published_on"), "news_post", ["published_on"], unique=False)
    op.create_table(
        "outreach_activity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.String(length=32),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("place_words", sa.String(length=200), nullable=False),
        sa.Column("organiser", sa.String(length=120), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=True),
        sa.Column("reach", sa.Integer(), nullable=True),
        sa.Column("is_reach_counted", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("is_void", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_outreach_activity_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_outreach_activity_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach_activity")),
    )
    op.create_index(op.f("ix_outreach_activity_day"), "outreach_activity", ["day"], unique=False)
    op.create_table(
        "outreach_photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("picture_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_outreach_photo_picture_id_picture")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach_photo")),
    )
    op.create_index("ix_outreach_photo_subject", "outreach_photo", ["subject_kind", "subject_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_outreach_photo_subject", table_name="outreach_photo")
    op.drop_table("outreach_photo")
    op.drop_index(op.f("ix_outreach_activity_day"), table_name="outreach_activity")
    op.drop_table("outreach_activity")
    op.drop_index(op.f("ix_news_post_published_on"), table_name="news_post")
    op.drop_table("news_post")
    op.drop_index(op.f("ix_bulletin_week"), table_name="bulletin")
    op.drop_table("bulletin")
    op.drop_index(op.f("ix_quiz_answer_question_id"), table_name="quiz_answer")
    op.drop_table("quiz_answer")
    op.drop_table("guide_entry")
    op.drop_index(op.f("ix_contest_entry_contest_id"), table_name="contest_entry")
    op.drop_table("contest_entry")
    op.drop_table("waste_class")
    op.drop_table("quiz_question")
    op.drop_index(op.f("ix_quiz_play_played_on"), table_name="quiz_play")
    op.drop_table("quiz_play")
    op.drop_index(op.f("ix_price_table_valid_from"), table_name="price_table")
    op.drop_table("price_table")
    op.drop_table("contest")
    op.drop_table("bulletin_setting")
