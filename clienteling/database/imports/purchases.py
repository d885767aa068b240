"""Products, and receipts with their lines, by the thousand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import insert_rows, select_where, update_rows
from clienteling.database.tables import ProductRow, PurchaseLineRow, PurchaseRow


@dataclass(frozen=True, slots=True)
class ProductDraft:
    sku: str
    name: str
    category: str
    subcategory: str
    color: str
    price: Decimal | None


@dataclass(frozen=True, slots=True)
class Line:
    product_id: int
    quantity: int
    amount: Decimal


@dataclass(slots=True)
class Receipt:
    """A receipt with its lines by number."""

    id: int
    customer_id: int
    store_id: int
    order_number: str
    at: datetime
    lines: dict[int, Line]

    @property
    def amount(self) -> Decimal:
        return sum((line.amount for line in self.lines.values()), Decimal(0))


Place = tuple[int, int, str]
"""What a receipt is known by: customer, store, order number."""


def products(transaction: Transaction, skus: Iterable[str]) -> dict[str, tuple[int, ProductDraft]]:
    """The products with these numbers, with their keys."""
    statement = select(
        ProductRow.id,
        ProductRow.sku,
        ProductRow.name,
        ProductRow.category,
        ProductRow.subcategory,
        ProductRow.color,
        ProductRow.price,
    )
    rows = select_where(transaction, statement, ProductRow.sku, skus)
    return {row[1]: (row[0], ProductDraft(*row[1:])) for row in rows}


def save_products(transaction: Transaction, drafts: Sequence[tuple[int | None, ProductDraft]]) -> None:
    """Store new products (without key), or change those with a key."""
    rows = [
        {
            "id": transaction.key() if key is None else key,
            "sku": draft.sku,
            "name": draft.name,
            "category": draft.category,
            "subcategory": draft.subcategory,
            "color": draft.color,
            "price": draft.price,
        }
        for key, draft in drafts
    ]
    new = [row for row, (key, _) in zip(rows, drafts, strict=True) if key is None]
    insert_rows(transaction, ProductRow, new)
    update_rows(
        transaction,
        ProductRow,
        ["id"],
        [row for row, (key, _) in zip(rows, drafts, strict=True) if key is not None],
    )


def receipts(
    transaction: Transaction, customer_ids: Iterable[int], order_numbers: Iterable[str]
) -> dict[Place, Receipt]:
    """The receipts of these customers that have one of these order numbers."""
    wanted = set(order_numbers)
    statement = select(
        PurchaseRow.id,
        PurchaseRow.customer_id,
        PurchaseRow.store_id,
        PurchaseRow.order_number,
        PurchaseRow.at,
    )
    found: dict[int, Receipt] = {}
    for row in select_where(transaction, statement, PurchaseRow.customer_id, customer_ids):
        if row.order_number in wanted:
            found[row.id] = Receipt(row.id, row.customer_id, row.store_id, row.order_number, row.at, lines={})
    of_lines = select(
        PurchaseLineRow.purchase_id,
        PurchaseLineRow.line,
        PurchaseLineRow.product_id,
        PurchaseLineRow.quantity,
        PurchaseLineRow.amount,
    )
    for purchase_id, number, *line in select_where(transaction, of_lines, PurchaseLineRow.purchase_id, found):
        found[purchase_id].lines[number] = Line(*line)
    return {(r.customer_id, r.store_id, r.order_number): r for r in found.values()}


def add_receipts(transaction: Transaction, new: Iterable[Receipt]) -> None:
    """Store new receipts, without their lines."""
    insert_rows(transaction, PurchaseRow, [_columns(receipt) for receipt in new])


def change_receipts(transaction: Transaction, changed: Iterable[Receipt]) -> None:
    """Store the moment and the amount of receipts anew."""
    update_rows(transaction, PurchaseRow, ["id"], [_columns(receipt) for receipt in changed])


def save_lines(
    transaction: Transaction, new: Mapping[tuple[int, int], Line], changed: Mapping[tuple[int, int], Line]
) -> None:
    """Store lines by (receipt, number): new ones, and those that were there and are different now."""
    insert_rows(transaction, PurchaseLineRow, [_line_columns(place, line) for place, line in new.items()])
    rows = [_line_columns(place, line) for place, line in changed.items()]
    update_rows(transaction, PurchaseLineRow, ["purchase_id", "line"], rows)


def _columns(receipt: Receipt) -> dict[str, object]:
    return {
        "id": receipt.id,
        "customer_id": receipt.customer_id,
        "store_id": receipt.store_id,
        "order_number": receipt.order_number,
        "at": receipt.at,
        "amount": receipt.amount,
    }


def _line_columns(place: tuple[int, int], line: Line) -> dict[str, object]:
    return {
        "purchase_id": place[0],
        "line": place[1],
        "product_id": line.product_id,
        "quantity": line.quantity,
        "amount": line.amount,
    }
