"""A book that is open: its columns in memory, kept current, asked by queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.card import PropertyDefinition
from clienteling.domain.columns import Bits, Choices, Column, NameOrder, Rows, count, pack, unfit, unpack
from clienteling.domain.day_columns import Days, Yearly
from clienteling.domain.filters import FIELDS, HOLDER, NAME, NEXT_DATE, Criterion, Facet, Query
from clienteling.domain.history import BOUGHT, HEALTH, History, is_history
from clienteling.domain.lines import Lines
from clienteling.services.book_columns import (
    by_customer,
    fill,
    fill_columns,
    filter_control,
    make_columns,
    property_columns,
    short_lists,
    values_by_key,
)
from clienteling.services.book_history import history_values, planned
from clienteling.services.facets import Choice, Counting, choices_of, facet_of
from clienteling.services.kept_columns import column_bytes, packed, refill, unpacked
from clienteling.services.key_slots import KeySlots

_UTC = ZoneInfo("UTC")
_SPARE = 256  # empty slots for customers who are added
_MOST_MATCHED = 200  # criteria whose customers are remembered
_FORMAT = 2  # of what is kept; another number for another way to write it


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: the customers' keys in the asked order, out of how many, and the facets."""

    ids: NDArray[np.int64]
    of: int
    facets: tuple[Facet, ...]


@dataclass(slots=True)
class OpenBook:
    """The customers of one or several books. `names` are the holders' names by worker key.

    `more` are the properties that are filtered by only if somebody wants that: what happened, its days in `zone`, is
    read then, and `has_history` from then on. `health_of` says of which computation the health of relationships is.
    """

    book_ids: tuple[int, ...]
    definitions: tuple[PropertyDefinition, ...]
    names: dict[int, str]
    today: date
    more: tuple[PropertyDefinition, ...] = ()
    zone: ZoneInfo = _UTC
    has_history: bool = field(init=False, default=False)
    health_of: int = field(init=False, default=0)
    as_of: int = field(init=False, default=0)
    seen: set[int] = field(init=False, default_factory=set)
    columns: dict[str, Column] = field(init=False, default_factory=dict)
    _ids: NDArray[np.int64] = field(init=False)
    _known: KeySlots | None = field(init=False, default=None)
    _order: NameOrder = field(init=False)
    _free: list[int] = field(init=False)
    _members: Bits = field(init=False)
    _matched: dict[Criterion, Bits] = field(init=False, default_factory=dict)
    _shown: tuple[tuple[str, PropertyDefinition | None], ...] = field(init=False, default=())
    _planned: dict[int, int] = field(init=False, default_factory=dict)
    _choices: dict[tuple[str, str, int], tuple[Choice, ...]] = field(init=False, default_factory=dict)

    def load(self, rows: Rows) -> None:
        """Make the columns from all customers of the books."""
        ids = [row[0] for row in rows.customers]
        size = -(-(len(ids) + _SPARE) // 64) * 64
        self._ids = np.zeros(size, np.int64)
        self._ids[: len(ids)] = ids
        self._known = None
        self._free = list(range(size - 1, len(ids) - 1, -1))
        self._order = NameOrder([row[1] for row in rows.customers], ids)
        members = np.zeros(size, np.bool_)
        members[: len(ids)] = True
        self._members = pack(members)
        self._matched.clear()
        slots = {key: slot for slot, key in enumerate(ids)}
        self.columns = fill_columns(self.definitions, rows, slots, size, self.today, self.names)
        self.has_history = False

    def load_history(self, history: History) -> None:
        """Make the columns of what happened with all customers of the books."""
        values = history_values(self.more, history, self.zone)
        columns = property_columns(self._happened(), self.today, short_lists(values))
        slots = dict(zip(self._ids[self._order.slots].tolist(), self._order.slots.tolist(), strict=True))
        fill(columns, values, slots, len(self._ids))
        self.columns |= columns
        self._planned = planned(history)
        self.has_history = True

    def load_health(self, scores: Sequence[Any], computed: int) -> None:
        """Make the column of health anew from all customers of the books."""
        columns = property_columns([d for d in self.more if d.key == HEALTH], self.today, frozenset())
        slots = dict(zip(self._ids[self._order.slots].tolist(), self._order.slots.tolist(), strict=True))
        fill(columns, {HEALTH: ([row[0] for row in scores], [float(row[1]) for row in scores])}, slots, len(self._ids))
        self.columns |= columns
        self._matched = {asked: bits for asked, bits in self._matched.items() if asked.key != HEALTH}
        self.health_of = computed

    def update(self, rows: Rows, customer_ids: Sequence[int], history: History | None = None) -> None:
        """Take in what these customers are now; those missing in `rows` are no longer in the books.

        A book that has its history is given that of the customers, too.
        """
        touched = {slot for customer_id in customer_ids if (slot := self._drop(customer_id)) is not None}
        if len(rows.customers) > len(self._free):
            self._grow(len(rows.customers))
        known = values_by_key(self.definitions, rows)
        for customer_id in customer_ids:
            self._planned.pop(customer_id, None)
        if history is not None:
            known |= history_values(self.more, history, self.zone)
            self._planned |= planned(history)
        values = by_customer(known)
        for customer_id, name_key, *_ in rows.customers:
            slot = self._free.pop()
            touched.add(slot)
            self._slots.put(customer_id, slot)
            self._ids[slot] = customer_id
            self._members[slot // 64] |= np.uint64(1 << (slot % 64))
            self._order.put(slot, name_key, customer_id)
            for key, column in self.columns.items():
                column.put(slot, values.get((customer_id, key), ()))
        for criterion, bits in self._matched.items():
            _match_again(self.columns[criterion.key], criterion, bits, touched)

    def turn_to(self, today: date) -> None:
        """Begin a new day: other dates are near now."""
        self.today = today
        self._matched.clear()
        for column in self.columns.values():
            if isinstance(column, Yearly | Days):
                column.turn_to(today)

    def due(self, now: float) -> tuple[int, ...]:
        """The customers for whom a planned activity has come about by `now`, in seconds since 1970: read them anew."""
        return tuple(customer_id for customer_id, at in self._planned.items() if at <= now)

    def pieces(self) -> dict[str, bytes]:
        """All of it as bytes by key, for `restore`."""
        facts = {
            "defined": self._fingerprint(),
            "as_of": self.as_of,
            "seen": sorted(self.seen),
            "listed": [key for key, column in self.columns.items() if isinstance(column, Choices)],
            "history": self.has_history,
            "health": self.health_of,
            "planned": list(self._planned.items()),
        }
        book = packed(facts, ids=self._ids, members=self._members, slots=self._order.slots)
        columns = {f"column {key}": column_bytes(column) for key, column in self.columns.items()}
        return {"book": book, "names": self._order.names.to_bytes(), **columns}

    def restore(self, pieces: Mapping[str, bytes]) -> bool:
        """Take up from `pieces`, instead of `load`; False if they are of other books or properties, or not whole."""
        try:
            facts, arrays = unpacked(pieces["book"])
            if facts["defined"] != self._fingerprint():
                return False
            listed = frozenset(facts["listed"])
            self.columns = make_columns(self.definitions, self.today, self.names, listed)
            self.has_history, self._planned = facts["history"], dict(facts["planned"])
            self.health_of = facts["health"]
            if self.has_history:
                self.columns |= property_columns(self._happened(), self.today, listed)
            for key, column in self.columns.items():
                refill(column, pieces[f"column {key}"], len(arrays["ids"]))
            self._ids, self._members = arrays["ids"], arrays["members"]
            self._order = NameOrder(Lines(pieces["names"], len(self._ids)), self._ids, arrays["slots"])
            self._free = np.flatnonzero(~unpack(self._members))[::-1].tolist()
            self._known = None
            self.remember(facts["as_of"], facts["seen"], 0)
        except (KeyError, ValueError):
            return False
        return True

    def _fingerprint(self) -> str:
        known = (_FORMAT, self.book_ids, self.definitions, self.more, self.zone.key)
        return sha256(repr(known).encode()).hexdigest()

    def find(self, query: Query, language: str, *, more: bool = False) -> Found:
        """The customers that all criteria let through, and for each facet what its values would leave.

        With `more` all facets are counted, else only those that are always shown, and what is asked. Raises `Invalid`
        with the property's key as field if it cannot be filtered like that (any more).
        """
        sets = {c.key: self._match(c) for c in query.criteria}
        chosen = self._members.copy()
        for bits in sets.values():
            chosen &= bits
        facets = tuple(
            self._facet(key, definition, self._others(sets, key, chosen), query, language)
            for key, definition in self._facets_shown()
        )
        facets += tuple(
            self._facet(d.key, d, self._others(sets, d.key, chosen), query, language)
            for d in self.more
            if (more or d.key in sets) and d.key in self.columns
        )
        return Found(self._sorted(chosen, query), self.size, facets)

    @property
    def size(self) -> int:
        """How many customers there are."""
        return len(self._order.slots)

    def remember(self, newest: int, records: Iterable[int], forget_before: int) -> None:
        """Note up to which record the columns are current, and which of the latest ones they have taken in."""
        self.as_of = newest
        self.seen = {key for key in (*self.seen, *records) if key >= forget_before}

    def members_of(self, ids: Sequence[int]) -> list[int]:
        """Those of the customers that are in the books."""
        return [key for key in ids if self._slots.get(key) is not None]

    def _match(self, criterion: Criterion) -> Bits:
        found = self._matched.get(criterion)
        if found is None:
            column = self.columns.get(criterion.key)
            if column is None:
                raise unfit(criterion)
            if len(self._matched) == _MOST_MATCHED:
                self._matched.clear()
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
        slots = self._order.sort(chosen)
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
        happened = (d.key for d in self._happened() if d.key not in BOUGHT)
        return (NAME, NEXT_DATE, *(key for key in self.columns if not (key in FIELDS or is_history(key))), *happened)

    @property
    def _slots(self) -> KeySlots:
        """Made when first needed: a book that is only looked at does without."""
        if self._known is None:
            self._known = KeySlots(self._ids, self._order.slots)
        return self._known

    def _drop(self, customer_id: int) -> int | None:
        """Empty the customer's slot, if there is one, and tell which."""
        slot = self._slots.get(customer_id)
        if slot is None:
            return None
        self._slots.put(customer_id, None)
        self._order.drop(slot)
        self._members[slot // 64] &= ~np.uint64(1 << (slot % 64))
        for column in self.columns.values():
            column.put(slot, ())
        self._free.append(slot)
        return slot

    def _grow(self, more: int) -> None:
        old = len(self._ids)
        size = old + -(-(more + _SPARE) // 64) * 64
        self._ids = np.concatenate([self._ids, np.zeros(size - old, np.int64)])
        self._members = np.concatenate([self._members, np.zeros((size - old) // 64, np.uint64)])
        self._free = list(range(size - 1, old - 1, -1)) + self._free
        self._matched.clear()
        for column in self.columns.values():
            column.resize(size)

    def _happened(self) -> tuple[PropertyDefinition, ...]:
        return tuple(d for d in self.more if is_history(d.key))

    def _facets_shown(self) -> tuple[tuple[str, PropertyDefinition | None], ...]:
        """The keys of the facets in their order, and the property of each that is one."""
        if not self._shown:
            holder = (HOLDER,) if len(self.names) > 1 else ()
            refined = ((d.key, d) for d in self.definitions if filter_control(d) is not None)
            self._shown = (*((key, None) for key in holder), *refined, *((key, None) for key in FIELDS))
        return self._shown

    def _facet(
        self, key: str, definition: PropertyDefinition | None, among: Bits, query: Query, language: str
    ) -> Facet:
        column = self.columns[key]
        counting = Counting(
            column=column,
            choices=self._choices_of(key, column, definition, language) if isinstance(column, Choices) else (),
            attribute=definition.attribute if definition else None,
            control=filter_control(definition) if definition else None,
            language=language,
            left=lambda criterion: count(self._match(criterion) & among),
        )
        return facet_of(key, counting, among, query.criterion(key))

    def _choices_of(
        self, key: str, column: Choices, definition: PropertyDefinition | None, language: str
    ) -> tuple[Choice, ...]:
        """The values of a list as they are shown. There can only come more, until the columns are made anew."""
        place = (key, language, len(column.values))
        if place not in self._choices:
            self._choices[place] = choices_of(key, column, definition.attribute if definition else self.names, language)
        return self._choices[place]


def _match_again(column: Column, criterion: Criterion, bits: Bits, slots: Iterable[int]) -> None:
    """Correct what was matched before some slots changed."""
    for slot in slots:
        word, bit = slot // 64, np.uint64(1 << (slot % 64))
        if column.fits(criterion, slot):
            bits[word] |= bit
        else:
            bits[word] &= ~bit
