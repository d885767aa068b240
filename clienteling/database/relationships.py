"""Relationship intelligence: what a legal entity has chosen, the health of its customers, workers' mailboxes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, or_, select

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    ActivityRow,
    CustomerRow,
    EmailRow,
    HealthRow,
    MailboxRow,
    RelationshipRow,
    WorkerRow,
)


@dataclass(frozen=True, slots=True)
class Stored:
    """What is chosen, as JSON, in its version; when all customers were computed, and up to which record's key some."""

    document: str = "{}"
    version: int = 0
    computed_at: datetime | None = None
    computed_record: int = 0


@dataclass(frozen=True, slots=True)
class StoredHealth:
    """A customer's health as it is stored."""

    customer_id: int
    score: int | None
    state: str
    trend: str
    as_of: datetime


_HEALTH = (HealthRow.customer_id, HealthRow.score, HealthRow.state, HealthRow.trend, HealthRow.as_of)


def stored(transaction: Transaction, legal_entity_id: int) -> Stored:
    row = transaction.get(RelationshipRow, legal_entity_id)
    return Stored(row.document, row.version, row.computed_at, row.computed_record) if row else Stored()


def choose(transaction: Transaction, legal_entity_id: int, document: str) -> None:
    """Store what is chosen, and count the version up."""
    row = _row(transaction, legal_entity_id)
    row.document = document
    row.version += 1
    transaction.flush()


def computed(transaction: Transaction, legal_entity_id: int, at: datetime | None, record_id: int) -> None:
    """Remember up to when health is computed; None: it has to be computed anew."""
    row = _row(transaction, legal_entity_id)
    row.computed_at, row.computed_record = at, record_id
    transaction.flush()


def _row(transaction: Transaction, legal_entity_id: int) -> RelationshipRow:
    row = transaction.get(RelationshipRow, legal_entity_id)
    if row is None:
        row = RelationshipRow(legal_entity_id=legal_entity_id)
        transaction.add(row)
    return row


def health_of(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, StoredHealth]:
    statement = select(*_HEALTH).where(among(HealthRow.customer_id, "ids"))
    found = transaction.connection().execute(statement, {"ids": customer_ids})
    return {row[0]: StoredHealth(*row) for row in found}


def put_health(transaction: Transaction, rows: Sequence[StoredHealth]) -> None:
    """Store the health of customers instead of what was stored of them."""
    connection = transaction.connection()
    connection.execute(
        delete(HealthRow).where(among(HealthRow.customer_id, "ids")), {"ids": [row.customer_id for row in rows]}
    )
    values = [{name: getattr(row, name) for name in StoredHealth.__slots__} for row in rows]
    if values:
        connection.execute(insert(HealthRow), values)


def grades(transaction: Transaction, legal_entity_id: int) -> dict[str, int]:
    """How many customers are in each state."""
    statement = (
        select(HealthRow.state, func.count())
        .join(CustomerRow, CustomerRow.id == HealthRow.customer_id)
        .where(CustomerRow.legal_entity_id == legal_entity_id)
        .group_by(HealthRow.state)
    )
    return {state: number for state, number in transaction.execute(statement)}


def customers_after(transaction: Transaction, legal_entity_id: int, after: int, limit: int) -> tuple[int, ...]:
    """The next customers of a legal entity by their keys."""
    statement = (
        select(CustomerRow.id)
        .where(CustomerRow.legal_entity_id == legal_entity_id, CustomerRow.id > after)
        .order_by(CustomerRow.id)
        .limit(limit)
    )
    return tuple(transaction.connection().execute(statement).scalars())


def customer_count(transaction: Transaction, legal_entity_id: int) -> int:
    statement = select(func.count()).where(CustomerRow.legal_entity_id == legal_entity_id)
    return int(transaction.connection().execute(statement).scalar_one())


def mailboxes(transaction: Transaction) -> dict[str, int]:
    """Whose mailboxes addresses are."""
    return {
        address: worker for address, worker in transaction.execute(select(MailboxRow.address, MailboxRow.worker_id))
    }


def give_mailbox(transaction: Transaction, address: str, worker_id: int) -> None:
    transaction.add(MailboxRow(address=address, worker_id=worker_id))
    transaction.flush()


def take_mailbox(transaction: Transaction, address: str) -> None:
    transaction.execute(delete(MailboxRow).where(MailboxRow.address == address))


@dataclass(frozen=True, slots=True)
class Colleague:
    """A worker who can be asked for something."""

    id: int
    number: str
    name: str
    title: str
    group_id: int


def colleagues(transaction: Transaction, today: date) -> Mapping[int, Colleague]:
    """Everybody who works for the company and is not blocked, by key."""
    until: Any = WorkerRow.employed_until
    statement = select(
        WorkerRow.id, WorkerRow.personnel_number, WorkerRow.name, WorkerRow.title, WorkerRow.group_id
    ).where(WorkerRow.blocked.is_(False), or_(until.is_(None), until >= today))
    return {row[0]: Colleague(*row) for row in transaction.execute(statement)}


def there(transaction: Transaction, customer_ids: Sequence[int]) -> frozenset[int]:
    """Those of the customers who are still there."""
    statement = select(CustomerRow.id).where(among(CustomerRow.id, "ids"))
    return frozenset(transaction.connection().execute(statement, {"ids": customer_ids}).scalars())


def names(transaction: Transaction, worker_ids: Sequence[int]) -> dict[int, str]:
    """What workers are called, also those who are not there any more."""
    statement = select(WorkerRow.id, WorkerRow.name).where(among(WorkerRow.id, "ids"))
    found = transaction.connection().execute(statement, {"ids": worker_ids})
    return {key: name for key, name in found}


def acquainted(transaction: Transaction, legal_entity_id: int, since: datetime, now: datetime) -> int:
    """How many customers somebody of us was in touch with between two moments."""
    statement = (
        select(func.count(ActivityRow.customer_id.distinct()))
        .join(CustomerRow, CustomerRow.id == ActivityRow.customer_id)
        .where(CustomerRow.legal_entity_id == legal_entity_id, ActivityRow.worker_id.is_not(None))
        .where(ActivityRow.at >= since, ActivityRow.at <= now)
    )
    return int(transaction.connection().execute(statement).scalar_one())


def addresses_of(transaction: Transaction, customer_ids: Sequence[int]) -> dict[str, int]:
    """Whose mail addresses are those of these customers; one that several have is one of theirs."""
    statement = select(EmailRow.address, EmailRow.customer_id).where(among(EmailRow.customer_id, "ids"))
    found = transaction.connection().execute(statement, {"ids": customer_ids})
    return {address.strip().lower(): customer_id for address, customer_id in found}
