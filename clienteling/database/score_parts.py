"""What engagement scores are made of, as cards show it."""

import json
from collections.abc import Sequence

from sqlalchemy import and_, select

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import AccountEngagementRow, ScoreRow

_POINTS = (
    select(ScoreRow.customer_id, AccountEngagementRow.points)
    .join(
        AccountEngagementRow,
        and_(
            AccountEngagementRow.customer_id == ScoreRow.customer_id,
            AccountEngagementRow.enrichment_id == ScoreRow.enrichment_id,
        ),
    )
    .where(AccountEngagementRow.level == "year", among(ScoreRow.customer_id, "ids"))
)


def of_customers(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, tuple[tuple[str, float], ...]]:
    """The points of the parts of scores that were computed here, the most first, by customer."""
    rows = transaction.connection().execute(_POINTS, {"ids": list(customer_ids)}).all()
    return {key: tuple(sorted(json.loads(points).items(), key=lambda part: -part[1])) for key, points in rows if points}
