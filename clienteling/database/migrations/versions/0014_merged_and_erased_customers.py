"""Customers whose files went into others, and receipts of nobody, which an erased customer leaves behind."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0014"
down_revision = "0013"

_GRANTED = {"manager": (9016, 9019), "administrator": (9016, 9017, 9018, 9019)}
_REQUIRED, _OPTIONAL = "customer_id INTEGER NOT NULL", "customer_id INTEGER"


def upgrade() -> None:
    op.create_table(
        "customer_merge",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), nullable=False),
        sa.Column("survivor_id", Key, sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("merged_id", Key, nullable=False),
        sa.Column("account_number", sa.Text(), nullable=False),
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), nullable=True),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.UniqueConstraint("legal_entity_id", "account_number"),
    )
    op.create_index(op.f("ix_customer_merge_survivor_id"), "customer_merge", ["survivor_id"])
    if op.get_bind().dialect.name == "sqlite":
        _rewrite_purchase(_REQUIRED, _OPTIONAL)
    else:
        op.alter_column("purchase", "customer_id", nullable=True)
    groups = sa.table("permission_group", sa.column("id", Key), sa.column("code", sa.Text()))
    permissions = sa.table("permission", sa.column("group_id", Key), sa.column("operation", sa.Integer()))
    connection = op.get_bind()
    for code, operations in _GRANTED.items():
        for group_id in connection.execute(sa.select(groups.c.id).where(groups.c.code == code)).scalars().all():
            rows = [{"group_id": group_id, "operation": operation} for operation in operations]
            connection.execute(sa.insert(permissions), rows)


def _rewrite_purchase(before: str, after: str) -> None:
    """Let a purchase have no customer, or not: SQLite's documentation allows to rewrite this part of a table's text.

    A table that others refer to cannot be made anew inside a transaction that minds references.
    """
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'purchase'", (before, after)
    )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = RESET")


def downgrade() -> None:
    permissions = sa.table("permission", sa.column("operation", sa.Integer()))
    operations = (9016, 9017, 9018, 9019)
    op.get_bind().execute(sa.delete(permissions).where(permissions.c.operation.in_(operations)))
    purchase, line = (
        sa.table(name, sa.column(key, Key)) for name, key in (("purchase", "id"), ("purchase_line", "purchase_id"))
    )
    nobodys = sa.select(purchase.c.id).where(sa.text("customer_id IS NULL"))
    op.get_bind().execute(sa.delete(line).where(line.c.purchase_id.in_(nobodys)))
    op.execute("DELETE FROM purchase WHERE customer_id IS NULL")
    if op.get_bind().dialect.name == "sqlite":
        _rewrite_purchase(_OPTIONAL + ",", _REQUIRED + ",")
    else:
        op.alter_column("purchase", "customer_id", nullable=False)
    op.drop_table("customer_merge")
