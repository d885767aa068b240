"""What headquarters has saved and tills do not have yet."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from clienteling.database.configuration.documents import text_of
from clienteling.database.engine import Transaction
from clienteling.database.tables import StagedChangeRow, WorkerRow
from clienteling.domain.configuration.documents import read as read_item
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.sections import SECTIONS


@dataclass(frozen=True, slots=True)
class Staged:
    """An item as it waits to be published (None: to be deleted), who saved it, and when."""

    section: str
    key: str
    item: Item | None
    at: datetime
    worker: str


def read(transaction: Transaction) -> tuple[Staged, ...]:
    """All that waits, by section and key."""
    row = StagedChangeRow
    statement = select(row.section, row.key, row.document, row.at, WorkerRow.name).outerjoin(
        WorkerRow, WorkerRow.id == row.worker_id
    )
    return tuple(
        Staged(section, key, _item(section, document), at, worker or "")
        for section, key, document, at, worker in transaction.connection().execute(
            statement.order_by(row.section, row.key)
        )
        if section in SECTIONS
    )


def _item(section: str, document: str | None) -> Item | None:
    return None if document is None else read_item(SECTIONS[section].type, json.loads(document))


def stage(
    transaction: Transaction, section: str, key: str, item: Item | None, at: datetime, worker_id: int | None
) -> None:
    """Let a change wait, in place of what waited for the same item."""
    remove(transaction, [(section, key)])
    values = {
        "section": section,
        "key": key,
        "document": None if item is None else text_of(item),
        "at": at,
        "worker_id": worker_id,
    }
    transaction.connection().execute(insert(StagedChangeRow), values)


def remove(transaction: Transaction, keys: Iterable[tuple[str, str]]) -> None:
    """Forget what waits for these items."""
    row = StagedChangeRow
    for section, key in keys:
        transaction.connection().execute(delete(row).where(row.section == section, row.key == key))
