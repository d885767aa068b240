"""Customer search: from any page, in the own book first."""

from clienteling.database import books, records, search, workers
from clienteling.database.engine import Transaction
from clienteling.domain.operations import Operation
from clienteling.domain.search import Hit, SearchResult, asked
from clienteling.domain.worker import Session
from clienteling.services.asking import Asking
from clienteling.services.following import LOOK_BACK, news_since
from clienteling.services.held_tokens import HeldTokens
from clienteling.services.operations import Operations

LIMIT = 50


class Search:
    """Finds customers of the session's legal entity by name, e-mail, phone, card, address and account number."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self._held: dict[tuple[int, int, int], HeldTokens] = {}

    def find(self, session: Session, text: str, *, all_stores: bool = False, limit: int = LIMIT) -> SearchResult:
        """Customers in whom every typed word begins something, limited to the store's customer address books.

        Word order, case and accents do not matter, nor does the notation of numbers.
        """
        tokens = asked(text)

        def work(transaction: Transaction) -> SearchResult:
            if not tokens:
                return SearchResult((), (), (), False)
            colleagues = workers.visible_from(transaction, session.store.id)
            asking = Asking(
                transaction, session, colleagues, None if all_stores else session.store.id, tokens, limit + 1
            )
            ids = asking.ids(self._holders(transaction, session, colleagues))
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

    def _holders(self, transaction: Transaction, session: Session, colleagues: tuple[int, ...]) -> HeldTokens | None:
        """The tokens of the store's books and the own one, with all changes; None if they are not small."""
        entity, worker = session.legal_entity.id, session.worker.id
        book_ids = books.ids_of(transaction, entity, (*colleagues, worker))
        place = (entity, session.store.id, worker)
        held = self._held.get(place)
        if held is not None and held.book_ids == book_ids:
            news = news_since(transaction, held.as_of, held.seen)
            if news.customers is not None:
                if news.customers:
                    held.update(news.customers, *search.held(transaction, book_ids, news.customers))
                held.remember(news.newest, news.records, news.newest - LOOK_BACK)
                return held
        self._held.pop(place, None)
        if not books.is_small(transaction, book_ids):
            return None
        held = HeldTokens(book_ids)
        newest = records.newest(transaction)
        held.remember(newest, news_since(transaction, newest, ()).records, newest - LOOK_BACK)
        held.load(*search.held(transaction, book_ids))
        self._held[place] = held
        return held


def _divided(hits: tuple[Hit, ...], worker_id: int, colleagues: frozenset[int], more: bool) -> SearchResult:
    mine = tuple(h for h in hits if h.holder and h.holder.worker_id == worker_id)
    store = tuple(h for h in hits if h.holder and h.holder.worker_id in colleagues - {worker_id})
    taken = {h.customer_id for h in mine + store}
    return SearchResult(mine, store, tuple(h for h in hits if h.customer_id not in taken), more)
