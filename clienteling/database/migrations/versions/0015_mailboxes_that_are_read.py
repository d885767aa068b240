"""How far mailboxes were read, and what their items gave."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "mailbox_part",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("pool", sa.Text(), nullable=False),
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("began", Utc(timezone=True), nullable=True),
        sa.Column("since", Utc(timezone=True), nullable=True),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("read", Utc(timezone=True), nullable=True),
        sa.UniqueConstraint("pool", "mailbox", "part"),
    )
    op.create_table(
        "mailbox_item",
        sa.Column("part_id", Key, sa.ForeignKey("mailbox_part.id"), primary_key=True, autoincrement=False),
        sa.Column("item", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("interaction", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_mailbox_item_interaction"), "mailbox_item", ["interaction"])


def downgrade() -> None:
    op.drop_table("mailbox_item")
    op.drop_table("mailbox_part")
