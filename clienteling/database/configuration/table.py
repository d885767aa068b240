"""What the tables behind a section can do, and where a row is needed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import SQLModel

from clienteling.database.engine import Transaction
from clienteling.domain.configuration.item import Item, Remark
from clienteling.domain.errors import Invalid, mark

TITLES = {
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
    "purchase_line": mark("purchases ({count})"),
    "holding": mark("customers in client books ({count})"),
    "cover": mark("lent client books ({count})"),
    "follow_up": mark("follow-ups ({count})"),
    "follow_up_handover": mark("follow-ups that were handed over ({count})"),
    "note_revision": mark("earlier texts of notes ({count})"),
    "note_handover": mark("notes that were handed over ({count})"),
    "draft": mark("customers who are being written down ({count})"),
    "strangers": mark("customers who were said to be two people ({count})"),
    "customer_merge": mark("merged customers ({count})"),
    "customer_token": mark("customers ({count})"),
    "token_variant": mark("customers ({count})"),
    "external_id": mark("customers ({count})"),
    "worker_mailbox": mark("mailboxes ({count})"),
    "snapshot": mark("published versions ({count})"),
    "staged_change": mark("changes that wait to be published ({count})"),
    "vault_secret": mark("secrets of Key Vault ({count})"),
    "cloud_link": mark("settings of Customer Insights ({count})"),
    "insights_pull": mark("pulls from Customer Insights ({count})"),
    "enrichment": mark("account engagement ({count})"),
    "relationship": mark("settings of relationships ({count})"),
}
"""What people call the rows that need another one, by table."""

SPOKEN_FOR = frozenset(
    {
        "activity_type", "app_role", "attribute_group_member", "badge", "follow_up_rule", "number_sequence",
        "permission", "register", "store", "store_address_book", "worker", "worker_account", "worker_address_book",
        "worker_store",
    }
)  # fmt: skip
"""What is part of the configuration: `where_used` names those items, or they go with what they belong to."""


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


def rows_that_need(transaction: Transaction, table: type[SQLModel], key: int) -> tuple[Remark, ...]:
    """What of the data refers to a row: every table with a foreign key to it, but for the configuration's own."""
    target = table.__table__
    found: dict[str, int] = {}
    for other in SQLModel.metadata.sorted_tables:
        if other.name in SPOKEN_FOR:
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
            remarks.setdefault(TITLES[name], Remark(TITLES[name], {"count": count}))
    return tuple(remarks.values())
