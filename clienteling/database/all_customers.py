"""The customers of a legal entity in the order of their names."""

from sqlalchemy import select, tuple_

from clienteling.database.engine import Transaction
from clienteling.database.tables import CustomerRow
from clienteling.domain.customer import Place


def in_name_order(
    transaction: Transaction, legal_entity_id: int, after: Place | None, limit: int
) -> tuple[tuple[int, ...], Place | None]:
    """The keys of a page of customers, and where it ends; None when there are no more."""
    key = (CustomerRow.name_key, CustomerRow.id)
    statement = select(*key).where(CustomerRow.legal_entity_id == legal_entity_id).order_by(*key).limit(limit + 1)
    if after is not None:
        statement = statement.where(tuple_(*key) > after)
    rows = [(name_key, customer_id) for name_key, customer_id in transaction.connection().execute(statement)]
    return tuple(customer_id for _, customer_id in rows[:limit]), rows[limit - 1] if len(rows) > limit else None
