"""A customer of whom every table knows something: also tables that were added after this was written."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Table, insert, select
from sqlmodel import SQLModel

from clienteling.database.engine import Transaction
from clienteling.database.person import rows
from clienteling.database.types import Money, Utc

AT = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
_VALUES = {
    "before": None,
    "handed_to_id": None,
    "e164": None,
    "order_number": "R-1",  # the books of account keep it
    "channel": "phone",
    "audience": "team",
    "month": 5,
    "day": 7,
}
_PLAIN = {"date": date(2001, 2, 3), "bool": False, "float": 1.0, "list": []}


@dataclass(slots=True)
class Filler:
    """Gives a customer a row in each table that refers to customers, and one behind each of those. Texts get a mark."""

    transaction: Transaction
    mark: str
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1000))

    def fill(self, customer_id: int) -> dict[str, int]:
        """How many rows each table got."""
        found: dict[str, int] = {}
        for reference in rows.references(rows.CUSTOMER):
            if reference.table.name in ("customer_token", "strangers", "customer_merge"):
                continue
            row = self.add(reference.table, {reference.column.name: customer_id})
            found[reference.table.name] = 1
            self._behind(reference.table, row, found)
        return found

    def _behind(self, of: Table, row: dict[str, Any], found: dict[str, int]) -> None:
        for reference in rows.references(of.name):
            if "id" in of.c and reference.table.name not in ("record", "customer"):
                inner = self.add(reference.table, {reference.column.name: row["id"]})
                found[reference.table.name] = found.get(reference.table.name, 0) + 1
                self._behind(reference.table, inner, found)

    def add(self, to: Table, given: dict[str, Any]) -> dict[str, Any]:
        row = {column.name: given.get(column.name, self._value(column)) for column in to.columns} | given
        connection = self.transaction.connection()
        key = list(to.primary_key.columns)
        if connection.execute(select(*key).where(*(c == row[c.name] for c in key))).first() is None:
            connection.execute(insert(to), row)
        return row

    def _value(self, column: Column[Any]) -> Any:
        for key in column.foreign_keys:
            return None if column.nullable and key.column.table.name == "customer" else self._some(key.column)
        if column.name in _VALUES:
            return _VALUES[column.name]
        if isinstance(column.type, Utc | Money):
            return AT if isinstance(column.type, Utc) else Decimal("1.5")
        python = column.type.python_type.__name__
        if python == "int":
            return self.transaction.key() if column.name == "id" else next(self._numbers)
        made = {"str": f"{self.mark} {column.name}", "bytes": self.mark.encode(), "dict": {"text": self.mark}}
        return (_PLAIN | made)[python]

    def _some(self, column: Column[Any]) -> Any:
        found = self.transaction.connection().execute(select(column).limit(1)).scalar()
        # What is referred to is about the retailer, not about the person.
        return found if found is not None else Filler(self.transaction, "retailer").add(column.table, {})[column.name]


def everything(transaction: Transaction, *but: str) -> dict[str, list[Any]]:
    """All rows of all tables, some aside."""
    found = {}
    for table in SQLModel.metadata.sorted_tables:
        if table.name not in but:
            read = transaction.connection().execute(select(table)).all()
            found[table.name] = sorted((tuple(row) for row in read), key=repr)
    return found
