"""A customer is erased: from every table that knows the person, from what others wrote of them, and from the audit.

What refers to the customer goes, and what refers to that; receipts stay without a customer, since the books of account
need them. A table that is added later is among them by its references, or by the texts in it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, distinct, exists, func, select, update

from clienteling.database import seals
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import in_batches
from clienteling.database.person import rows, traces, whole
from clienteling.database.person.rows import Image
from clienteling.database.tables import ChangeRow, TokenRow, VariantRow
from clienteling.domain import typos
from clienteling.domain.chain import is_erased
from clienteling.domain.search import AFTER_ALL
from clienteling.domain.text import words

RECEIPT = "receipt"

# What stays, without a customer.
_ANONYMOUS = {("purchase", "customer_id"): RECEIPT}
# Of what belongs to others these rows go if the person stands in them; the audit has a way of its own.
_FORGOTTEN = frozenset({"draft", "saved_view"})
_AUDIT = frozenset({"record", "record_change", "record_seal"})
# Kept copies of what stands in other tables: they are made anew when they are needed.
_COPIES = ("book_column",)
_SEARCH = frozenset({"customer_token", "token_variant"})


@dataclass(slots=True)
class Removal:
    """What was removed, kept without a name, and is mentioned by others: rows by table."""

    removed: dict[str, int] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    mentions: dict[str, int] = field(default_factory=dict)

    def count(self, table: str, number: int) -> None:
        if number:
            self.removed[table] = self.removed.get(table, 0) + number


def erase(transaction: Transaction, customer_id: int, found: Mapping[str, list[Image]]) -> Removal:
    """Remove a customer whose file was `collected`; all of it, or nothing."""
    connection, removal = transaction.connection(), Removal()
    if connection.dialect.name == "sqlite":
        # What is deleted is written over at once, and not only when the file is made anew.
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    keys, told = whole.keys(transaction, customer_id), traces.told(found)
    (customer,) = found[rows.CUSTOMER]
    names = {word for text in _names(found) for word in words(text)}
    _erase_audit(transaction, keys, told, removal)
    _remove(transaction, rows.CUSTOMER, [customer], removal)
    _forget_words(transaction, customer["legal_entity_id"], names, removal)
    for name in _COPIES:
        removal.count(name, connection.execute(delete(rows.table(name))).rowcount)
    for name, images in traces.mentions(transaction, told, _AUDIT | _SEARCH).items():
        if name in _FORGOTTEN:
            _remove(transaction, name, images, removal)
        else:
            removal.mentions[name] = len(images)
    return removal


def _names(found: Mapping[str, list[Image]]) -> list[str]:
    names = [row["name"] for row in found[rows.CUSTOMER]]
    return names + [rows.read(row["document"])["customer"]["name"] for row in found.get("customer_merge", ())]


def _remove(transaction: Transaction, name: str, images: Sequence[Image], removal: Removal) -> None:
    """Remove rows, after all that refers to them."""
    of = rows.table(name)
    for reference in rows.references(name) if "id" in of.c else ():
        dependent = reference.table
        ids = [image["id"] for image in images]
        if dependent.name in _AUDIT:
            continue
        if (kept := _ANONYMOUS.get((dependent.name, reference.column.name))) is not None:
            for batch in in_batches(ids):
                nobodys = update(dependent).where(reference.column.in_(batch)).values({reference.column.name: None})
                number = transaction.connection().execute(nobodys).rowcount
                if number:
                    removal.kept[kept] = removal.kept.get(kept, 0) + number
            continue
        if belonging := rows.referring(transaction, reference, ids):
            _remove(transaction, dependent.name, belonging, removal)
    rows.take(transaction, of, images)
    removal.count(name, len(images))


def _erase_audit(transaction: Transaction, keys: Sequence[int], told: Sequence[str], removal: Removal) -> None:
    """Erase the lines about the customer, those that mention the person, and reasons that do or are of nobody else."""
    connection = transaction.connection()
    own = select(ChangeRow.record_id, ChangeRow.line).where(ChangeRow.customer_id.in_(keys))
    lines = {(record_id, line) for record_id, line in connection.execute(own.where(ChangeRow.salt.is_not(None)))}
    alone = (
        select(ChangeRow.record_id)
        .where(ChangeRow.record_id.in_(own.with_only_columns(ChangeRow.record_id)))
        .group_by(ChangeRow.record_id)
        .having(func.count(distinct(ChangeRow.customer_id)) == 1)
    )
    reasons = set(connection.execute(alone).scalars())
    mentioned = traces.mentions(transaction, told, _all_but("record", "record_change"))
    lines |= {
        (row["record_id"], row["line"]) for row in mentioned.get("record_change", ()) if not is_erased(row["salt"])
    }
    reasons |= {row["id"] for row in mentioned.get("record", ())}
    removal.count("record_change", seals.erase_lines(transaction, sorted(lines)))
    removal.count("record", seals.erase_reasons(transaction, sorted(reasons)))


def _all_but(*names: str) -> Collection[str]:
    return [name for name in rows.all_tables() if name not in names]


def _forget_words(transaction: Transaction, legal_entity_id: int, names: Collection[str], removal: Removal) -> None:
    """Remove what nobody else's name begins with from the words that search forgives errors in."""
    kept = {kept for word in names for _, kept in typos.variants(word)}
    connection: Any = transaction.connection()
    for word in sorted(kept):
        others = exists().where(
            TokenRow.legal_entity_id == legal_entity_id, TokenRow.token >= word, TokenRow.token < word + AFTER_ALL
        )
        gone = delete(VariantRow).where(
            VariantRow.legal_entity_id == legal_entity_id, VariantRow.token == word, ~others
        )
        removal.count("token_variant", connection.execute(gone).rowcount)
