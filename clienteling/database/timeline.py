"""Activities and notes of a customer, and how much there is of everything."""

from datetime import datetime

from sqlalchemy import func, select

from clienteling.database.engine import Transaction
from clienteling.database.tables import (
    ActivityRow,
    ActivityTypeRow,
    NoteRow,
    PurchaseRow,
    WorkerRow,
)
from clienteling.domain.activity import (
    ActivityType,
    Restriction,
    TimelineCounts,
    TimelineKind,
)
from clienteling.domain.profile import LastContact


def activity_types(transaction: Transaction, legal_entity_id: int) -> tuple[ActivityType, ...]:
    statement = (
        select(ActivityTypeRow)
        .where(ActivityTypeRow.legal_entity_id == legal_entity_id)
        .order_by(ActivityTypeRow.position, ActivityTypeRow.name)
    )
    return tuple(ActivityType(row.id, row.code, row.name, row.icon) for row in transaction.scalars(statement))


def counts(transaction: Transaction, customer_id: int) -> TimelineCounts:
    """How many activities by type, notes and purchases a customer has."""
    by_type = select(ActivityRow.type_id, func.count()).where(ActivityRow.customer_id == customer_id)
    types = {key: number for key, number in transaction.execute(by_type.group_by(ActivityRow.type_id))}
    notes = transaction.execute(select(func.count()).where(NoteRow.customer_id == customer_id)).scalar_one()
    purchases = transaction.execute(select(func.count()).where(PurchaseRow.customer_id == customer_id)).scalar_one()
    kinds = {
        TimelineKind.ACTIVITY: sum(types.values()),
        TimelineKind.NOTE: notes,
        TimelineKind.PURCHASE: purchases,
    }
    return TimelineCounts(kinds, types)


def last_contact(transaction: Transaction, customer_id: int, now: datetime) -> LastContact | None:
    """The newest activity that is not planned."""
    statement = (
        select(ActivityRow.at, ActivityTypeRow.name, WorkerRow.name)
        .join(ActivityTypeRow, ActivityTypeRow.id == ActivityRow.type_id)
        .outerjoin(WorkerRow, WorkerRow.id == ActivityRow.worker_id)
        .where(ActivityRow.customer_id == customer_id, ActivityRow.at <= now)
        .order_by(ActivityRow.at.desc(), ActivityRow.id.desc())
        .limit(1)
    )
    row = transaction.execute(statement).first()
    return LastContact(row[0], row[1], row[2] or "") if row else None


def add_activity(
    transaction: Transaction,
    *,
    customer_id: int,
    type_id: int,
    title: str,
    text: str,
    at: datetime,
    worker_id: int,
    store_id: int,
) -> int:
    key = transaction.key()
    transaction.add(
        ActivityRow(
            id=key,
            customer_id=customer_id,
            type_id=type_id,
            title=title,
            text=text,
            at=at,
            worker_id=worker_id,
            store_id=store_id,
        )
    )
    transaction.flush()
    return key


def add_note(
    transaction: Transaction,
    *,
    customer_id: int,
    title: str,
    text: str,
    restriction: Restriction,
    at: datetime,
    worker_id: int,
) -> int:
    key = transaction.key()
    transaction.add(
        NoteRow(
            id=key,
            customer_id=customer_id,
            title=title,
            text=text,
            restriction=restriction,
            at=at,
            worker_id=worker_id,
        )
    )
    transaction.flush()
    return key
