"""Activities as interactions between us and customers, for relationship intelligence."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from clienteling.database.engine import Transaction
from clienteling.database.history import seconds
from clienteling.database.keylists import among
from clienteling.database.tables import ActivityRow, ActivityTypeRow

_FLOWS = select(ActivityRow.customer_id, ActivityRow.type_id, seconds(ActivityRow.at))
_OF_SOME = _FLOWS.where(among(ActivityRow.customer_id, "ids"))


def type_texts(transaction: Transaction, legal_entity_id: int) -> dict[int, tuple[str, str, str]]:
    """Code, icon and name of each activity type, by key."""
    statement = select(ActivityTypeRow.id, ActivityTypeRow.code, ActivityTypeRow.icon, ActivityTypeRow.name)
    found = transaction.execute(statement.where(ActivityTypeRow.legal_entity_id == legal_entity_id))
    return {key: (code, icon, name) for key, code, icon, name in found}


def of_customer(transaction: Transaction, customer_id: int) -> tuple[tuple[int, int | None, datetime], ...]:
    """Type, worker and moment of all activities of a customer."""
    statement = select(ActivityRow.type_id, ActivityRow.worker_id, ActivityRow.at)
    found = transaction.execute(statement.where(ActivityRow.customer_id == customer_id))
    return tuple((type_id, worker_id, at) for type_id, worker_id, at in found)


def flows_between(transaction: Transaction, first: int, last: int) -> list[Any]:
    """Customer, type, and moment in seconds since 1970, of all activities of customers from `first` to `last`."""

    statement = _FLOWS.where(ActivityRow.customer_id.between(first, last))
    return [tuple(row) for row in transaction.connection().execute(statement)]


def flows_of(transaction: Transaction, customer_ids: Sequence[int]) -> list[Any]:
    """The same of some customers."""
    return [tuple(row) for row in transaction.connection().execute(_OF_SOME, {"ids": customer_ids})]
