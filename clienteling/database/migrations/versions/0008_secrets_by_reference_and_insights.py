"""Secrets by reference, how the links to the clouds fare, and pulls of Customer Insights."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0008"
down_revision = "0007"

_OPERATIONS = (9021, 9022)


def upgrade() -> None:
    op.create_table(
        "vault_secret",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("expires", Utc(timezone=True), nullable=True),
        sa.Column("checked", Utc(timezone=True), nullable=True),
        sa.UniqueConstraint("legal_entity_id", "name"),
    )
    op.create_table(
        "cloud_link",
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), primary_key=True, autoincrement=False),
        sa.Column("link", sa.Text(), primary_key=True),
        sa.Column("succeeded", Utc(timezone=True), nullable=True),
        sa.Column("failed", Utc(timezone=True), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("correlation_id", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "insights_pull",
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), primary_key=True, autoincrement=False),
        sa.Column("started", Utc(timezone=True), nullable=False),
        sa.Column("finished", Utc(timezone=True), nullable=True),
        sa.Column("after_id", Key, nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=False),
    )
    _grant()


def _grant() -> None:
    groups = sa.table("permission_group", sa.column("id", Key), sa.column("code", sa.Text()))
    permissions = sa.table("permission", sa.column("group_id", Key), sa.column("operation", sa.Integer()))
    connection = op.get_bind()
    administrators = sa.select(groups.c.id).where(groups.c.code == "administrator")
    for group_id in connection.execute(administrators).scalars().all():
        rows = [{"group_id": group_id, "operation": operation} for operation in _OPERATIONS]
        connection.execute(sa.insert(permissions), rows)


def downgrade() -> None:
    permissions = sa.table("permission", sa.column("operation", sa.Integer()))
    op.get_bind().execute(sa.delete(permissions).where(permissions.c.operation.in_(_OPERATIONS)))
    op.drop_table("insights_pull")
    op.drop_table("cloud_link")
    op.drop_table("vault_secret")
