"""Customer search: from any page, in the own book first."""

from dataclasses import dataclass

from clienteling.database import books, search, workers
from clienteling.database.engine import Transaction
from clienteling.domain.operations import Operation
from clienteling.domain.search import Hit, SearchResult, asked
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations

LIMIT = 50
_FEW = 10  # times as many as are wanted: with fewer than these, all of them are looked at
_MUCH_MORE = 8
_QUICKLY_TRIED = 2000


class Search:
    """Finds customers of the session's legal entity by name, e-mail, phone, card, address and account number."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def find(self, session: Session, text: str, *, all_stores: bool = False, limit: int = LIMIT) -> SearchResult:
        """Customers in whom every typed word begins something, limited to the store's customer address books.

        Word order, case and accents do not matter, nor does the notation of numbers.
        """
        tokens = asked(text)

        def work(transaction: Transaction) -> SearchResult:
            if not tokens:
                return SearchResult((), (), (), False)
            seen = workers.visible_from(transaction, session.store.id)
            asking = _Asking(transaction, session, seen, None if all_stores else session.store.id, tokens, limit + 1)
            ids = asking.ids()
            hits = search.hits(transaction, ids[:limit], tokens)
            return _divided(hits, session.worker.id, frozenset(seen), len(ids) > limit)

        return self._operations.read(session, Operation.CUSTOMER_SEARCH, work)

    def scanned(self, session: Session, code: str) -> int | None:
        """The customer whose loyalty card or account number this is, in all stores of the legal entity."""
        return self._operations.read(
            session,
            Operation.CUSTOMER_SEARCH,
            lambda t: search.by_code(t, session.legal_entity.id, code),
        )


@dataclass(frozen=True, slots=True)
class _Asking:
    """One search. Ordering a million is what would take long: the books come first, and others fill up unordered."""

    transaction: Transaction
    session: Session
    colleagues: tuple[int, ...]
    store_id: int | None
    tokens: tuple[str, ...]
    most: int

    def ids(self) -> list[int]:
        """The customers of the own book, then those of the store's books, then others."""
        entity = self.session.legal_entity.id
        sizes = {token: search.size(self.transaction, entity, token) for token in self.tokens}
        tokens = sorted(self.tokens, key=sizes.__getitem__)
        rarest = sizes[tokens[0]]
        # Of a word that is much more frequent than the rarest one, it is quicker to look for each customer.
        rare = max(sum(size < min(search.MANY, _MUCH_MORE * rarest) for size in sizes.values()), 1)
        some: list[int] = []
        if rare > 1 or len(tokens) == 1 or rarest < _QUICKLY_TRIED:
            some = search.every(self.transaction, entity, tokens[:rare], tokens[rare:], limit=_FEW * self.most)
            if len(some) < _FEW * self.most:
                return self._books_first(some)
        return self._book_after_book(tokens, some, is_frequent=rarest >= search.MANY // 2)

    def _books_first(self, found: list[int]) -> list[int]:
        """All that were found, in the order in which they are shown."""
        me, entity = self.session.worker.id, self.session.legal_entity.id
        holders = books.holder_ids(self.transaction, found, entity)
        mine = [key for key in found if holders[key] == me]
        store = [key for key in found if holders[key] != me and holders[key] in self.colleagues]
        others = [key for key in found if holders[key] not in {me, *self.colleagues}]
        return (mine + store + self._of_store(others))[: self.most]

    def _book_after_book(self, tokens: list[str], some: list[int], *, is_frequent: bool) -> list[int]:
        """The first that are found among many, of whom `some` are known. `is_frequent`: even the rarest word is."""
        entity = self.session.legal_entity.id
        found: dict[int, None] = {}
        for holders in ((self.session.worker.id,), self.colleagues):
            book_ids = books.ids_of(self.transaction, entity, holders)
            if book_ids and len(found) < self.most:
                by_book = is_frequent and books.is_small(self.transaction, book_ids)
                found |= dict.fromkeys(self._find(tokens, book_ids, by_book=by_book))
        if len(found) < self.most:
            found |= dict.fromkeys(self._of_store(some))
        if len(found) < self.most:
            found |= dict.fromkeys(self._find(tokens, None, by_book=False))
        return list(found)[: self.most]

    def _find(self, tokens: list[str], book_ids: tuple[int, ...] | None, *, by_book: bool) -> list[int]:
        return search.find(
            self.transaction,
            self.session.legal_entity.id,
            tokens,
            store_id=self.store_id if book_ids is None else None,
            book_ids=book_ids,
            limit=self.most,
            by_book=by_book,
        )

    def _of_store(self, found: list[int]) -> list[int]:
        """Those whom the search is not kept from, in their order."""
        if self.store_id is None:
            return found
        shelved = search.of_store(self.transaction, found, self.store_id)
        return [key for key in found if key in shelved]


def _divided(hits: tuple[Hit, ...], worker_id: int, colleagues: frozenset[int], more: bool) -> SearchResult:
    mine = tuple(h for h in hits if h.holder and h.holder.worker_id == worker_id)
    store = tuple(h for h in hits if h.holder and h.holder.worker_id in colleagues - {worker_id})
    taken = {h.customer_id for h in mine + store}
    return SearchResult(mine, store, tuple(h for h in hits if h.customer_id not in taken), more)
