"""the waste ledger: dated lines in kilograms, and how much waste a person makes in a day"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "waste_rate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("grams_per_person_day", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_waste_rate_made_by_account")),
        sa.ForeignKeyConstraint(["replaces_id"], ["waste_rate.id"], name=op.f("fk_waste_rate_replaces_id_waste_rate")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waste_rate")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_waste_rate_replaces_id")),
    )
    op.create_table(
        "waste_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("flow", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("kilograms", sa.Integer(), nullable=False),
        sa.Column("at_source", sa.Boolean(), nullable=False),
        sa.Column("is_estimate", sa.Boolean(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("grams_per_person_day", sa.Integer(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("rate_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("ticket", sa.String(length=40), nullable=False),
        sa.Column("facility", sa.String(length=120), nullable=False),
        sa.Column("hamlet_id", sa.Uuid(), nullable=True),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_waste_entry_hamlet_id_hamlet")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_waste_entry_made_by_account")),
        sa.ForeignKeyConstraint(["rate_id"], ["waste_rate.id"], name=op.f("fk_waste_entry_rate_id_waste_rate")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["waste_entry.id"], name=op.f("fk_waste_entry_replaces_id_waste_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waste_entry")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_waste_entry_replaces_id")),
    )
    with op.batch_alter_table("waste_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waste_entry_month"), ["month"], unique=False)
        batch_op.create_index(batch_op.f("ix_waste_entry_ticket"), ["ticket"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("waste_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waste_entry_ticket"))
        batch_op.drop_index(batch_op.f("ix_waste_entry_month"))
    op.drop_table("waste_entry")
    op.drop_table("waste_rate")
