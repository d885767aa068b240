"""Client books, who holds whom, and the pages of cards."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, bindparam, cast, delete, exists, func, insert, literal, not_, select, update

from clienteling.database import company, number_sequences
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    ClientBookRow,
    CustomerMergeRow,
    CustomerRow,
    EmailRow,
    FormerHoldingRow,
    HoldingRow,
    PhoneRow,
    ScoreRow,
    WorkerRow,
)
from clienteling.database.types import Utc
from clienteling.domain.book import BookSize, ClientBook, Holders
from clienteling.domain.card import Holder, Score
from clienteling.domain.customer import name_key

Contact = tuple[str, str, str, str, Score | None]

MOST_AT_ONCE = 500  # SQLite takes a limited number of values in one statement
_FEW = 5000
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)

# Asked with each page of cards, so they are put together once.
_BOOK = select(
    ClientBookRow.id,
    ClientBookRow.legal_entity_id,
    ClientBookRow.worker_id,
    ClientBookRow.code,
    ClientBookRow.description,
).where(ClientBookRow.legal_entity_id == bindparam("entity"), ClientBookRow.worker_id == bindparam("worker"))
_IN_SEVERAL = (
    select(CustomerRow.account_number, CustomerRow.name)
    .distinct()
    .join(HoldingRow, HoldingRow.customer_id == CustomerRow.id)
    .where(not_(HoldingRow.is_primary), CustomerRow.legal_entity_id == bindparam("entity"))
)
_BOOKS_OF = select(ClientBookRow.id).where(
    ClientBookRow.legal_entity_id == bindparam("entity"), among(ClientBookRow.worker_id, "workers")
)
_FIRST = (
    select(HoldingRow.name_key, HoldingRow.customer_id)
    .where(HoldingRow.book_id == bindparam("book"))
    .order_by(HoldingRow.name_key, HoldingRow.customer_id)
    .limit(bindparam("most"))
)
# Few customers, if any, are in several books: they are counted apart.
_BY_CUSTOMER = (
    select((func.count() - 1).label("more"))
    .where(among(HoldingRow.book_id, "books"))
    .where(HoldingRow.customer_id.in_(select(HoldingRow.customer_id).where(not_(HoldingRow.is_primary))))
    .group_by(HoldingRow.customer_id)
    .subquery()
)
_COUNT = (
    # PostgreSQL adds up counts to a decimal number.
    select(func.count() - select(cast(func.coalesce(func.sum(_BY_CUSTOMER.c.more), 0), BigInteger)).scalar_subquery())
    .select_from(HoldingRow)
    .where(among(HoldingRow.book_id, "books"))
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
    _CONTACTS.add_columns(HoldingRow.is_primary, WorkerRow.id, WorkerRow.name, HoldingRow.since)
    .outerjoin(HoldingRow, HoldingRow.customer_id == CustomerRow.id)
    .outerjoin(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .outerjoin(WorkerRow, WorkerRow.id == ClientBookRow.worker_id)
)
_HOLDERS = (
    select(HoldingRow.customer_id, HoldingRow.is_primary, WorkerRow.id, WorkerRow.name, HoldingRow.since)
    .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .join(WorkerRow, WorkerRow.id == ClientBookRow.worker_id)
    .where(among(HoldingRow.customer_id, "ids"))
)
# Added to nothing, since SQLite takes an index of the legal entity, with a million customers, for a short way.
_OWN = CustomerRow.legal_entity_id + 0 == bindparam("entity")
_HELD = (
    select(CustomerRow.id, ClientBookRow.worker_id, HoldingRow.is_primary)
    .outerjoin(HoldingRow, HoldingRow.customer_id == CustomerRow.id)
    .outerjoin(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .where(among(CustomerRow.id, "ids"), _OWN)
)
_FURTHER = (
    select(HoldingRow.customer_id, ClientBookRow.worker_id)
    .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .where(among(HoldingRow.customer_id, "ids"), not_(HoldingRow.is_primary))
    .order_by(HoldingRow.customer_id, HoldingRow.since, HoldingRow.book_id)
)
# Added to nothing, too: it is the customers that are few, not those of the book.
_HELD_IN = (
    select(func.count())
    .select_from(HoldingRow)
    .where(among(HoldingRow.customer_id, "ids"), HoldingRow.book_id + 0 == bindparam("book"))
)
_FREE = (
    select(func.count())
    .select_from(CustomerRow)
    .where(among(CustomerRow.id, "ids"), _OWN, ~exists().where(HoldingRow.customer_id == CustomerRow.id))
)
_ONE_IN_SEVERAL = (
    select(HoldingRow.customer_id).where(among(HoldingRow.customer_id, "ids"), not_(HoldingRow.is_primary)).limit(1)
)
_OF_ENTITY = select(CustomerRow.id, CustomerRow.name).where(among(CustomerRow.id, "ids"), _OWN)


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
    # Who is in several of the books comes once.
    return [customer_id for _, customer_id in sorted(set(found))[:limit]]


def count(transaction: Transaction, book_ids: Sequence[int]) -> int:
    """How many customers are in the books, those who are in several of them once."""
    return transaction.connection().execute(_COUNT, {"books": book_ids}).scalar_one()


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
    held = _holders((row[0], *row[8:]) for row in found if row[8] is not None)
    return {row[0]: (_contact(*row[:8]), held.get(row[0])) for row in found}


def _contact(
    _key: int, account: str, name: str, typed: str, e164: str, email: str, score: int | None, as_of: datetime
) -> Contact:
    return account, name, e164 or typed or "", email or "", None if score is None else Score(score, as_of)


def holders(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, Holder]:
    """Who holds each of the customers, if anybody does."""
    return _holders(transaction.connection().execute(_HOLDERS, {"ids": customer_ids}))


def _holders(rows: Iterable[Any]) -> dict[int, Holder]:
    """Of rows (customer, whether it is the primary book, worker, name, since) the holder of each customer."""
    found: dict[int, Holder] = {}
    further: dict[int, list[Holder]] = {}
    for customer_id, is_primary, *holder in rows:
        if is_primary:
            found[customer_id] = Holder(*holder)
        else:
            further.setdefault(customer_id, []).append(Holder(*holder))
    for customer_id, others in further.items():
        others.sort(key=lambda one: (one.since or _LONG_AGO, one.worker_id))
        found[customer_id] = replace(found[customer_id], others=tuple(others))
    return found


def held(transaction: Transaction, customer_ids: Sequence[int], legal_entity_id: int) -> dict[int, Holders]:
    """Those of the customers that belong to a legal entity, each with the workers in whose books it is."""
    connection, asked = transaction.connection(), {"ids": customer_ids, "entity": legal_entity_id}
    found: dict[int, Holders] = {}
    is_several = False
    for customer_id, worker_id, is_primary in connection.execute(_HELD, asked).all():
        if is_primary is not False:
            found[customer_id] = () if worker_id is None else (worker_id,)
        else:
            is_several = True
    for customer_id, worker_id in connection.execute(_FURTHER, {"ids": customer_ids}) if is_several else ():
        if customer_id in found:
            found[customer_id] = (*found[customer_id], worker_id)
    return found


def held_in(transaction: Transaction, book_id: int, customer_ids: Sequence[int]) -> int:
    """How many of the customers are in a book."""
    return transaction.connection().execute(_HELD_IN, {"ids": customer_ids, "book": book_id}).scalar_one()


def held_by_nobody(transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int]) -> int:
    """How many of the customers are in a legal entity, and in no book."""
    return transaction.connection().execute(_FREE, {"ids": customer_ids, "entity": legal_entity_id}).scalar_one()


def is_one_in_several(transaction: Transaction, customer_ids: Sequence[int]) -> bool:
    """Whether one of the customers is in several books."""
    return transaction.connection().execute(_ONE_IN_SEVERAL, {"ids": customer_ids}).first() is not None


def hold(
    transaction: Transaction, book_id: int, customer_ids: Sequence[int], since: datetime, *, is_primary: bool = True
) -> None:
    """Put customers into a book: those that are in none, or else not as the primary one."""
    arriving = select(CustomerRow.id, literal(book_id), CustomerRow.name_key, literal(since, Utc), literal(is_primary))
    columns = ["customer_id", "book_id", "name_key", "since", "is_primary"]
    statement = insert(HoldingRow).from_select(columns, arriving.where(among(CustomerRow.id, "ids")))
    transaction.connection().execute(statement, {"ids": customer_ids})


def move(transaction: Transaction, giver: int, taker: int, customer_ids: Sequence[int], since: datetime) -> None:
    """Move customers from one book to another, primary or not as they were."""
    statement = update(HoldingRow).where(*_here(giver)).values(book_id=taker, since=since)
    transaction.connection().execute(statement, {"ids": customer_ids})


def release(transaction: Transaction, book_id: int, customer_ids: Sequence[int]) -> None:
    """Take customers out of a book."""
    transaction.connection().execute(delete(HoldingRow).where(*_here(book_id)), {"ids": customer_ids})


def note_since(transaction: Transaction, record_id: int, book_id: int, customer_ids: Sequence[int]) -> None:
    """Keep since when customers have been in a book that the record takes them out of."""
    leaving = select(HoldingRow.customer_id, literal(record_id), HoldingRow.book_id, HoldingRow.since)
    columns = ["customer_id", "record_id", "book_id", "since"]
    statement = insert(FormerHoldingRow).from_select(columns, leaving.where(*_here(book_id)))
    transaction.connection().execute(statement, {"ids": customer_ids})


def restore_since(transaction: Transaction, record_id: int, customer_ids: Sequence[int]) -> None:
    """Let customers who are back in the books a record took them out of have been there since they were before."""
    former = (
        select(FormerHoldingRow.since)
        .where(FormerHoldingRow.record_id == record_id)
        .where(FormerHoldingRow.customer_id == HoldingRow.customer_id, FormerHoldingRow.book_id == HoldingRow.book_id)
    )
    statement = update(HoldingRow).where(among(HoldingRow.customer_id, "ids"), former.exists())
    transaction.connection().execute(statement.values(since=former.scalar_subquery()), {"ids": customer_ids})


def make_primary(transaction: Transaction, book_id: int, customer_ids: Sequence[int]) -> None:
    """Let a book that customers are in be their primary one, instead of the one that is."""
    others = (among(HoldingRow.customer_id, "ids"), HoldingRow.book_id != book_id)
    for where, is_primary in ((others, False), (_here(book_id), True)):
        statement = update(HoldingRow).where(*where).values(is_primary=is_primary)
        transaction.connection().execute(statement, {"ids": customer_ids})


def _here(book_id: int) -> tuple[Any, ...]:
    return among(HoldingRow.customer_id, "ids"), HoldingRow.book_id == book_id


def in_several(transaction: Transaction, legal_entity_id: int) -> tuple[tuple[str, str], ...]:
    """Account number and name of the customers of a legal entity who are in several books, by account number."""
    found = transaction.connection().execute(_IN_SEVERAL, {"entity": legal_entity_id})
    return tuple(sorted((account, name) for account, name in found))


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
