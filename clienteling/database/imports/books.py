"""Who holds whom, by the thousand, and whom the customers of a store could be given to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import and_, bindparam, not_, or_, select, update
from sqlmodel import col

from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import insert_rows, select_where
from clienteling.database.tables import (
    ClientBookRow,
    CustomerAddressBookRow,
    CustomerRow,
    HoldingRow,
    LegalEntityRow,
    PermissionGroupRow,
    StoreAddressBookRow,
    StoreRow,
    WorkerRow,
    WorkerStoreRow,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A customer with the book it is in, since when, and whose that is; None for no book.

    `is_primary` says whether that is, or will be, the primary one.
    """

    customer_id: int
    legal_entity_id: int
    name_key: str
    book_id: int | None
    since: datetime | None
    personnel_number: str | None
    is_primary: bool = True


_HELD = (
    CustomerRow.id,
    CustomerRow.legal_entity_id,
    CustomerRow.name_key,
    HoldingRow.book_id,
    HoldingRow.since,
    WorkerRow.personnel_number,
)


def holdings(transaction: Transaction, customer_ids: Iterable[int]) -> dict[int, Held]:
    """The customers, each with its holder: that of the primary book."""
    statement = (
        select(*_HELD)
        .outerjoin(HoldingRow, and_(HoldingRow.customer_id == CustomerRow.id, HoldingRow.is_primary))
        .outerjoin(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
        .outerjoin(WorkerRow, WorkerRow.id == ClientBookRow.worker_id)
    )
    return {row[0]: Held(*row) for row in select_where(transaction, statement, CustomerRow.id, customer_ids)}


def further(transaction: Transaction, customer_ids: Iterable[int]) -> dict[tuple[int, str], Held]:
    """The other books that the customers are in, by customer and personnel number."""
    statement = (
        select(*_HELD)
        .join(HoldingRow, and_(HoldingRow.customer_id == CustomerRow.id, not_(HoldingRow.is_primary)))
        .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
        .join(WorkerRow, WorkerRow.id == ClientBookRow.worker_id)
    )
    rows = select_where(transaction, statement, CustomerRow.id, customer_ids)
    return {(row[0], row[5]): replace(Held(*row), is_primary=False) for row in rows}


def save_holdings(transaction: Transaction, drafts: Sequence[tuple[Held, int, datetime]]) -> None:
    """Put customers into books, out of the one that each is in, if that is said: (customer, book, since)."""
    arriving = [
        {
            "customer_id": held.customer_id,
            "book_id": book_id,
            "name_key": held.name_key,
            "since": since,
            "is_primary": held.is_primary,
        }
        for held, book_id, since in drafts
        if held.book_id is None
    ]
    insert_rows(transaction, HoldingRow, arriving)
    here = and_(HoldingRow.customer_id == bindparam("customer"), HoldingRow.book_id == bindparam("before"))
    statement = update(HoldingRow.__table__).where(here)
    statement = statement.values(book_id=bindparam("after"), since=bindparam("at"))
    moving = [
        {"customer": held.customer_id, "before": held.book_id, "after": book_id, "at": since}
        for held, book_id, since in drafts
        if held.book_id is not None
    ]
    if moving:
        transaction.connection().execute(statement, moving)


def associates(transaction: Transaction, group: str, today: date) -> dict[int, list[str]]:
    """The personnel numbers of who works in each store, by store and in order: those of a permission group."""
    ends = col(WorkerRow.employed_until)
    statement = (
        select(WorkerStoreRow.store_id, WorkerRow.personnel_number)
        .join(WorkerRow, WorkerRow.id == WorkerStoreRow.worker_id)
        .join(PermissionGroupRow, PermissionGroupRow.id == WorkerRow.group_id)
        .where(PermissionGroupRow.code == group, WorkerRow.blocked.is_(False))
        .where(or_(ends.is_(None), ends >= today))
    )
    found: dict[int, list[str]] = {}
    for store_id, number in transaction.connection().execute(statement):
        found.setdefault(store_id, []).append(number)
    return {store_id: sorted(numbers) for store_id, numbers in found.items()}


def customers_by_store(transaction: Transaction) -> Iterator[tuple[int, str, str, str | None]]:
    """The customers in the customer address books of each store, those of its legal entity, store after store by
    account number: (store, legal entity's code, account number, holder's personnel number).
    """
    statement = (
        select(StoreRow.id, LegalEntityRow.code, CustomerRow.account_number, WorkerRow.personnel_number)
        .distinct()
        .select_from(StoreRow)
        .join(LegalEntityRow, LegalEntityRow.id == StoreRow.legal_entity_id)
        .join(StoreAddressBookRow, StoreAddressBookRow.store_id == StoreRow.id)
        .join(
            CustomerAddressBookRow,
            CustomerAddressBookRow.address_book_id == StoreAddressBookRow.address_book_id,
        )
        .join(CustomerRow, CustomerRow.id == CustomerAddressBookRow.customer_id)
        .outerjoin(HoldingRow, and_(HoldingRow.customer_id == CustomerRow.id, HoldingRow.is_primary))
        .outerjoin(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
        .outerjoin(WorkerRow, WorkerRow.id == ClientBookRow.worker_id)
        .where(StoreAddressBookRow.kind == "customer", CustomerRow.legal_entity_id == StoreRow.legal_entity_id)
    )
    stores = select(StoreRow.id).order_by(StoreRow.code)
    for store_id in transaction.connection().execute(stores).scalars().all():
        rows = transaction.connection().execute(statement.where(StoreRow.id == store_id)).all()
        yield from sorted((tuple(row) for row in rows), key=lambda row: row[2])
