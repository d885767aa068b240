"""Follow-ups with their rules, and books that are lent until a day."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0011"
down_revision = "0010"

_GRANTED = {
    "associate": (1400,),
    "manager": (1400, 9013, 9014, 9015),
    "administrator": (1400, 9013, 9014, 9015),
}


def upgrade() -> None:
    _create_follow_ups()
    _create_rules()
    _create_covers()
    _grant()


def _create_follow_ups() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), nullable=False),
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), nullable=False),
        sa.Column("customer_id", Key, sa.ForeignKey("customer.id"), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("cause_key", sa.Text(), nullable=True),
        sa.Column("cause_day", sa.Date(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("made_by", Key, sa.ForeignKey("worker.id"), nullable=True),
        sa.Column("made_at", Utc(timezone=True), nullable=False),
        sa.Column("ended_at", Utc(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("legal_entity_id", "cause_key"),
    )
    op.create_index(op.f("ix_follow_up_customer_id"), "follow_up", ["customer_id"])
    op.create_index("follow_up_in_order", "follow_up", ["worker_id", "state", "due"])
    op.create_table(
        "follow_up_handover",
        sa.Column("record_id", Key, primary_key=True, autoincrement=False),
        sa.Column("follow_up_id", Key, sa.ForeignKey("follow_up.id"), primary_key=True, autoincrement=False),
        sa.Column("before", Key, sa.ForeignKey("worker.id"), nullable=False),
        sqlite_with_rowid=False,
    )


def _create_rules() -> None:
    op.create_table(
        "follow_up_rule",
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), primary_key=True, autoincrement=False),
        sa.Column("code", sa.Text(), primary_key=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("date_name", sa.Text(), nullable=False),
        sa.Column("proposes", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
    )


def _create_covers() -> None:
    op.create_table(
        "cover",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), nullable=False),
        sa.Column("owner_id", Key, sa.ForeignKey("worker.id"), nullable=False),
        sa.Column("worker_id", Key, sa.ForeignKey("worker.id"), nullable=False),
        sa.Column("since", Utc(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ended_at", Utc(timezone=True), nullable=True),
        sa.Column("made_by", Key, sa.ForeignKey("worker.id"), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_index(op.f("ix_cover_owner_id"), "cover", ["owner_id"])
    op.create_index(op.f("ix_cover_worker_id"), "cover", ["worker_id"])


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
    op.get_bind().execute(sa.delete(permissions).where(permissions.c.operation.in_((1400, 9013, 9014, 9015))))
    op.drop_index(op.f("ix_cover_worker_id"), "cover")
    op.drop_index(op.f("ix_cover_owner_id"), "cover")
    op.drop_table("cover")
    op.drop_table("follow_up_rule")
    op.drop_table("follow_up_handover")
    op.drop_index("follow_up_in_order", "follow_up")
    op.drop_index(op.f("ix_follow_up_customer_id"), "follow_up")
    op.drop_table("follow_up")
