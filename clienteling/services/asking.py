"""How a search goes about: ordering a million is what would take long, so books come first and others fill up."""

from dataclasses import dataclass

from clienteling.database import books, search
from clienteling.database.engine import Transaction
from clienteling.domain.search import Beginnings
from clienteling.domain.worker import Session
from clienteling.services.held_tokens import HeldTokens

_FEW = 10  # times as many as are wanted: with fewer than these, all of them are looked at
_MUCH_MORE = 8  # times as frequent: then it is quicker to look for the word at each customer
_MANY = 4000  # so many that trying one after the other is quicker than going through all of them
_MANY_IN_BOOKS = 20_000  # the same if books have to be searched for each of them


@dataclass(frozen=True, slots=True)
class Asking:
    """One search for at most `most` customers. `colleagues` are the workers whose books the store sees.

    The first beginning of a word is what was typed.
    """

    transaction: Transaction
    session: Session
    colleagues: tuple[int, ...]
    store_id: int | None
    words: tuple[Beginnings, ...]
    most: int

    def ids(self, held: HeldTokens | None) -> list[int]:
        """The customers of the own book, then those of the store's books, then others. `held` knows both books."""
        if held is None:
            return self._book_after_book()
        holders = held.find(self.words)
        mine = [key for key, worker_id in holders.items() if worker_id == self.session.worker.id]
        found = dict.fromkeys([*mine, *holders])
        if len(found) < self.most:
            # Some of those that are found among all are known already.
            found |= dict.fromkeys(self._others(self.most + len(found)))
        return [*found][: self.most]

    def _others(self, wanted: int) -> list[int]:
        """So many of all customers, or as many as there are."""
        named = self._named(None, wanted)
        if len(named) >= wanted:
            return named
        words, some, are_all = self._some(wanted, _MANY)
        shelved = self._of_store(some)
        return shelved if are_all or len(shelved) >= wanted else self._find(words, None, wanted)

    def _some(self, wanted: int, many: int) -> tuple[list[Beginnings], list[int], bool]:
        """The words, the rarest first; customers who have them all, and whether there are no others.

        Several times as many as are wanted, if they are quickly found; else none.
        """
        entity = self.session.legal_entity.id
        sizes: dict[Beginnings, int] = {}
        if self._several:
            sizes = {word: search.size(self.transaction, entity, word, many) for word in self.words}
        words = sorted(self.words, key=lambda word: sizes.get(word, 0))
        rarest = sizes.get(words[0], 0)
        rare = max(sum(size < min(many, _MUCH_MORE * rarest) for size in sizes.values()), 1)
        if rare == 1 and rarest >= many // 4:
            return words, [], False
        limit = _FEW * wanted
        some = search.every(self.transaction, entity, words[:rare], words[rare:], limit=limit)
        return words, some, len(some) < limit

    def _book_after_book(self) -> list[int]:
        """The same as `ids` for books that are too big to be known."""
        words, some, are_all = self._some(self.most, _MANY_IN_BOOKS)
        if are_all:
            return self._books_first(some)
        found: dict[int, None] = {}
        for holders in ((self.session.worker.id,), self.colleagues):
            book_ids = books.ids_of(self.transaction, self.session.legal_entity.id, holders)
            if book_ids and len(found) < self.most:
                found |= dict.fromkeys(self._named(book_ids, self.most))
            if book_ids and len(found) < self.most:
                found |= dict.fromkeys(self._find(words, book_ids, self.most))
        # Some of those that are found among all are known already.
        wanted = self.most + len(found)
        if len(found) < self.most:
            found |= dict.fromkeys(self._of_store(some) or self._named(None, wanted))
        if len(found) < self.most:
            found |= dict.fromkeys(self._find(words, None, wanted))
        return [*found][: self.most]

    def _books_first(self, found: list[int]) -> list[int]:
        """All that were found, in the order in which they are shown."""
        me, entity = self.session.worker.id, self.session.legal_entity.id
        held = books.held(self.transaction, found, entity)
        mine = [key for key in found if me in held[key]]
        others = [key for key in found if {me, *self.colleagues}.isdisjoint(held[key])]
        own_store = {*found} - {*mine, *others}
        store = [key for key in found if key in own_store]
        return (mine + store + self._of_store(others))[: self.most]

    @property
    def _several(self) -> bool:
        return len(self.words) > 1

    def _named(self, book_ids: tuple[int, ...] | None, limit: int) -> list[int]:
        """Those whose name is what was typed: of several words that are all frequent, they are found at once."""
        entity = self.session.legal_entity.id
        store_id = self.store_id if book_ids is None else None
        if not self._several:
            return []
        typed = [word[0] for word in self.words]
        return search.named(self.transaction, entity, typed, store_id=store_id, book_ids=book_ids, limit=limit)

    def _find(self, words: list[Beginnings], book_ids: tuple[int, ...] | None, limit: int) -> list[int]:
        entity = self.session.legal_entity.id
        store_id = self.store_id if book_ids is None else None
        return search.find(self.transaction, entity, words, store_id=store_id, book_ids=book_ids, limit=limit)

    def _of_store(self, found: list[int]) -> list[int]:
        """Those whom the search is not kept from, in their order."""
        if self.store_id is None:
            return found
        shelved = search.of_store(self.transaction, found, self.store_id)
        return [key for key in found if key in shelved]
