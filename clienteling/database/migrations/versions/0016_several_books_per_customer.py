"""A customer can be in several client books, one of which is the primary one. Everybody's only one is that."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Ordered, Utc

revision = "0016"
down_revision = "0015"

_COLUMNS = "customer_id, book_id, name_key, since"
_IS_PRIMARY, _IS_FURTHER = sa.text("is_primary"), sa.text("NOT is_primary")
_IS_ZERO = sa.text("is_primary = 0")  # SQLite takes an index only for the very words of a question


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(["customer_id", "book_id"], f"{_COLUMNS}, is_primary", f"{_COLUMNS}, 1", with_rowid=False)
    else:
        op.add_column("holding", sa.Column("is_primary", sa.Boolean(), nullable=False, server_default=sa.true()))
        op.alter_column("holding", "is_primary", server_default=None)
        op.drop_constraint("holding_pkey", "holding")
        op.create_primary_key("holding_pkey", "holding", ["customer_id", "book_id"])
    key = ["customer_id"]
    op.create_index(
        "holding_primary", "holding", key, unique=True, sqlite_where=_IS_PRIMARY, postgresql_where=_IS_PRIMARY
    )
    op.create_index("holding_further", "holding", key, sqlite_where=_IS_ZERO, postgresql_where=_IS_FURTHER)


def _make_anew(key: list[str], columns: str, values: str, *, with_rowid: bool) -> None:
    """The table with another key, for SQLite, which cannot change one. Nothing refers to it."""
    added: list[sa.Column[bool]] = (
        [sa.Column("is_primary", sa.Boolean(), nullable=False)] if "is_primary" in columns else []
    )
    op.create_table(
        "holding_anew",
        sa.Column("customer_id", Key, sa.ForeignKey("customer.id"), nullable=False, autoincrement=False),
        sa.Column("book_id", Key, sa.ForeignKey("client_book.id"), nullable=False, autoincrement=False),
        sa.Column("name_key", Ordered, nullable=False),
        sa.Column("since", Utc(timezone=True), nullable=False),
        *added,
        sa.PrimaryKeyConstraint(*key),
        sqlite_with_rowid=with_rowid,
    )
    op.execute(f"INSERT INTO holding_anew ({columns}) SELECT {values} FROM holding ORDER BY customer_id")  # noqa: S608
    op.drop_table("holding")
    op.rename_table("holding_anew", "holding")
    op.create_index("holding_in_name_order", "holding", ["book_id", "name_key", "customer_id"])


def downgrade() -> None:
    op.execute("DELETE FROM holding WHERE NOT is_primary")
    op.drop_index("holding_further", "holding")
    op.drop_index("holding_primary", "holding")
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(["customer_id"], _COLUMNS, _COLUMNS, with_rowid=True)
    else:
        op.drop_constraint("holding_pkey", "holding")
        op.drop_column("holding", "is_primary")
        op.create_primary_key("holding_pkey", "holding", ["customer_id"])
