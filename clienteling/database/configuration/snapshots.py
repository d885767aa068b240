"""What distribution jobs have published: whole documents, counted by job."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select

from clienteling.database.engine import Transaction
from clienteling.database.tables import SnapshotRow, WorkerRow
from clienteling.domain.configuration.configuration import (
    Configuration,
    ItemChange,
    configuration_of,
    document_of,
)
from clienteling.domain.configuration.sections import Job


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """What a snapshot changed of an item, in words for a list: "made", "changed" or "deleted"."""

    section: str
    key: str
    what: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published version of what a job carries. `republished` is the older version whose document it is."""

    job: Job
    version: int
    at: datetime
    worker: str
    changes: tuple[ChangedItem, ...]
    republished: int | None = None


def of_job(transaction: Transaction, job: Job, limit: int = 50) -> tuple[Snapshot, ...]:
    """The snapshots of a job, newest first."""
    row = SnapshotRow
    statement = (
        select(row.version, row.at, row.changes, row.republished, WorkerRow.name)
        .outerjoin(WorkerRow, WorkerRow.id == row.worker_id)
        .where(row.job == int(job))
        .order_by(row.version.desc())
        .limit(limit)
    )
    return tuple(
        Snapshot(job, version, at, worker or "", _changes(changes), republished)
        for version, at, changes, republished, worker in transaction.connection().execute(statement)
    )


def newest_version(transaction: Transaction, job: Job) -> int:
    """The version of a job's newest snapshot; 0 if there is none."""
    statement = select(func.max(SnapshotRow.version)).where(SnapshotRow.job == int(job))
    return transaction.connection().execute(statement).scalar() or 0


def document(transaction: Transaction, job: Job, version: int) -> Configuration | None:
    """What a snapshot carries."""
    row = SnapshotRow
    statement = select(row.document).where(row.job == int(job), row.version == version)
    text = transaction.connection().execute(statement).scalar()
    return None if text is None else configuration_of(json.loads(text))


def document_text(configuration: Configuration) -> str:
    """A configuration as JSON: the same text for the same configuration."""
    return json.dumps(document_of(configuration), ensure_ascii=False, sort_keys=True)


def add(
    transaction: Transaction,
    job: Job,
    configuration: Configuration,
    changes: Sequence[ItemChange],
    at: datetime,
    worker_id: int | None,
    republished: int | None = None,
) -> int:
    """Keep what a job carries as its next version; the version."""
    version = newest_version(transaction, job) + 1
    values = {
        "id": transaction.key(),
        "job": int(job),
        "version": version,
        "document": document_text(configuration),
        "changes": json.dumps([[c.section, c.key, _what(c)] for c in changes], ensure_ascii=False),
        "at": at,
        "worker_id": worker_id,
        "republished": republished,
    }
    transaction.connection().execute(insert(SnapshotRow), values)
    return version


def last_change(transaction: Transaction, job: Job, section: str, key: str) -> Snapshot | None:
    """The newest snapshot, of some, that changed an item."""
    for snapshot in of_job(transaction, job, 20):
        if any((change.section, change.key) == (section, key) for change in snapshot.changes):
            return snapshot
    return None


def _what(change: ItemChange) -> str:
    if change.before is None:
        return "made"
    return "deleted" if change.after is None else "changed"


def _changes(text: str) -> tuple[ChangedItem, ...]:
    return tuple(ChangedItem(*change) for change in json.loads(text))
