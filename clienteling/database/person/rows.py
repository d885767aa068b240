"""Rows of any table that refer to a customer, found by the schema's foreign keys: tables added later are among them.

A row as an `Image` is what it takes to show it, to take it away, and to put it back as it was.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, delete, insert, select, tuple_, update
from sqlmodel import SQLModel

from clienteling.database import tables  # noqa: F401 - defines the tables in SQLModel.metadata
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import in_batches

CUSTOMER = "customer"

Image = dict[str, Any]
"""A row's values by column."""

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of a table that refers to another table."""

    table: Table
    column: Column[Any]


# Keys of customers that the schema does not know as such: drafts have 0 for a customer who is not there yet.
_UNDECLARED = (("draft", "subject_id"),)


def table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def all_tables() -> list[str]:
    return [each.name for each in SQLModel.metadata.sorted_tables]


def in_order(names: Iterable[str]) -> list[Table]:
    """Tables by name, in the order in which they can be filled."""
    wanted = set(names)
    return [each for each in SQLModel.metadata.sorted_tables if each.name in wanted]


def references(target: str) -> tuple[Reference, ...]:
    """All columns that refer to a table, in the order in which their tables can be filled."""
    found = [
        Reference(each, key.parent)
        for each in SQLModel.metadata.sorted_tables
        for key in sorted(each.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table.name == target
    ]
    if target == CUSTOMER:
        found += [Reference(table(name), table(name).c[column]) for name, column in _UNDECLARED]
    return tuple(found)


def images(transaction: Transaction, of: Table, where: ColumnElement[bool]) -> list[Image]:
    """The rows of a table, in the order of their keys."""
    statement = select(of).where(where).order_by(*of.primary_key.columns)
    return [dict(row._mapping) for row in transaction.connection().execute(statement)]


def referring(transaction: Transaction, reference: Reference, keys: Iterable[Any]) -> list[Image]:
    """The rows that refer to any of these keys."""
    found: list[Image] = []
    for batch in in_batches(keys):
        found += images(transaction, reference.table, reference.column.in_(batch))
    return found


def key_of(of: Table, image: Mapping[str, Any]) -> Key:
    return tuple(image[column.name] for column in of.primary_key.columns)


def is_this(of: Table, image: Mapping[str, Any]) -> ColumnElement[bool]:
    return and_(*(column == image[column.name] for column in of.primary_key.columns))


def put(transaction: Transaction, into: Table, rows: Sequence[Image]) -> None:
    if rows:
        transaction.connection().execute(insert(into), rows)


def take(transaction: Transaction, out_of: Table, rows: Sequence[Image]) -> None:
    """Delete rows."""
    columns = tuple_(*out_of.primary_key.columns)
    for batch in in_batches(key_of(out_of, row) for row in rows):
        transaction.connection().execute(delete(out_of).where(columns.in_(batch)))


def change(transaction: Transaction, of: Table, image: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Set columns of one row."""
    transaction.connection().execute(update(of).where(is_this(of, image)).values(dict(values)))


def written(rows: Any) -> str:
    """Rows as a JSON text."""
    return json.dumps(rows, default=_plain, ensure_ascii=False)


def read(text: str) -> Any:
    """What was `written`."""
    return json.loads(text, object_hook=_typed)


def _plain(value: Any) -> dict[str, str]:
    match value:
        case datetime():
            return {"$moment": value.isoformat()}
        case date():
            return {"$day": value.isoformat()}
        case Decimal():
            return {"$number": str(value)}
        case bytes():
            return {"$bytes": value.hex()}
    raise TypeError(type(value).__name__)


_TYPES: dict[str, Callable[[str], Any]] = {
    "$moment": datetime.fromisoformat,
    "$day": date.fromisoformat,
    "$number": Decimal,
    "$bytes": bytes.fromhex,
}


def _typed(found: dict[str, Any]) -> Any:
    if len(found) == 1:
        ((name, value),) = found.items()
        if name in _TYPES:
            return _TYPES[name](value)
    return found


def texts_in(value: Any) -> Iterator[str]:
    """All texts in a value, those inside JSON too."""
    match value:
        case str():
            yield value
        case Mapping():
            for part in value.values():
                yield from texts_in(part)
        case list() | tuple():
            for part in value:
                yield from texts_in(part)
