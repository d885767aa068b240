"""Configuration of headquarters: documents, staged changes, snapshots; shared and hasty number sequences."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0010"
down_revision = "0009"

_PUBLISH = 9020
_IS_SHARED = sa.text("legal_entity_id IS NULL")


def upgrade() -> None:
    op.create_table(
        "configuration_item",
        sa.Column("section", sa.Text(), primary_key=True),
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("document", sa.Text(), nullable=False),
    )
    op.create_table(
        "staged_change",
        sa.Column("section", sa.Text(), primary_key=True),
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), nullable=True),
    )
    op.create_table(
        "snapshot",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("job", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), nullable=True),
        sa.Column("republished", sa.Integer(), nullable=True),
        sa.UniqueConstraint("job", "version"),
    )
    _extend_attributes()
    _extend_sequences()
    _grant()


def _extend_attributes() -> None:
    op.add_column("attribute", sa.Column("refinable", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("attribute", sa.Column("default_value", sa.Text(), nullable=False, server_default=sa.text("''")))


def _extend_sequences() -> None:
    # From now on & counts, unless it stands behind a backslash.
    op.execute("UPDATE number_sequence SET format = replace(format, '&', '\\&')")
    with op.batch_alter_table("number_sequence") as sequence:
        sequence.alter_column("legal_entity_id", existing_type=Key, nullable=True)
        sequence.add_column(sa.Column("continuous", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_index(
        "number_sequence_shared",
        "number_sequence",
        ["code"],
        unique=True,
        sqlite_where=_IS_SHARED,
        postgresql_where=_IS_SHARED,
    )


def _grant() -> None:
    groups = sa.table("permission_group", sa.column("id", Key), sa.column("code", sa.Text()))
    permissions = sa.table("permission", sa.column("group_id", Key), sa.column("operation", sa.Integer()))
    connection = op.get_bind()
    administrators = sa.select(groups.c.id).where(groups.c.code == "administrator")
    rows = [{"group_id": key, "operation": _PUBLISH} for key in connection.execute(administrators).scalars()]
    if rows:
        connection.execute(sa.insert(permissions), rows)


def downgrade() -> None:
    permissions = sa.table("permission", sa.column("operation", sa.Integer()))
    op.get_bind().execute(sa.delete(permissions).where(permissions.c.operation == _PUBLISH))
    op.drop_index("number_sequence_shared", "number_sequence")
    op.execute("DELETE FROM number_sequence WHERE legal_entity_id IS NULL")
    op.execute("UPDATE number_sequence SET format = replace(format, '\\&', '&')")
    with op.batch_alter_table("number_sequence") as sequence:
        sequence.drop_column("continuous")
        sequence.alter_column("legal_entity_id", existing_type=Key, nullable=False)
    with op.batch_alter_table("attribute") as attribute:
        attribute.drop_column("default_value")
        attribute.drop_column("refinable")
    op.drop_table("snapshot")
    op.drop_table("staged_change")
    op.drop_table("configuration_item")
