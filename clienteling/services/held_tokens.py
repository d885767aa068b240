"""What search finds the customers of a store's books by, in memory: they come first with each key stroke."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clienteling.domain.search import AFTER_ALL, Beginnings, is_found

_MOST_ASIDE = 200  # customers who were changed; with more of them, all is sorted anew


@dataclass(slots=True)
class HeldTokens:
    """The customers of some books with their holders and tokens. `as_of` and `seen` are as in an open book."""

    book_ids: tuple[int, ...]
    as_of: int = 0
    seen: frozenset[int] = frozenset()
    _holders: dict[int, int] = field(default_factory=dict)
    _tokens: dict[int, list[str]] = field(default_factory=dict)
    _sorted: list[tuple[str, int]] = field(default_factory=list)
    _aside: set[int] = field(default_factory=set)

    def load(self, holders: Mapping[int, int], tokens: Iterable[tuple[int, str]]) -> None:
        """Take in all customers: who holds each of them, and what each is found by."""
        self._holders, self._tokens = dict(holders), {}
        for key, token in tokens:
            self._tokens.setdefault(key, []).append(token)
        self._sort()

    def update(
        self, customer_ids: Sequence[int], holders: Mapping[int, int], tokens: Iterable[tuple[int, str]]
    ) -> None:
        """Take in what these customers are now; those without a holder are no longer in the books."""
        for key in customer_ids:
            self._holders.pop(key, None)
            self._tokens.pop(key, None)
        self._holders |= holders
        for key, token in tokens:
            if key in holders:
                self._tokens.setdefault(key, []).append(token)
        self._aside |= {*customer_ids}
        if len(self._aside) > _MOST_ASIDE:
            self._sort()

    def find(self, asked: Sequence[Beginnings]) -> dict[int, int]:
        """The holders of the customers who have a token beginning with each asked word, by customer."""
        found = set.intersection(*(self._having(word) for word in asked)) - self._aside
        found |= {key for key in self._aside if is_found(self._tokens.get(key, ()), asked)}
        return {key: self._holders[key] for key in sorted(found)}

    def remember(self, newest: int, records: Iterable[int], forget_before: int) -> None:
        """Note up to which record all is current, and which of the latest ones were taken in."""
        self.as_of = newest
        self.seen = frozenset(key for key in (*self.seen, *records) if key >= forget_before)

    def _having(self, word: Beginnings) -> set[int]:
        found: set[int] = set()
        for beginning in word:
            first, last = bisect_left(self._sorted, (beginning,)), bisect_left(self._sorted, (beginning + AFTER_ALL,))
            found |= {key for _, key in self._sorted[first:last]}
        return found

    def _sort(self) -> None:
        self._sorted = sorted((token, key) for key, tokens in self._tokens.items() for token in tokens)
        self._aside.clear()
