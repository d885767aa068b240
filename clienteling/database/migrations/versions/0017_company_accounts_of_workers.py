"""Company accounts of workers, and what their roles mean here."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "worker_account",
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), primary_key=True, autoincrement=False),
        sa.Column("oid", sa.Text(), nullable=False),
        sa.Column("tid", sa.Text(), nullable=False),
        sa.UniqueConstraint("oid", "tid"),
    )
    op.create_table(
        "app_role",
        sa.Column("role", sa.Text(), primary_key=True),
        sa.Column("group_id", Key, sa.ForeignKey("permission_group.id"), nullable=False),
    )
    op.create_index(op.f("ix_app_role_group_id"), "app_role", ["group_id"])


def downgrade() -> None:
    op.drop_table("app_role")
    op.drop_table("worker_account")
