"""A check-in is of one event: hamlet, day, slot and who held it; and the lists that it may name."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

CLEANUP = sa.table(
    "cleanup",
    sa.column("id", sa.Uuid()),
    sa.column("hamlet_id", sa.Uuid()),
    sa.column("held_on", sa.Date()),
    sa.column("slot", sa.String()),
    sa.column("event_key", sa.String()),
)
PHOTO = sa.table("cleanup_photo", sa.column("cleanup_id", sa.Uuid()))


def upgrade() -> None:
    op.create_table(
        "cleanup_choice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(length=160), nullable=False),
        sa.Column("kilograms", sa.Float(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("hamlet_id", sa.Uuid(), nullable=True),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_cleanup_choice_hamlet_id_hamlet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cleanup_choice")),
        sa.UniqueConstraint("kind", "label", name=op.f("uq_cleanup_choice_kind_label")),
    )
    with op.batch_alter_table("cleanup", schema=None) as batch_op:
        batch_op.add_column(sa.Column("event_key", sa.String(length=120), nullable=True))
        batch_op.add_column(sa.Column("organiser_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("campaign_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("places", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("heaps", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("pledges", sa.Integer(), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_cleanup_hamlet_id_held_on"), type_="unique")
    bind = op.get_bind()
    for row in bind.execute(sa.select(CLEANUP)).all():
        key = f"{row.hamlet_id}:{row.held_on}:{row.slot}:"
        bind.execute(sa.update(CLEANUP).where(CLEANUP.c.id == row.id).values(event_key=key))
    with op.batch_alter_table("cleanup", schema=None) as batch_op:
        batch_op.alter_column("event_key", existing_type=sa.String(length=120), nullable=False)
        batch_op.alter_column("places", existing_type=sa.JSON(), server_default=None)
        batch_op.alter_column("heaps", existing_type=sa.JSON(), server_default=None)
        batch_op.create_unique_constraint(batch_op.f("uq_cleanup_event_key"), ["event_key"])
        batch_op.create_foreign_key(
            batch_op.f("fk_cleanup_campaign_id_cleanup_choice"),
            "cleanup_choice",
            ["campaign_id"],
            ["id"],
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_cleanup_organiser_id_cleanup_choice"),
            "cleanup_choice",
            ["organiser_id"],
            ["id"],
        )


def downgrade() -> None:
    """The earlier schema has room for one check-in of a hamlet and day: the others of that day are lost."""
    bind, seen = op.get_bind(), set()
    for row in bind.execute(sa.select(CLEANUP).order_by(CLEANUP.c.event_key)).all():
        if (row.hamlet_id, row.held_on) in seen:
            bind.execute(sa.delete(PHOTO).where(PHOTO.c.cleanup_id == row.id))
            bind.execute(sa.delete(CLEANUP).where(CLEANUP.c.id == row.id))
        seen.add((row.hamlet_id, row.held_on))
    with op.batch_alter_table("cleanup", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_cleanup_organiser_id_cleanup_choice"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_cleanup_campaign_id_cleanup_choice"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_cleanup_event_key"), type_="unique")
        batch_op.create_unique_constraint(batch_op.f("uq_cleanup_hamlet_id_held_on"), ["hamlet_id", "held_on"])
        batch_op.drop_column("pledges")
        batch_op.drop_column("heaps")
        batch_op.drop_column("places")
        batch_op.drop_column("campaign_id")
        batch_op.drop_column("organiser_id")
        batch_op.drop_column("event_key")

    op.drop_table("cleanup_choice")
