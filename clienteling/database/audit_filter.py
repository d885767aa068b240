"""Which records of the audit are asked for, as conditions of a statement."""

from typing import Any

from sqlalchemy import ColumnElement, exists, select, union
from sqlalchemy.orm import aliased

from clienteling.database.tables import ChangeRow, CustomerMergeRow, CustomerRow, RecordRow
from clienteling.domain.audit import AuditFilter
from clienteling.domain.keys import first_key_at


def conditions(asked: AuditFilter) -> list[ColumnElement[bool]]:
    """What holds of the records that are asked for."""
    row: Any = RecordRow
    change = aliased(ChangeRow)
    found: list[ColumnElement[bool]] = []
    if asked.worker_id is not None:
        found.append(row.worker_id == asked.worker_id)
    if asked.operation is not None:
        found.append(row.operation == int(asked.operation))
    if asked.outcome is not None:
        found.append(row.outcome == asked.outcome)
    if asked.since is not None:
        found.append(row.id >= first_key_at(asked.since))
    if asked.until is not None:
        found.append(row.id < first_key_at(asked.until))
    if asked.account_number:
        found.append(exists().where(change.record_id == row.id, change.customer_id.in_(called(asked.account_number))))
    return found


def called(account_number: str) -> Any:
    """The keys of customers with an account number, of files that had it, and of files that went into theirs."""
    # Under other names, since the statements around these ask the same tables.
    customer, merged = aliased(CustomerRow), aliased(CustomerMergeRow)
    return union(
        select(customer.id).where(customer.account_number == account_number),
        select(merged.merged_id).where(merged.account_number == account_number),
        select(merged.merged_id)
        .join(customer, customer.id == merged.survivor_id)
        .where(customer.account_number == account_number),
    )
