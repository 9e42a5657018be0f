"""link photos to requests: which photos came with the answer of a body outside"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint_photo") as batch:
        batch.add_column(sa.Column("request_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_complaint_photo_request_id_outside_request"), "outside_request", ["request_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("complaint_photo") as batch:
        batch.drop_constraint(op.f("fk_complaint_photo_request_id_outside_request"), type_="foreignkey")
        batch.drop_column("request_id")
