"""All customers of the legal entity, whatever store or book they belong to (9019)."""

from dataclasses import dataclass

from clienteling.database import all_customers, books
from clienteling.database.engine import Transaction
from clienteling.domain.customer import Place
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations
from clienteling.services.search import Search

PAGE = 100
MOST_FOUND = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A customer as a row of the list; `holder` is whose client books they are in, if any."""

    id: int
    account_number: str
    name: str
    phone: str
    email: str
    holder: str


@dataclass(frozen=True, slots=True)
class Entries:
    """A page of the list. `after` asks for the next one; None at the end."""

    entries: tuple[Entry, ...]
    after: Place | None = None


class AllCustomers:
    """Reads the list by pages in name order, or who matches what was typed."""

    def __init__(self, operations: Operations, search: Search) -> None:
        self._operations = operations
        self._search = search

    def page(self, session: Session, after: Place | None = None, limit: int = PAGE) -> Entries:
        """Everybody, in name order."""

        def work(transaction: Transaction) -> Entries:
            ids, last = all_customers.in_name_order(transaction, session.legal_entity.id, after, limit)
            return Entries(_entries(transaction, ids), last)

        return self._operations.read(session, Operation.VIEW_ALL_CUSTOMERS, work)

    def find(self, session: Session, text: str, limit: int = MOST_FOUND) -> Entries:
        """Who matches what was typed, as in customer search over all stores; at most `limit`."""
        found = self._search.find(session, text, all_stores=True, limit=limit)
        ids = tuple(hit.customer_id for hit in (*found.hits, *found.similar))
        return self._operations.read(
            session, Operation.VIEW_ALL_CUSTOMERS, lambda transaction: Entries(_entries(transaction, ids))
        )


def _entries(transaction: Transaction, ids: tuple[int, ...]) -> tuple[Entry, ...]:
    """The rows of customers, in the order of their keys as given; who is gone meanwhile is left out."""
    faces = books.faces(transaction, ids)
    return tuple(
        Entry(key, account, name, phone, email, ", ".join(one.name for one in holder.all) if holder else "")
        for key in ids
        if key in faces
        for (account, name, phone, email, _), holder in [faces[key]]
    )
