"""A small company: two legal entities, three stores, eleven workers, some dozen customers.

USMF has the stores S01 (north) and S02 (south), DEMF has B01 (berlin). Workers have the numbers 001 to 011, all with
the password `PASSWORD`:

    001 Anna, 002 Jens         associates of S01          006 Greta    associate of B01
    003 Mara                   manager of S01             007 Emil     manager of B01
    004 Søren                  associate of S02           009 Ada      administrator, S01
    005 Dina                   manager of S02             010 Otto     does not work there any more, S01
    008 Wanda                  associate of S01 and S02   011 Boris    blocked, S01

A worker belongs to the employee address books of their stores. Customers C-0001 to C-0024 of USMF are in S01's address
book, C-0025 to C-0036 in S02's, D-0001 to D-0008 of DEMF in B01's; DEMF has a C-0001 of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from argon2 import PasswordHasher

from clienteling.database import books, company, records, timeline, workers
from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.activity import ActivityType
from clienteling.domain.audit import Change, Outcome, Record
from clienteling.domain.company import LegalEntity, Register, Store
from clienteling.domain.operations import (
    ADMINISTRATOR_OPERATIONS,
    ASSOCIATE_OPERATIONS,
    MANAGER_OPERATIONS,
    Operation,
)
from clienteling.domain.worker import Credentials, Session, Worker
from tests.support.company_customers import add_customers, add_history
from tests.support.company_properties import add_properties
from tests.support.customers import Properties

PASSWORD = "correct horse 1"

STORES = {"S01": ("USMF", "North"), "S02": ("USMF", "South"), "B01": ("DEMF", "Berlin")}
WORKERS = {
    "001": ("Anna Ozola", "associate", ("S01",)),
    "002": ("Jens Holm", "associate", ("S01",)),
    "003": ("Mara Liepa", "manager", ("S01",)),
    "004": ("Søren Dahl", "associate", ("S02",)),
    "005": ("Dina Cook", "manager", ("S02",)),
    "006": ("Greta Weiß", "associate", ("B01",)),
    "007": ("Emil Roth", "manager", ("B01",)),
    "008": ("Wanda Rivera", "associate", ("S01", "S02")),
    "009": ("Ada Boss", "administrator", ("S01",)),
    "010": ("Otto Alt", "associate", ("S01",)),
    "011": ("Boris Weg", "associate", ("S01",)),
}
HELD = {  # by whom, and the last digits of the account numbers
    "001": range(1, 11),
    "002": range(11, 17),
    "008": range(17, 21),
    "004": range(25, 30),
    "006": range(1, 5),
}

# As cheap as argon2 gets: tests check that passwords are checked, not how long that takes.
_PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@dataclass(frozen=True, slots=True)
class Company:
    """The keys of what was made. `customers` are by account number, those of DEMF with "DEMF " before it."""

    entities: Mapping[str, LegalEntity]
    stores: Mapping[str, Store]
    registers: Mapping[str, Register]
    groups: Mapping[str, int]
    workers: Mapping[str, Worker]
    properties: Properties
    activity_types: Mapping[str, ActivityType]
    customers: Mapping[str, int]

    def session(self, number: str, since: datetime, store: str | None = None) -> Session:
        """A worker signed in at the first of their stores, or at `store`."""
        return Session(self.workers[number], self.registers[store or WORKERS[number][2][0]], since)

    def accounts(self, first: int, last: int) -> list[int]:
        """The customers of USMF with these numbers."""
        return [self.customers[f"C-{number:04}"] for number in range(first, last + 1)]

    def worker_id(self, number: str) -> int:
        return self.workers[number].id


def build(transaction: Transaction, at: datetime) -> Company:
    """Write the company into an empty database."""
    entities = _add_entities(transaction)
    address_books = _add_stores(transaction, entities)
    registers = {register.store.code: register for register in company.registers(transaction)}
    groups = {
        "associate": workers.add_group(transaction, "associate", "Associates", ASSOCIATE_OPERATIONS),
        "manager": workers.add_group(transaction, "manager", "Managers", MANAGER_OPERATIONS),
        "administrator": workers.add_group(transaction, "administrator", "Administrators", ADMINISTRATOR_OPERATIONS),
    }
    stores = {code: register.store for code, register in registers.items()}
    _add_workers(transaction, groups, stores, address_books, at)
    people = {number: found for number in WORKERS if (found := workers.by_number(transaction, number))}
    properties = add_properties(transaction, entities)
    _add_activity_types(transaction, entities)
    types = {kind.code: kind for kind in timeline.activity_types(transaction, entities["USMF"].id)}
    types |= {f"DEMF {kind.code}": kind for kind in timeline.activity_types(transaction, entities["DEMF"].id)}
    customers = add_customers(transaction, entities, address_books, properties, at)
    add_history(transaction, customers, types, people, stores, at)
    _fill_books(transaction, entities, people, customers, at)
    record = Record(
        transaction.key(),
        at,
        Operation.SET_UP,
        Outcome.DONE,
        None,
        None,
        None,
        changes=(Change("company", None, None, "small"),),
    )
    records.write(transaction, record)
    return Company(entities, stores, registers, groups, people, properties, types, customers)


def _add_entities(transaction: Transaction) -> dict[str, LegalEntity]:
    for code, name, currency, country in (
        ("USMF", "Contoso US", "USD", "US"),
        ("DEMF", "Contoso DE", "EUR", "DE"),
    ):
        key = transaction.key()
        transaction.add(t.LegalEntityRow(id=key, code=code, name=name, currency=currency, country=country))
        transaction.flush()
        transaction.add(
            t.NumberSequenceRow(
                id=transaction.key(),
                legal_entity_id=key,
                code=company.CLIENT_BOOK_SEQUENCE,
                format=f"{code}-#####",
            )
        )
    return {entity.code: entity for entity in company.legal_entities(transaction)}


def _add_stores(transaction: Transaction, entities: Mapping[str, LegalEntity]) -> dict[str, int]:
    address_books = {}
    for code, (entity, name) in STORES.items():
        key = transaction.key()
        zone = "Europe/Berlin" if entity == "DEMF" else "America/New_York"
        transaction.add(
            t.StoreRow(id=key, code=code, legal_entity_id=entities[entity].id, name=name, city=name, time_zone=zone)
        )
        transaction.flush()
        transaction.add(t.RegisterRow(id=transaction.key(), store_id=key, number="1", name=f"{name} 1"))
        address_books[code] = company.address_book(transaction, code, name)
        for kind in ("customer", "employee"):
            company.give_address_book(transaction, key, address_books[code], kind)
    return address_books


def _add_workers(
    transaction: Transaction,
    groups: Mapping[str, int],
    stores: Mapping[str, Store],
    address_books: Mapping[str, int],
    at: datetime,
) -> None:
    gone: date = (at - timedelta(days=30)).date()
    for number, (name, group, at_stores) in WORKERS.items():
        worker = t.WorkerRow(
            id=transaction.key(),
            personnel_number=number,
            name=name,
            title=group.capitalize(),
            group_id=groups[group],
            employed_until=gone if number == "010" else None,
        )
        transaction.add(worker)
        transaction.flush()
        for code in at_stores:
            transaction.add(t.WorkerStoreRow(worker_id=worker.id, store_id=stores[code].id))
            transaction.add(t.WorkerAddressBookRow(worker_id=worker.id, address_book_id=address_books[code]))
        transaction.flush()
        credentials = Credentials(_PASSWORD_HASH, 0, None, blocked=number == "011")
        workers.set_credentials(transaction, worker.id, credentials)


def _add_activity_types(transaction: Transaction, entities: Mapping[str, LegalEntity]) -> None:
    for entity in entities.values():
        for place, code in enumerate(("visit", "phone", "email")):
            transaction.add(
                t.ActivityTypeRow(
                    id=transaction.key(),
                    legal_entity_id=entity.id,
                    code=code,
                    name=code.capitalize(),
                    icon="circle",
                    position=place,
                )
            )
    transaction.flush()


def _fill_books(
    transaction: Transaction,
    entities: Mapping[str, LegalEntity],
    people: Mapping[str, Worker],
    customers: Mapping[str, int],
    at: datetime,
) -> None:
    for number, held in HELD.items():
        prefix, entity = ("DEMF D", "DEMF") if number == "006" else ("C", "USMF")
        book = books.make(transaction, entities[entity].id, people[number].id, people[number].name)
        books.hold(transaction, book.id, [customers[f"{prefix}-{account:04}"] for account in held], at)
