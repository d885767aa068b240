"""Everything that the tables know about one customer."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, select

from clienteling.database.engine import Transaction
from clienteling.database.person import rows
from clienteling.database.person.overlaps import DERIVED
from clienteling.database.person.rows import Image
from clienteling.database.person.words import Words
from clienteling.database.tables import ChangeRow, CustomerMergeRow, RecordRow
from clienteling.domain.erasure import TITLES
from clienteling.domain.personal_file import Section

_LINES = "record_change"
_OURS = frozenset({"id", "customer_id", "version", "name_key", "merged_id", "salt", "document"})
_PROTECTED = frozenset({"record", "record_change", "record_seal"})


def keys(transaction: Transaction, customer_id: int) -> list[int]:
    """The customer's key, and those of the files that went into this one."""
    merged = select(CustomerMergeRow.merged_id).where(CustomerMergeRow.survivor_id == customer_id)
    return [customer_id, *transaction.connection().execute(merged).scalars()]


def collected(transaction: Transaction, customer_id: int) -> dict[str, list[Image]]:
    """All rows about a customer, by table: those that refer to the customer, those that refer to these, and so on."""
    of = rows.table(rows.CUSTOMER)
    found = {of.name: rows.images(transaction, of, of.c.id == customer_id)}
    _collect(transaction, of.name, found[of.name], found)
    statement = (
        select(
            ChangeRow.subject, ChangeRow.before, ChangeRow.after, RecordRow.at, RecordRow.reason, RecordRow.worker_id
        )
        .join(RecordRow, RecordRow.id == ChangeRow.record_id)
        .where(ChangeRow.customer_id.in_(keys(transaction, customer_id)))
        .order_by(ChangeRow.record_id, ChangeRow.line)
    )
    found[_LINES] = [dict(row._mapping) for row in transaction.connection().execute(statement)]
    return {name: images for name, images in found.items() if images}


def _collect(transaction: Transaction, name: str, images: list[Image], found: dict[str, list[Image]]) -> None:
    if "id" not in rows.table(name).c:
        return
    for reference in rows.references(name):
        of = reference.table
        if of.name in DERIVED | _PROTECTED:
            continue
        known = {rows.key_of(of, row) for row in found.get(of.name, ())}
        new = [
            row
            for row in rows.referring(transaction, reference, [image["id"] for image in images])
            if rows.key_of(of, row) not in known
        ]
        if new:
            found.setdefault(of.name, []).extend(new)
            _collect(transaction, of.name, new, found)


def document(found: Mapping[str, list[Image]]) -> str:
    """All of it for machines; merged files as what they were."""
    whole: dict[str, list[Image]] = {
        name: [{key: rows.read(value) if key == "document" else value for key, value in row.items()} for row in images]
        for name, images in sorted(found.items())
    }
    return rows.written(whole)


def sections(transaction: Transaction, found: Mapping[str, list[Image]]) -> tuple[Section, ...]:
    """All of it for people, in the order in which things are said of a customer."""
    words = Words(transaction, found[rows.CUSTOMER][0]["legal_entity_id"])
    order = [*TITLES, *sorted(found.keys() - TITLES.keys())]
    return tuple(_section(words, name, found[name]) for name in order if name in found)


def _section(words: Words, name: str, images: list[Image]) -> Section:
    of = rows.table(name)
    columns = [column for column in of.columns if column.name in images[0] and not _is_ours(column)]
    if name == _LINES:
        columns = [*columns, *(rows.table("record").c[key] for key in ("at", "worker_id", "reason"))]
    # A column that nothing stands in says nothing.
    told = [(column, [words.value(column, image) for image in images]) for column in columns]
    told = [(column, texts) for column, texts in told if any(texts)] or told[:1]
    return Section(
        name,
        TITLES.get(name, name.replace("_", " ").capitalize()),
        tuple(column.name.removesuffix("_id").replace("_", " ").capitalize() for column, _ in told),
        tuple(zip(*(texts for _, texts in told), strict=True)),
    )


def _is_ours(column: Column[Any]) -> bool:
    """Whether a column only holds the tables together."""
    return column.name in _OURS or any(key.column.table.name == rows.CUSTOMER for key in column.foreign_keys)
