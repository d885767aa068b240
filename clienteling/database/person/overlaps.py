"""What of two files cannot stand in one: rows of which a customer has one of a kind, and rows that are the same.

A table that nobody thought of here goes by its keys: where a row of the other file would break one, one of them stays.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, UniqueConstraint

from clienteling.database.person.rows import Image, Key, Reference, key_of
from clienteling.domain.text import fold

# What is made from other rows, and is made anew.
DERIVED = frozenset({"customer_token"})

# Of these a customer has one for each value of the columns, whatever the keys of the table say.
_SLOTS: Mapping[str, tuple[str, ...]] = {"customer_attribute": ("attribute_id",)}
_ONE_BOOK: Mapping[str, tuple[str, ...]] = {"holding": ()}

# Rows that say the same, by what they say.
_SAME: Mapping[str, Callable[[Image], Any]] = {
    "customer_phone": lambda row: _digits(row["e164"] or row["typed"]),
    "customer_email": lambda row: fold(row["address"].strip()),
    "customer_address": lambda row: tuple(fold(row[name]) for name in ("street", "postal_code", "city", "country")),
    "holding": lambda row: row["book_id"],
    "purchase": lambda row: (row["store_id"], row["order_number"], row["at"], row["amount"]),
}


def _digits(phone: str) -> str:
    """A number without what people put between its digits; what has none is a text."""
    return "".join(filter(str.isdecimal, phone)).removeprefix("00") or phone


def says_the_same(table: str, one: Image, other: Image) -> bool:
    """Whether rows of two files say the same, however each was typed."""
    same = _SAME.get(table)
    return same is not None and same(one) == same(other)


@dataclass(slots=True)
class Overlap:
    """The rows of two files in one table, told apart. `slots` are rows of which one side stays: (kept, other) by slot.

    `same` stand in both files: the other one's, each with the kept one's.
    """

    reference: Reference
    slots: dict[Key, tuple[list[Image], list[Image]]] = field(default_factory=dict)
    same: list[tuple[Image, Image]] = field(default_factory=list)
    moving: list[Image] = field(default_factory=list)

    @property
    def table(self) -> Table:
        return self.reference.table


def overlap(
    reference: Reference, kept: Sequence[Image], other: Sequence[Image], *, several_books: bool = False
) -> Overlap:
    """Compare what two files have in a table. Only with `several_books` one customer can be in all that two are in."""
    of, column = reference.table, reference.column.name
    found = Overlap(reference)
    same = _SAME.get(of.name)
    known = {same(row): row for row in kept} if same is not None else {}
    columns = _slot_columns(of, column, _SLOTS if several_books else {**_SLOTS, **_ONE_BOOK})
    slots = {names: _by(kept, names) for names in columns}
    for row in other:
        if same is not None and same(row) in known:
            found.same.append((row, known[same(row)]))
            continue
        taken = next((names for names in columns if _values(row, names) in slots[names]), None)
        if taken is None:
            found.moving.append(row)
            continue
        theirs = slots[taken][_values(row, taken)]
        if len(theirs) == 1 and _content(of, column, row) == _content(of, column, theirs[0]):
            found.same.append((row, theirs[0]))
        elif (loosened := _loosened(of.name, taken)) is not None:
            found.moving.append({**row, loosened: _another(row, loosened)})
        else:
            slot = found.slots.setdefault((taken, *_values(row, taken)), (list(theirs), []))
            slot[1].append(row)
    return found


def _slot_columns(of: Table, column: str, known: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """What must be different between the rows of one customer: by the keys that the customer is a part of."""
    if of.name in known:
        return [known[of.name]]
    keys = [[c.name for c in of.primary_key.columns]]
    keys += [[c.name for c in key.columns] for key in of.constraints if isinstance(key, UniqueConstraint)]
    keys += [
        [c.name for c in index.columns]
        for index in of.indexes
        if index.unique and index.dialect_options["sqlite"]["where"] is None
    ]
    return sorted({tuple(name for name in key if name != column) for key in keys if column in key})


def _loosened(table: str, taken: tuple[str, ...]) -> str | None:
    """The column of a key that only keeps an import from taking a row twice: the row matters more."""
    if table in ("activity", "note") and taken == ("source",):
        return "source"
    return "order_number" if table == "purchase" else None


def _another(row: Image, column: str) -> str | None:
    return None if column == "source" else f"{row[column]} ({row['customer_id']})"


def _by(rows: Sequence[Image], names: tuple[str, ...]) -> dict[Key, list[Image]]:
    found: dict[Key, list[Image]] = {}
    for row in rows:
        # Nothing is the same as an unknown value.
        if all(row[name] is not None for name in names):
            found.setdefault(_values(row, names), []).append(row)
    return found


def _values(row: Image, names: tuple[str, ...]) -> Key:
    return tuple(row[name] for name in names)


def _content(of: Table, column: str, row: Image) -> Image:
    keys = {c.name for c in of.primary_key.columns} - {column} if "id" in of.c else set()
    return {name: value for name, value in row.items() if name != column and name not in keys}


def moved_key(reference: Reference, row: Image, to: int) -> Key:
    """The key that a row has when it is another customer's."""
    return key_of(reference.table, {**row, reference.column.name: to})
