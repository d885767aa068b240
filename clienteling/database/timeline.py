"""Activities, notes and purchases of a customer, in one order."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, func, literal, select, union_all

from clienteling.database.customers import purchase_lines
from clienteling.database.engine import Transaction
from clienteling.database.tables import (
    ActivityRow,
    ActivityTypeRow,
    LegalEntityRow,
    NoteRow,
    PurchaseRow,
    StoreRow,
    WorkerRow,
)
from clienteling.domain.activity import (
    ActivityType,
    Restriction,
    TimelineCounts,
    TimelineItem,
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


def page(
    transaction: Transaction,
    customer_id: int,
    *,
    kinds: Collection[TimelineKind],
    type_ids: Collection[int],
    before: tuple[datetime, int] | None,
    limit: int,
) -> tuple[tuple[datetime, int, TimelineKind], ...]:
    """The next `limit` items, newest first, as (moment, key, kind). Each table gives its newest from an index."""
    tables: dict[TimelineKind, type[ActivityRow | NoteRow | PurchaseRow]] = {
        TimelineKind.ACTIVITY: ActivityRow,
        TimelineKind.NOTE: NoteRow,
        TimelineKind.PURCHASE: PurchaseRow,
    }
    parts = []
    for kind in kinds:
        table = tables[kind]
        part = _newest(table, literal(kind.value, String), customer_id, before, limit)
        if table is ActivityRow and type_ids:
            part = part.where(ActivityRow.type_id.in_(type_ids))
        # SQLite takes an ORDER BY inside a UNION only in a subquery.
        parts.append(select(part.subquery()))
    if not parts:
        return ()
    united = union_all(*parts).subquery()
    statement = select(united).order_by(united.c.at.desc(), united.c.id.desc()).limit(limit)
    return tuple((at, key, TimelineKind(kind)) for at, key, kind in transaction.execute(statement))


def _newest(
    table: Any, kind: Any, customer_id: int, before: tuple[datetime, int] | None, limit: int
) -> Select[Any]:
    statement = (
        select(table.at, table.id, kind.label("kind"))
        .where(table.customer_id == customer_id)
        .order_by(table.at.desc(), table.id.desc())
        .limit(limit)
    )
    if before is not None:
        at, key = before
        statement = statement.where((table.at < at) | ((table.at == at) & (table.id < key)))
    return statement


def items(
    transaction: Transaction, order: Sequence[tuple[datetime, int, TimelineKind]]
) -> tuple[TimelineItem, ...]:
    """The items of a page, in its order."""
    keys: dict[TimelineKind, list[int]] = {kind: [] for kind in TimelineKind}
    for _, key, kind in order:
        keys[kind].append(key)
    found = {
        **_activities(transaction, keys[TimelineKind.ACTIVITY]),
        **_notes(transaction, keys[TimelineKind.NOTE]),
        **_purchases(transaction, keys[TimelineKind.PURCHASE]),
    }
    return tuple(found[key] for _, key, _ in order)


def _activities(transaction: Transaction, keys: list[int]) -> dict[int, TimelineItem]:
    if not keys:
        return {}
    statement = (
        select(ActivityRow, ActivityTypeRow, WorkerRow.name, StoreRow.name)
        .join(ActivityTypeRow, ActivityTypeRow.id == ActivityRow.type_id)
        .outerjoin(WorkerRow, WorkerRow.id == ActivityRow.worker_id)
        .outerjoin(StoreRow, StoreRow.id == ActivityRow.store_id)
        .where(ActivityRow.id.in_(keys))
    )
    return {
        row.id: TimelineItem(
            id=row.id,
            kind=TimelineKind.ACTIVITY,
            at=row.at,
            title=row.title or kind.name,
            text=row.text,
            worker=worker or "",
            store=store or "",
            type=ActivityType(kind.id, kind.code, kind.name, kind.icon),
        )
        for row, kind, worker, store in transaction.execute(statement)
    }


def _notes(transaction: Transaction, keys: list[int]) -> dict[int, TimelineItem]:
    if not keys:
        return {}
    statement = (
        select(NoteRow, WorkerRow.name)
        .outerjoin(WorkerRow, WorkerRow.id == NoteRow.worker_id)
        .where(NoteRow.id.in_(keys))
    )
    return {
        row.id: TimelineItem(
            id=row.id,
            kind=TimelineKind.NOTE,
            at=row.at,
            title=row.title,
            text=row.text,
            worker=worker or "",
            store="",
            restriction=Restriction(row.restriction),
        )
        for row, worker in transaction.execute(statement)
    }


def _purchases(transaction: Transaction, keys: list[int]) -> dict[int, TimelineItem]:
    if not keys:
        return {}
    statement = (
        select(PurchaseRow, StoreRow.name, LegalEntityRow.currency)
        .join(StoreRow, StoreRow.id == PurchaseRow.store_id)
        .join(LegalEntityRow, LegalEntityRow.id == StoreRow.legal_entity_id)
        .where(PurchaseRow.id.in_(keys))
    )
    lines = purchase_lines(transaction, keys)
    return {
        row.id: TimelineItem(
            id=row.id,
            kind=TimelineKind.PURCHASE,
            at=row.at,
            title="",
            text=row.order_number,
            worker="",
            store=store,
            amount=row.amount,
            currency=currency,
            lines=lines.get(row.id, ()),
        )
        for row, store, currency in transaction.execute(statement)
    }


def counts(transaction: Transaction, customer_id: int) -> TimelineCounts:
    """How many activities by type, notes and purchases a customer has."""
    by_type = select(ActivityRow.type_id, func.count()).where(ActivityRow.customer_id == customer_id)
    types = {key: number for key, number in transaction.execute(by_type.group_by(ActivityRow.type_id))}
    notes = transaction.execute(select(func.count()).where(NoteRow.customer_id == customer_id)).scalar_one()
    purchases = transaction.execute(
        select(func.count()).where(PurchaseRow.customer_id == customer_id)
    ).scalar_one()
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
