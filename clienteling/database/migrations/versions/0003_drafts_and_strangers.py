"""Drafts of forms, and customers who look alike and are two people."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), primary_key=True, autoincrement=False),
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("subject_id", Key, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "strangers",
        sa.Column("customer_id", Key, sa.ForeignKey("customer.id"), primary_key=True, autoincrement=False),
        sa.Column("other_id", Key, sa.ForeignKey("customer.id"), primary_key=True, autoincrement=False),
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_strangers_other_id"), "strangers", ["other_id"])


def downgrade() -> None:
    op.drop_table("strangers")
    op.drop_table("draft")
