"""Account engagement: enrichments, their runs and results."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0009"
down_revision = "0008"

_OPERATION = 9023
_COUNTS = (
    "score",
    "mails_to",
    "mails_from",
    "meetings_from",
    "meetings_to",
    "our_meeting_people",
    "our_mail_people",
    "their_meeting_people",
    "their_mail_people",
)


def upgrade() -> None:
    op.create_table(
        "enrichment",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("legal_entity_id", Key, sa.ForeignKey("legal_entity.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("consent_at", Utc(timezone=True), nullable=True),
        sa.Column("next_run", Utc(timezone=True), nullable=True),
        sa.Column("created", Utc(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("legal_entity_id", "name"),
    )
    op.create_table(
        "enrichment_run",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("enrichment_id", Key, sa.ForeignKey("enrichment.id"), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("queued", Utc(timezone=True), nullable=False),
        sa.Column("started", Utc(timezone=True), nullable=True),
        sa.Column("ended", Utc(timezone=True), nullable=True),
        sa.Column("done", Key, nullable=False),
        sa.Column("total", Key, nullable=False),
        sa.Column("cancel", sa.Boolean(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("accounts", sa.Integer(), nullable=False),
        sa.Column("mails", Key, nullable=False),
        sa.Column("meetings", Key, nullable=False),
        sa.Column("addresses", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
    )
    op.create_index(op.f("ix_enrichment_run_enrichment_id"), "enrichment_run", ["enrichment_id"])
    op.create_table(
        "account_engagement",
        sa.Column("customer_id", Key, sa.ForeignKey("customer.id"), primary_key=True, autoincrement=False),
        sa.Column("enrichment_id", Key, sa.ForeignKey("enrichment.id"), primary_key=True, autoincrement=False),
        sa.Column("level", sa.Text(), primary_key=True),
        sa.Column("start", sa.Date(), primary_key=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last_mail", sa.Date(), nullable=True),
        sa.Column("last_meeting", sa.Date(), nullable=True),
        sa.Column("meeting_minutes", sa.Float(), nullable=True),
        sa.Column("reply_hours", sa.Float(), nullable=True),
        sa.Column("as_of", Utc(timezone=True), nullable=False),
        sa.Column("points", sa.Text(), nullable=True),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_account_engagement_enrichment_id"), "account_engagement", ["enrichment_id"])
    # As text: alembic would add its reference apart, which SQLite cannot.
    kind = Key.compile(dialect=op.get_bind().dialect)
    op.execute(f"ALTER TABLE engagement_score ADD COLUMN enrichment_id {kind} REFERENCES enrichment (id)")
    op.create_index(op.f("ix_engagement_score_enrichment_id"), "engagement_score", ["enrichment_id"])
    _grant()


def _grant() -> None:
    groups = sa.table("permission_group", sa.column("id", Key), sa.column("code", sa.Text()))
    permissions = sa.table("permission", sa.column("group_id", Key), sa.column("operation", sa.Integer()))
    connection = op.get_bind()
    administrators = sa.select(groups.c.id).where(groups.c.code == "administrator")
    for group_id in connection.execute(administrators).scalars().all():
        connection.execute(sa.insert(permissions), [{"group_id": group_id, "operation": _OPERATION}])


def downgrade() -> None:
    permissions = sa.table("permission", sa.column("operation", sa.Integer()))
    op.get_bind().execute(sa.delete(permissions).where(permissions.c.operation == _OPERATION))
    op.drop_index(op.f("ix_engagement_score_enrichment_id"), "engagement_score")
    with op.batch_alter_table("engagement_score") as score:
        score.drop_column("enrichment_id")
    op.drop_table("account_engagement")
    op.drop_table("enrichment_run")
    op.drop_table("enrichment")
