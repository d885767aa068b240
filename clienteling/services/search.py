"""Customer search: from any page, in the own book first."""

from clienteling.database import books, search, workers
from clienteling.database.engine import Transaction
from clienteling.domain.operations import Operation
from clienteling.domain.search import Hit, SearchResult, asked
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations

LIMIT = 50


class Search:
    """Finds customers of the session's legal entity by name, e-mail, phone, card, address and account number."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def find(self, session: Session, text: str, *, all_stores: bool = False, limit: int = LIMIT) -> SearchResult:
        """Customers in whom every typed word begins something, limited to the store's customer address books.

        Word order, case and accents do not matter, nor does the notation of numbers.
        """
        tokens = asked(text)
        store_id = None if all_stores else session.store.id
        legal_entity_id = session.legal_entity.id

        def work(transaction: Transaction) -> SearchResult:
            if not tokens:
                return SearchResult((), (), (), False)
            colleagues = workers.visible_from(transaction, session.store.id)
            mine = books.ids_of(transaction, legal_entity_id, [session.worker.id])
            store = books.ids_of(transaction, legal_entity_id, colleagues)
            found: list[int] = []
            # Ordering a million is the cost of a search, so the books come first and the rest fills up unordered.
            for book_ids, limited_to in ((mine, None), (store, None), (None, store_id)):
                if len(dict.fromkeys(found)) <= limit and (book_ids is None or book_ids):
                    found += search.find(
                        transaction,
                        legal_entity_id,
                        tokens,
                        store_id=limited_to,
                        book_ids=book_ids,
                        limit=limit + 1,
                    )
            ids = list(dict.fromkeys(found))
            hits = search.hits(transaction, ids[:limit], tokens)
            return _divided(hits, session.worker.id, frozenset(colleagues), len(ids) > limit)

        return self._operations.read(session, Operation.CUSTOMER_SEARCH, work)

    def scanned(self, session: Session, code: str) -> int | None:
        """The customer whose loyalty card or account number this is, in all stores of the legal entity."""
        return self._operations.read(
            session,
            Operation.CUSTOMER_SEARCH,
            lambda t: search.by_code(t, session.legal_entity.id, code),
        )


def _divided(hits: tuple[Hit, ...], worker_id: int, colleagues: frozenset[int], more: bool) -> SearchResult:
    mine = tuple(h for h in hits if h.holder and h.holder.worker_id == worker_id)
    store = tuple(h for h in hits if h.holder and h.holder.worker_id in colleagues - {worker_id})
    taken = {h.customer_id for h in mine + store}
    return SearchResult(mine, store, tuple(h for h in hits if h.customer_id not in taken), more)
