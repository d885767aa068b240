"""The rules for follow-ups of a legal entity, and what they find among the customers of its books."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, tuple_

from clienteling.database.engine import Transaction
from clienteling.database.tables import (
    ActivityRow,
    ClientBookRow,
    FollowUpRuleRow,
    HoldingRow,
    ImportantDateRow,
    PermissionRow,
    PurchaseRow,
    WorkerRow,
    WorkerStoreRow,
)
from clienteling.database.tables.retailer import StoreRow
from clienteling.database.types import Utc
from clienteling.domain.dates import YearlyDate
from clienteling.domain.follow_up import Cause, Rule
from clienteling.domain.operations import Operation

_FIELDS = ("code", "cause", "title", "days", "date_name", "proposes", "active")
_BOOKS = (
    select(HoldingRow.customer_id, ClientBookRow.worker_id)
    .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .where(ClientBookRow.legal_entity_id == bindparam("entity"), HoldingRow.is_primary)
)
_DATES = _BOOKS.join(ImportantDateRow, ImportantDateRow.customer_id == HoldingRow.customer_id).add_columns(
    ImportantDateRow.name, ImportantDateRow.month, ImportantDateRow.day, ImportantDateRow.year
)
_LAST_PURCHASE: Any = (
    select(func.max(PurchaseRow.at))
    .where(PurchaseRow.customer_id == HoldingRow.customer_id)
    .where(PurchaseRow.at >= bindparam("first", type_=Utc), PurchaseRow.at < bindparam("behind", type_=Utc))
    .correlate(HoldingRow)
    .scalar_subquery()
)
# What is planned is a contact that will be: nobody needs to be told.
_LAST_CONTACT: Any = func.coalesce(
    select(func.max(ActivityRow.at))
    .where(ActivityRow.customer_id == HoldingRow.customer_id)
    .correlate(HoldingRow)
    .scalar_subquery(),
    HoldingRow.since,
    type_=Utc,
)
_PURCHASES = _BOOKS.add_columns(_LAST_PURCHASE.label("last")).subquery()
_SILENCES = _BOOKS.add_columns(_LAST_CONTACT.label("last")).subquery()
_BOUGHT = select(_PURCHASES).where(_PURCHASES.c.last.is_not(None)).order_by(_PURCHASES.c.last.desc())
_SILENT = (
    select(_SILENCES)
    .where(_SILENCES.c.last < bindparam("before", type_=Utc))
    .order_by(_SILENCES.c.last.desc(), _SILENCES.c.customer_id)
)
_AT_ONCE = 2000


def rules(transaction: Transaction, legal_entity_id: int) -> tuple[Rule, ...]:
    """By code."""
    statement = select(*(getattr(FollowUpRuleRow, name) for name in _FIELDS)).where(
        FollowUpRuleRow.legal_entity_id == legal_entity_id
    )
    stored = (Rule(row[0], Cause(row[1]), *row[2:]) for row in transaction.execute(statement))
    # Each server has its own idea of the order of texts.
    return tuple(sorted(stored, key=lambda rule: rule.code))


def save(transaction: Transaction, legal_entity_id: int, rule: Rule) -> None:
    remove(transaction, legal_entity_id, rule.code)
    values = {name: getattr(rule, name) for name in _FIELDS} | {"cause": rule.cause.value}
    transaction.execute(insert(FollowUpRuleRow).values(legal_entity_id=legal_entity_id, **values))


def remove(transaction: Transaction, legal_entity_id: int, code: str) -> None:
    """Take a rule away."""
    row = FollowUpRuleRow
    transaction.execute(delete(row).where(row.legal_entity_id == legal_entity_id, row.code == code))


def dates(
    transaction: Transaction, legal_entity_id: int, days: Sequence[date], name: str
) -> tuple[tuple[int, int, str, YearlyDate], ...]:
    """Important dates on one of these days: customer, holder, name, date; those of a name, or all."""
    wanted = {(day.month, day.day) for day in days}
    if (2, 28) in wanted:
        wanted.add((2, 29))  # whose day it is when there is none
    statement = _DATES
    if len(wanted) < 366:
        statement = statement.where(tuple_(ImportantDateRow.month, ImportantDateRow.day).in_(sorted(wanted)))
    if name:
        statement = statement.where(ImportantDateRow.name == name)
    rows = transaction.connection().execute(statement, {"entity": legal_entity_id}).all()
    return tuple((key, worker, of, YearlyDate(month, day, year)) for key, worker, of, month, day, year in rows)


def purchases(
    transaction: Transaction, legal_entity_id: int, first: datetime, behind: datetime
) -> Iterator[tuple[int, int, datetime]]:
    """Customer, holder and the last purchase between two moments, the latest first."""
    return _each(transaction, _BOUGHT, entity=legal_entity_id, first=first, behind=behind)


def silences(transaction: Transaction, legal_entity_id: int, before: datetime) -> Iterator[tuple[int, int, datetime]]:
    """Customer, holder and last contact of those without contact since a moment, the shortest silence first.

    Who never had one is silent since they came into the book.
    """
    return _each(transaction, _SILENT, entity=legal_entity_id, before=before)


def _each(transaction: Transaction, statement: Any, **asked: object) -> Iterator[tuple[int, int, datetime]]:
    result = transaction.connection().execute(statement, asked)
    try:
        while rows := result.fetchmany(_AT_ONCE):
            yield from ((key, worker_id, at) for key, worker_id, at in rows)
    finally:
        result.close()


def administrators(transaction: Transaction, legal_entity_id: int) -> tuple[int, ...]:
    """The workers of a legal entity's stores who may set up the company, and are not blocked."""
    statement = (
        select(WorkerRow.id)
        .join(PermissionRow, PermissionRow.group_id == WorkerRow.group_id)
        .join(WorkerStoreRow, WorkerStoreRow.worker_id == WorkerRow.id)
        .join(StoreRow, StoreRow.id == WorkerStoreRow.store_id)
        .where(PermissionRow.operation == int(Operation.SET_UP), WorkerRow.blocked.is_(False))
        .where(StoreRow.legal_entity_id == legal_entity_id)
        .distinct()
        .order_by(WorkerRow.id)
    )
    return tuple(transaction.connection().execute(statement).scalars())
