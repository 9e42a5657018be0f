"""dump sites: three registers, their dated stages, visits, photos and reports"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_dump_setting()
    _create_dump_site()
    _create_dump_site_stage()
    _create_dump_site_visit()
    _create_dump_dismissal()
    _create_dump_site_complaint()
    _create_dump_site_photo()


def _create_dump_setting() -> None:
    op.create_table(
        "dump_setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cluster_m", sa.Integer(), nullable=False),
        sa.Column("cluster_days", sa.Integer(), nullable=False),
        sa.Column("cluster_reports", sa.Integer(), nullable=False),
        sa.Column("look_back_days", sa.Integer(), nullable=False),
        sa.Column("relapse_m", sa.Integer(), nullable=False),
        sa.Column("watch_months", sa.Integer(), nullable=False),
        sa.Column("visit_every_days", sa.Integer(), nullable=False),
        sa.Column("clean_visits", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dump_setting")),
    )


def _create_dump_site() -> None:
    op.create_table(
        "dump_site",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("outline", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("place_words", sa.String(length=300), nullable=False),
        sa.Column("area_m2", sa.Float(), nullable=True),
        sa.Column("volume_m3", sa.Float(), nullable=True),
        sa.Column("plan_year", sa.Integer(), nullable=True),
        sa.Column("cost_vnd", sa.BigInteger(), nullable=True),
        sa.Column("funding_source", sa.String(length=120), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("search_text", sa.String(length=700), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_dump_site_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_dump_site_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dump_site")),
        sa.UniqueConstraint("code", name=op.f("uq_dump_site_code")),
    )
    op.create_index(op.f("ix_dump_site_hamlet_id"), "dump_site", ["hamlet_id"], unique=False)
    op.create_index(op.f("ix_dump_site_kind"), "dump_site", ["kind"], unique=False)


def _create_dump_site_stage() -> None:
    op.create_table(
        "dump_site_stage",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dump_site_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("is_relapse", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("decision_number", sa.String(length=60), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("is_void", sa.Boolean(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_dump_site_stage_account_id_account")),
        sa.ForeignKeyConstraint(
            ["dump_site_id"], ["dump_site.id"], name=op.f("fk_dump_site_stage_dump_site_id_dump_site")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["dump_site_stage.id"], name=op.f("fk_dump_site_stage_replaces_id_dump_site_stage")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dump_site_stage")),
    )
    op.create_index(op.f("ix_dump_site_stage_dump_site_id"), "dump_site_stage", ["dump_site_id"], unique=False)


def _create_dump_site_visit() -> None:
    op.create_table(
        "dump_site_visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("dump_site_id", sa.Uuid(), nullable=False),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("result", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_dump_site_visit_account_id_account")),
        sa.ForeignKeyConstraint(
            ["dump_site_id"], ["dump_site.id"], name=op.f("fk_dump_site_visit_dump_site_id_dump_site")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dump_site_visit")),
    )
    op.create_index(op.f("ix_dump_site_visit_dump_site_id"), "dump_site_visit", ["dump_site_id"], unique=False)


def _create_dump_dismissal() -> None:
    op.create_table(
        "dump_dismissal",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_dump_dismissal_account_id_account")),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_dump_dismissal_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f("pk_dump_dismissal")),
    )


def _create_dump_site_complaint() -> None:
    op.create_table(
        "dump_site_complaint",
        sa.Column("dump_site_id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("link", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_dump_site_complaint_account_id_account")),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_dump_site_complaint_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(
            ["dump_site_id"], ["dump_site.id"], name=op.f("fk_dump_site_complaint_dump_site_id_dump_site")
        ),
        sa.PrimaryKeyConstraint("dump_site_id", "complaint_id", name=op.f("pk_dump_site_complaint")),
    )
    op.create_index(op.f("ix_dump_site_complaint_complaint_id"), "dump_site_complaint", ["complaint_id"], unique=False)


def _create_dump_site_photo() -> None:
    op.create_table(
        "dump_site_photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dump_site_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dump_site_id"], ["dump_site.id"], name=op.f("fk_dump_site_photo_dump_site_id_dump_site")
        ),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_dump_site_photo_picture_id_picture")),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["dump_site_visit.id"], name=op.f("fk_dump_site_photo_visit_id_dump_site_visit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dump_site_photo")),
    )
    op.create_index(op.f("ix_dump_site_photo_dump_site_id"), "dump_site_photo", ["dump_site_id"], unique=False)
    op.create_index(op.f("ix_dump_site_photo_visit_id"), "dump_site_photo", ["visit_id"], unique=False)


def downgrade() -> None:
    for table in (
        "dump_site_photo",
        "dump_site_complaint",
        "dump_dismissal",
        "dump_site_visit",
        "dump_site_stage",
        "dump_site",
        "dump_setting",
    ):
        op.drop_table(table)
