"""A company of any size, made quickly: the program's own tables, filled by the driver.

One legal entity with two stores. In B01 worker 001 has the big book, 002 a small one, 003 is their manager; in B02 are
the workers 004 to 010 with a small book each. All have the same password. One customer has a long timeline.
"""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from clienteling.database import attributes, books, company, migrations, workers
from clienteling.database import tables as t
from clienteling.database.engine import Database, Transaction
from clienteling.domain.attribute import Attribute, AttributeType, DisplayControl, FilterSettings
from clienteling.domain.operations import ASSOCIATE_OPERATIONS, MANAGER_OPERATIONS
from clienteling.domain.typos import variants
from clienteling.domain.worker import Session
from clienteling.services.services import Services
from tests.benchmarks.clientele import Clientele, Rows
from tests.benchmarks.staff import MANAGER, PASSWORD, STORES

BIG_BOOK, SMALL_BOOK = 100_000, 300
_ENTITY, _TYPE = "BENCH", "visit"
ACTIVITIES, NOTES, PURCHASES = 3000, 500, 1000  # of the first customer
_CHUNK = 20_000
_GROUP = "Client book"
_LISTS = ("Brand", "Size", "Colour", "Occasion", "Material")


def clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Keys:
    """What the bulk rows refer to."""

    entity: int
    store: int
    address_books: tuple[int, ...]
    lists: tuple[int, ...]
    spend: int
    visits: int
    books: tuple[int, ...]
    worker: int
    type: int
    products: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """A company that was made, how many customers it has, and how many interactions there are with others."""

    file: Path
    customers: int
    events: int = 10_000_000

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file}"

    def services(self) -> Services:
        """A program of its own on the company, with nothing in memory yet."""
        return Services(Database(self.url, clock), clock)

    def raw(self) -> sqlite3.Connection:
        """The driver alone, as the program sets it up."""
        connection = sqlite3.connect(self.file, isolation_level=None)
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
        return connection


def sign_in(services: Services, number: str) -> Session:
    register = next(r for r in services.sign_in.registers() if number in STORES[r.store.code])
    return services.sign_in.sign_in(register, number, PASSWORD)


def made(file: Path, customers: int) -> Bench:
    """The company in `file`, made if it is not there yet."""
    bench = Bench(file, customers)
    is_there = file.exists()
    start = time.perf_counter()
    database = Database(bench.url, clock)
    migrations.upgrade(database)
    if is_there:
        database.close()
        return bench
    keys = database.write(_retailer)
    services = Services(database, clock)
    for number in ("001", "002", "003", "004"):
        services.sign_in.set_password(None, number, PASSWORD)
    services.close()
    if not customers:
        return bench
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        _fill(connection, Clientele(keys.entity, customers), keys, min(BIG_BOOK, customers * 8 // 10))
        _timeline(connection, keys)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = file.stat().st_size / 1e6
    print(f"{customers:,} customers made in {time.perf_counter() - start:.0f} s, {size:,.0f} MB", flush=True)
    return bench


def _retailer(transaction: Transaction) -> Keys:
    entity = transaction.key()
    transaction.add(t.LegalEntityRow(id=entity, code=_ENTITY, name="Benchmark", currency="EUR", country="LV"))
    transaction.flush()
    transaction.add(
        t.NumberSequenceRow(id=transaction.key(), legal_entity_id=entity, code="client_book", format="CB-#####")
    )
    transaction.flush()
    associates = workers.add_group(transaction, "associate", "Associates", ASSOCIATE_OPERATIONS)
    managers = workers.add_group(transaction, "manager", "Managers", MANAGER_OPERATIONS)
    stores, shelves, staff = [], [], []
    for code, numbers in STORES.items():
        store, shelf = _store(transaction, entity, code)
        stores.append(store)
        shelves.append(shelf)
        for number in numbers:
            staff.append(_worker(transaction, number, managers if number == MANAGER else associates, store, shelf))
    held = [books.make(transaction, entity, worker, "Book").id for worker in staff]
    lists, spend, visits = _properties(transaction, entity)
    kind = transaction.key()
    transaction.add(t.ActivityTypeRow(id=kind, legal_entity_id=entity, code=_TYPE, name="Visit", icon="store"))
    products = tuple(transaction.key() for _ in range(50))
    transaction.add_all(
        t.ProductRow(id=key, sku=f"SKU-{place}", name=f"Product {place}") for place, key in enumerate(products)
    )
    transaction.flush()
    return Keys(entity, stores[0], tuple(shelves), lists, spend, visits, tuple(held), staff[0], kind, products)


def _store(transaction: Transaction, entity: int, code: str) -> tuple[int, int]:
    """A store with a till, and its address book."""
    store = transaction.key()
    transaction.add(
        t.StoreRow(
            id=store, code=code, legal_entity_id=entity, name=code, city="Riga", country="LV", time_zone="Europe/Riga"
        )
    )
    transaction.flush()
    transaction.add(t.RegisterRow(id=transaction.key(), store_id=store, number="1", name="Till 1"))
    shelf = company.address_book(transaction, code, code)
    for kind in ("customer", "employee"):
        company.give_address_book(transaction, store, shelf, kind)
    return store, shelf


def _worker(transaction: Transaction, number: str, group: int, store: int, shelf: int) -> int:
    key = transaction.key()
    transaction.add(t.WorkerRow(id=key, personnel_number=number, name=f"Worker {number}", group_id=group))
    transaction.flush()
    transaction.add(t.WorkerStoreRow(worker_id=key, store_id=store))
    transaction.add(t.WorkerAddressBookRow(worker_id=key, address_book_id=shelf))
    transaction.flush()
    return key


def _properties(transaction: Transaction, entity: int) -> tuple[tuple[int, ...], int, int]:
    """Eight attributes: a birthday, five lists, a number with bars and one with ranges of values."""
    kind, control = AttributeType, DisplayControl
    birthday = Attribute(0, "Birthday", kind.REFERENCE, reference="Birthday", filter=FilterSettings(control.WINDOW))
    lists = [Attribute(0, name, kind.TEXT, filter=FilterSettings(control.LIST)) for name in _LISTS]
    spend = Attribute(0, "Spend", kind.CURRENCY, filter=FilterSettings(control.SLIDER_WITH_BARS))
    visits = Attribute(0, "Visits", kind.INTEGER, filter=FilterSettings(control.SLIDER_WITH_BARS))
    saved = [attributes.save_attribute(transaction, a) for a in (birthday, lists[0], spend, visits, *lists[1:])]
    attributes.save_group(transaction, _GROUP, [a.id for a in saved])
    company.set_parameter(transaction, entity, company.CLIENT_BOOK_GROUP, _GROUP)
    return (saved[1].id, *(a.id for a in saved[4:])), saved[2].id, saved[3].id


def _fill(connection: sqlite3.Connection, clientele: Clientele, keys: Keys, book: int) -> None:
    """All customers. Indexes are made afterwards, and the tokens sorted once: in order, a million takes minutes."""
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    connection.execute("CREATE TEMP TABLE staged (legal_entity_id, token, customer_id, field)")
    connection.execute("BEGIN")
    for rows in _bulk(clientele, keys, book):
        for table, values in rows.items():
            _insert(connection, table, values)
    connection.execute("INSERT INTO customer_token SELECT * FROM staged ORDER BY token, customer_id, field")
    found = {(clientele.entity, *variant) for word in clientele.words for variant in variants(word)}
    _insert(connection, "token_variant", sorted(found))
    connection.execute("COMMIT")
    connection.execute("DROP TABLE staged")
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA journal_mode = WAL")


def _insert(connection: sqlite3.Connection, table: str, values: Sequence[tuple[Any, ...]]) -> None:
    if values:
        places = ", ".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", values)


def _bulk(clientele: Clientele, keys: Keys, book: int) -> Iterator[Rows]:
    # Who is in a book is spread over all customers, as in life.
    sizes = {key: SMALL_BOOK for key in keys.books[1:]} | {keys.books[0]: book}
    order = iter(Random(2).sample(range(clientele.size), sum(sizes.values())))
    held = {number: key for key, size in sizes.items() for number in islice(order, size)}
    for first in range(0, clientele.size, _CHUNK):
        yield clientele.rows(range(first, min(first + _CHUNK, clientele.size)), held, keys)


def _timeline(connection: sqlite3.Connection, keys: Keys) -> None:
    (customer,) = connection.execute(
        "SELECT customer_id FROM holding WHERE book_id = ? ORDER BY name_key LIMIT 1", (keys.books[0],)
    ).fetchone()
    random = Random(3)

    def moment() -> str:
        return f"20{random.randrange(10, 27)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02} 12:00:00.000000"

    text = "Came in with her sister, tried the silk dress in blue and will think about it over the weekend."
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO activity (id, customer_id, type_id, title, text, at, worker_id, store_id, version) "
        "VALUES (?, ?, ?, '', ?, ?, ?, ?, 1)",
        [(n, customer, keys.type, text, moment(), keys.worker, keys.store) for n in range(1, ACTIVITIES + 1)],
    )
    connection.executemany(
        "INSERT INTO note (id, customer_id, title, text, restriction, at, worker_id, version) "
        "VALUES (?, ?, '', ?, 'internal', ?, ?, 1)",
        [(n, customer, text, moment(), keys.worker) for n in range(1, NOTES + 1)],
    )
    connection.executemany(
        "INSERT INTO purchase (id, customer_id, store_id, order_number, at, amount) VALUES (?, ?, ?, ?, ?, ?)",
        [(n, customer, keys.store, f"SO-{n}", moment(), 1_990_000) for n in range(1, PURCHASES + 1)],
    )
    connection.executemany(
        "INSERT INTO purchase_line (purchase_id, line, product_id, quantity, amount) VALUES (?, ?, ?, 1, 995000)",
        [(n, line, random.choice(keys.products)) for n in range(1, PURCHASES + 1) for line in (1, 2)],
    )
    connection.execute("COMMIT")
