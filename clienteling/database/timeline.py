"""Activities of a customer, and how much there is of everything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update

from clienteling.database import notes
from clienteling.database.clouds import IS_CONTACT
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import ActivityRow, ActivityTypeRow, PurchaseRow, WorkerRow
from clienteling.domain.activity import ActivityType, TimelineCounts, TimelineKind
from clienteling.domain.contact import LastContact


def activity_types(transaction: Transaction, legal_entity_id: int) -> tuple[ActivityType, ...]:
    statement = (
        select(ActivityTypeRow)
        .where(ActivityTypeRow.legal_entity_id == legal_entity_id)
        .order_by(ActivityTypeRow.position, ActivityTypeRow.name)
    )
    return tuple(
        ActivityType(row.id, row.code, row.name, row.icon, row.labels) for row in transaction.scalars(statement)
    )


def counts(transaction: Transaction, customer_id: int, reader: int) -> TimelineCounts:
    """How many activities by type, notes and purchases of a customer a worker sees."""
    by_type = select(ActivityRow.type_id, func.count()).where(ActivityRow.customer_id == customer_id)
    types = {key: number for key, number in transaction.execute(by_type.group_by(ActivityRow.type_id))}
    purchases = transaction.execute(select(func.count()).where(PurchaseRow.customer_id == customer_id)).scalar_one()
    kinds = {
        TimelineKind.ACTIVITY: sum(types.values()),
        TimelineKind.NOTE: notes.count(transaction, customer_id, reader),
        TimelineKind.PURCHASE: purchases,
    }
    return TimelineCounts(kinds, types)


def last_contact(transaction: Transaction, customer_id: int, now: datetime) -> LastContact | None:
    """The newest activity that is not planned."""
    statement = _contacts(customer_id).where(ActivityRow.at <= now)
    return _contact(transaction, statement.order_by(ActivityRow.at.desc(), ActivityRow.id.desc()))


def next_contact(transaction: Transaction, customer_id: int, now: datetime) -> LastContact | None:
    """The soonest activity that is planned."""
    statement = _contacts(customer_id).where(ActivityRow.at > now)
    return _contact(transaction, statement.order_by(ActivityRow.at, ActivityRow.id.desc()))


def _contacts(customer_id: int) -> Select[Any]:
    statement: Select[Any] = (
        select(ActivityRow.at, ActivityTypeRow.name, WorkerRow.name, ActivityTypeRow.labels)
        .join(ActivityTypeRow, ActivityTypeRow.id == ActivityRow.type_id)
        .outerjoin(WorkerRow, WorkerRow.id == ActivityRow.worker_id)
        .where(ActivityRow.customer_id == customer_id, IS_CONTACT)
    )
    return statement


def _contact(transaction: Transaction, statement: Select[Any]) -> LastContact | None:
    row = transaction.execute(statement.limit(1)).first()
    return LastContact(row[0], row[1], row[2] or "", row[3]) if row else None


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity as it is stored."""

    id: int
    customer_id: int
    type_id: int
    title: str
    text: str
    at: datetime
    worker_id: int | None
    version: int


def find_activity(transaction: Transaction, activity_id: int) -> Activity | None:
    columns = (getattr(ActivityRow, name) for name in Activity.__slots__)
    row = transaction.execute(select(*columns).where(ActivityRow.id == activity_id)).first()
    return Activity(*row) if row else None


def add_activities(
    transaction: Transaction,
    customer_ids: Sequence[int],
    *,
    type_id: int,
    title: str,
    text: str,
    at: datetime,
    worker_id: int,
    store_id: int,
) -> tuple[int, ...]:
    """The same activity for several customers; the keys in their order."""
    same = {"type_id": type_id, "title": title, "text": text, "at": at, "worker_id": worker_id, "store_id": store_id}
    keys = tuple(transaction.key() for _ in customer_ids)
    rows = [{"id": key, "customer_id": of, "version": 1, **same} for key, of in zip(keys, customer_ids, strict=True)]
    if rows:
        transaction.connection().execute(insert(ActivityRow), rows)
    return keys


def change_activity(transaction: Transaction, after: Activity) -> None:
    """Store an activity as it is now."""
    values = {"type_id": after.type_id, "title": after.title, "text": after.text, "at": after.at}
    statement = update(ActivityRow).where(ActivityRow.id == after.id).values(version=after.version, **values)
    transaction.connection().execute(statement)


def versions(transaction: Transaction, activity_ids: Sequence[int]) -> dict[int, int]:
    """Those of the activities that are there, with their versions."""
    statement = select(ActivityRow.id, ActivityRow.version).where(among(ActivityRow.id, "ids"))
    return {key: version for key, version in transaction.connection().execute(statement, {"ids": activity_ids})}


def remove_activities(transaction: Transaction, activity_ids: Sequence[int]) -> None:
    """Take back activities that were never edited."""
    statement = delete(ActivityRow).where(among(ActivityRow.id, "ids"))
    transaction.connection().execute(statement, {"ids": activity_ids})
