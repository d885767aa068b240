"""Client books, who holds whom, and the pages of cards."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update

from clienteling.database import company
from clienteling.database.engine import Transaction
from clienteling.database.tables import (
    ClientBookRow,
    CustomerRow,
    EmailRow,
    HoldingRow,
    PhoneRow,
    ScoreRow,
    WorkerRow,
)
from clienteling.domain.book import BookSize, ClientBook, Holding
from clienteling.domain.card import Holder, Score
from clienteling.domain.customer import name_key

MOST_AT_ONCE = 500  # SQLite takes a limited number of values in one statement


def batches(ids: Sequence[int]) -> Iterable[list[int]]:
    """`ids` in lists that fit into one statement."""
    for start in range(0, len(ids), MOST_AT_ONCE):
        yield [int(key) for key in ids[start : start + MOST_AT_ONCE]]


def find(transaction: Transaction, legal_entity_id: int, worker_id: int) -> ClientBook | None:
    """A worker's book in a legal entity, if a customer was ever added."""
    statement = select(ClientBookRow).where(
        ClientBookRow.legal_entity_id == legal_entity_id, ClientBookRow.worker_id == worker_id
    )
    row = transaction.scalars(statement).first()
    return ClientBook(row.id, row.legal_entity_id, row.worker_id, row.code, row.description) if row else None


def make(transaction: Transaction, legal_entity_id: int, worker_id: int, description: str) -> ClientBook:
    """A new, empty book; its code comes from the number sequence."""
    code = company.next_number(transaction, legal_entity_id, company.CLIENT_BOOK_SEQUENCE)
    book = ClientBook(transaction.key(), legal_entity_id, worker_id, code, description)
    transaction.add(
        ClientBookRow(
            id=book.id,
            legal_entity_id=legal_entity_id,
            worker_id=worker_id,
            code=code,
            description=description,
        )
    )
    transaction.flush()
    return book


def ids_of(transaction: Transaction, legal_entity_id: int, worker_ids: Sequence[int]) -> tuple[int, ...]:
    """The keys of the workers' books in a legal entity."""
    statement = select(ClientBookRow.id).where(
        ClientBookRow.legal_entity_id == legal_entity_id, ClientBookRow.worker_id.in_(worker_ids)
    )
    return tuple(transaction.connection().execute(statement).scalars())


def first_customers(transaction: Transaction, book_ids: Sequence[int], limit: int) -> list[int]:
    """The first customers of the books in name order. One short read of the index per book, then merged."""
    found: list[tuple[str, int]] = []
    for book_id in book_ids:
        statement = (
            select(HoldingRow.name_key, HoldingRow.customer_id)
            .where(HoldingRow.book_id == book_id)
            .order_by(HoldingRow.name_key, HoldingRow.customer_id)
            .limit(limit)
        )
        found += [(name, customer_id) for name, customer_id in transaction.connection().execute(statement)]
    return [customer_id for _, customer_id in sorted(found)[:limit]]


def count(transaction: Transaction, book_ids: Sequence[int]) -> int:
    statement = select(func.count()).select_from(HoldingRow).where(HoldingRow.book_id.in_(book_ids))
    return transaction.connection().execute(statement).scalar_one()


def contacts(
    transaction: Transaction, customer_ids: list[int]
) -> dict[int, tuple[str, str, str, str, Score | None]]:
    """Account number, name, phone, e-mail and score of customers."""
    statement = (
        select(
            CustomerRow.id,
            CustomerRow.account_number,
            CustomerRow.name,
            PhoneRow.typed,
            PhoneRow.e164,
            EmailRow.address,
            ScoreRow.score,
            ScoreRow.as_of,
        )
        .outerjoin(PhoneRow, (PhoneRow.customer_id == CustomerRow.id) & PhoneRow.is_primary.is_(True))
        .outerjoin(EmailRow, (EmailRow.customer_id == CustomerRow.id) & EmailRow.is_primary.is_(True))
        .outerjoin(ScoreRow, ScoreRow.customer_id == CustomerRow.id)
        .where(CustomerRow.id.in_(customer_ids))
    )
    return {
        key: (account, name, e164 or typed or "", email or "", None if score is None else Score(score, as_of))
        for key, account, name, typed, e164, email, score, as_of in transaction.connection().execute(
            statement
        )
    }


def holders(transaction: Transaction, customer_ids: list[int]) -> dict[int, Holder]:
    """Who holds each of the customers, if anybody does."""
    statement = (
        select(HoldingRow.customer_id, WorkerRow.id, WorkerRow.name, HoldingRow.since)
        .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
        .join(WorkerRow, WorkerRow.id == ClientBookRow.worker_id)
        .where(HoldingRow.customer_id.in_(customer_ids))
    )
    return {
        customer_id: Holder(worker_id, name, since)
        for customer_id, worker_id, name, since in transaction.execute(statement)
    }


def holdings(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, Holding]:
    """The holdings of the customers, to be changed: on PostgreSQL their rows are locked."""
    found = {}
    for batch in batches(customer_ids):
        statement = (
            select(HoldingRow.customer_id, HoldingRow.book_id, ClientBookRow.worker_id, HoldingRow.since)
            .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
            .where(HoldingRow.customer_id.in_(batch))
        )
        for row in transaction.execute(statement):
            found[row[0]] = Holding(*row)
    return found


def hold(transaction: Transaction, book_id: int, customer_ids: Sequence[int], since: datetime) -> None:
    """Put customers that are in no book into one."""
    for batch in batches(customer_ids):
        names = transaction.execute(
            select(CustomerRow.id, CustomerRow.name_key).where(CustomerRow.id.in_(batch))
        )
        rows = [
            {"customer_id": key, "book_id": book_id, "name_key": name_key, "since": since}
            for key, name_key in names
        ]
        transaction.execute(insert(HoldingRow), rows)


def move(transaction: Transaction, book_id: int, customer_ids: Sequence[int], since: datetime) -> None:
    """Move customers from whatever book they are in."""
    for batch in batches(customer_ids):
        statement = update(HoldingRow).where(HoldingRow.customer_id.in_(batch))
        transaction.execute(
            statement.values(book_id=book_id, since=since), execution_options={"synchronize_session": False}
        )


def release(transaction: Transaction, customer_ids: Sequence[int]) -> None:
    """Take customers out of whatever book they are in."""
    for batch in batches(customer_ids):
        transaction.execute(
            delete(HoldingRow).where(HoldingRow.customer_id.in_(batch)),
            execution_options={"synchronize_session": False},
        )


def of_legal_entity(
    transaction: Transaction, customer_ids: Sequence[int], legal_entity_id: int
) -> dict[int, str]:
    """Those of the customers that belong to a legal entity, with their names."""
    found: dict[int, str] = {}
    for batch in batches(customer_ids):
        statement = select(CustomerRow.id, CustomerRow.name).where(
            CustomerRow.id.in_(batch), CustomerRow.legal_entity_id == legal_entity_id
        )
        found.update((key, name) for key, name in transaction.execute(statement))
    return found


def by_account(
    transaction: Transaction, legal_entity_id: int, account_numbers: Sequence[str]
) -> dict[str, int]:
    """The keys of customers by account number."""
    found: dict[str, int] = {}
    for start in range(0, len(account_numbers), MOST_AT_ONCE):
        statement = select(CustomerRow.account_number, CustomerRow.id).where(
            CustomerRow.legal_entity_id == legal_entity_id,
            CustomerRow.account_number.in_(account_numbers[start : start + MOST_AT_ONCE]),
        )
        found.update((account, key) for account, key in transaction.execute(statement))
    return found


def sizes(transaction: Transaction, legal_entity_id: int, worker_ids: Sequence[int]) -> tuple[BookSize, ...]:
    """The workers and how many customers each has in their book, by name."""
    held = (
        select(ClientBookRow.worker_id, func.count(HoldingRow.customer_id).label("customers"))
        .join(HoldingRow, HoldingRow.book_id == ClientBookRow.id)
        .where(ClientBookRow.legal_entity_id == legal_entity_id)
        .group_by(ClientBookRow.worker_id)
        .subquery()
    )
    statement = (
        select(
            WorkerRow.id,
            WorkerRow.personnel_number,
            WorkerRow.name,
            WorkerRow.title,
            func.coalesce(held.c.customers, 0),
        )
        .outerjoin(held, held.c.worker_id == WorkerRow.id)
        .where(WorkerRow.id.in_(worker_ids))
    )
    found = (BookSize(*row) for row in transaction.execute(statement))
    # Each server has its own idea of the order of names.
    return tuple(sorted(found, key=lambda size: (name_key(size.name), size.worker_id)))
