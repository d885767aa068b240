"""The columns of an open book: one per property, in memory, so that filters and their counts never join tables.

Customers have slots; at first in name order, new ones behind. A set of customers is a row of bits, 64 to a word:
filters are combined by `&`, and counted by counting bits. Columns with few values keep the set of each value ready,
so that the counts of a filter are one `&` and one count for all of its values.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.filters import Between, Contains, Criterion, OneOf, Ranges
from clienteling.domain.lines import Lines
from clienteling.domain.text import digits, fold, words

Bits = NDArray[np.uint64]
BARS = 15


@dataclass(frozen=True, slots=True)
class Rows:
    """What columns are made from: `customers` (key, name key, holder) in name order, the rest after its key.

    There may be millions of `attributes`: they are read while one goes through them, once. `holders` are rows like
    `customers`, one for each book that a customer is in; without them it is one.
    """

    customers: Sequence[Any]
    attributes: Iterable[Any]
    measures: Sequence[Any]
    important_dates: Sequence[Any]
    scores: Sequence[Any]
    phones: Sequence[Any]
    emails: Sequence[Any]
    cards: Sequence[Any]
    holders: Sequence[Any] = ()


def pack(chosen: NDArray[np.bool_]) -> Bits:
    """A set from one boolean for each slot; their number is a multiple of 64."""
    return np.packbits(chosen, bitorder="little").view(np.uint64)


def unpack(bits: Bits) -> NDArray[np.bool_]:
    return np.unpackbits(bits.view(np.uint8), bitorder="little").view(np.bool_)


def count(bits: Bits) -> int:
    return int(np.bitwise_count(bits).sum())


def counts(sets: Bits, among: Bits) -> list[int]:
    """How many of `among` are in each row of `sets`."""
    return [int(number) for number in np.bitwise_count(sets & among).sum(axis=1, dtype=np.int64)]


class Column(Protocol):
    """What all columns can do. Slots come in multiples of 64.

    `fill` puts many values at once into empty slots, `put` replaces those of one slot: several for multi-value.
    """

    def resize(self, slots: int) -> None: ...

    def fill(self, slots: Sequence[int], values: Sequence[Any]) -> None: ...

    def put(self, slot: int, values: Sequence[Any]) -> None: ...

    def match(self, criterion: Criterion) -> Bits: ...

    def fits(self, criterion: Criterion, slot: int) -> bool:
        """What `match` says of one slot."""
        ...

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        """A key for each slot to sort by; NaN where there is no value."""
        ...


def unfit(criterion: Criterion) -> Invalid:
    """What is raised for a criterion that the property has no values for: it was another property when it was asked."""
    return Invalid(criterion.key, mark("This property cannot be filtered like that any more. Please choose anew."))


def _bit(slot: int) -> np.uint64:
    """Where a slot stands in its word."""
    return np.uint64(1 << (slot % 64))


def choice_text(value: str | float) -> str:
    """A value of a list as text: 38 and 38.5, not 38.0."""
    return value if isinstance(value, str) else f"{value:.15g}"


@dataclass(slots=True)
class Choices:
    """Texts from a short list: a set of customers for each value.

    Values come by their `ranks`; those without one behind them, by themselves.
    """

    numeric: bool = False
    ranks: Mapping[str, int] = field(default_factory=dict)
    values: list[str] = field(default_factory=list)
    sets: Bits = field(default_factory=lambda: np.zeros((0, 0), np.uint64))
    _in_order: list[int] = field(init=False, repr=False, default_factory=list)

    def resize(self, slots: int) -> None:
        grown = np.zeros((len(self.values), slots // 64), np.uint64)
        grown[:, : self.sets.shape[1]] = self.sets
        self.sets = grown

    def fill(self, slots: Sequence[int], values: Sequence[str | float]) -> None:
        """Put many values at once into empty slots."""
        places: dict[str | float, list[int]] = {}
        for slot, value in zip(slots, values, strict=True):
            places.setdefault(value, []).append(slot)
        for value, members in places.items():
            chosen = np.zeros(self.sets.shape[1] * 64, np.bool_)
            chosen[members] = True
            row = self._row(choice_text(value))
            self.sets[row] |= pack(chosen)

    def put(self, slot: int, values: Sequence[Any]) -> None:
        rows = [self._row(choice_text(value)) for value in values]
        word, bit = slot // 64, _bit(slot)
        self.sets[:, word] &= ~bit
        self.sets[rows, word] |= bit

    def match(self, criterion: Criterion) -> Bits:
        rows = [self.values.index(v) for v in _values(criterion) if v in self.values]
        none = np.zeros(self.sets.shape[1], np.uint64)
        return np.bitwise_or.reduce(self.sets[rows], axis=0) if rows else none

    def fits(self, criterion: Criterion, slot: int) -> bool:
        rows = [self.values.index(v) for v in _values(criterion) if v in self.values]
        return bool((self.sets[rows, slot // 64] & _bit(slot)).any())

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        ranks = np.full(self.sets.shape[1] * 64, np.nan)
        for rank, row in enumerate(self.rows_in_order()):
            ranks[unpack(self.sets[row]) & np.isnan(ranks)] = rank
        return ranks[slots]

    def rows_in_order(self) -> list[int]:
        """The rows of `sets` in the order of their values."""

        def by_value(row: int) -> tuple[int, float, str, str]:
            value = self.values[row]
            rank = self.ranks.get(value, len(self.ranks))
            return (rank, float(value) if self.numeric else 0.0, fold(value), value)

        if len(self._in_order) != len(self.values):
            self._in_order = sorted(range(len(self.values)), key=by_value)
        return self._in_order

    def _row(self, value: str) -> int:
        try:
            return self.values.index(value)
        except ValueError:
            self.values.append(value)
            self.sets = np.vstack([self.sets, np.zeros((1, self.sets.shape[1]), np.uint64)])
            return len(self.values) - 1


@dataclass(slots=True)
class Numbers:
    """Numbers. `edges` divide them into the parts that are counted.

    They are the given `thresholds`, or make equal bars that hold all numbers.
    """

    thresholds: tuple[float, ...] = ()
    edges: tuple[float, ...] = field(init=False, default=())
    numbers: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    sets: Bits = field(default_factory=lambda: np.zeros((0, 0), np.uint64))

    def resize(self, slots: int) -> None:
        grown = np.full(slots, np.nan)
        grown[: len(self.numbers)] = self.numbers
        self.numbers = grown
        self._divide()

    def fill(self, slots: Sequence[int], values: Sequence[float]) -> None:
        """Put many values at once into empty slots."""
        self.numbers[np.asarray(slots, np.int64)] = values
        self._divide()

    def put(self, slot: int, values: Sequence[Any]) -> None:
        self.numbers[slot] = values[0] if values else np.nan
        word, bit = slot // 64, _bit(slot)
        self.sets[:, word] &= ~bit
        if not values:
            return
        if self.edges and self.edges[0] <= values[0] <= self.edges[-1]:
            self.sets[self._part(values[0]), word] |= bit
        else:
            self._divide()

    def match(self, criterion: Criterion) -> Bits:
        return pack(in_range(self.numbers, criterion))

    def fits(self, criterion: Criterion, slot: int) -> bool:
        return bool(in_range(self.numbers[slot : slot + 1], criterion)[0])

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        return self.numbers[slots]

    def _part(self, number: float) -> int:
        return int(np.searchsorted(self.edges[1:-1], number, side="right"))

    def _divide(self) -> None:
        self.edges = self.thresholds or bar_edges(self.numbers)
        parts = max(len(self.edges) - 1, 0)
        self.sets = np.zeros((parts, len(self.numbers) // 64), np.uint64)
        if not parts:
            return
        known = ~np.isnan(self.numbers)
        part = np.searchsorted(np.asarray(self.edges[1:-1]), np.where(known, self.numbers, 0.0), side="right")
        for row in range(parts):
            self.sets[row] = pack(known & (part == row))


def in_range(numbers: NDArray[np.float64], criterion: Criterion) -> NDArray[np.bool_]:
    """Which of the numbers are in a range, or in one of several."""
    if isinstance(criterion, Ranges):
        chosen = np.zeros(len(numbers), np.bool_)
        for part in criterion.parts:
            chosen |= in_range(numbers, part)
        return chosen
    if not isinstance(criterion, Between):
        raise unfit(criterion)
    chosen = ~np.isnan(numbers)
    if criterion.low is not None:
        chosen &= numbers >= float(criterion.low)
    if criterion.high is not None:
        high = float(criterion.high)
        chosen &= (numbers < high) if criterion.below else (numbers <= high)
    return chosen


def bar_edges(numbers: NDArray[np.float64]) -> tuple[float, ...]:
    """The edges of equal bars over all known numbers; none if there are no two different ones."""
    known = numbers[~np.isnan(numbers)]
    if not len(known) or known.min() == known.max():
        return ()
    return tuple(float(edge) for edge in np.linspace(known.min(), known.max(), BARS + 1))


@dataclass(slots=True)
class Texts:
    """Any texts, kept folded, several in one string; phone numbers as digits."""

    numeric: bool = False
    lines: Lines = field(default_factory=Lines)

    def resize(self, slots: int) -> None:
        self.lines.resize(slots)

    def fill(self, slots: Sequence[int], values: Sequence[str]) -> None:
        """Put many texts at once; a slot that has one gets the next behind it."""
        texts = self.lines.texts()
        for slot, value in zip(slots, values, strict=True):
            text = fold(value)
            texts[slot] = f"{texts[slot]} {text}" if texts[slot] else text
        self.lines = Lines.of(texts)

    def put(self, slot: int, values: Sequence[Any]) -> None:
        self.lines[slot] = " ".join(fold(value) for value in values)

    def match(self, criterion: Criterion) -> Bits:
        chosen = np.ones(len(self.lines), np.bool_)
        for word in self._asked(criterion):
            chosen &= self.lines.containing(word)
        return pack(chosen)

    def fits(self, criterion: Criterion, slot: int) -> bool:
        text = self.lines[slot]
        return all(word in text for word in self._asked(criterion))

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        every = self.lines.texts()
        texts = [every[slot] for slot in slots]
        ranks = {text: rank for rank, text in enumerate(sorted(set(texts) - {""}))}
        return np.array([ranks.get(text, np.nan) for text in texts], np.float64)

    def _asked(self, criterion: Criterion) -> tuple[str, ...]:
        if not isinstance(criterion, Contains):
            raise unfit(criterion)
        number = digits(criterion.text) if self.numeric else ""
        return (number,) if number else words(criterion.text)


def _values(criterion: Criterion) -> Iterable[str]:
    if not isinstance(criterion, OneOf):
        raise unfit(criterion)
    return criterion.values


class NameOrder:
    """Which slot comes when: by name key, then by customer key. `slots` are those in use, in this order."""

    def __init__(
        self,
        name_keys: Iterable[str] | Lines,
        ids: Sequence[int] | NDArray[np.int64],
        slots: NDArray[np.int64] | None = None,
    ) -> None:
        """The name and the key of each slot. Without `slots` they stand in their order."""
        self.names = name_keys if isinstance(name_keys, Lines) else Lines.of(name_keys)
        self.slots = np.arange(len(ids), dtype=np.int64) if slots is None else slots
        self._ids = np.array(ids, np.int64)
        self._ranks: NDArray[np.int64] | None = None
        self._is_ascending = bool((np.diff(self.slots) > 0).all())

    def put(self, slot: int, name_key: str, customer_id: int) -> None:
        if slot >= len(self._ids):
            self._ids = np.concatenate([self._ids, np.zeros(slot + 1, np.int64)])
        self.names[slot], self._ids[slot] = name_key, customer_id
        place = bisect_left(
            self.slots, (name_key, customer_id), key=lambda other: (self.names[other], self._ids[other])
        )
        self.slots = np.insert(self.slots, place, slot)
        self._ranks = None
        self._is_ascending &= bool((np.diff(self.slots[max(place - 1, 0) : place + 2]) > 0).all())

    def drop(self, slot: int) -> None:
        self.slots = np.delete(self.slots, np.flatnonzero(self.slots == slot))
        self._ranks = None

    def sort(self, chosen: Bits) -> NDArray[np.int64]:
        """The slots of a set, in this order. All of them are in use."""
        slots = np.flatnonzero(unpack(chosen))
        if self._is_ascending:
            return slots
        if self._ranks is None:
            self._ranks = np.zeros(len(self._ids), np.int64)
            self._ranks[self.slots] = np.arange(len(self.slots))
        return slots[np.argsort(self._ranks[slots], kind="stable")]


def threshold_edges(thresholds: Sequence[Decimal]) -> tuple[float, ...]:
    """The edges of the ranges "less than 10", "10 to 20", "20 and more" from the thresholds 10 and 20."""
    return (float("-inf"), *(float(t) for t in thresholds), float("inf")) if thresholds else ()
