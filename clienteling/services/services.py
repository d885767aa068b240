"""All services of the program, built once on one database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from clienteling.database.engine import Database
from clienteling.services.audit import Audit
from clienteling.services.book_changes import BookChanges
from clienteling.services.books import Books
from clienteling.services.cards import CardReader
from clienteling.services.customer_changes import CustomerChanges
from clienteling.services.customers import Customers
from clienteling.services.exporting import Exports
from clienteling.services.importing.importer import Importer
from clienteling.services.operations import Operations
from clienteling.services.search import Search
from clienteling.services.sign_in import SignIn
from clienteling.services.status import Status
from clienteling.services.timeline import Timelines


@dataclass(frozen=True, slots=True)
class Services:
    """What pages and commands work with. `clock` gives the moment, with its time zone."""

    database: Database
    clock: Callable[[], datetime]
    operations: Operations
    sign_in: SignIn
    books: Books
    book_changes: BookChanges
    customers: Customers
    customer_changes: CustomerChanges
    timelines: Timelines
    search: Search
    audit: Audit
    importer: Importer
    exports: Exports
    status: Status

    def close(self) -> None:
        self.database.close()


def build_services(database: Database, clock: Callable[[], datetime]) -> Services:
    """Services on an open database with the newest schema."""
    operations = Operations(database, clock)
    cards = CardReader()
    book_changes = BookChanges(operations)
    return Services(
        database=database,
        clock=clock,
        operations=operations,
        sign_in=SignIn(database, operations, clock),
        books=Books(operations, cards),
        book_changes=book_changes,
        customers=Customers(operations, cards),
        customer_changes=CustomerChanges(operations, book_changes),
        timelines=Timelines(operations),
        search=Search(operations),
        audit=Audit(operations),
        importer=Importer(operations),
        exports=Exports(operations, cards),
        status=Status(operations),
    )
