"""What customers are known by elsewhere, and the permission to export them."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key

revision = "0004"
down_revision = "0003"

_GRANTED = {"associate": (9007,), "manager": (9007, 9008), "administrator": (9007, 9008)}


def upgrade() -> None:
    op.create_table(
        "external_id",
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text(), primary_key=True),
        sa.Column("customer_id", Key, sa.ForeignKey("customer.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_external_id_customer_id"), "external_id", ["customer_id"])
    groups = sa.table("permission_group", sa.column("id", Key), sa.column("code", sa.Text()))
    permissions = sa.table("permission", sa.column("group_id", Key), sa.column("operation", sa.Integer()))
    connection = op.get_bind()
    for code, operations in _GRANTED.items():
        for group_id in connection.execute(sa.select(groups.c.id).where(groups.c.code == code)).scalars().all():
            rows = [{"group_id": group_id, "operation": operation} for operation in operations]
            connection.execute(sa.insert(permissions), rows)


def downgrade() -> None:
    permissions = sa.table("permission", sa.column("operation", sa.Integer()))
    op.get_bind().execute(sa.delete(permissions).where(permissions.c.operation.in_((9007, 9008))))
    op.drop_table("external_id")
