"""Customer search: from any page, in the own book first."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from clienteling.database import books, records, search, workers
from clienteling.database.engine import Transaction
from clienteling.database.search_hits import hits
from clienteling.domain.operations import Operation
from clienteling.domain.search import Beginnings, Hit, SearchResult, asked, beginnings, in_values
from clienteling.domain.worker import Session
from clienteling.services import similar
from clienteling.services.asking import Asking
from clienteling.services.following import LOOK_BACK, news_since
from clienteling.services.held_tokens import HeldTokens
from clienteling.services.operations import Operations
from clienteling.services.similar import Similar

LIMIT = 50


class Search:
    """Finds customers of the session's legal entity by name, e-mail, phone, card, address, number and attributes."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self._held: dict[tuple[int, int, int], HeldTokens] = {}

    def find(self, session: Session, text: str, *, all_stores: bool = False, limit: int = LIMIT) -> SearchResult:
        """Customers in whom every typed word begins something, limited to the store's customer address books.

        Word order, case and accents do not matter, nor does the notation of numbers. Where there is room, words of
        attributes are looked at too, and then customers are added whose names are nearly what was typed.
        """
        tokens = asked(text)

        def work(transaction: Transaction) -> SearchResult:
            if not tokens:
                return SearchResult((), (), (), False)
            colleagues = workers.visible_from(transaction, session.store.id)
            held = self._holders(transaction, session, colleagues)
            place = None if all_stores else session.store.id
            begun = _begun(transaction, session, tokens)
            ids: list[int] = []
            words: tuple[Beginnings, ...] = ()
            for wider in _widening(tokens, begun):
                if len(ids) > limit:
                    break
                words, most = wider, limit + 1 + len(ids)
                found = Asking(transaction, session, colleagues, place, words, most).ids(held)
                ids = [*dict.fromkeys([*ids, *found])][: limit + 1]
            shown = hits(transaction, session.legal_entity.id, ids[:limit], words)
            result = _divided(shown, session.worker.id, frozenset(colleagues), len(ids) > limit)
            room = min(limit, similar.MOST) - len(ids) if len(ids) < similar.FEW else 0
            readings = similar.readings(transaction, session, tokens, begun) if room > 0 else ()
            if not readings:
                return result
            asking = Similar(transaction, session, colleagues, place, readings, frozenset(ids), room)
            return _with_similar(result, transaction, asking, held)

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
                    held.update(news.customers, *search.held(transaction, book_ids, worker, news.customers))
                held.remember(news.newest, news.records, news.newest - LOOK_BACK)
                return held
        self._held.pop(place, None)
        if not books.is_small(transaction, book_ids):
            return None
        held = HeldTokens(book_ids)
        newest = records.newest(transaction)
        held.remember(newest, news_since(transaction, newest, ()).records, newest - LOOK_BACK)
        held.load(*search.held(transaction, book_ids, worker))
        self._held[place] = held
        return held


def _begun(transaction: Transaction, session: Session, tokens: Sequence[str]) -> frozenset[str]:
    """What anything begins with, of all that the tokens are looked for by."""
    asked_for = (part for token in tokens for part in (*beginnings(token), in_values(token)))
    return search.known(transaction, session.legal_entity.id, asked_for)


def _widening(tokens: Sequence[str], begun: frozenset[str]) -> tuple[tuple[Beginnings, ...], ...]:
    """What is looked for: first without attributes, then with them. Nothing, where nobody can have all words."""
    narrow = tuple(beginnings(token) for token in tokens)
    wide = tuple((*beginnings(token), *begun.intersection({in_values(token)})) for token in tokens)
    return tuple(words for words in dict.fromkeys((narrow, wide)) if not any(begun.isdisjoint(word) for word in words))


def _with_similar(
    result: SearchResult, transaction: Transaction, asking: Similar, held: HeldTokens | None
) -> SearchResult:
    ids = asking.ids(held)
    if not ids:
        return result
    session = asking.session
    found = hits(transaction, session.legal_entity.id, ids, asking.words)
    in_order = _divided(found, session.worker.id, frozenset(asking.colleagues), more=False).hits
    return replace(result, similar=in_order, meant=tuple(beginning for word in asking.words for beginning in word))


def _divided(hits: tuple[Hit, ...], worker_id: int, colleagues: frozenset[int], more: bool) -> SearchResult:
    """The hits by whose book they are in: the own one before those of colleagues, where they are in several."""
    mine = _held_by(hits, {worker_id})
    own = {h.customer_id for h in mine}
    store = tuple(h for h in _held_by(hits, colleagues) if h.customer_id not in own)
    taken = own | {h.customer_id for h in store}
    return SearchResult(mine, store, tuple(h for h in hits if h.customer_id not in taken), more)


def _held_by(hits: tuple[Hit, ...], worker_ids: Collection[int]) -> tuple[Hit, ...]:
    """Those of the hits whom one of the workers has; that one is named first."""
    held = ((h, h.holder.led_by(worker_ids)) for h in hits if h.holder is not None)
    return tuple(replace(h, holder=holder) for h, holder in held if holder is not None)
