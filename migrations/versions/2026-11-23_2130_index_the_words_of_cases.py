"""index the words of cases: full text on either database, over a table of our own"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SQLITE = (
    "CREATE VIRTUAL TABLE complaint_search USING fts5("
    "text, content='search_entry', content_rowid='number', tokenize='ascii', prefix='2 3 4')",
    "CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN "
    "INSERT INTO complaint_search(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN "
    "INSERT INTO complaint_search(complaint_search, rowid, text) VALUES ('delete', old.number, old.text); END",
    "CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN "
    "INSERT INTO complaint_search(complaint_search, rowid, text) VALUES ('delete', old.number, old.text); "
    "INSERT INTO complaint_search(rowid, text) VALUES (new.number, new.text); END",
)


def upgrade() -> None:
    op.create_table(
        "search_entry",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaint.id"], name="fk_search_entry_complaint_id_complaint"),
        sa.PrimaryKeyConstraint("number", name="pk_search_entry"),
        sa.UniqueConstraint("complaint_id", name="uq_search_entry_complaint_id"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(statement)
    else:
        op.execute("CREATE INDEX ix_complaint_search ON search_entry USING gin (to_tsvector('simple', text))")
    op.execute(
        "INSERT INTO search_entry (complaint_id, text) SELECT id, search_text FROM complaint ORDER BY received_at"
    )
    with op.batch_alter_table("complaint") as table:
        table.drop_column("search_text")


def downgrade() -> None:
    with op.batch_alter_table("complaint") as table:
        table.add_column(sa.Column("search_text", sa.String(length=4000), nullable=False, server_default=""))
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE complaint_search")
    op.drop_table("search_entry")
