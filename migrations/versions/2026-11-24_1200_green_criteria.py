"""green criteria of festivals and venues"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "green_criterion",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("hint", sa.String(length=300), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("is_mandatory", sa.Boolean(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_green_criterion")),
    )
    op.create_table(
        "green_site",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=True),
        sa.Column("place_words", sa.String(length=200), nullable=False),
        sa.Column("organiser", sa.String(length=160), nullable=False),
        sa.Column("held_from", sa.Date(), nullable=True),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_green_site_hamlet_id_hamlet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_green_site")),
    )
    op.create_table(
        "green_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_green_check_made_by_account")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["green_check.id"], name=op.f("fk_green_check_replaces_id_green_check")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["green_site.id"], name=op.f("fk_green_check_site_id_green_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_green_check")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_green_check_replaces_id")),
    )
    op.create_index(op.f("ix_green_check_site_id"), "green_check", ["site_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_green_check_site_id"), table_name="green_check")
    op.drop_table("green_check")
    op.drop_table("green_site")
    op.drop_table("green_criterion")
