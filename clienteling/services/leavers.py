"""Splitting a leaver's book over several colleagues (CB-8): what there is to split, and the move itself.

The move is one operation 716: one transaction, one record, one undo.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clienteling.database import books, leavers, workers
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.book import BookSize
from clienteling.domain.errors import Conflict, Invalid, mark
from clienteling.domain.operations import Operation
from clienteling.domain.splitting import Part
from clienteling.domain.worker import Session
from clienteling.services.book_changes import BookChanges
from clienteling.services.follow_ups import day_at
from clienteling.services.operations import Operations

NOTICE = 60
"""So many days before the last one a leaver is told of."""


@dataclass(frozen=True, slots=True)
class Leaver:
    """A worker who leaves, or has left, and still has customers. `until` is the last day."""

    worker_id: int
    name: str
    until: date
    customers: int
    follow_ups: int

    def has_left(self, today: date) -> bool:
        return self.until < today


@dataclass(frozen=True, slots=True)
class BookToSplit:
    """A leaver's book, customer by customer, and who can get them."""

    owner: BookSize
    until: date | None
    parts: tuple[Part, ...]
    takers: tuple[BookSize, ...]
    private_notes: int


class Leavers:
    """Whose books have to be handed over, and handing them over."""

    def __init__(self, operations: Operations, book_changes: BookChanges) -> None:
        self._operations = operations
        self._book_changes = book_changes

    def near(self, session: Session) -> tuple[Leaver, ...]:
        """Those of the store's colleagues who leave soon or have left, until their books are empty (CB-10)."""
        today = day_at(self._operations.clock(), session)

        def work(transaction: Transaction) -> tuple[Leaver, ...]:
            visible = workers.visible_from(transaction, session.store.id)
            found = leavers.leaving(transaction, session.legal_entity.id, visible, today, NOTICE)
            return tuple(Leaver(*row) for row in found)

        return self._operations.read(session, Operation.VIEW_MANAGER_PAGE, work)

    def book(self, session: Session, worker_id: int) -> BookToSplit:
        """The book of a colleague of the store. Raises `Invalid` for anybody else's."""
        today = day_at(self._operations.clock(), session)

        def work(transaction: Transaction) -> BookToSplit:
            visible = workers.visible_from(transaction, session.store.id)
            if worker_id not in visible:
                raise Invalid("from", mark("This worker's book does not belong to {store}."), store=session.store.name)
            entity = session.legal_entity.id
            sizes = {size.worker_id: size for size in books.sizes(transaction, entity, visible)}
            gone = leavers.gone(transaction, visible, today)
            worker = workers.by_id(transaction, worker_id)
            return BookToSplit(
                owner=sizes[worker_id],
                until=worker.employed_until if worker else None,
                parts=leavers.parts(transaction, entity, worker_id),
                takers=tuple(s for key, s in sizes.items() if key != worker_id and key not in gone),
                private_notes=leavers.private_notes(transaction, worker_id),
            )

        return self._operations.read(session, Operation.REASSIGN, work)

    def split(self, session: Session, worker_id: int, chosen: Mapping[int, int], reason: str = "") -> Changes:
        """Give every customer of a book to the colleague chosen for it: all of them, or none.

        Raises `Conflict` if the book is no longer as it was when it was looked at.
        """
        if not chosen:
            raise Invalid("from", mark("There is nobody in this client book."))

        def unchanged(transaction: Transaction) -> None:
            now = {part.customer_id for part in leavers.parts(transaction, session.legal_entity.id, worker_id)}
            if now != chosen.keys():
                raise Conflict(mark("The client book has changed in the meantime. Please look at it anew."))

        return self._book_changes.hand_out(session, worker_id, chosen, reason, unchanged)
