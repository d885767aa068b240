from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import text

from clienteling.database import books, customers
from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.customer import Address, Channel, CustomerKind, Purchase
from clienteling.domain.dates import YearlyDate
from tests.support.clock import START
from tests.support.customers import NewCustomer, add_customer, customer_file
from tests.support.program import Program

FULL = NewCustomer(
    account="FULL-1",
    name="Zoë Ægir & Sons",
    kind=CustomerKind.ORGANIZATION,
    phones=("(212) 736-5000", "extension 7", "+371 29 123 456"),
    emails=("first@example.com", "second@example.com"),
    cards=("LC-1", "LC-2"),
    addresses=(
        Address("1 A Street", "New York", "10001", "NY", "US", "home", primary=True),
        Address("2 B Street", "Rīga", "LV-1010", "", "LV", "work", primary=False),
    ),
    dates={"Birthday": YearlyDate(2, 29, 1988), "Anniversary": YearlyDate(1, 1)},
    consents={Channel.POST: False, Channel.PHONE: True},
)


def add(program: Program, new: NewCustomer) -> int:
    company = program.company
    return program.database.write(
        lambda tr: add_customer(tr, company.entities["USMF"], new, company.properties, START).id
    )


def test_a_customers_file_is_read_as_it_was_written(program: Program) -> None:
    key = add(program, FULL)
    entity = program.company.entities["USMF"]
    found = program.database.read(lambda tr: customers.find(tr, entity.id, key))
    assert found is not None
    wanted = customer_file(key, entity, FULL)
    assert found.phones == wanted.phones
    assert found.emails == wanted.emails
    assert found.addresses == wanted.addresses
    assert found.loyalty_cards == ("LC-1", "LC-2")
    assert [(d.name, d.day) for d in found.important_dates] == [
        ("Anniversary", YearlyDate(1, 1)),
        ("Birthday", YearlyDate(2, 29, 1988)),
    ]
    assert [(c.channel, c.given) for c in found.consents] == [(Channel.PHONE, True), (Channel.POST, False)]
    assert (found.name, found.kind, found.account_number, found.version) == (
        "Zoë Ægir & Sons",
        CustomerKind.ORGANIZATION,
        "FULL-1",
        1,
    )


def test_a_customer_of_another_legal_entity_is_not_found(program: Program) -> None:
    entity = program.company.entities["DEMF"].id
    key = program.company.customers["C-0001"]
    assert program.database.read(lambda tr: customers.find(tr, entity, key)) is None
    assert program.database.read(lambda tr: customers.find(tr, entity, 1)) is None


def pages(program: Program, customer: int, limit: int) -> list[Purchase]:
    found: list[Purchase] = []
    cursor: tuple[datetime, int] | None = None
    while page := program.database.read(lambda tr, at=cursor: customers.purchases(tr, customer, at, limit)):  # type: ignore[misc]
        found += page
        cursor = (page[-1].at, page[-1].id)
    return found


def test_purchases_come_newest_first_page_by_page(program: Program) -> None:
    customer = program.company.customers["C-0005"]  # four purchases
    whole = pages(program, customer, 100)
    assert [purchase.order_number for purchase in whole] == ["SO-0", "SO-1", "SO-2", "SO-3"]
    assert whole[0].amount == sum((line.amount for line in whole[0].lines), Decimal(0))
    assert (whole[0].lines[0].sku, whole[0].store, whole[0].currency) == ("SKU-1", "North", "USD")
    for limit in (1, 2, 3):
        assert pages(program, customer, limit) == whole


def test_purchases_at_the_same_moment_are_neither_lost_nor_doubled(program: Program) -> None:
    customer = program.company.customers["C-0001"]
    store = program.company.stores["S01"].id

    def buy(transaction: Transaction) -> None:
        for number in range(7):
            transaction.add(
                t.PurchaseRow(
                    id=transaction.key(),
                    customer_id=customer,
                    store_id=store,
                    order_number=f"{number}",
                    at=START,
                    amount=Decimal("0.1"),
                )
            )

    program.database.write(buy)
    found = pages(program, customer, 3)
    assert sorted(purchase.order_number for purchase in found) == [str(number) for number in range(7)]
    totals = program.database.read(
        lambda tr: customers.purchase_totals(tr, customer, program.company.entities["USMF"].id)
    )
    assert totals == (7, Decimal("0.70"))


def test_what_was_spent_in_another_currency_is_counted_and_not_added(program: Program) -> None:
    customer, berlin = program.company.customers["C-0001"], program.company.stores["B01"].id
    program.database.write(
        lambda tr: tr.add(
            t.PurchaseRow(
                id=tr.key(), customer_id=customer, store_id=berlin, order_number="1", at=START, amount=Decimal(5)
            )
        )
    )
    usmf = program.company.entities["USMF"].id
    assert program.database.read(lambda tr: customers.purchase_totals(tr, customer, usmf)) == (1, Decimal("0.00"))


def coming(program: Program, number: str, first: date, days: int) -> list[str]:
    entity = program.company.entities["USMF"].id

    def work(transaction: Transaction) -> list[str]:
        book = books.find(transaction, entity, program.company.worker_id(number))
        assert book is not None
        wanted = [first + timedelta(days=n) for n in range(days)]
        found = customers.coming_dates(transaction, book.id, wanted)
        accounts = {row[0]: row[1] for row in transaction.execute(text("SELECT id, account_number FROM customer"))}
        return [accounts[key] for key, _, _, _ in found]

    return program.database.read(work)


def test_coming_dates_are_those_on_one_of_the_days(program: Program) -> None:
    assert "C-0004" in coming(program, "001", date(2026, 11, 20), 1)
    assert "C-0004" not in coming(program, "001", date(2026, 11, 21), 7)
    over_new_year = coming(program, "001", date(2026, 12, 31), 2)
    assert {"C-0002", "C-0003"} <= set(over_new_year)
    assert coming(program, "002", date(2026, 11, 20), 1) == []


def test_29_february_comes_on_the_28th_when_there_is_none(program: Program) -> None:
    assert "C-0001" in coming(program, "001", date(2027, 2, 28), 1)
    assert "C-0001" in coming(program, "001", date(2028, 2, 29), 1)
