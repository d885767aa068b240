"""Rules for follow-ups are all stored: legal entities that have none of a code get what was meant by that."""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key

revision = "0013"
down_revision = "0012"

_RULES = (
    ("birthday", "date", "Birthday wishes", 7, "Birthday", True),
    ("after-purchase", "purchase", "Ask whether everything fits", 7, "", True),
    ("no-contact", "no_contact", "Say hello", 60, "", True),
    ("secret", "secret", "Renew the secret", 30, "", False),
)


def upgrade() -> None:
    entities = sa.table("legal_entity", sa.column("id", Key))
    rules = sa.table(
        "follow_up_rule",
        sa.column("legal_entity_id", Key),
        sa.column("code", sa.Text()),
        sa.column("cause", sa.Text()),
        sa.column("title", sa.Text()),
        sa.column("days", sa.Integer()),
        sa.column("date_name", sa.Text()),
        sa.column("proposes", sa.Boolean()),
        sa.column("active", sa.Boolean()),
    )
    connection = op.get_bind()
    known = {tuple(row) for row in connection.execute(sa.select(rules.c.legal_entity_id, rules.c.code))}
    for entity_id in connection.execute(sa.select(entities.c.id)).scalars().all():
        for code, cause, title, days, date_name, proposes in _RULES:
            if (entity_id, code) not in known:
                values = {"legal_entity_id": entity_id, "code": code, "cause": cause, "title": title, "days": days}
                values |= {"date_name": date_name, "proposes": proposes, "active": True}
                connection.execute(sa.insert(rules).values(**values))


def downgrade() -> None:
    """They may stay: older programs read them, too."""
