"""Sections without tables of their own: their items are kept as documents."""

import json
from collections.abc import Callable

from sqlalchemy import delete, insert, select

from clienteling.database.configuration.table import Table
from clienteling.database.engine import Transaction
from clienteling.database.tables import ConfigurationItemRow
from clienteling.domain.configuration.documents import read, written
from clienteling.domain.configuration.item import Item

Everything = Callable[[Transaction], dict[str, Item]]


def text_of(item: Item) -> str:
    """An item as JSON: the same text for the same item."""
    return json.dumps(written(item), ensure_ascii=False, sort_keys=True)


def documents(name: str, kind: type[Item], usual: Everything = lambda _transaction: {}) -> Table:
    """The table of a section whose items are documents; `usual` are those that are there though nobody saved them."""
    row = ConfigurationItemRow

    def stored(transaction: Transaction) -> dict[str, Item]:
        statement = select(row.key, row.document).where(row.section == name)
        found = {key: read(kind, json.loads(text)) for key, text in transaction.connection().execute(statement)}
        return {**usual(transaction), **found}

    def save(transaction: Transaction, _before: Item | None, after: Item) -> None:
        remove(transaction, after)
        if usual(transaction).get(after.key) != after:
            values = {"section": name, "key": after.key, "document": text_of(after)}
            transaction.connection().execute(insert(row), values)

    def remove(transaction: Transaction, item: Item) -> None:
        transaction.connection().execute(delete(row).where(row.section == name, row.key == item.key))

    return Table(stored, save, remove)
