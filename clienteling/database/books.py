"""Client books, who holds whom, and the pages of cards."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, func, insert, literal, select, update

from clienteling.database import company, number_sequences
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    ClientBookRow,
    CustomerMergeRow,
    CustomerRow,
    EmailRow,
    HoldingRow,
    PhoneRow,
    ScoreRow,
    WorkerRow,
)
from clienteling.database.types import Utc
from clienteling.domain.book import BookSize, ClientBook, Holding
from clienteling.domain.card import Holder, Score
from clienteling.domain.customer import name_key

Contact = tuple[str, str, str, str, Score | None]

MOST_AT_ONCE = 500  # SQLite takes a limited number of values in one statement
_FEW = 5000

# Asked with each page of cards, so they are put together once.
_BOOK = select(
    ClientBookRow.id,
    ClientBookRow.legal_entity_id,
    ClientBookRow.worker_id,
    ClientBookRow.code,
    ClientBookRow.description,
).where(ClientBookRow.legal_entity_id == bindparam("entity"), ClientBookRow.worker_id == bindparam("worker"))
_BOOKS_OF = select(ClientBookRow.id).where(
    ClientBookRow.legal_entity_id == bindparam("entity"), among(ClientBookRow.worker_id, "workers")
)
_FIRST = (
    select(HoldingRow.name_key, HoldingRow.customer_id)
    .where(HoldingRow.book_id == bindparam("book"))
    .order_by(HoldingRow.name_key, HoldingRow.customer_id)
    .limit(bindparam("most"))
)
_FIRST_FEW = select(func.count()).select_from(
    select(HoldingRow.customer_id).where(among(HoldingRow.book_id, "books")).limit(_FEW).subquery()
)
_CONTACTS = (
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
    .select_from(CustomerRow)
    .outerjoin(PhoneRow, (PhoneRow.customer_id == CustomerRow.id) & PhoneRow.is_primary.is_(True))
    .outerjoin(EmailRow, (EmailRow.customer_id == CustomerRow.id) & EmailRow.is_primary.is_(True))
    .outerjoin(ScoreRow, ScoreRow.customer_id == CustomerRow.id)
    .where(among(CustomerRow.id, "ids"))
)
_FACES = (
    _CONTACTS.add_columns(WorkerRow.id, WorkerRow.name, HoldingRow.since)
    .outerjoin(HoldingRow, HoldingRow.customer_id == CustomerRow.id)
    .outerjoin(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .outerjoin(WorkerRow, WorkerRow.id == ClientBookRow.worker_id)
)
_HOLDERS = (
    select(HoldingRow.customer_id, WorkerRow.id, WorkerRow.name, HoldingRow.since)
    .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .join(WorkerRow, WorkerRow.id == ClientBookRow.worker_id)
    .where(among(HoldingRow.customer_id, "ids"))
)
_HOLDINGS = (
    select(HoldingRow.customer_id, HoldingRow.book_id, ClientBookRow.worker_id, HoldingRow.since)
    .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .where(among(HoldingRow.customer_id, "ids"))
)
# Added to nothing, since SQLite takes an index of the legal entity, with a million customers, for a short way.
_OWN = CustomerRow.legal_entity_id + 0 == bindparam("entity")
_HOLDER_IDS = (
    select(CustomerRow.id, ClientBookRow.worker_id)
    .outerjoin(HoldingRow, HoldingRow.customer_id == CustomerRow.id)
    .outerjoin(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .where(among(CustomerRow.id, "ids"), _OWN)
)
_OF_ENTITY = select(CustomerRow.id, CustomerRow.name).where(among(CustomerRow.id, "ids"), _OWN)
# Added to nothing, too: it is the customers that are few, not those of the book.
_HELD = (
    select(func.count())
    .select_from(HoldingRow)
    .where(among(HoldingRow.customer_id, "ids"), HoldingRow.book_id + 0 == bindparam("book"))
)
_FREE = (
    select(func.count())
    .select_from(CustomerRow)
    .where(among(CustomerRow.id, "ids"), _OWN, ~exists().where(HoldingRow.customer_id == CustomerRow.id))
)


def batches(ids: Sequence[int]) -> Iterable[list[int]]:
    """`ids` in lists that fit into one statement."""
    for start in range(0, len(ids), MOST_AT_ONCE):
        yield [int(key) for key in ids[start : start + MOST_AT_ONCE]]


def find(transaction: Transaction, legal_entity_id: int, worker_id: int) -> ClientBook | None:
    """A worker's book in a legal entity, if a customer was ever added."""
    asked = {"entity": legal_entity_id, "worker": worker_id}
    row = transaction.connection().execute(_BOOK, asked).first()
    return ClientBook(*row) if row else None


def make(transaction: Transaction, legal_entity_id: int, worker_id: int, description: str) -> ClientBook:
    """A new, empty book; its code comes from the number sequence."""
    code = number_sequences.next_number(transaction, legal_entity_id, company.CLIENT_BOOK_SEQUENCE)
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
    asked = {"entity": legal_entity_id, "workers": worker_ids}
    return tuple(transaction.connection().execute(_BOOKS_OF, asked).scalars())


def first_customers(transaction: Transaction, book_ids: Sequence[int], limit: int) -> list[int]:
    """The first customers of the books in name order. One short read of the index per book, then merged."""
    connection = transaction.connection()
    found: list[tuple[str, int]] = []
    for book_id in book_ids:
        asked = {"book": book_id, "most": limit}
        found += [(name, key) for name, key in connection.execute(_FIRST, asked).all()]
    return [customer_id for _, customer_id in sorted(found)[:limit]]


def count(transaction: Transaction, book_ids: Sequence[int]) -> int:
    statement = select(func.count()).select_from(HoldingRow).where(HoldingRow.book_id.in_(book_ids))
    return transaction.connection().execute(statement).scalar_one()


def is_small(transaction: Transaction, book_ids: Sequence[int]) -> bool:
    """Whether the books have so few customers that it is no trouble to go through them."""
    return transaction.connection().execute(_FIRST_FEW, {"books": book_ids}).scalar_one() < _FEW


def contacts(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, Contact]:
    """Account number, name, phone, e-mail and score of customers."""
    found = transaction.connection().execute(_CONTACTS, {"ids": customer_ids}).all()
    return {row[0]: _contact(*row) for row in found}


def faces(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, tuple[Contact, Holder | None]]:
    """What `contacts` and `holders` tell of customers, read in one go."""
    found = transaction.connection().execute(_FACES, {"ids": customer_ids}).all()
    return {row[0]: (_contact(*row[:8]), None if row[8] is None else Holder(*row[8:])) for row in found}


def _contact(
    _key: int, account: str, name: str, typed: str, e164: str, email: str, score: int | None, as_of: datetime
) -> Contact:
    return account, name, e164 or typed or "", email or "", None if score is None else Score(score, as_of)


def holders(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, Holder]:
    """Who holds each of the customers, if anybody does."""
    found = transaction.connection().execute(_HOLDERS, {"ids": customer_ids}).all()
    return {customer_id: Holder(*holder) for customer_id, *holder in found}


def holdings(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, Holding]:
    """The holdings of the customers."""
    found = transaction.connection().execute(_HOLDINGS, {"ids": customer_ids}).all()
    return {row[0]: Holding(*row) for row in found}


def holder_ids(transaction: Transaction, customer_ids: Sequence[int], legal_entity_id: int) -> dict[int, int | None]:
    """Those of the customers that belong to a legal entity, each with the worker who holds it, if anybody does."""
    asked = {"ids": customer_ids, "entity": legal_entity_id}
    return {key: worker_id for key, worker_id in transaction.connection().execute(_HOLDER_IDS, asked).all()}


def held_in(transaction: Transaction, book_id: int, customer_ids: Sequence[int]) -> int:
    """How many of the customers are in a book."""
    return transaction.connection().execute(_HELD, {"ids": customer_ids, "book": book_id}).scalar_one()


def held_by_nobody(transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int]) -> int:
    """How many of the customers are in a legal entity, and in no book."""
    return transaction.connection().execute(_FREE, {"ids": customer_ids, "entity": legal_entity_id}).scalar_one()


def hold(transaction: Transaction, book_id: int, customer_ids: Sequence[int], since: datetime) -> None:
    """Put customers that are in no book into one."""
    arriving = select(CustomerRow.id, literal(book_id), CustomerRow.name_key, literal(since, Utc))
    columns = ["customer_id", "book_id", "name_key", "since"]
    statement = insert(HoldingRow).from_select(columns, arriving.where(among(CustomerRow.id, "ids")))
    transaction.connection().execute(statement, {"ids": customer_ids})


def move(transaction: Transaction, book_id: int, customer_ids: Sequence[int], since: datetime) -> None:
    """Move customers from whatever book they are in."""
    statement = update(HoldingRow).where(among(HoldingRow.customer_id, "ids")).values(book_id=book_id, since=since)
    transaction.connection().execute(statement, {"ids": customer_ids})


def release(transaction: Transaction, customer_ids: Sequence[int]) -> None:
    """Take customers out of whatever book they are in."""
    statement = delete(HoldingRow).where(among(HoldingRow.customer_id, "ids"))
    transaction.connection().execute(statement, {"ids": customer_ids})


def of_legal_entity(transaction: Transaction, customer_ids: Sequence[int], legal_entity_id: int) -> dict[int, str]:
    """Those of the customers that belong to a legal entity, with their names."""
    asked = {"ids": customer_ids, "entity": legal_entity_id}
    return {key: name for key, name in transaction.connection().execute(_OF_ENTITY, asked).all()}


def entity_of(transaction: Transaction, customer_id: int) -> int | None:
    """The legal entity that a customer belongs to; None if there is no such customer."""
    statement = select(CustomerRow.legal_entity_id).where(CustomerRow.id == customer_id)
    return transaction.connection().execute(statement).scalar()


def by_account(transaction: Transaction, legal_entity_id: int, account_numbers: Sequence[str]) -> dict[str, int]:
    """The keys of customers by account number, also by that of a file that went into theirs."""
    found: dict[str, int] = {}
    for start in range(0, len(account_numbers), MOST_AT_ONCE):
        asked = account_numbers[start : start + MOST_AT_ONCE]
        merged = select(CustomerMergeRow.account_number, CustomerMergeRow.survivor_id).where(
            CustomerMergeRow.legal_entity_id == legal_entity_id, CustomerMergeRow.account_number.in_(asked)
        )
        own = select(CustomerRow.account_number, CustomerRow.id).where(
            CustomerRow.legal_entity_id == legal_entity_id, CustomerRow.account_number.in_(asked)
        )
        for statement in (merged, own):
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


def names_of_holders(transaction: Transaction, worker_ids: Sequence[int]) -> dict[int, str]:
    """The names of workers by key."""
    statement = select(WorkerRow.id, WorkerRow.name).where(among(WorkerRow.id, "ids"))
    return {key: name for key, name in transaction.connection().execute(statement, {"ids": worker_ids})}
