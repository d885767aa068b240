"""Whom a search would find if a word were mistyped: looked for when what was typed finds few."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from clienteling.database import books, similar
from clienteling.database.engine import Transaction
from clienteling.domain import typos
from clienteling.domain.search import Beginnings, beginnings
from clienteling.domain.worker import Session
from clienteling.services.held_tokens import HeldTokens

FEW = 4
"""With so many who are called what was typed, nobody looks for others."""

MOST = 20
"""So many similar customers are shown: with more, typing a word more is quicker than reading them."""

_MOST_NAMES = 40  # that are tried
_MOST_TURNED = 3  # words whose order is tried
_MORE = 4  # times as many as are wanted are looked for, so that those of the store's books can come first

Reading = tuple[Beginnings, ...]
"""The words of a search, where those that may be mistyped are replaced by what may have been meant."""


def readings(
    transaction: Transaction, session: Session, tokens: Sequence[str], begun: frozenset[str]
) -> tuple[Reading, ...]:
    """How a search can be read that found few. `begun` is what anything begins with.

    Words that nobody has are mistyped, all of them; if there are none, any one of the words may be.
    """
    spelled = [token for token in tokens if typos.is_spelled(token)]
    entity, typed = session.legal_entity.id, tuple(beginnings(token) for token in tokens)
    unknown = {word for word in typed if begun.isdisjoint(word)}
    if not spelled or not unknown <= {(token,) for token in spelled}:
        return ()
    known = similar.candidates(transaction, entity, {v for token in spelled for v in typos.looked_up(token)})
    meant: dict[Beginnings, Beginnings] = {
        (token,): typos.meant(token, known) for token in spelled if not unknown or (token,) in unknown
    }
    if unknown:
        return (tuple(meant.get(word, word) for word in typed),) if all(meant.values()) else ()
    one_replaced = (tuple(others if word == wrong else word for word in typed) for wrong, others in meant.items())
    return tuple(reading for reading in one_replaced if all(reading))


@dataclass(frozen=True, slots=True)
class Similar:
    """One search for at most `most` customers besides those who were `found`."""

    transaction: Transaction
    session: Session
    colleagues: Collection[int]
    store_id: int | None
    readings: tuple[Reading, ...]
    found: Collection[int]
    most: int

    @property
    def words(self) -> tuple[Beginnings, ...]:
        """All that the customers may be found by."""
        return tuple(dict.fromkeys(word for reading in self.readings for word in reading))

    def ids(self, held: HeldTokens | None) -> list[int]:
        """The customers of the own book, those of the store's books, then others, as far as they are quickly found."""
        known = [holder for reading in self.readings for holder in held.find(reading).items()] if held else ()
        holders: dict[int, int | None] = {key: worker_id for key, worker_id in known if key not in self.found}
        if len(holders) < self.most:
            others = [key for key in self._others() if key not in self.found and key not in holders]
            known_by = books.held(self.transaction, others, self.session.legal_entity.id)
            holders |= {key: min(who, key=self._rank, default=None) for key, who in known_by.items()}
        return sorted(holders, key=lambda key: self._rank(holders[key]))[: self.most]

    def _rank(self, worker_id: int | None) -> int:
        return 0 if worker_id == self.session.worker.id else 1 if worker_id in self.colleagues else 2

    def _others(self) -> Iterable[int]:
        entity, limit = self.session.legal_entity.id, _MORE * self.most + len(self.found)
        found: dict[int, None] = {}
        names = [name for reading in self.readings if len(reading) > 1 for name in _names(reading)]
        if names:
            named = similar.named(self.transaction, entity, names, store_id=self.store_id, limit=limit)
            found |= dict.fromkeys(named)
        # Where some are called nearly so, or exactly so, those who have the words elsewhere are hardly meant.
        for reading in self.readings if not found and not (names and self.found) else ():
            having = similar.find(self.transaction, entity, reading, store_id=self.store_id, limit=limit)
            found |= dict.fromkeys(having)
        return found


def _names(reading: Reading) -> Iterator[str]:
    """Names that the words may make, the likeliest first."""
    if len(reading) > _MOST_TURNED:
        return
    chosen = sorted(product(*(range(min(len(word), _MOST_NAMES)) for word in reading)), key=sum)
    for places in chosen[:_MOST_NAMES]:
        for order in permutations(word[place] for word, place in zip(reading, places, strict=True)):
            yield " ".join(order)
