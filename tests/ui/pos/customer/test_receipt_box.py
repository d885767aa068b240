from decimal import Decimal

from clienteling.domain.customer import Purchase, PurchaseLine
from clienteling.ui.pos.customer.receipt_box import ReceiptBox
from tests.support.clock import START
from tests.ui.pos.customer.conftest import Counter, settle


def receipt(counter: Counter, *lines: PurchaseLine, number: str = "100482") -> ReceiptBox:
    total = sum((line.amount for line in lines), Decimal(0))
    box = ReceiptBox(Purchase(1, number, START, "North", "EUR", total, lines), counter.till.formats, counter.now)
    counter.put(box)
    return box


def test_everything_on_it_is_read_out(counter: Counter) -> None:
    box = receipt(
        counter,
        PurchaseLine("C-38", "Cashmere wrap coat", 1, Decimal("1490.00")),
        PurchaseLine("G-7", "Leather gloves", 2, Decimal("290.00")),
    )
    spoken = "Today, 05:00; North · receipt 100482; €1,780.00; Cashmere wrap coat €1,490.00; 2 × Leather gloves €290.00"
    assert box.accessibleName() == spoken


def test_a_line_without_a_name_shows_its_article_number(counter: Counter) -> None:
    box = receipt(counter, PurchaseLine("SKU-9", "", 1, Decimal("-5.00")), number="")
    assert box.accessibleName() == "Today, 05:00; North; −€5.00; SKU-9 −€5.00"


def test_it_is_as_high_as_its_names_need(counter: Counter) -> None:
    box = receipt(counter, PurchaseLine("S-1", "Silk carré " * 8, 1, Decimal("350.00")))
    box.setFixedWidth(900)
    settle()
    wide = box.height()
    box.setFixedWidth(300)
    settle()
    assert box.height() > wide


def test_a_receipt_without_lines_is_its_head_alone(counter: Counter) -> None:
    assert receipt(counter).height() == 48
