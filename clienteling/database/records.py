"""Operation records: written once, never changed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, exists, func, insert, not_, or_, select, union_all
from sqlalchemy.orm import aliased

from clienteling.database import audit_filter, seals
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    ChangeRow,
    CustomerMergeRow,
    CustomerRow,
    RecordRow,
    RegisterRow,
    StoreRow,
    WorkerRow,
)
from clienteling.domain import chain
from clienteling.domain.audit import PRIMARY_HOLDER, AuditEntry, AuditFilter, AuditLine, Change, Outcome, Record
from clienteling.domain.keys import first_key_at
from clienteling.domain.operations import Operation
from clienteling.domain.text import fold

HOLDER = "holder"  # the subject of changes that move a customer from book to book
FOLDED = "holder of both"  # of those by which a customer leaves a book for another that has them already
PRIMARY = PRIMARY_HOLDER  # of those that make another book the primary one
_OF_BOOKS = (HOLDER, FOLDED, PRIMARY)
_ALL = AuditFilter()
_ROW: Any = RecordRow
PRIVATE_NOTE = "private note"  # the subject of changes that only their worker may read of

# Asked with each question to an open book, so they are put together once.
_NEWEST = select(func.max(RecordRow.id))
_DONE_SINCE = (
    select(RecordRow.id)
    .where(RecordRow.id >= bindparam("first"), RecordRow.outcome == Outcome.DONE)
    .where(among(RecordRow.operation, "operations"))
    .order_by(RecordRow.id)
)
_NEWS = union_all(select(func.coalesce(_NEWEST.scalar_subquery(), 0)), _DONE_SINCE.order_by(None))
_LATEST = (
    select(RecordRow.id, RecordRow.operation)
    .where(RecordRow.id >= bindparam("first"), RecordRow.outcome == Outcome.DONE)
    .order_by(RecordRow.id)
)
_CUSTOMERS_OF = select(ChangeRow.customer_id).where(among(ChangeRow.record_id, "ids")).distinct()

_LINES = "INSERT INTO record_change (record_id, line, subject, customer_id, before, after, salt) VALUES "
_INSERT_LINES = {"sqlite": _LINES + "(?, ?, ?, ?, ?, ?, ?)", "postgresql": _LINES + "(%s, %s, %s, %s, %s, %s, %s)"}


def write(transaction: Transaction, record: Record) -> None:
    """Store a record; with the end of the transaction it is a link of the audit's chain."""
    salt, lines = chain.new_salt(), chain.new_lines(record.changes)
    header = {
        "id": record.id,
        "at": record.at,
        "operation": int(record.operation),
        "outcome": record.outcome,
        "worker_id": record.worker_id,
        "register_id": record.register_id,
        "legal_entity_id": record.legal_entity_id,
        "reason": record.reason,
        "undoes_id": record.undoes,
        "override_by_id": record.override_by,
        "salt": salt,
    }
    connection = transaction.connection()
    connection.execute(insert(RecordRow), header)
    if lines:
        # Thousands at once, without the detour of a dictionary for each.
        connection.exec_driver_sql(_INSERT_LINES[connection.dialect.name], [(record.id, *line) for line in lines])
    digest = chain.record_digest(
        chain.header_of(record), chain.reason_commitment(salt, record.reason), chain.lines_digest(lines)
    )
    seals.append(transaction, record.id, digest)


def find(transaction: Transaction, record_id: int) -> Record | None:
    row = transaction.get(RecordRow, record_id) if 0 < record_id < 1 << 63 else None
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
        row.undoes_id,
        row.override_by_id,
    )


def refused_at(
    transaction: Transaction, register_id: int, operation: Operation, reasons: Collection[str], since: datetime
) -> tuple[datetime, ...]:
    """When an operation was refused at a till for one of these reasons, the newest first."""
    statement = (
        select(RecordRow.at)
        .where(RecordRow.id >= first_key_at(since), RecordRow.outcome == Outcome.REFUSED)
        .where(RecordRow.register_id == register_id, RecordRow.operation == int(operation))
        .where(RecordRow.reason.in_(reasons))
        .order_by(RecordRow.id.desc())
    )
    return tuple(transaction.connection().execute(statement).scalars())


def newest(transaction: Transaction) -> int:
    """The key of the newest record; 0 if there is none."""
    return transaction.connection().execute(_NEWEST).scalar() or 0


def done_since(transaction: Transaction, record_id: int, operations: Collection[Operation]) -> tuple[int, ...]:
    """The keys from `record_id` on of records in which one of the operations was done."""
    asked = {"first": record_id, "operations": [int(operation) for operation in operations]}
    return tuple(transaction.connection().execute(_DONE_SINCE, asked).scalars())


def news(transaction: Transaction, record_id: int, operations: Collection[Operation]) -> tuple[int, tuple[int, ...]]:
    """`newest` and `done_since` in one question; the keys are in no order."""
    asked = {"first": record_id, "operations": [int(operation) for operation in operations]}
    newest_id, *done = transaction.connection().execute(_NEWS, asked).scalars().all()
    return newest_id, tuple(done)


def latest(transaction: Transaction, record_id: int) -> dict[int, int]:
    """What was done from the record `record_id` on: the operations' numbers by the records' keys."""
    found = transaction.connection().execute(_LATEST, {"first": record_id})
    return {key: operation for key, operation in found}


def customers_of(transaction: Transaction, record_ids: Sequence[int]) -> frozenset[int | None]:
    """The customers that these records changed; None among them: something without a customer."""
    return frozenset(transaction.connection().execute(_CUSTOMERS_OF, {"ids": record_ids}).scalars())


def audit(
    transaction: Transaction,
    *,
    legal_entity_id: int | None = None,
    asked: AuditFilter = _ALL,
    before: int | None = None,
    limit: int | None = None,
    reader: int | None = None,
) -> tuple[AuditLine, ...]:
    """Audit lines, newest first, of a legal entity or of all. A record without changes (a refusal) is one line.

    `before` is the record that the last page ended with. Of private notes only `reader` finds their own.
    """
    statement = _lines().where(_may_read(reader), *audit_filter.conditions(asked))
    if legal_entity_id is not None:
        statement = statement.where(RecordRow.legal_entity_id == legal_entity_id)
    if before is not None:
        statement = statement.where(RecordRow.id < before)
    if asked.account_number:
        statement = statement.where(ChangeRow.customer_id.in_(audit_filter.called(asked.account_number)))
    if limit is not None:
        statement = statement.limit(limit)
    return tuple(_audit_line(row) for row in transaction.execute(statement))


def workers_in(transaction: Transaction, legal_entity_id: int) -> tuple[tuple[int, str], ...]:
    """Who has done something in a legal entity: keys and names, by name."""
    statement = select(WorkerRow.id, WorkerRow.name).where(
        exists().where(RecordRow.worker_id == WorkerRow.id, RecordRow.legal_entity_id == legal_entity_id)
    )
    found = [(key, name) for key, name in transaction.connection().execute(statement)]
    return tuple(sorted(found, key=lambda worker: (fold(worker[1]), worker[0])))


def entries(
    transaction: Transaction,
    legal_entity_id: int,
    *,
    worker_id: int | None = None,
    operations: Collection[Operation] = (),
    also: Collection[int] = (),
    asked: AuditFilter = _ALL,
    before: int | None = None,
    limit: int,
    reader: int | None = None,
) -> tuple[AuditEntry, ...]:
    """Records of a legal entity, newest first, older than the record `before`; of one worker, or some operations.

    `also` are records of others that are wanted with the worker's. Of private notes only `reader` finds their own.
    """
    statement = _headers().where(RecordRow.legal_entity_id == legal_entity_id, _may_read(reader)).limit(limit)
    statement = statement.where(*audit_filter.conditions(asked))
    if before is not None:
        statement = statement.where(RecordRow.id < before)
    if worker_id is not None:
        statement = statement.where(or_(_ROW.worker_id == worker_id, _ROW.id.in_(list(also))))
    if operations:
        statement = statement.where(RecordRow.operation.in_([int(operation) for operation in operations]))
    rows = list(transaction.execute(statement))
    keys = [record.id for record, *_ in rows]
    customers = _customers_changed(transaction, keys)
    first = _first_changes(transaction, keys)
    later: dict[int, tuple[int | None, bool]] = {**newer(transaction, keys)}
    return tuple(
        AuditEntry(
            record.id,
            record.at,
            worker or "",
            store or "",
            Operation(record.operation),
            Outcome(record.outcome),
            record.reason,
            record.undoes_id is not None,
            customers.get(record.id, (0, 1, 1))[0],
            *first.get(record.id, ("", None, None, ""))[:3],
            record.worker_id,
            *later.get(record.id, (None, False)),
            signed or "",
            first.get(record.id, ("", None, None, ""))[3],
            *customers.get(record.id, (0, 1, 1))[1:],
        )
        for record, worker, store, signed in rows
    )


def _customers_changed(transaction: Transaction, keys: list[int]) -> dict[int, tuple[int, int, int]]:
    """How many customers each record changed, from how many workers they came, and to how many they went."""
    moved = ChangeRow.subject == HOLDER
    counted = (
        select(
            ChangeRow.record_id,
            func.count(ChangeRow.customer_id.distinct()),
            func.count(case((moved, ChangeRow.before)).distinct()),
            func.count(case((moved, ChangeRow.after)).distinct()),
        )
        .where(ChangeRow.record_id.in_(keys))
        .group_by(ChangeRow.record_id)
    )
    return {key: (customers, givers, takers) for key, customers, givers, takers in transaction.execute(counted)}


def newer(transaction: Transaction, keys: list[int]) -> dict[int, tuple[int, bool]]:
    """For each record the latest one that moved one of its customers afterwards, and whether that is its undo."""
    later = aliased(ChangeRow)
    statement = (
        select(ChangeRow.record_id, func.max(later.record_id))
        .join(later, (later.customer_id == ChangeRow.customer_id) & (later.record_id > ChangeRow.record_id))
        .where(ChangeRow.record_id.in_(keys), ChangeRow.subject.in_(_OF_BOOKS), later.subject.in_(_OF_BOOKS))
        .group_by(ChangeRow.record_id)
    )
    found = {key: newest for key, newest in transaction.execute(statement)}
    undone = select(RecordRow.id, RecordRow.undoes_id).where(RecordRow.id.in_(list(found.values())))
    undoes = {key: of for key, of in transaction.execute(undone)}
    return {key: (newest, undoes.get(newest) == key) for key, newest in found.items()}


def _first_changes(transaction: Transaction, keys: list[int]) -> dict[int, tuple[str, str | None, str | None, str]]:
    """The first change of each record that names a customer, or else its first one."""
    line = (
        select(ChangeRow.record_id, func.min(ChangeRow.line).label("line"))
        .where(ChangeRow.record_id.in_(keys), ChangeRow.customer_id.is_not(None))
        .group_by(ChangeRow.record_id)
        .subquery()
    )
    statement = (
        select(ChangeRow.record_id, CustomerRow.name, ChangeRow.before, ChangeRow.after, ChangeRow.subject)
        .join(line, (line.c.record_id == ChangeRow.record_id) & (line.c.line == ChangeRow.line))
        .join(CustomerRow, CustomerRow.id == ChangeRow.customer_id)
    )
    found = {key: first for key, *first in transaction.execute(statement)}
    numbers = {part for _, before, after, _ in found.values() for part in (before, after) if part}
    named = select(WorkerRow.personnel_number, WorkerRow.name).where(WorkerRow.personnel_number.in_(numbers))
    names: dict[str | None, str] = {number: name for number, name in transaction.execute(named)}
    return {
        key: (name, names.get(before, before), names.get(after, after), subject)
        for key, (name, before, after, subject) in found.items()
    }


def _headers() -> Select[Any]:
    approver = aliased(WorkerRow)
    statement: Select[Any] = (
        select(RecordRow, WorkerRow.name, StoreRow.name, approver.name)
        .outerjoin(WorkerRow, WorkerRow.id == RecordRow.worker_id)
        .outerjoin(approver, approver.id == RecordRow.override_by_id)
        .outerjoin(RegisterRow, RegisterRow.id == RecordRow.register_id)
        .outerjoin(StoreRow, StoreRow.id == RegisterRow.store_id)
        .order_by(RecordRow.id.desc())
    )
    return statement


def _may_read(reader: int | None) -> ColumnElement[bool]:
    """Whether a record is none of a private note, or one of the reader's own."""
    writes = [int(operation) for operation in (Operation.ADD_NOTE, Operation.EDIT_ACTIVITY_OF_OTHERS)]
    change = aliased(ChangeRow)
    secret = exists().where(change.record_id == RecordRow.id, change.subject == PRIVATE_NOTE)
    return or_(_ROW.operation.not_in(writes), _ROW.worker_id == reader, not_(secret))


def _lines() -> Select[Any]:
    approver = aliased(WorkerRow)
    statement: Select[Any] = (
        select(
            RecordRow.id,
            RecordRow.at,
            WorkerRow.name.label("worker"),
            StoreRow.name.label("store"),
            RecordRow.operation,
            RecordRow.outcome,
            CustomerRow.name.label("customer"),
            func.coalesce(CustomerRow.account_number, CustomerMergeRow.account_number).label("account_number"),
            ChangeRow.subject,
            ChangeRow.before,
            ChangeRow.after,
            ChangeRow.salt,
            RecordRow.reason,
            approver.name.label("override_by"),
        )
        .select_from(RecordRow)
        .outerjoin(ChangeRow, ChangeRow.record_id == RecordRow.id)
        .outerjoin(CustomerRow, CustomerRow.id == ChangeRow.customer_id)
        .outerjoin(CustomerMergeRow, CustomerMergeRow.merged_id == ChangeRow.customer_id)
        .outerjoin(WorkerRow, WorkerRow.id == RecordRow.worker_id)
        .outerjoin(approver, approver.id == RecordRow.override_by_id)
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
        override_by=row.override_by or "",
        erased=chain.is_erased(row.salt),
    )
