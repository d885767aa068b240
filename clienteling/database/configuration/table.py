"""What the tables behind a section can do, and where a row is needed."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import SQLModel

from clienteling.database.engine import Transaction
from clienteling.domain.configuration.item import Item, Remark
from clienteling.domain.errors import Invalid, mark

_TITLES = {
    "customer": mark("customers ({count})"),
    "customer_address_book": mark("customers ({count})"),
    "customer_attribute": mark("values of customers ({count})"),
    "customer_measure": mark("values of customers ({count})"),
    "activity": mark("activities ({count})"),
    "activity_revision": mark("earlier texts of activities ({count})"),
    "note": mark("notes ({count})"),
    "purchase": mark("purchases ({count})"),
    "client_book": mark("client books ({count})"),
    "record": mark("entries of the audit ({count})"),
    "saved_view": mark("saved views ({count})"),
}


def _nothing(_transaction: Transaction, _before: Item | None, _after: Item) -> Iterator[Any]:
    yield from ()


def _unused(_transaction: Transaction, _item: Item) -> tuple[Remark, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Table:
    """How the items of a section are read and stored.

    `problems` are those that only the data tells (a type that cannot change), `remarks` what is to be confirmed,
    `uses` what stands in the way of deleting an item besides other items.
    """

    read: Callable[[Transaction], dict[str, Item]]
    save: Callable[[Transaction, Any, Any], None]
    delete: Callable[[Transaction, Any], None]
    problems: Callable[[Transaction, Any, Any], Iterator[Invalid]] = _nothing
    remarks: Callable[[Transaction, Any, Any], Iterator[Remark]] = _nothing
    uses: Callable[[Transaction, Any], tuple[Remark, ...]] = _unused


def rows_that_need(
    transaction: Transaction, table: type[SQLModel], key: int, owned: Collection[type[SQLModel]] = ()
) -> tuple[Remark, ...]:
    """What refers to a row: every table with a foreign key to it, but for those that are deleted with the row."""
    target = table.__table__
    left_out = {other.__table__ for other in owned}
    found: dict[str, int] = {}
    for other in SQLModel.metadata.sorted_tables:
        if other in left_out:
            continue
        for column in other.columns:
            if not any(reference.column.table is target for reference in column.foreign_keys):
                continue
            what = func.count(other.c.customer_id.distinct()) if "customer_id" in other.c else func.count()
            count = transaction.connection().execute(select(what).where(column == key)).scalar_one()
            found[other.name] = max(count, found.get(other.name, 0))
    remarks: dict[str, Remark] = {}
    for name, count in found.items():
        if count:
            template = _TITLES.get(name, mark("rows of {table} ({count})"))
            remarks.setdefault(template, Remark(template, {"count": count, "table": name}))
    return tuple(remarks.values())
