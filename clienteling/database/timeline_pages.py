"""Pages of a customer's timeline: three tables in one order, read in one statement."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    String,
    bindparam,
    case,
    cast,
    exists,
    literal_column,
    null,
    select,
    union_all,
)

from clienteling.database.customers import purchase_lines
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.notes import NOT_PINNED, PINNED, visible
from clienteling.database.revisions import latest_edits
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
from clienteling.database.types import Key, Money, Utc
from clienteling.domain.activity import (
    ActivityType,
    Audience,
    Cursor,
    Restriction,
    Section,
    TimelineItem,
    TimelineKind,
)
from clienteling.domain.customer import PurchaseLine


def items(
    transaction: Transaction,
    legal_entity_id: int,
    customer_id: int,
    *,
    reader: int,
    now: datetime,
    kinds: Collection[TimelineKind],
    type_ids: Collection[int] = (),
    after: Cursor | None = None,
    limit: int,
) -> tuple[TimelineItem, ...]:
    """The next `limit` items of a legal entity's customer, section by section: some kinds, and of the activities some
    types. `reader` is the worker who sees them; at `now` what comes later is planned. `after` is where a page ended.
    """
    asked: dict[str, Any] = {"entity": legal_entity_id, "customer": customer_id, "reader": reader, "most": limit}
    asked["now"] = now if after is None else after.now
    if type_ids:
        asked["types"] = type_ids
    if after is not None:
        asked |= {"at": after.at, "id": after.id}
    statement = _statement(frozenset(kinds), bool(type_ids), after.section if after else None)
    if statement is None:
        return ()
    rows = transaction.connection().execute(statement, asked).all()
    receipts = [row[1] for row in rows if row[2] == TimelineKind.PURCHASE]
    lines = purchase_lines(transaction, receipts) if receipts else {}
    types: dict[int, ActivityType] = {}
    found = tuple(_item(row, types, lines) for row in rows)
    edited = [item for item in found if item.version > 1]
    if not edited:
        return found
    edits = latest_edits(transaction, edited)
    return tuple(replace(item, edited=edits.get((item.kind, item.id))) if item.version > 1 else item for item in found)


@cache
def _statement(kinds: frozenset[TimelineKind], of_types: bool, after: Section | None) -> Select[Any] | None:
    """Put together once for each way to ask. Each table gives its newest from an index, and names come last."""
    first = after or Section.PINNED
    places = [place for place in _PLACES if place[1] in kinds and place[0] >= first]
    if not places:
        return None
    parts = [_part(section, kind, of_types, section is after) for section, kind in places]
    # SQLite takes an ORDER BY inside a UNION only in a subquery.
    united = union_all(*(select(part.subquery()) for part in parts)).subquery()
    is_there = exists().where(
        CustomerRow.id == bindparam("customer"), CustomerRow.legal_entity_id == bindparam("entity")
    )
    page = select(united).where(is_there).order_by(*_order(united)).limit(bindparam("most")).subquery()
    types = ActivityTypeRow
    statement: Select[Any] = (
        select(page.c.at, page.c.id, page.c.kind, page.c.title, page.c.text, WorkerRow.name, StoreRow.name)
        .add_columns(types.id, types.code, types.name, types.icon, types.labels)
        .add_columns(page.c.restriction, page.c.amount, LegalEntityRow.currency)
        .add_columns(page.c.section, page.c.worker_id, page.c.version, page.c.audience)
        .select_from(page)
        .outerjoin(types, types.id == page.c.type_id)
        .outerjoin(WorkerRow, WorkerRow.id == page.c.worker_id)
        .outerjoin(StoreRow, StoreRow.id == page.c.store_id)
        .outerjoin(LegalEntityRow, LegalEntityRow.id == StoreRow.legal_entity_id)
        .order_by(*_order(page))
    )
    return statement


def _order(page: Any) -> tuple[Any, ...]:
    """What is planned stands soonest first, all else newest first."""
    soonest = case((page.c.section == _section(Section.PLANNED), page.c.at))
    return page.c.section, soonest, page.c.at.desc(), page.c.id.desc()


def _part(section: Section, kind: TimelineKind, of_types: bool, goes_on: bool) -> Select[Any]:
    """The first of one kind in a section; those after the cursor, if it is there that the page ended."""
    table, text = _TABLES[kind]
    columns = {name: getattr(table, name, missing) for name, missing in _COLUMNS.items()}
    columns |= {"kind": _word(kind.value), "text": text, "section": _section(section)}
    statement: Select[Any] = select(*(column.label(name) for name, column in columns.items()))
    statement = statement.where(table.customer_id == bindparam("customer"))
    if kind is TimelineKind.NOTE:
        statement = statement.where(visible(), PINNED if section is Section.PINNED else NOT_PINNED)
    elif kind is TimelineKind.ACTIVITY:
        now: Any = bindparam("now")
        statement = statement.where(table.at > now if section is Section.PLANNED else table.at <= now)
        if of_types:
            statement = statement.where(among(ActivityRow.type_id, "types"))
    at, key = bindparam("at", type_=Utc()), bindparam("id", type_=Key)
    if section is Section.PLANNED:
        if goes_on:
            statement = statement.where(table.at >= at, (table.at > at) | (table.id < key))
        return statement.order_by(table.at, table.id.desc()).limit(bindparam("most"))
    if goes_on:
        statement = statement.where(table.at <= at, (table.at < at) | (table.id < key))
    return statement.order_by(table.at.desc(), table.id.desc()).limit(bindparam("most"))


# Written into the statement: a parameter for each would have to be handed over each time.


def _section(section: Section) -> Any:
    return literal_column(str(section.value), Integer)


def _word(word: str) -> Any:
    return literal_column(f"'{word}'", String)


# What stands where: only activities are planned, and only notes are pinned.
_PLACES = (
    (Section.PINNED, TimelineKind.NOTE),
    (Section.PLANNED, TimelineKind.ACTIVITY),
    *((Section.PAST, kind) for kind in TimelineKind),
)
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
    "title": _word(""),
    "text": null(),
    "type_id": cast(null(), Key),
    "worker_id": cast(null(), Key),
    "store_id": cast(null(), Key),
    "restriction": _word(""),
    "amount": cast(null(), Money),
    "section": null(),
    "version": literal_column("1", Integer),
    "audience": _word(""),
}


def _item(
    row: Sequence[Any], types: dict[int, ActivityType], lines: dict[int, tuple[PurchaseLine, ...]]
) -> TimelineItem:
    """`types` are the activity types that were met on the page."""
    at, key, kind, title, text, worker, store, type_id, code, type_name, icon, labels, *others = row
    restriction, amount, currency, section, worker_id, version, audience = others
    by, at_store = worker or "", store or ""
    if kind == TimelineKind.ACTIVITY:
        of_type = types.get(type_id)
        if of_type is None:
            of_type = types[type_id] = ActivityType(type_id, code, type_name, icon, labels)
        name = title or type_name
        return TimelineItem(
            *(key, TimelineKind.ACTIVITY, at, name, text, by, at_store, of_type),
            section=_SECTIONS[section],
            worker_id=worker_id,
            version=version,
        )
    if kind == TimelineKind.NOTE:
        return TimelineItem(
            *(key, TimelineKind.NOTE, at, title, text, by, "", None, Restriction(restriction)),
            section=_SECTIONS[section],
            worker_id=worker_id,
            version=version,
            audience=_AUDIENCES[audience],
        )
    return TimelineItem(
        key, TimelineKind.PURCHASE, at, "", text, "", store, None, None, amount, currency, lines.get(key, ())
    )


# Looked up for each item: an enumeration takes its time to find a value.
_SECTIONS = {section.value: section for section in Section}
_AUDIENCES = {audience.value: audience for audience in Audience}
