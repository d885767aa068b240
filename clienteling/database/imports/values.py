"""Values of attributes and measures, and engagement scores, by the thousand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, select

from clienteling.database import search_index
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import in_batches, insert_rows, select_where, update_rows
from clienteling.database.tables import CustomerAttributeRow, CustomerMeasureRow, ScoreRow

Parts = tuple[tuple[str | None, float | None], ...]
"""A value as it is stored: a (text, number) for each of its parts. Nothing for none."""


def attribute_values(
    transaction: Transaction, customer_ids: Iterable[int], attribute_ids: Sequence[int]
) -> dict[tuple[int, int], Parts]:
    """What is stored, by (customer, attribute)."""
    table = CustomerAttributeRow
    statement = (
        select(table.customer_id, table.attribute_id, table.text, table.number)
        .where(table.attribute_id.in_(attribute_ids))
        .order_by(table.customer_id, table.attribute_id, table.position)
    )
    found: dict[tuple[int, int], Parts] = {}
    for customer_id, attribute_id, text, number in select_where(
        transaction, statement, table.customer_id, customer_ids
    ):
        place = (customer_id, attribute_id)
        found[place] = (*found.get(place, ()), (text, number))
    return found


def set_attribute_values(
    transaction: Transaction, values: Mapping[tuple[int, int], Parts], replaced: Iterable[tuple[int, int]]
) -> None:
    """Store values by (customer, attribute), and what search finds by them. Those `replaced` had one before."""
    table = CustomerAttributeRow
    customers: dict[int, list[int]] = {}
    for customer_id, attribute_id in replaced:
        customers.setdefault(attribute_id, []).append(customer_id)
    for attribute_id, customer_ids in customers.items():
        statement = delete(table.__table__).where(table.attribute_id == attribute_id)
        for batch in in_batches(customer_ids):
            transaction.connection().execute(statement.where(table.customer_id.in_(batch)))
    rows = [
        {
            "customer_id": place[0],
            "attribute_id": place[1],
            "position": position,
            "text": text,
            "number": number,
        }
        for place, parts in values.items()
        for position, (text, number) in enumerate(parts)
    ]
    insert_rows(transaction, table, rows)
    search_index.index_attributes(transaction, {customer_id for customer_id, _ in values})


Measured = tuple[str | None, float | None, datetime]


def measures(transaction: Transaction, customer_ids: Iterable[int]) -> dict[tuple[int, int], Measured]:
    """The measures of customers as (text, number, as of), by (customer, measure)."""
    table = CustomerMeasureRow
    statement = select(table.customer_id, table.measure_id, table.text, table.number, table.as_of)
    rows = select_where(transaction, statement, table.customer_id, customer_ids)
    return {(row[0], row[1]): (row[2], row[3], row[4]) for row in rows}


def set_measures(
    transaction: Transaction, values: Mapping[tuple[int, int], Measured], replaced: Iterable[tuple[int, int]]
) -> None:
    """Store measures by (customer, measure). Those that are `replaced` had a value before."""
    table = CustomerMeasureRow
    known = set(replaced)
    rows = {
        place: {
            "customer_id": place[0],
            "measure_id": place[1],
            "text": text,
            "number": number,
            "as_of": as_of,
        }
        for place, (text, number, as_of) in values.items()
    }
    insert_rows(transaction, table, [row for place, row in rows.items() if place not in known])
    key = ["customer_id", "measure_id"]
    update_rows(transaction, table, key, [row for place, row in rows.items() if place in known])


def scores(transaction: Transaction, customer_ids: Iterable[int]) -> dict[int, tuple[int, datetime]]:
    """Engagement scores as (score, as of), by customer."""
    statement = select(ScoreRow.customer_id, ScoreRow.score, ScoreRow.as_of)
    rows = select_where(transaction, statement, ScoreRow.customer_id, customer_ids)
    return {key: (score, as_of) for key, score, as_of in rows}


def scored_by_enrichments(transaction: Transaction, customer_ids: Iterable[int]) -> set[int]:
    """The customers whose score an enrichment of our own has computed."""
    statement = select(ScoreRow.customer_id).where(ScoreRow.enrichment_id.is_not(None))
    return {key for (key,) in select_where(transaction, statement, ScoreRow.customer_id, customer_ids)}


def set_scores(transaction: Transaction, values: Mapping[int, tuple[int, datetime]], replaced: Iterable[int]) -> None:
    """Store scores by customer. Those that are `replaced` had one before."""
    known = set(replaced)
    rows = [
        {"customer_id": key, "score": score, "as_of": as_of, "enrichment_id": None}
        for key, (score, as_of) in values.items()
    ]
    insert_rows(transaction, ScoreRow, [row for row in rows if row["customer_id"] not in known])
    update_rows(transaction, ScoreRow, ["customer_id"], [row for row in rows if row["customer_id"] in known])
