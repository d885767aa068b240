"""Products and purchases from files."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from clienteling.domain.importing import Kind
from clienteling.services.importing import importer as importing
from tests.support.imports import Imported

HEAD = "order_number,line,date,account_number,store,sku,quantity,amount\n"
ORDER = (
    HEAD + "O-1,1,2026-03-01,C-1,S01,P-1,1,34.99\n"
    "O-1,2,2026-03-01,C-1,S01,P-2,2,19.0001\n"
    "O-2,1,2026-03-02T12:00:00Z,C-1,S02,P-2,-1,-9.50\n"
)


def receipts(company: Imported, account: str = "C-1") -> list[tuple[str, str, int, datetime]]:
    session = company.session("001")
    (key,) = company.services.customers.by_account(session, [account])
    page = company.services.customers.purchases(session, key)
    return [(p.order_number, str(p.amount), len(p.lines), p.at) for p in page.purchases]


def test_lines_make_receipts_with_their_sum(company: Imported) -> None:
    assert company.take_well(Kind.PURCHASES, ORDER).created == 3
    assert receipts(company) == [
        ("O-2", "-9.50", 1, datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("O-1", "53.9901", 2, datetime(2026, 3, 1, 8, tzinfo=UTC)),  # the day began at eight, in Seattle
    ]
    assert company.select("SELECT amount FROM purchase WHERE order_number = 'O-1'") == [(539901,)]


def test_repeating_the_file_changes_nothing(company: Imported) -> None:
    company.take_well(Kind.PURCHASES, ORDER)
    records = company.count("record")
    assert company.take_well(Kind.PURCHASES, ORDER).unchanged == 3
    assert company.count("record") == records


def test_lines_of_one_receipt_may_come_in_any_order_and_chunk(
    company: Imported, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "CHUNK", 2)
    rows = [f"O-{n % 2},{n},2026-03-01,C-1,S01,P-1,1,1.01\n" for n in range(1, 8)]
    assert company.take_well(Kind.PURCHASES, HEAD + "".join(rows)).created == 7
    assert {(number, amount, lines) for number, amount, lines, _ in receipts(company)} == {
        ("O-0", "3.03", 3),
        ("O-1", "4.04", 4),
    }


def test_a_later_file_adds_to_a_receipt_and_corrects_it(company: Imported) -> None:
    company.take_well(Kind.PURCHASES, ORDER)
    rows = "O-1,2,2026-03-01,C-1,S01,P-2,1,9.50\nO-1,3,2026-03-01,C-1,S01,P-1,1,30\n"
    report = company.take_well(Kind.PURCHASES, HEAD + rows)
    assert (report.created, report.changed) == (1, 1)
    assert receipts(company)[1][:3] == ("O-1", "74.49", 3)
    moved = company.take_well(Kind.PURCHASES, HEAD + "O-1,1,2026-03-05,C-1,S01,P-1,1,34.99\n")
    assert moved.changed == 1
    assert receipts(company)[0][:2] == ("O-1", "74.49")


def test_two_customers_may_share_an_order_number(company: Imported) -> None:
    rows = "O-1,1,2026-03-01,C-1,S01,P-1,1,1\nO-1,1,2026-03-01,C-2,S01,P-1,1,2\nO-1,1,2026-03-01,C-1,S02,P-1,1,3\n"
    assert company.take_well(Kind.PURCHASES, HEAD + rows).created == 3
    assert company.count("purchase") == 3


def test_a_customer_may_buy_in_a_store_of_another_legal_entity(company: Imported) -> None:
    company.take_well(Kind.PURCHASES, HEAD + "O-1,1,2026-03-01,C-1,B01,P-1,1,1\n")
    assert receipts(company)[0][0] == "O-1"


def test_purchases_that_cannot_be_taken_are_said(company: Imported) -> None:
    rows = """O-1,1,2026-03-01,C-9,S01,P-1,1,1
O-1,1,2026-03-01,C-1,S99,P-1,1,1
O-1,1,2026-03-01,C-1,,P-1,1,1
O-1,1,2026-03-01,C-1,S01,P-9,1,1
O-1,0,2026-03-01,C-1,S01,P-1,1,1
O-1,1,2026-02-29,C-1,S01,P-1,1,1
O-1,1,2026-03-01,C-1,S01,P-1,1.5,1
O-1,1,2026-03-01,C-1,S01,P-1,1,1.23456
O-1,1,2026-03-01,C-1,S01,P-1,1,
,1,2026-03-01,C-1,S01,P-1,1,1
O-1,1,2026-03-01,C-1,S01,P-1,1,1
O-1,1,2026-03-01,C-1,S01,P-1,1,1
O-1,2,2026-03-02,C-1,S01,P-1,1,1
"""
    assert [(line, column, why) for line, column, _, why in company.reasons(Kind.PURCHASES, HEAD + rows)] == [
        (2, "account_number", "There is no customer “C-9”."),
        (3, "store", "There is no store “S99”."),
        (4, "store", "Please fill this in."),
        (5, "sku", "There is no product “P-9”."),
        (6, "line", "0 is not from 1 to 1000000."),
        (7, "date", "“2026-02-29” is no date like 2026-11-22."),
        (8, "quantity", "“1.5” is not a whole number."),
        (9, "amount", "“1.23456” has too many digits."),
        (10, "amount", "Please fill this in."),
        (11, "order_number", "Please fill this in."),
        (13, "line", "This stands in line 12 already."),
        (14, "date", "An earlier line of this order has another date."),
    ]


def test_products_keep_what_the_file_does_not_have(company: Imported) -> None:
    report = company.take_well(Kind.PRODUCTS, "sku,name,color\nP-1,Red helmet,Red\nP-2,Blue sock,\n")
    assert (report.changed, report.unchanged) == (1, 1)
    assert company.select("SELECT category, color, price FROM product WHERE sku = 'P-1'") == [
        ("Helmets", "Red", int(Decimal("34.99") * 10_000))
    ]
