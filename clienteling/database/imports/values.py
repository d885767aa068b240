"""Values of attributes and measures, and engagement scores, by the thousand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import Column, ColumnElement, Integer, delete, or_, select, tuple_

from clienteling.database import search_index
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import in_batches, insert_rows, select_where, update_rows
from clienteling.database.imports.given import Given
from clienteling.database.tables import CustomerAttributeRow, CustomerMeasureRow, ScoreRow
from clienteling.database.types import Utc

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


def set_scores(transaction: Transaction, values: Mapping[int, tuple[int, datetime]], replaced: Iterable[int]) -> None:
    """Store scores by customer. Those that are `replaced` had one before."""
    known = set(replaced)
    rows = [
        {"customer_id": key, "score": score, "as_of": as_of, "enrichment_id": None}
        for key, (score, as_of) in values.items()
    ]
    insert_rows(transaction, ScoreRow, [row for row in rows if row["customer_id"] not in known])
    update_rows(transaction, ScoreRow, ["customer_id"], [row for row in rows if row["customer_id"] in known])


def merge_measures(transaction: Transaction, rows: Mapping[tuple[int, int], Measured], same_age: timedelta) -> set[int]:
    """Store measures by (customer, measure) where they differ; the customers of those that did.

    A value that is the same gets the new time where that is `same_age` later, or more.
    """
    table, given = CustomerMeasureRow.__table__, [(*place, *measured) for place, measured in rows.items()]
    found = _differing(transaction, table, ("customer_id", "measure_id"), ("text", "number"), given, same_age)
    places = list(rows)
    set_measures(transaction, {places[n]: rows[places[n]] for n in found}, [places[n] for n in _there(found)])
    return {places[n][0] for n in _changed(found)}


def merge_scores(transaction: Transaction, rows: Mapping[int, tuple[int, datetime]], same_age: timedelta) -> set[int]:
    """Store engagement scores by customer, likewise.

    Where an enrichment of our own has a score, that one stays: the card explains it part by part.
    """
    given = [(customer_id, *scored) for customer_id, scored in rows.items()]
    theirs = ScoreRow.__table__.c.enrichment_id.is_(None)
    found = _differing(transaction, ScoreRow.__table__, ("customer_id",), ("score",), given, same_age, theirs)
    keys = list(rows)
    set_scores(transaction, {keys[n]: rows[keys[n]] for n in found}, [keys[n] for n in _there(found)])
    return {keys[n] for n in _changed(found)}


def drop_measures(transaction: Transaction, places: Sequence[tuple[int, int]]) -> set[int]:
    """Take values away, by (customer, measure); the customers of those that were there."""
    if not places:
        return set()
    connection, table = transaction.connection(), CustomerMeasureRow.__table__
    given = Given(table.c.customer_id, table.c.measure_id)
    these = tuple_(table.c.customer_id, table.c.measure_id).in_(select(*given.cells()).select_from(given.table))
    statement = delete(table).where(these).returning(table.c.customer_id)
    return set(connection.execute(statement, given.parameters(connection.dialect, places)).scalars())


class Difference(Enum):
    """How what is stored differs from what was given. `OLDER`: it is the same, but was computed long before."""

    MISSING = 1
    OTHER = 2
    OLDER = 3


def _differing(
    transaction: Transaction,
    table: Any,
    key: Sequence[str],
    compared: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    same_age: timedelta,
    where: ColumnElement[bool] | None = None,
) -> dict[int, Difference]:
    """Which rows differ from what is stored, by their place. They have `key`, what is `compared`, and *as of*."""
    if not rows:
        return {}
    names = [*key, *compared, "as_of"]
    given = Given(*(table.c[name] for name in names), Column("place", Integer), Column("older", Utc()))
    beside, differs = given.comparing(table, key, compared)
    is_missing = table.c[key[0]].is_(None)
    is_older = table.c.as_of <= given.cell("older")
    statement = select(given.cell("place"), is_missing, differs).select_from(beside).where(or_(differs, is_older))
    if where is not None:
        statement = statement.where(or_(is_missing, where))
    older = {as_of: as_of - same_age for as_of in {row[-1] for row in rows}}
    connection = transaction.connection()
    placed = [(*row, place, older[row[-1]]) for place, row in enumerate(rows)]
    found = connection.execute(statement, given.parameters(connection.dialect, placed))
    return {place: _difference(is_missing, differs) for place, is_missing, differs in found}


def _there(found: Mapping[int, Difference]) -> list[int]:
    return [place for place, difference in found.items() if difference is not Difference.MISSING]


def _changed(found: Mapping[int, Difference]) -> list[int]:
    return [place for place, difference in found.items() if difference is not Difference.OLDER]


def _difference(is_missing: bool, differs: bool) -> Difference:
    if is_missing:
        return Difference.MISSING
    return Difference.OTHER if differs else Difference.OLDER
