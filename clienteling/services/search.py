"""Customer search: from any page, in the own book first."""

from dataclasses import dataclass

from clienteling.database import books, search, workers
from clienteling.database.engine import Transaction
from clienteling.domain.operations import Operation
from clienteling.domain.search import Hit, SearchResult, asked
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations

LIMIT = 50
_FEW = 500  # with fewer hits than that, all of them are looked at


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
        tokens, rare = list(self.tokens), 1
        if len(tokens) > 1:
            sizes = {token: search.size(self.transaction, entity, token) for token in tokens}
            tokens.sort(key=sizes.__getitem__)
            rare = sum(size < search.MANY for size in sizes.values())
        if len(tokens) == 1 or rare > 1:
            found = search.every(self.transaction, entity, tokens[:rare], tokens[rare:], limit=_FEW)
            if len(found) < _FEW:
                return self._books_first(found)
        return self._book_after_book(tokens)

    def _books_first(self, found: list[int]) -> list[int]:
        """All that were found, in the order in which they are shown."""
        me, entity = self.session.worker.id, self.session.legal_entity.id
        holders = books.holder_ids(self.transaction, found, entity)
        mine = [key for key in found if holders[key] == me]
        store = [key for key in found if holders[key] != me and holders[key] in self.colleagues]
        others = [key for key in found if holders[key] not in {me, *self.colleagues}]
        if self.store_id is not None:
            shelved = search.of_store(self.transaction, others, self.store_id)
            others = [key for key in others if key in shelved]
        return (mine + store + others)[: self.most]

    def _book_after_book(self, tokens: list[str]) -> list[int]:
        """The first that are found among many."""
        entity = self.session.legal_entity.id
        mine = books.ids_of(self.transaction, entity, [self.session.worker.id])
        store = books.ids_of(self.transaction, entity, self.colleagues)
        found: dict[int, None] = {}
        for book_ids, store_id in ((mine, None), (store, None), (None, self.store_id)):
            if len(found) < self.most and (book_ids is None or book_ids):
                more = search.find(
                    self.transaction,
                    entity,
                    tokens,
                    store_id=store_id,
                    book_ids=book_ids,
                    limit=self.most,
                    by_book=book_ids is not None and books.is_small(self.transaction, book_ids),
                )
                found |= dict.fromkeys(more)
        return list(found)[: self.most]


def _divided(hits: tuple[Hit, ...], worker_id: int, colleagues: frozenset[int], more: bool) -> SearchResult:
    mine = tuple(h for h in hits if h.holder and h.holder.worker_id == worker_id)
    store = tuple(h for h in hits if h.holder and h.holder.worker_id in colleagues - {worker_id})
    taken = {h.customer_id for h in mine + store}
    return SearchResult(mine, store, tuple(h for h in hits if h.customer_id not in taken), more)
