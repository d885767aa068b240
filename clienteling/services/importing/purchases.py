"""Takes products, and purchases line by line."""

from dataclasses import dataclass, replace
from datetime import datetime

from clienteling.database.imports import purchases
from clienteling.database.imports.purchases import Line, Place, ProductDraft, Receipt
from clienteling.domain.errors import Invalid, mark
from clienteling.services.importing.references import LONGEST_CODE, Accounts, Company, zone_of
from clienteling.services.importing.row import Row, required
from clienteling.services.importing.run import Run

HIGHEST_LINE = 1_000_000


class Products:
    """Products by their number."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._stored: dict[str, tuple[int, ProductDraft]] = {}

    def take(self, rows: list[Row]) -> None:
        self._stored = purchases.products(self._run.transaction, sorted({row.peek("sku") for row in rows} - {""}))
        changed: list[tuple[int | None, ProductDraft]] = []
        for draft in self._run.readable(rows, self._read):
            key, before = self._stored.get(draft.sku, (None, None))
            if draft != before:
                changed.append((key, draft))
            self._run.count(before=before, changed=draft != before)
        purchases.save_products(self._run.transaction, changed)

    def _read(self, row: Row) -> ProductDraft:
        sku = row.text("sku", longest=LONGEST_CODE, required=True)
        _, old = self._stored.get(sku, (0, ProductDraft(sku, "", "", "", "", None)))
        draft = ProductDraft(
            sku=sku,
            name=row.text("name", required=True),
            category=row.text("category", absent=old.category),
            subcategory=row.text("subcategory", absent=old.subcategory),
            color=row.text("color", absent=old.color),
            price=row.money("price", absent=old.price),
        )
        self._run.once(sku, row, "sku")
        return draft


@dataclass(frozen=True, slots=True)
class Draft:
    """A line of a receipt, as a row has it."""

    place: Place
    at: datetime
    number: int
    line: Line


class Purchases:
    """Lines of receipts. A receipt is known by customer, store and order number: two customers may share a number.

    A customer of one legal entity may buy in a store of another.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._company = Company(run)
        self._accounts = Accounts(run, self._company)
        self._products: dict[str, tuple[int, ProductDraft]] = {}
        self._moments: dict[Place, datetime] = {}

    def take(self, rows: list[Row]) -> None:
        transaction = self._run.transaction
        self._accounts.load(rows)
        self._products = purchases.products(transaction, sorted({row.peek("sku") for row in rows} - {""}))
        drafts = self._run.readable(rows, self._read)
        ids = {draft.place[0] for draft in drafts}
        receipts = purchases.receipts(transaction, sorted(ids), {draft.place[2] for draft in drafts})
        known = {place: replace(receipt, lines=dict(receipt.lines)) for place, receipt in receipts.items()}
        new: dict[tuple[int, int], Line] = {}
        changed: dict[tuple[int, int], Line] = {}
        for draft in drafts:
            before = known.get(draft.place)
            receipt = receipts.get(draft.place)
            if receipt is None:
                receipt = Receipt(transaction.key(), *draft.place, at=draft.at, lines={})
                receipts[draft.place] = receipt
            line = before.lines.get(draft.number) if before else None
            moved = before is not None and before.at != draft.at
            receipt.at = draft.at
            receipt.lines[draft.number] = draft.line
            if line is None:
                new[receipt.id, draft.number] = draft.line
            elif line != draft.line:
                changed[receipt.id, draft.number] = draft.line
            self._run.count(before=line, changed=line != draft.line or moved)
        purchases.add_receipts(transaction, [r for place, r in receipts.items() if place not in known])
        purchases.change_receipts(transaction, [r for place, r in receipts.items() if r != known.get(place, r)])
        purchases.save_lines(transaction, new, changed)

    def _read(self, row: Row) -> Draft:
        customer_id, _ = self._accounts.of(row)
        store = self._company.store(row)
        if store is None:
            raise Invalid("store", mark("Please fill this in."))
        sku = row.text("sku", required=True)
        if sku not in self._products:
            raise Invalid("sku", mark("There is no product “{sku}”."), sku=sku)
        order_number = row.text("order_number", longest=LONGEST_CODE, required=True)
        number = required("line", row.whole("line", lowest=1, highest=HIGHEST_LINE))
        place = (customer_id, store.id, order_number)
        draft = Draft(
            place=place,
            at=required("date", row.moment("date", zone_of(store))),
            number=number,
            line=Line(
                product_id=self._products[sku][0],
                quantity=required("quantity", row.whole("quantity")),
                amount=required("amount", row.money("amount")),
            ),
        )
        if self._moments.setdefault(place, draft.at) != draft.at:
            raise Invalid("date", mark("An earlier line of this order has another date."))
        self._run.once((*place, number), row, "line")
        return draft
