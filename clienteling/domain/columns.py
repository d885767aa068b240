"""The columns of an open book: one per property, in memory, so that filters and their counts never join tables.

Customers have slots; at first in name order, new ones behind. A set of customers is a row of bits, 64 to a word:
filters are combined by `&`, and counted by counting bits. Columns with few values keep the set of each value ready,
so that the counts of a filter are one `&` and one count for all of its values.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.dates import YearlyDate, day_number, days_until_each
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.filters import Between, Contains, Criterion, NextDays, OneOf, YearlyBetween
from clienteling.domain.text import digits, fold, words

Bits = NDArray[np.uint64]
BARS = 15


@dataclass(frozen=True, slots=True)
class Rows:
    """What columns are made from: `customers` (key, name key, holder) in name order, the rest after its key."""

    customers: Sequence[Any]
    attributes: Sequence[Any]
    measures: Sequence[Any]
    important_dates: Sequence[Any]
    scores: Sequence[Any]
    phones: Sequence[Any]
    emails: Sequence[Any]
    cards: Sequence[Any]


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

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        """A key for each slot to sort by; NaN where there is no value."""
        ...


def unfit(criterion: Criterion) -> Invalid:
    """What is raised for a criterion that the property has no values for: it was another property when it was asked."""
    return Invalid(criterion.key, mark("This property cannot be filtered like that any more. Please choose anew."))


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
        word, bit = slot // 64, np.uint64(1 << (slot % 64))
        self.sets[:, word] &= ~bit
        self.sets[rows, word] |= bit

    def match(self, criterion: Criterion) -> Bits:
        rows = [self.values.index(v) for v in _values(criterion) if v in self.values]
        none = np.zeros(self.sets.shape[1], np.uint64)
        return np.bitwise_or.reduce(self.sets[rows], axis=0) if rows else none

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

        return sorted(range(len(self.values)), key=by_value)

    def _row(self, value: str) -> int:
        try:
            return self.values.index(value)
        except ValueError:
            self.values.append(value)
            self.sets = np.vstack([self.sets, np.zeros((1, self.sets.shape[1]), np.uint64)])
            return len(self.values) - 1


@dataclass(slots=True)
class Numbers:
    """Numbers, and days as ordinals. `edges` divide them into the parts that are counted.

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
        word, bit = slot // 64, np.uint64(1 << (slot % 64))
        self.sets[:, word] &= ~bit
        if not values:
            return
        if self.edges and self.edges[0] <= values[0] <= self.edges[-1]:
            self.sets[self._part(values[0]), word] |= bit
        else:
            self._divide()

    def match(self, criterion: Criterion) -> Bits:
        if not isinstance(criterion, Between):
            raise unfit(criterion)
        chosen = ~np.isnan(self.numbers)
        if criterion.low is not None:
            chosen &= self.numbers >= float(criterion.low)
        if criterion.high is not None:
            high = float(criterion.high)
            chosen &= (self.numbers < high) if criterion.below else (self.numbers <= high)
        return pack(chosen)

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


def bar_edges(numbers: NDArray[np.float64]) -> tuple[float, ...]:
    """The edges of equal bars over all known numbers; none if there are no two different ones."""
    known = numbers[~np.isnan(numbers)]
    if not len(known) or known.min() == known.max():
        return ()
    return tuple(float(edge) for edge in np.linspace(known.min(), known.max(), BARS + 1))


@dataclass(slots=True)
class Yearly:
    """Days that come round each year, as day numbers of a leap year; -1 where there is none."""

    today: date
    days: NDArray[np.int16] = field(default_factory=lambda: np.zeros(0, np.int16))
    _until: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        # One more entry, which the day number -1 of a missing day finds.
        self._until = np.array([*days_until_each(self.today), np.nan])

    def resize(self, slots: int) -> None:
        grown = np.full(slots, -1, np.int16)
        grown[: len(self.days)] = self.days
        self.days = grown

    def fill(self, slots: Sequence[int], values: Sequence[tuple[int, int]]) -> None:
        """Put many (month, day) at once."""
        numbers = [day_number(YearlyDate(month, day)) for month, day in values]
        self.days[np.asarray(slots, np.int64)] = numbers

    def put(self, slot: int, values: Sequence[Any]) -> None:
        self.days[slot] = day_number(YearlyDate(*values[0])) if values else -1

    def match(self, criterion: Criterion) -> Bits:
        match criterion:
            case NextDays(days=days):
                return pack((self.days >= 0) & (self._until[self.days] <= days))
            case YearlyBetween(first=first, last=last):
                low, high = day_number(YearlyDate(*first)), day_number(YearlyDate(*last))
                after, before = self.days >= low, (self.days <= high) & (self.days >= 0)
                return pack(after & before if low <= high else after | before)
            case _:
                raise unfit(criterion)

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        """Days from today to the next time."""
        return self._until[self.days[slots]]


@dataclass(slots=True)
class Texts:
    """Any texts, kept folded, several in one string; phone numbers as digits."""

    numeric: bool = False
    texts: list[str] = field(default_factory=list)

    def resize(self, slots: int) -> None:
        self.texts += [""] * (slots - len(self.texts))

    def fill(self, slots: Sequence[int], values: Sequence[str]) -> None:
        """Put many texts at once; a slot that has one gets the next behind it."""
        for slot, value in zip(slots, values, strict=True):
            text = fold(value)
            self.texts[slot] = f"{self.texts[slot]} {text}" if self.texts[slot] else text

    def put(self, slot: int, values: Sequence[Any]) -> None:
        self.texts[slot] = " ".join(fold(value) for value in values)

    def match(self, criterion: Criterion) -> Bits:
        if not isinstance(criterion, Contains):
            raise unfit(criterion)
        number = digits(criterion.text) if self.numeric else ""
        asked = (number,) if number else words(criterion.text)
        texts = self.texts
        chosen = np.fromiter((all(word in text for word in asked) for text in texts), np.bool_, len(texts))
        return pack(chosen)

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        texts = [self.texts[slot] for slot in slots]
        ranks = {text: rank for rank, text in enumerate(sorted(set(texts) - {""}))}
        return np.array([ranks.get(text, np.nan) for text in texts], np.float64)


def _values(criterion: Criterion) -> Iterable[str]:
    if not isinstance(criterion, OneOf):
        raise unfit(criterion)
    return criterion.values


class NameOrder:
    """Which slot comes when: by name key, then by customer key."""

    def __init__(self, name_keys: list[str], ids: list[int]) -> None:
        self._keys = list(zip(name_keys, ids, strict=True))
        self.slots = np.arange(len(ids), dtype=np.int64)

    def put(self, slot: int, name_key: str, customer_id: int) -> None:
        place = bisect_left(self._keys, (name_key, customer_id))
        self._keys.insert(place, (name_key, customer_id))
        self.slots = np.insert(self.slots, place, slot)

    def drop(self, slot: int) -> None:
        place = int(np.flatnonzero(self.slots == slot)[0])
        del self._keys[place]
        self.slots = np.delete(self.slots, place)


def threshold_edges(thresholds: Sequence[Decimal]) -> tuple[float, ...]:
    """The edges of the ranges "less than 10", "10 to 20", "20 and more" from the thresholds 10 and 20."""
    return (float("-inf"), *(float(t) for t in thresholds), float("inf")) if thresholds else ()
