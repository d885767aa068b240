"""Activities in the order of who recorded them, for what managers count."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_index("activity_of_worker", "activity", ["worker_id", "at"])


def downgrade() -> None:
    op.drop_index("activity_of_worker", "activity")
