"""Client books: looking at them, and adding, removing and reassigning customers."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from zoneinfo import ZoneInfo

from clienteling.database import books, covers, customers, history, records, relationships, workers
from clienteling.database import columns as stored_columns
from clienteling.database.engine import Transaction
from clienteling.domain.book import BookSize, ClientBook
from clienteling.domain.card import Card, PropertyDefinition
from clienteling.domain.dates import next_time
from clienteling.domain.errors import Invalid, Storage, mark
from clienteling.domain.filters import Query
from clienteling.domain.history import asks_history
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import CARD_PLACES
from clienteling.domain.profile import ComingDate
from clienteling.domain.worker import Session
from clienteling.services.cards import CardReader
from clienteling.services.following import LOOK_BACK, MOST_CHANGED, news_since
from clienteling.services.open_book import Found, OpenBook
from clienteling.services.operations import Operations

PAGE = 40
_MUCH_UPDATED = 500  # changes since a book was kept that make it worth keeping anew
_LEAST_KEPT = 5000  # smaller books are read from their rows in no time


class View(StrEnum):
    """The two views: the worker's own book (712), and the books of the store (713)."""

    MINE = "mine"
    STORE = "store"

    @property
    def operation(self) -> Operation:
        return Operation.VIEW_MY_CLIENT_BOOK if self is View.MINE else Operation.VIEW_STORE_CLIENT_BOOKS


class Books:
    """Client books as they are looked at. What is open stays in memory and is kept current by the records of others."""

    def __init__(self, operations: Operations, cards: CardReader) -> None:
        self._operations = operations
        self._cards = cards
        self._open: dict[str, OpenBook] = {}
        self._to_keep: set[str] = set()

    def first_page(self, session: Session, view: View, limit: int = PAGE) -> tuple[Card, ...]:
        """The first cards in name order, straight from the database: what is painted before the rest is known."""

        def work(transaction: Transaction) -> tuple[Card, ...]:
            book_ids = books.ids_of(transaction, session.legal_entity.id, self._holders(transaction, session, view))
            ids = books.first_customers(transaction, book_ids, limit)
            return self._cards.cards(transaction, session.legal_entity.id, ids)

        return self._operations.read(session, view.operation, work)

    def find(self, session: Session, view: View, query: Query, *, more: bool = False) -> Found:
        """All customers that the query lets through, in its order, and the facets with their counts.

        With `more` also the facets of the score and of what happened, which is read when it is first wanted.

        Raises `Invalid` with field "sort" for an unknown order, with a property's key for one that cannot be filtered
        like that (any more).
        """

        def work(transaction: Transaction) -> Found:
            book = self._current(transaction, session, view, with_history=more or asks_history(query))
            if query.sort not in book.sorts():
                raise Invalid("sort", mark("The book cannot be sorted by “{sort}”."), sort=query.sort)
            return book.find(query, session.worker.language, more=more)

        found = self._operations.read(session, view.operation, work)
        self._keep()
        return found

    def cards(self, session: Session, view: View, customer_ids: Sequence[int]) -> tuple[Card, ...]:
        """The cards of these customers, in this order, as far as they are in the view."""

        def work(transaction: Transaction) -> tuple[Card, ...]:
            ids = self._current(transaction, session, view).members_of([int(key) for key in customer_ids])
            return self._cards.cards(transaction, session.legal_entity.id, ids)

        return self._operations.read(session, view.operation, work)

    def definitions(self, session: Session) -> tuple[PropertyDefinition, ...]:
        """The properties that books of the legal entity can be filtered and sorted by."""
        return self._operations.database.read(lambda t: self._cards.definitions(t, session.legal_entity.id).all)

    def card_places(self, session: Session) -> int:
        """How many properties the cards show."""
        shown = self._operations.database.read(lambda t: self._cards.definitions(t, session.legal_entity.id).card)
        return max(len(shown), CARD_PLACES.default)

    def more_definitions(self, session: Session) -> tuple[PropertyDefinition, ...]:
        """The score and what happened: what books can also be filtered by, and but for what was bought sorted by."""
        return self._operations.database.read(lambda t: self._cards.definitions(t, session.legal_entity.id).more)

    def book(self, session: Session) -> ClientBook | None:
        """The worker's own book; None before the first customer was added."""
        return self._operations.read(
            session,
            Operation.VIEW_MY_CLIENT_BOOK,
            lambda t: books.find(t, session.legal_entity.id, session.worker.id),
        )

    def count(self, session: Session, view: View) -> int:
        """How many customers a view has."""

        def work(transaction: Transaction) -> int:
            holders = self._holders(transaction, session, view)
            return books.count(transaction, books.ids_of(transaction, session.legal_entity.id, holders))

        return self._operations.read(session, view.operation, work)

    def colleagues(self, session: Session) -> tuple[BookSize, ...]:
        """The workers whose books the store sees, with the size of each: who can be reassigned from and to."""

        def work(transaction: Transaction) -> tuple[BookSize, ...]:
            visible = workers.visible_from(transaction, session.store.id)
            return books.sizes(transaction, session.legal_entity.id, visible)

        return self._operations.read(session, Operation.VIEW_STORE_CLIENT_BOOKS, work)

    def coming_dates(self, session: Session, days: int) -> tuple[ComingDate, ...]:
        """The important dates of the own book's customers from today on, soonest first."""
        today = self.today(session)
        wanted = [today + timedelta(days=number) for number in range(days + 1)]

        def work(transaction: Transaction) -> tuple[ComingDate, ...]:
            holders = self._holders(transaction, session, View.MINE)
            found = (
                ComingDate(key, name, phone, important, next_time(important.day, today))
                for book_id in books.ids_of(transaction, session.legal_entity.id, holders)
                for key, name, phone, important in customers.coming_dates(transaction, book_id, wanted)
            )
            return tuple(sorted((d for d in found if d.next_day <= wanted[-1]), key=lambda d: d.next_day))

        return self._operations.read(session, Operation.VIEW_MY_CLIENT_BOOK, work)

    def today(self, session: Session) -> date:
        """The day it is at the store."""
        return self._operations.clock().astimezone(_zone(session)).date()

    def _holders(self, transaction: Transaction, session: Session, view: View) -> tuple[int, ...]:
        """The workers whose books a view shows: the own one with those that are lent to the worker, or the store's."""
        if view is View.STORE:
            return workers.visible_from(transaction, session.store.id)
        me, entity = session.worker.id, session.legal_entity.id
        return (me, *covers.owners(transaction, entity, me, self.today(session)))

    def _current(
        self, transaction: Transaction, session: Session, view: View, *, with_history: bool = False
    ) -> OpenBook:
        """The open book of a view, with everything that was recorded since taken in."""
        entity = session.legal_entity.id
        holders = self._holders(transaction, session, view)
        book_ids = books.ids_of(transaction, entity, holders)
        place = f"{view} {entity} {session.worker.id if view is View.MINE else session.store.id}"
        book = self._open.get(place)
        if book is None or book.book_ids != book_ids or book.zone != _zone(session):
            book = self._opened(transaction, session, place, book_ids, holders)
        if book.today != self.today(session):
            book.turn_to(self.today(session))
        if not self._update(transaction, place, book):
            had_history = book.has_history
            book = self._new(transaction, session, book_ids, holders)
            self._load(transaction, place, book)
            with_history |= had_history
        if with_history and not book.has_history:
            book.load_history(history.read(transaction, book_ids, self._operations.clock()))
            self._to_keep.add(place)
        computed = relationships.stored(transaction, entity).computed_record if with_history else book.health_of
        if computed != book.health_of:
            book.load_health(history.health(transaction, book_ids), computed)
        return book

    def _update(self, transaction: Transaction, place: str, book: OpenBook) -> bool:
        """Take in what happened since; False if so much did that all has to be read anew."""
        news, now = news_since(transaction, book.as_of, book.seen), self._operations.clock()
        changed = tuple({*(news.customers or ()), *book.due(now.timestamp())})
        if news.customers is None or len(changed) > MOST_CHANGED:
            return False
        if changed:
            rows = stored_columns.read(transaction, book.book_ids, changed)
            there = [row[0] for row in rows.customers]
            happened = history.read(transaction, book.book_ids, now, there) if book.has_history else None
            book.update(rows, changed, happened)
        if len(changed) > _MUCH_UPDATED:
            self._to_keep.add(place)
        book.remember(news.newest, news.records, news.newest - LOOK_BACK)
        return True

    def _opened(
        self,
        transaction: Transaction,
        session: Session,
        place: str,
        book_ids: tuple[int, ...],
        holders: tuple[int, ...],
    ) -> OpenBook:
        """A book as it was kept, perhaps long ago; or else as it is."""
        book = self._new(transaction, session, book_ids, holders)
        if book.restore(stored_columns.kept(transaction, place)):
            self._open[place] = book
        else:
            self._load(transaction, place, book)
        return book

    def _new(
        self, transaction: Transaction, session: Session, book_ids: tuple[int, ...], holders: tuple[int, ...]
    ) -> OpenBook:
        definitions = self._cards.definitions(transaction, session.legal_entity.id)
        return OpenBook(
            book_ids=book_ids,
            definitions=definitions.all,
            names=books.names_of_holders(transaction, holders),
            today=self.today(session),
            more=definitions.more,
            zone=_zone(session),
        )

    def _load(self, transaction: Transaction, place: str, book: OpenBook) -> None:
        newest = records.newest(transaction)
        known = news_since(transaction, newest, ())
        book.load(stored_columns.read(transaction, book.book_ids))
        book.remember(newest, known.records, newest - LOOK_BACK)
        self._open[place] = book
        self._to_keep.add(place)

    def _keep(self) -> None:
        """Keep big books that were read from their rows, for the next program. It is no harm if that cannot be."""
        while self._to_keep:
            place = self._to_keep.pop()
            book = self._open[place]
            if book.size < _LEAST_KEPT:
                continue
            with suppress(Storage):
                self._operations.database.write(partial(_keep, place, book), patient=False)


def _keep(place: str, book: OpenBook, transaction: Transaction) -> None:
    """Keep a book, unless a customer was erased whom it may still know."""
    erased = records.done_since(transaction, book.as_of - LOOK_BACK, [Operation.ERASE_CUSTOMER])
    if book.seen.issuperset(erased):
        stored_columns.keep(transaction, place, book.pieces())


def _zone(session: Session) -> ZoneInfo:
    return ZoneInfo(session.store.time_zone)
