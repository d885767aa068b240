"""Forms that are not saved yet, by worker."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from clienteling.database.engine import Transaction
from clienteling.database.tables import CustomerRow, DraftRow

Place = tuple[int, int, str, int]
"""Whose draft it is and of what: worker, legal entity, kind, and the key of its subject (0: something new)."""


def find(transaction: Transaction, place: Place) -> tuple[str, datetime] | None:
    """The text of a draft, and when it was kept."""
    row = transaction.get(DraftRow, place)
    return (row.text, row.at) if row is not None else None


def keep(transaction: Transaction, place: Place, text: str, at: datetime) -> None:
    """Put a draft in place of the one before."""
    drop(transaction, place)
    worker_id, legal_entity_id, kind, subject_id = place
    transaction.connection().execute(
        insert(DraftRow.__table__),
        {
            "worker_id": worker_id,
            "legal_entity_id": legal_entity_id,
            "kind": kind,
            "subject_id": subject_id,
            "text": text,
            "at": at,
        },
    )


def drop(transaction: Transaction, place: Place) -> None:
    worker_id, legal_entity_id, kind, subject_id = place
    statement = delete(DraftRow.__table__).where(
        DraftRow.worker_id == worker_id,
        DraftRow.legal_entity_id == legal_entity_id,
        DraftRow.kind == kind,
        DraftRow.subject_id == subject_id,
    )
    transaction.connection().execute(statement)


def keep_or_drop(transaction: Transaction, place: Place, text: str, at: datetime) -> None:
    """Put a draft by, in place of the one before; "" lets it go."""
    if text:
        keep(transaction, place, text, at)
    else:
        drop(transaction, place)


def drop_all(transaction: Transaction, kind: str, subject_id: int) -> None:
    """Let go what all workers have begun about something that is not there any more."""
    statement = delete(DraftRow.__table__).where(DraftRow.kind == kind, DraftRow.subject_id == subject_id)
    transaction.connection().execute(statement)


def latest(transaction: Transaction, worker_id: int, legal_entity_id: int) -> tuple[str, int, str, datetime] | None:
    """A worker's newest draft: its kind, the key and the name of the customer (0 and "" for a new one), and when."""
    statement = (
        select(DraftRow.kind, DraftRow.subject_id, CustomerRow.name, DraftRow.at)
        .outerjoin(
            CustomerRow,
            (CustomerRow.id == DraftRow.subject_id) & (CustomerRow.legal_entity_id == DraftRow.legal_entity_id),
        )
        .where(DraftRow.worker_id == worker_id, DraftRow.legal_entity_id == legal_entity_id)
        .order_by(DraftRow.at.desc())
    )
    row = transaction.execute(statement).first()
    return None if row is None else (row[0], row[1], row[2] or "", row[3])


def count(transaction: Transaction, worker_id: int, legal_entity_id: int, kind: str) -> int:
    """How many drafts of a kind a worker has."""
    statement = select(DraftRow.subject_id).where(
        DraftRow.worker_id == worker_id, DraftRow.legal_entity_id == legal_entity_id, DraftRow.kind == kind
    )
    return len(transaction.connection().execute(statement).all())
