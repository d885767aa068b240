"""Which run is at a pull, and since when nothing was heard of it."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.add_column("insights_pull", sa.Column("runner", Key, nullable=True))
    op.add_column("insights_pull", sa.Column("beat", Utc(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("insights_pull", "beat")
    op.drop_column("insights_pull", "runner")
