"""Since when customers had been in the books that changes took them out of."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "former_holding",
        sa.Column("customer_id", Key, sa.ForeignKey("customer.id"), primary_key=True, autoincrement=False),
        sa.Column("record_id", Key, primary_key=True, autoincrement=False),
        sa.Column("book_id", Key, sa.ForeignKey("client_book.id"), primary_key=True, autoincrement=False),
        sa.Column("since", Utc(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("former_holding")
