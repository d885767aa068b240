"""Saved views, edited activities, private notes, badges, overrides, and words that are found though mistyped."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.migrations import search_words
from clienteling.database.types import Key, Ordered, Utc

revision = "0005"
down_revision = "0004"

_GRANTED = {
    "associate": (9011,),
    "manager": (919, 9009, 9010, 9011),
    "administrator": (919, 9009, 9010, 9011),
}


def upgrade() -> None:
    op.create_index("customer_in_name_order", "customer", ["legal_entity_id", "name_key"])
    _create_views()
    _create_revisions()
    _extend_notes()
    _create_badges()
    _refer_to_worker("record", "override_by_id")
    _create_variants()
    _grant()


def _create_views() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), nullable=False),
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), nullable=False),
        sa.Column("store_id", Key, sa.ForeignKey("store.id"), nullable=True),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("worker_id", "legal_entity_id", "view", "name"),
    )
    op.create_index(op.f("ix_saved_view_store_id"), "saved_view", ["store_id"])


def _create_revisions() -> None:
    op.create_table(
        "activity_revision",
        sa.Column("activity_id", Key, sa.ForeignKey("activity.id"), primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("type_id", Key, sa.ForeignKey("activity_type.id"), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.Column("replaced_by", Key, sa.ForeignKey("worker.id"), nullable=True),
        sa.Column("replaced_at", Utc(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )


def _extend_notes() -> None:
    op.add_column("note", sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("note", sa.Column("audience", sa.Text(), nullable=False, server_default="team"))
    _refer_to_worker("note", "handed_to_id")
    _create_partial_index("note_pinned", ["customer_id", "at", "id"], "pinned")
    _create_partial_index("note_private", ["worker_id"], "audience = 'private'")
    op.create_table(
        "note_revision",
        sa.Column("note_id", Key, sa.ForeignKey("note.id"), primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("restriction", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("replaced_by", Key, sa.ForeignKey("worker.id"), nullable=True),
        sa.Column("replaced_at", Utc(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "note_handover",
        sa.Column("record_id", Key, primary_key=True, autoincrement=False),
        sa.Column("note_id", Key, sa.ForeignKey("note.id"), primary_key=True, autoincrement=False),
        sa.Column("before", Key, sa.ForeignKey("worker.id"), nullable=True),
        sqlite_with_rowid=False,
    )


def _create_partial_index(name: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, "note", columns, sqlite_where=condition, postgresql_where=condition)


def _refer_to_worker(table: str, column: str) -> None:
    """Add a column as text: alembic would add its reference apart, which SQLite cannot."""
    kind = Key.compile(dialect=op.get_bind().dialect)
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} REFERENCES worker (id)")


def _create_badges() -> None:
    op.create_table(
        "badge",
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), primary_key=True, autoincrement=False),
        sa.Column("code_hash", sa.Text(), nullable=False, unique=True),
        sa.Column("since", Utc(timezone=True), nullable=False),
    )


def _create_variants() -> None:
    op.create_table(
        "token_variant",
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), primary_key=True, autoincrement=False),
        sa.Column("variant", Ordered, primary_key=True),
        sa.Column("token", Ordered, primary_key=True),
        sqlite_with_rowid=False,
    )
    search_words.fill(op.get_bind())


def _grant() -> None:
    groups = sa.table("permission_group", sa.column("id", Key), sa.column("code", sa.Text()))
    permissions = sa.table("permission", sa.column("group_id", Key), sa.column("operation", sa.Integer()))
    connection = op.get_bind()
    for code, operations in _GRANTED.items():
        for group_id in connection.execute(sa.select(groups.c.id).where(groups.c.code == code)).scalars().all():
            rows = [{"group_id": group_id, "operation": operation} for operation in operations]
            connection.execute(sa.insert(permissions), rows)


def downgrade() -> None:
    permissions = sa.table("permission", sa.column("operation", sa.Integer()))
    op.get_bind().execute(sa.delete(permissions).where(permissions.c.operation.in_((919, 9009, 9010, 9011))))
    search_words.drop(op.get_bind())
    op.drop_table("token_variant")
    with op.batch_alter_table("record") as record:
        record.drop_column("override_by_id")
    op.drop_table("badge")
    op.drop_table("note_handover")
    op.drop_table("note_revision")
    op.drop_index("note_private", "note")
    op.drop_index("note_pinned", "note")
    with op.batch_alter_table("note") as note:
        for name in ("handed_to_id", "audience", "pinned"):
            note.drop_column(name)
    op.drop_table("activity_revision")
    op.drop_table("saved_view")
    op.drop_index("customer_in_name_order", "customer")
