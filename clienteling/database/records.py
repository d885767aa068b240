"""Operation records: written once, never changed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, func, insert, select

from clienteling.database.engine import Transaction
from clienteling.database.tables import ChangeRow, CustomerRow, RecordRow, RegisterRow, StoreRow, WorkerRow
from clienteling.domain.audit import AuditLine, Change, Outcome, Record
from clienteling.domain.operations import Operation


def write(transaction: Transaction, record: Record) -> None:
    header = {
        "id": record.id,
        "at": record.at,
        "operation": int(record.operation),
        "outcome": record.outcome,
        "worker_id": record.worker_id,
        "register_id": record.register_id,
        "legal_entity_id": record.legal_entity_id,
        "reason": record.reason,
    }
    connection = transaction.connection()
    connection.execute(insert(RecordRow), header)
    lines = [
        {
            "record_id": record.id,
            "line": line,
            "subject": change.subject,
            "customer_id": change.customer_id,
            "before": change.before,
            "after": change.after,
        }
        for line, change in enumerate(record.changes, 1)
    ]
    if lines:
        connection.execute(insert(ChangeRow), lines)


def find(transaction: Transaction, record_id: int) -> Record | None:
    row = transaction.get(RecordRow, record_id)
    if row is None:
        return None
    statement = (
        select(ChangeRow.subject, ChangeRow.customer_id, ChangeRow.before, ChangeRow.after)
        .where(ChangeRow.record_id == record_id)
        .order_by(ChangeRow.line)
    )
    changes = tuple(Change(*line) for line in transaction.execute(statement))
    return Record(
        row.id,
        row.at,
        Operation(row.operation),
        Outcome(row.outcome),
        row.worker_id,
        row.register_id,
        row.legal_entity_id,
        row.reason,
        changes,
    )


def newest(transaction: Transaction) -> int:
    """The key of the newest record; 0 if there is none."""
    return transaction.connection().execute(select(func.max(RecordRow.id))).scalar() or 0


def done_since(transaction: Transaction, record_id: int) -> tuple[tuple[int, Operation], ...]:
    """The records with a key from `record_id` on in which something was done."""
    statement = (
        select(RecordRow.id, RecordRow.operation)
        .where(RecordRow.id >= record_id, RecordRow.outcome == Outcome.DONE)
        .order_by(RecordRow.id)
    )
    return tuple((key, Operation(operation)) for key, operation in transaction.connection().execute(statement))


def customers_of(transaction: Transaction, record_ids: Sequence[int]) -> frozenset[int | None]:
    """The customers that these records changed; None among them: something without a customer."""
    statement = select(ChangeRow.customer_id).where(ChangeRow.record_id.in_(record_ids)).distinct()
    return frozenset(transaction.connection().execute(statement).scalars())


def audit(
    transaction: Transaction,
    *,
    legal_entity_id: int | None = None,
    account_number: str | None = None,
    limit: int | None = None,
) -> tuple[AuditLine, ...]:
    """Audit lines, newest first, of a legal entity or of all. A record without changes (a refusal) is one line."""
    statement = _lines()
    if legal_entity_id is not None:
        statement = statement.where(RecordRow.legal_entity_id == legal_entity_id)
    if account_number is not None:
        statement = statement.where(CustomerRow.account_number == account_number)
    if limit is not None:
        statement = statement.limit(limit)
    return tuple(_audit_line(row) for row in transaction.execute(statement))


def _lines() -> Select[Any]:
    statement: Select[Any] = (
        select(
            RecordRow.id,
            RecordRow.at,
            WorkerRow.name.label("worker"),
            StoreRow.name.label("store"),
            RecordRow.operation,
            RecordRow.outcome,
            CustomerRow.name.label("customer"),
            CustomerRow.account_number,
            ChangeRow.subject,
            ChangeRow.before,
            ChangeRow.after,
            RecordRow.reason,
        )
        .select_from(RecordRow)
        .outerjoin(ChangeRow, ChangeRow.record_id == RecordRow.id)
        .outerjoin(CustomerRow, CustomerRow.id == ChangeRow.customer_id)
        .outerjoin(WorkerRow, WorkerRow.id == RecordRow.worker_id)
        .outerjoin(RegisterRow, RegisterRow.id == RecordRow.register_id)
        .outerjoin(StoreRow, StoreRow.id == RegisterRow.store_id)
        .order_by(RecordRow.id.desc(), ChangeRow.line)
    )
    return statement


def _audit_line(row: Row[Any]) -> AuditLine:
    return AuditLine(
        id=row.id,
        at=row.at,
        worker=row.worker or "",
        store=row.store or "",
        operation=Operation(row.operation),
        outcome=Outcome(row.outcome),
        customer=row.customer or "",
        account_number=row.account_number or "",
        subject=row.subject or "",
        before=row.before,
        after=row.after,
        reason=row.reason,
    )
