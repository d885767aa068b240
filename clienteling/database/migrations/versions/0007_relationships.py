"""Relationship intelligence: what is chosen, the health of customers, and workers' mailboxes."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0007"
down_revision = "0006"

_RELATIONSHIP = 9024
_GRANTED = ("associate", "manager", "administrator")


def upgrade() -> None:
    op.create_table(
        "relationship",
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), primary_key=True, autoincrement=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("computed_at", Utc(timezone=True), nullable=True),
        sa.Column("computed_record", Key, nullable=False),
    )
    op.create_table(
        "relationship_health",
        sa.Column("customer_id", Key, sa.ForeignKey("customer.id"), primary_key=True, autoincrement=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("trend", sa.Text(), nullable=False),
        sa.Column("as_of", Utc(timezone=True), nullable=False),
    )
    op.create_table(
        "worker_mailbox",
        sa.Column("address", sa.Text(), primary_key=True),
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_worker_mailbox_worker_id"), "worker_mailbox", ["worker_id"])
    _grant()


def _grant() -> None:
    groups = sa.table("permission_group", sa.column("id", Key), sa.column("code", sa.Text()))
    permissions = sa.table("permission", sa.column("group_id", Key), sa.column("operation", sa.Integer()))
    connection = op.get_bind()
    known = connection.execute(sa.select(groups.c.id).where(groups.c.code.in_(_GRANTED))).scalars().all()
    rows = [{"group_id": group_id, "operation": _RELATIONSHIP} for group_id in known]
    if rows:
        connection.execute(sa.insert(permissions), rows)


def downgrade() -> None:
    permissions = sa.table("permission", sa.column("operation", sa.Integer()))
    op.get_bind().execute(sa.delete(permissions).where(permissions.c.operation == _RELATIONSHIP))
    op.drop_table("worker_mailbox")
    op.drop_table("relationship_health")
    op.drop_table("relationship")
