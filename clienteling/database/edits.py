"""Who changed a customer's file last, and what of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from clienteling.database.engine import Transaction
from clienteling.database.tables import ChangeRow, RecordRow, WorkerRow
from clienteling.domain.audit import Outcome
from clienteling.domain.operations import Operation


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a file. `worker` is "" for an administrator at the command line; `fields` are the subjects."""

    at: datetime
    worker: str
    fields: tuple[str, ...]


def latest(transaction: Transaction, customer_id: int, operations: Collection[Operation]) -> Edit | None:
    """The newest record of one of these operations that changed a customer."""
    statement = (
        select(RecordRow.id, RecordRow.at, WorkerRow.name)
        .join(ChangeRow, ChangeRow.record_id == RecordRow.id)
        .outerjoin(WorkerRow, WorkerRow.id == RecordRow.worker_id)
        .where(ChangeRow.customer_id == customer_id)
        .where(RecordRow.operation.in_([int(o) for o in operations]), RecordRow.outcome == Outcome.DONE)
        .order_by(ChangeRow.record_id.desc())
        .limit(1)
    )
    row = transaction.execute(statement).first()
    if row is None:
        return None
    subjects = (
        select(ChangeRow.subject)
        .where(ChangeRow.record_id == row[0], ChangeRow.customer_id == customer_id)
        .order_by(ChangeRow.line)
    )
    return Edit(row[1], row[2] or "", tuple(transaction.connection().execute(subjects).scalars()))


def since(
    transaction: Transaction, record_id: int, customer_id: int, but: Collection[Operation]
) -> tuple[Operation, str] | None:
    """The newest record after this one that changed a customer: its operation and worker. Some operations aside."""
    statement = (
        select(RecordRow.operation, WorkerRow.name)
        .join(ChangeRow, ChangeRow.record_id == RecordRow.id)
        .outerjoin(WorkerRow, WorkerRow.id == RecordRow.worker_id)
        .where(ChangeRow.customer_id == customer_id, ChangeRow.record_id > record_id)
        .where(RecordRow.operation.not_in([int(o) for o in but]), RecordRow.outcome == Outcome.DONE)
        .order_by(ChangeRow.record_id.desc())
        .limit(1)
    )
    row = transaction.execute(statement).first()
    return None if row is None else (Operation(row[0]), row[1] or "")
