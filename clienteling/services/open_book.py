"""A book that is open: its columns in memory, kept current, asked by queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.card import PropertyDefinition
from clienteling.domain.columns import Bits, Column, NameOrder, Rows, Yearly, count, pack, unfit, unpack
from clienteling.domain.filters import FIELDS, HOLDER, NAME, Criterion, Facet, Query
from clienteling.services.book_columns import fill_columns, filter_control, values_by_customer
from clienteling.services.facets import Counting, facet_of

NEXT_DATE = "next_date"
_SPARE = 256  # empty slots for customers who are added


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: the customers' keys in the asked order, out of how many, and the facets."""

    ids: NDArray[np.int64]
    of: int
    facets: tuple[Facet, ...]


@dataclass(slots=True)
class OpenBook:
    """The customers of one or several books. `names` are the holders' names by worker key."""

    book_ids: tuple[int, ...]
    definitions: tuple[PropertyDefinition, ...]
    names: dict[int, str]
    today: date
    as_of: int = field(init=False, default=0)
    seen: set[int] = field(init=False, default_factory=set)
    columns: dict[str, Column] = field(init=False, default_factory=dict)
    _ids: NDArray[np.int64] = field(init=False)
    _slots: dict[int, int] = field(init=False)
    _order: NameOrder = field(init=False)
    _free: list[int] = field(init=False)
    _members: Bits = field(init=False)
    _matched: dict[Criterion, Bits] = field(init=False, default_factory=dict)

    def load(self, rows: Rows) -> None:
        """Make the columns from all customers of the books."""
        ids = [row[0] for row in rows.customers]
        size = -(-(len(ids) + _SPARE) // 64) * 64
        self._ids = np.zeros(size, np.int64)
        self._ids[: len(ids)] = ids
        self._slots = {key: slot for slot, key in enumerate(ids)}
        self._free = list(range(size - 1, len(ids) - 1, -1))
        self._order = NameOrder([row[1] for row in rows.customers], ids)
        members = np.zeros(size, np.bool_)
        members[: len(ids)] = True
        self._members = pack(members)
        self._matched.clear()
        self.columns = fill_columns(self.definitions, rows, self._slots, size, self.today, self.names)

    def update(self, rows: Rows, customer_ids: Sequence[int]) -> None:
        """Take in what these customers are now; those missing in `rows` are no longer in the books."""
        for customer_id in customer_ids:
            self._drop(customer_id)
        if len(rows.customers) > len(self._free):
            self._grow(len(rows.customers))
        values = values_by_customer(self.definitions, rows)
        for customer_id, name_key, *_ in rows.customers:
            slot = self._free.pop()
            self._slots[customer_id] = slot
            self._ids[slot] = customer_id
            self._members[slot // 64] |= np.uint64(1 << (slot % 64))
            self._order.put(slot, name_key, customer_id)
            for key, column in self.columns.items():
                column.put(slot, values.get((customer_id, key), ()))
        self._matched.clear()

    def find(self, query: Query, language: str) -> Found:
        """The customers that all criteria let through, and for each facet what its values would leave.

        Raises `Invalid` with the property's key as field if it cannot be filtered like that (any more).
        """
        sets = {c.key: self._match(c) for c in query.criteria}
        chosen = self._members.copy()
        for bits in sets.values():
            chosen &= bits
        facets = tuple(
            self._facet(key, definition, self._others(sets, key, chosen), query, language)
            for key, definition in self._facet_keys()
        )
        return Found(self._sorted(chosen, query), len(self._slots), facets)

    def remember(self, newest: int, records: Iterable[int], forget_before: int) -> None:
        """Note up to which record the columns are current, and which of the latest ones they have taken in."""
        self.as_of = newest
        self.seen = {key for key in (*self.seen, *records) if key >= forget_before}

    def members_of(self, ids: Sequence[int]) -> list[int]:
        """Those of the customers that are in the books."""
        return [key for key in ids if key in self._slots]

    def _match(self, criterion: Criterion) -> Bits:
        found = self._matched.get(criterion)
        if found is None:
            column = self.columns.get(criterion.key)
            if column is None:
                raise unfit(criterion)
            found = column.match(criterion)
            self._matched[criterion] = found
        return found

    def _others(self, sets: dict[str, Bits], key: str, chosen: Bits) -> Bits:
        """Who is left under all criteria but the one of `key`."""
        if key not in sets:
            return chosen
        left = self._members.copy()
        for other, bits in sets.items():
            if other != key:
                left &= bits
        return left

    def _sorted(self, chosen: Bits, query: Query) -> NDArray[np.int64]:
        slots = self._order.slots
        slots = slots[unpack(chosen)[slots]]
        if query.sort in (NAME, ""):
            return self._ids[slots[::-1] if query.descending else slots]
        keys = self._sort_keys(query.sort, slots)
        missing = np.isnan(keys)
        order = np.argsort(-keys if query.descending else keys, kind="stable")
        # Those without a value come last in either direction.
        ordered: NDArray[np.int64] = self._ids[slots[np.concatenate([order[~missing[order]], order[missing[order]]])]]
        return ordered

    def _sort_keys(self, sort: str, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        if sort != NEXT_DATE:
            return self.columns[sort].order(slots)
        dates = [c.order(slots) for c in self.columns.values() if isinstance(c, Yearly)]
        soonest: NDArray[np.float64] = np.fmin.reduce(dates) if dates else np.zeros(len(slots))
        return soonest

    def sorts(self) -> tuple[str, ...]:
        """What `Query.sort` can be."""
        return (NAME, NEXT_DATE, *(key for key in self.columns if key not in FIELDS))

    def _drop(self, customer_id: int) -> None:
        slot = self._slots.pop(customer_id, None)
        if slot is None:
            return
        self._order.drop(slot)
        self._members[slot // 64] &= ~np.uint64(1 << (slot % 64))
        for column in self.columns.values():
            column.put(slot, ())
        self._free.append(slot)

    def _grow(self, more: int) -> None:
        old = len(self._ids)
        size = old + -(-(more + _SPARE) // 64) * 64
        self._ids = np.concatenate([self._ids, np.zeros(size - old, np.int64)])
        self._members = np.concatenate([self._members, np.zeros((size - old) // 64, np.uint64)])
        self._free = list(range(size - 1, old - 1, -1)) + self._free
        for column in self.columns.values():
            column.resize(size)

    def _facet_keys(self) -> list[tuple[str, PropertyDefinition | None]]:
        keys: list[tuple[str, PropertyDefinition | None]] = []
        if len(self.names) > 1:
            keys.append((HOLDER, None))
        keys += [(d.key, d) for d in self.definitions if filter_control(d) is not None]
        return keys + [(key, None) for key in FIELDS]

    def _facet(
        self, key: str, definition: PropertyDefinition | None, among: Bits, query: Query, language: str
    ) -> Facet:
        counting = Counting(
            column=self.columns[key],
            attribute=definition.attribute if definition else None,
            control=filter_control(definition) if definition else None,
            names=self.names,
            today=self.today,
            language=language,
            left=lambda criterion: count(self._match(criterion) & among),
        )
        return facet_of(key, counting, among, query.criterion(key))
