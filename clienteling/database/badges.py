"""The badges of workers. Of a code only its hash is here."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select

from clienteling.database import workers
from clienteling.database.engine import Transaction
from clienteling.database.tables import BadgeRow, WorkerStoreRow
from clienteling.domain.worker import Worker


def owner(transaction: Transaction, code_hash: str) -> Worker | None:
    """Whose badge has this hash."""
    worker_id = transaction.scalars(select(BadgeRow.worker_id).where(BadgeRow.code_hash == code_hash)).first()
    return None if worker_id is None else workers.by_id(transaction, worker_id)


def of_store(transaction: Transaction, store_id: int) -> Mapping[int, datetime]:
    """Since when workers of a store have had their badges, by worker."""
    statement = select(BadgeRow.worker_id, BadgeRow.since).join(
        WorkerStoreRow, WorkerStoreRow.worker_id == BadgeRow.worker_id
    )
    found = transaction.execute(statement.where(WorkerStoreRow.store_id == store_id))
    return {worker_id: since for worker_id, since in found}


def since(transaction: Transaction, worker_id: int) -> datetime | None:
    """Since when a worker has had the badge."""
    return transaction.scalars(select(BadgeRow.since).where(BadgeRow.worker_id == worker_id)).first()


def put(transaction: Transaction, worker_id: int, code_hash: str, at: datetime) -> None:
    """Give a worker a badge, in place of the one before."""
    take(transaction, worker_id)
    transaction.add(BadgeRow(worker_id=worker_id, code_hash=code_hash, since=at))
    transaction.flush()


def take(transaction: Transaction, worker_id: int) -> None:
    transaction.execute(delete(BadgeRow).where(BadgeRow.worker_id == worker_id))
