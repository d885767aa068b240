"""Legal entities, stores with their registers and address books, and workers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, exists, select

from clienteling.database import company
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import delete_where, insert_rows, select_where, update_rows
from clienteling.database.tables import (
    AddressBookRow,
    CustomerRow,
    LegalEntityRow,
    PermissionGroupRow,
    RegisterRow,
    StoreAddressBookRow,
    StoreRow,
    WorkerAddressBookRow,
    WorkerRow,
    WorkerStoreRow,
)

CUSTOMER = "customer"
EMPLOYEE = "employee"


@dataclass(frozen=True, slots=True)
class LegalEntityDraft:
    code: str
    name: str
    currency: str
    country: str


@dataclass(frozen=True, slots=True)
class StoreDraft:
    """A store with the numbers of its registers, and the codes of its address books."""

    code: str
    legal_entity_id: int
    name: str
    city: str
    country: str
    time_zone: str
    registers: frozenset[str]
    customer_books: frozenset[str]
    employee_books: frozenset[str]


@dataclass(frozen=True, slots=True)
class WorkerDraft:
    personnel_number: str
    name: str
    title: str
    group: str
    language: str
    birth_date: date | None
    hired: date | None
    employed_until: date | None
    store_ids: frozenset[int]


def legal_entities(transaction: Transaction) -> dict[str, tuple[int, LegalEntityDraft]]:
    """All legal entities by code, with their keys."""
    statement = select(
        LegalEntityRow.id,
        LegalEntityRow.code,
        LegalEntityRow.name,
        LegalEntityRow.currency,
        LegalEntityRow.country,
    )
    return {row[1]: (row[0], LegalEntityDraft(*row[1:])) for row in transaction.connection().execute(statement)}


def has_customers(transaction: Transaction, legal_entity_id: int) -> bool:
    statement = select(exists().where(CustomerRow.legal_entity_id == legal_entity_id))
    return bool(transaction.connection().execute(statement).scalar())


def save_legal_entity(transaction: Transaction, key: int | None, draft: LegalEntityDraft) -> int:
    """Store a new legal entity, or change the one with this key."""
    columns = {"code": draft.code, "name": draft.name, "currency": draft.currency, "country": draft.country}
    return _save(transaction, LegalEntityRow, key, columns)


def stores(transaction: Transaction) -> dict[str, tuple[int, StoreDraft]]:
    """All stores by code, with their keys."""
    connection = transaction.connection()
    registers: dict[int, set[str]] = {}
    for store_id, number in connection.execute(select(RegisterRow.store_id, RegisterRow.number)):
        registers.setdefault(store_id, set()).add(number)
    books: dict[tuple[int, str], set[str]] = {}
    statement = select(StoreAddressBookRow.store_id, StoreAddressBookRow.kind, AddressBookRow.code).join(
        AddressBookRow, AddressBookRow.id == StoreAddressBookRow.address_book_id
    )
    for store_id, kind, code in connection.execute(statement):
        books.setdefault((store_id, kind), set()).add(code)
    of_stores: Select[Any] = select(StoreRow.__table__)
    return {
        row.code: (
            row.id,
            StoreDraft(
                code=row.code,
                legal_entity_id=row.legal_entity_id,
                name=row.name,
                city=row.city,
                country=row.country,
                time_zone=row.time_zone,
                registers=frozenset(registers.get(row.id, ())),
                customer_books=frozenset(books.get((row.id, CUSTOMER), ())),
                employee_books=frozenset(books.get((row.id, EMPLOYEE), ())),
            ),
        )
        for row in connection.execute(of_stores)
    }


def save_store(transaction: Transaction, key: int | None, before: StoreDraft | None, draft: StoreDraft) -> int:
    """Store a new store, or change the one with this key. Registers are added and never taken away."""
    columns = {
        "code": draft.code,
        "legal_entity_id": draft.legal_entity_id,
        "name": draft.name,
        "city": draft.city,
        "country": draft.country,
        "time_zone": draft.time_zone,
    }
    key = _save(transaction, StoreRow, key, columns)
    new = sorted(draft.registers - (before.registers if before else frozenset()))
    insert_rows(
        transaction,
        RegisterRow,
        [{"id": transaction.key(), "store_id": key, "number": n, "name": f"Till {n}"} for n in new],
    )
    delete_where(transaction, StoreAddressBookRow, StoreAddressBookRow.store_id, [key])
    for kind, codes in ((CUSTOMER, draft.customer_books), (EMPLOYEE, draft.employee_books)):
        for code in sorted(codes):
            book = company.address_book(transaction, code, draft.name if code == draft.code else code)
            company.give_address_book(transaction, key, book, kind)
    employees = select(WorkerStoreRow.worker_id).where(WorkerStoreRow.store_id == key)
    see_by_store(transaction, list(transaction.connection().execute(employees).scalars()))
    return key


def workers(transaction: Transaction, numbers: Iterable[str]) -> dict[str, tuple[int, WorkerDraft]]:
    """The workers with these personnel numbers, with their keys."""
    statement = select(WorkerRow.__table__, PermissionGroupRow.code.label("group")).join(
        PermissionGroupRow, PermissionGroupRow.id == WorkerRow.group_id
    )
    rows = select_where(transaction, statement, WorkerRow.personnel_number, numbers)
    stores_of = _stores_of(transaction, [row.id for row in rows])
    return {
        row.personnel_number: (
            row.id,
            WorkerDraft(
                personnel_number=row.personnel_number,
                name=row.name,
                title=row.title,
                group=row.group,
                language=row.language,
                birth_date=row.birth_date,
                hired=row.hired,
                employed_until=row.employed_until,
                store_ids=frozenset(stores_of.get(row.id, ())),
            ),
        )
        for row in rows
    }


def _stores_of(transaction: Transaction, worker_ids: Sequence[int]) -> dict[int, set[int]]:
    statement = select(WorkerStoreRow.worker_id, WorkerStoreRow.store_id)
    found: dict[int, set[int]] = {}
    for worker_id, store_id in select_where(transaction, statement, WorkerStoreRow.worker_id, worker_ids):
        found.setdefault(worker_id, set()).add(store_id)
    return found


def save_workers(transaction: Transaction, drafts: Sequence[tuple[int | None, WorkerDraft]]) -> None:
    """Store new workers (without key), or change those with a key. They see the books of their stores."""
    if not drafts:
        return
    statement = select(PermissionGroupRow.code, PermissionGroupRow.id)
    groups = {code: key for code, key in transaction.connection().execute(statement)}
    keys = [transaction.key() if key is None else key for key, _ in drafts]
    rows = [
        {
            "id": key,
            "personnel_number": draft.personnel_number,
            "name": draft.name,
            "title": draft.title,
            "group_id": groups[draft.group],
            "language": draft.language,
            "birth_date": draft.birth_date,
            "hired": draft.hired,
            "employed_until": draft.employed_until,
        }
        for key, (_, draft) in zip(keys, drafts, strict=True)
    ]
    new = {place for place, (key, _) in enumerate(drafts) if key is None}
    insert_rows(
        transaction,
        WorkerRow,
        [{**row, "failures": 0, "blocked": False} for place, row in enumerate(rows) if place in new],
    )
    update_rows(transaction, WorkerRow, ["id"], [row for place, row in enumerate(rows) if place not in new])
    delete_where(transaction, WorkerStoreRow, WorkerStoreRow.worker_id, keys)
    places = [
        {"worker_id": key, "store_id": store_id}
        for key, (_, draft) in zip(keys, drafts, strict=True)
        for store_id in sorted(draft.store_ids)
    ]
    insert_rows(transaction, WorkerStoreRow, places)
    see_by_store(transaction, keys)


def see_by_store(transaction: Transaction, worker_ids: Sequence[int]) -> None:
    """Give workers the employee address books of their stores, and no others."""
    books: dict[int, list[int]] = {}
    statement = select(StoreAddressBookRow.store_id, StoreAddressBookRow.address_book_id).where(
        StoreAddressBookRow.kind == EMPLOYEE
    )
    for store_id, book_id in transaction.connection().execute(statement):
        books.setdefault(store_id, []).append(book_id)
    delete_where(transaction, WorkerAddressBookRow, WorkerAddressBookRow.worker_id, worker_ids)
    rows = [
        {"worker_id": worker_id, "address_book_id": book_id}
        for worker_id, store_ids in _stores_of(transaction, worker_ids).items()
        for book_id in sorted({book_id for store_id in store_ids for book_id in books.get(store_id, ())})
    ]
    insert_rows(transaction, WorkerAddressBookRow, rows)


def _save(transaction: Transaction, table: type, key: int | None, columns: dict[str, object]) -> int:
    if key is None:
        key = transaction.key()
        insert_rows(transaction, table, [{"id": key, **columns}])
    else:
        update_rows(transaction, table, ["id"], [{"id": key, **columns}])
    return key
