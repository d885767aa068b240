"""Pages of a customer's timeline: three tables in one order, read in one statement."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, cast, exists, literal, null, select, union_all

from clienteling.database.customers import purchase_lines
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    ActivityRow,
    ActivityTypeRow,
    CustomerRow,
    LegalEntityRow,
    NoteRow,
    PurchaseRow,
    StoreRow,
    WorkerRow,
)
from clienteling.database.types import Key, Money
from clienteling.domain.activity import ActivityType, Restriction, TimelineItem, TimelineKind
from clienteling.domain.customer import PurchaseLine


def items(
    transaction: Transaction,
    legal_entity_id: int,
    customer_id: int,
    *,
    kinds: Collection[TimelineKind],
    type_ids: Collection[int],
    before: tuple[datetime, int] | None,
    limit: int,
) -> tuple[TimelineItem, ...]:
    """The next `limit` items of a legal entity's customer, newest first: some kinds, and of the activities some types.

    `before` are the moment and the key of the item that the page before ended with.
    """
    if not kinds:
        return ()
    asked: dict[str, Any] = {"entity": legal_entity_id, "customer": customer_id, "most": limit}
    if type_ids:
        asked |= {"types": type_ids}
    if before is not None:
        asked |= {"at": before[0], "id": before[1]}
    statement = _statement(frozenset(kinds), bool(type_ids), before is not None)
    rows = transaction.connection().execute(statement, asked).all()
    receipts = [row.id for row in rows if row.kind == TimelineKind.PURCHASE]
    lines = purchase_lines(transaction, receipts) if receipts else {}
    types: dict[int, ActivityType] = {}
    return tuple(_item(row, types, lines) for row in rows)


@cache
def _statement(kinds: frozenset[TimelineKind], of_types: bool, is_later: bool) -> Select[Any]:
    """Put together once for each way to ask. Each table gives its newest from an index, and names come last."""
    parts = [_newest(kind, of_types, is_later) for kind in TimelineKind if kind in kinds]
    # SQLite takes an ORDER BY inside a UNION only in a subquery.
    united = union_all(*(select(part.subquery()) for part in parts)).subquery()
    is_there = exists().where(
        CustomerRow.id == bindparam("customer"), CustomerRow.legal_entity_id == bindparam("entity")
    )
    newest = select(united).where(is_there).order_by(united.c.at.desc(), united.c.id.desc())
    page = newest.limit(bindparam("most")).subquery()
    types = ActivityTypeRow
    statement: Select[Any] = (
        select(page.c.at, page.c.id, page.c.kind, page.c.title, page.c.text, WorkerRow.name, StoreRow.name)
        .add_columns(types.id, types.code, types.name, types.icon)
        .add_columns(page.c.restriction, page.c.amount, LegalEntityRow.currency)
        .select_from(page)
        .outerjoin(types, types.id == page.c.type_id)
        .outerjoin(WorkerRow, WorkerRow.id == page.c.worker_id)
        .outerjoin(StoreRow, StoreRow.id == page.c.store_id)
        .outerjoin(LegalEntityRow, LegalEntityRow.id == StoreRow.legal_entity_id)
        .order_by(page.c.at.desc(), page.c.id.desc())
    )
    return statement


def _newest(kind: TimelineKind, of_types: bool, is_later: bool) -> Select[Any]:
    table, text = _TABLES[kind]
    columns = {name: getattr(table, name, missing) for name, missing in _COLUMNS.items()}
    columns |= {"kind": literal(kind.value, String), "text": text}
    statement: Select[Any] = select(*(column.label(name) for name, column in columns.items()))
    statement = statement.where(table.customer_id == bindparam("customer"))
    if of_types and kind is TimelineKind.ACTIVITY:
        statement = statement.where(among(ActivityRow.type_id, "types"))
    if is_later:
        at: Any = bindparam("at")
        statement = statement.where(table.at <= at, (table.at < at) | (table.id < bindparam("id")))
    return statement.order_by(table.at.desc(), table.id.desc()).limit(bindparam("most"))


# The table of each kind, and its text: a receipt is known by its number.
_TABLES: dict[TimelineKind, tuple[Any, Any]] = {
    TimelineKind.ACTIVITY: (ActivityRow, ActivityRow.text),
    TimelineKind.NOTE: (NoteRow, NoteRow.text),
    TimelineKind.PURCHASE: (PurchaseRow, PurchaseRow.order_number),
}
# The columns of the union, and what stands in those that a table does not have.
_COLUMNS: dict[str, Any] = {
    "at": null(),
    "id": null(),
    "kind": null(),
    "title": literal("", String),
    "text": null(),
    "type_id": cast(null(), Key),
    "worker_id": cast(null(), Key),
    "store_id": cast(null(), Key),
    "restriction": literal("", String),
    "amount": cast(null(), Money),
}


def _item(
    row: Sequence[Any], types: dict[int, ActivityType], lines: dict[int, tuple[PurchaseLine, ...]]
) -> TimelineItem:
    """`types` are the activity types that were met on the page."""
    at, key, kind, title, text, worker, store, type_id, code, type_name, icon, restriction, amount, currency = row
    match kind:
        case TimelineKind.ACTIVITY:
            of_type = types.get(type_id)
            if of_type is None:
                of_type = types[type_id] = ActivityType(type_id, code, type_name, icon)
            title = title or type_name
            return TimelineItem(key, TimelineKind.ACTIVITY, at, title, text, worker or "", store or "", of_type)
        case TimelineKind.NOTE:
            given = Restriction(restriction)
            return TimelineItem(key, TimelineKind.NOTE, at, title, text, worker or "", "", restriction=given)
        case _:
            bought = lines.get(key, ())
            return TimelineItem(
                key, TimelineKind.PURCHASE, at, "", text, "", store, None, None, amount, currency, bought
            )
