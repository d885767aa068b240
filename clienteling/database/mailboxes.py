"""How far mailboxes were read, and what each of their items gave to the pool of interactions."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import and_, delete, select, update

from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import in_batches, insert_rows
from clienteling.database.tables import MailboxItemRow, MailboxPartRow
from clienteling.domain.mailboxes import KnownItem, Position

ItemKey = tuple[int, int]
"""A part and an item of it."""


def positions(transaction: Transaction, pool: str) -> tuple[Position, ...]:
    """How far all parts were read into a pool."""
    rows = transaction.scalars(select(MailboxPartRow).where(MailboxPartRow.pool == pool))
    return tuple(
        Position(row.mailbox, row.part, row.id, row.began, row.since, row.link, row.round, row.read) for row in rows
    )


def add_part(transaction: Transaction, pool: str, mailbox: str, part: str) -> Position:
    """A part of which nothing is read yet."""
    key = transaction.key()
    transaction.add(MailboxPartRow(id=key, pool=pool, mailbox=mailbox, part=part))
    return Position(mailbox, part, key)


def set_position(transaction: Transaction, position: Position) -> None:
    names = ("began", "since", "link", "round", "read")
    values = {name: getattr(position, name) for name in names}
    statement = update(MailboxPartRow.__table__).where(MailboxPartRow.id == position.id)
    transaction.connection().execute(statement.values(**values))


def known_items(transaction: Transaction, part_id: int, items: Iterable[int]) -> dict[ItemKey, KnownItem]:
    """What these items of a part gave, as far as they are known."""
    found: dict[ItemKey, KnownItem] = {}
    for batch in in_batches(items):
        found |= _items(transaction, MailboxItemRow.part_id == part_id, MailboxItemRow.item.in_(batch))
    return found


def older_items(transaction: Transaction, part_id: int, before: int, first_day: int) -> dict[ItemKey, KnownItem]:
    """The items of a part from a day on that a later round than theirs has not met."""
    table = MailboxItemRow
    return _items(transaction, table.part_id == part_id, table.round < before, table.day >= first_day)


def holders(transaction: Transaction, keys: Iterable[int]) -> dict[int, set[ItemKey]]:
    """Which items gave an interaction, by its key."""
    found: dict[int, set[ItemKey]] = {}
    table = MailboxItemRow
    for batch in in_batches(keys):
        statement = select(table.interaction, table.part_id, table.item).where(table.interaction.in_(batch))
        for key, part_id, item in transaction.connection().execute(statement):
            found.setdefault(key, set()).add((part_id, item))
    return found


def set_items(transaction: Transaction, given: Mapping[ItemKey, KnownItem], gone: Collection[ItemKey]) -> None:
    """Remember what items gave, and forget those that are gone."""
    by_part: dict[int, list[int]] = {}
    for part_id, item in (*given, *gone):
        by_part.setdefault(part_id, []).append(item)
    table, connection = MailboxItemRow, transaction.connection()
    for part_id, items in by_part.items():
        for batch in in_batches(items):
            connection.execute(delete(table.__table__).where(and_(table.part_id == part_id, table.item.in_(batch))))
    rows = [
        {
            "part_id": part_id,
            "item": item,
            "interaction": known.key,
            "content": known.content,
            "day": known.day,
            "round": known.round,
        }
        for (part_id, item), known in given.items()
    ]
    insert_rows(transaction, table, rows)


def forget_items(transaction: Transaction, pool: str, before_day: int) -> None:
    """Forget what items gave before a day: it counts no more."""
    table = MailboxItemRow
    parts = select(MailboxPartRow.id).where(MailboxPartRow.pool == pool)
    statement = delete(table.__table__).where(table.part_id.in_(parts), table.day < before_day)
    transaction.connection().execute(statement)


def _items(transaction: Transaction, *conditions: Any) -> dict[ItemKey, KnownItem]:
    table = MailboxItemRow
    columns = (table.part_id, table.item, table.interaction, table.content, table.day, table.round)
    rows = transaction.connection().execute(select(*columns).where(*conditions))
    return {(part_id, item): KnownItem(*values) for part_id, item, *values in rows}
