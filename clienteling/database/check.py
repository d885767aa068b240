"""Looks over a database: is the file whole, do the rules hold, how much is in it. Changes nothing."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import ColumnElement, FromClause, case, func, select
from sqlmodel import SQLModel

from clienteling.database import books, company
from clienteling.database.engine import Database, Transaction
from clienteling.database.tables import (
    AddressRow,
    ClientBookRow,
    CustomerRow,
    EmailRow,
    HoldingRow,
    LegalEntityRow,
    PhoneRow,
    TokenRow,
)
from clienteling.domain.parameters import SEVERAL_BOOKS

_MOST_NAMED = 20  # problems of one kind that are named one by one


def exists(database: Database) -> bool:
    """Whether there is something to look at. Asking an SQLite file that is not there would make one."""
    place = database.engine.url.database
    return not database.is_sqlite or (place is not None and Path(place).exists())


def system(transaction: Transaction) -> str:
    """The database system and its version."""
    if transaction.connection().dialect.name == "sqlite":
        return f"SQLite {transaction.connection().exec_driver_sql('SELECT sqlite_version()').scalar_one()}"
    return f"PostgreSQL {transaction.connection().exec_driver_sql('SHOW server_version').scalar_one()}"


def size(transaction: Transaction) -> int:
    """How many bytes the database takes."""
    statement = "SELECT pg_database_size(current_database())"
    if transaction.connection().dialect.name == "sqlite":
        statement = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    return int(transaction.connection().exec_driver_sql(statement).scalar_one())


def damage(transaction: Transaction) -> tuple[str, ...]:
    """What is damaged, in the database's own words: pages and indexes."""
    connection = transaction.connection()
    if connection.dialect.name == "sqlite":
        said = connection.exec_driver_sql(f"PRAGMA quick_check({_MOST_NAMED})").scalars()
        return tuple(line for line in said if line != "ok")
    statement = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid ORDER BY 1"
    return tuple(connection.exec_driver_sql(statement).scalars())


def dangling(transaction: Transaction) -> tuple[str, ...]:
    """Tables with rows that refer to a row that is not there. PostgreSQL does not let them in."""
    connection = transaction.connection()
    if connection.dialect.name != "sqlite":
        return ()
    statement = 'SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2'
    return tuple(f"{table} → {parent}: {rows}" for table, parent, rows in connection.exec_driver_sql(statement))


def workers_with_two_books(transaction: Transaction) -> int:
    """Workers who have more than one client book in a legal entity."""
    books = (
        select(ClientBookRow.worker_id)
        .group_by(ClientBookRow.legal_entity_id, ClientBookRow.worker_id)
        .having(func.count() > 1)
        .subquery()
    )
    return _count(transaction, books)


def customers_in_wrong_books(transaction: Transaction) -> int:
    """Customers without one primary client book of theirs, or in several where one is allowed."""
    primary = func.sum(case((HoldingRow.is_primary, 1), else_=0))
    held = select(HoldingRow.customer_id).group_by(HoldingRow.customer_id).having(primary != 1).subquery()
    entities = transaction.connection().execute(select(LegalEntityRow.id)).scalars().all()
    single = [key for key in entities if not SEVERAL_BOOKS.of(company.parameters(transaction, key))]
    return _count(transaction, held) + sum(len(books.in_several(transaction, key)) for key in single)


def customers_in_foreign_books(transaction: Transaction) -> int:
    """Customers who are in a client book of another legal entity than their own."""
    return _count_held(transaction, CustomerRow.legal_entity_id != ClientBookRow.legal_entity_id)


def holdings_out_of_order(transaction: Transaction) -> int:
    """Customers whom their book has under another name than their own."""
    return _count_held(transaction, CustomerRow.name_key != HoldingRow.name_key)


def customers_not_searchable(transaction: Transaction) -> int:
    """Customers whom search cannot find by anything."""
    found = select(CustomerRow.id).where(~select(TokenRow.token).where(TokenRow.customer_id == CustomerRow.id).exists())
    return _count(transaction, found.subquery())


def customers_with_two_primary_contacts(transaction: Transaction) -> int:
    """Customers with more than one primary phone, e-mail or address."""
    found = 0
    for row in (PhoneRow, EmailRow, AddressRow):
        primary = (
            select(row.customer_id).where(row.is_primary.is_(True)).group_by(row.customer_id).having(func.count() > 1)
        )
        found += _count(transaction, primary.subquery())
    return found


def counts(transaction: Transaction) -> Mapping[str, int]:
    """How many rows each table has, by its name."""
    return {name: _count(transaction, table) for name, table in sorted(SQLModel.metadata.tables.items())}


def _count(transaction: Transaction, rows: FromClause) -> int:
    return transaction.connection().execute(select(func.count()).select_from(rows)).scalar_one()


def _count_held(transaction: Transaction, wrong: ColumnElement[bool]) -> int:
    statement = (
        select(HoldingRow.customer_id)
        .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
        .join(CustomerRow, CustomerRow.id == HoldingRow.customer_id)
        .where(wrong)
    )
    return _count(transaction, statement.subquery())
