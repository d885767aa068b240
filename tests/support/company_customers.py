"""The customers of the small company, and what happened with them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.activity import ActivityType
from clienteling.domain.attribute import Value
from clienteling.domain.company import LegalEntity, Store
from clienteling.domain.customer import Address, Channel, CustomerKind
from clienteling.domain.dates import YearlyDate
from clienteling.domain.worker import Worker
from tests.support.customers import NewCustomer, Properties, add_customer

_FIRST = ("Anna", "Ilze", "Søren", "Zoë", "Jürgen", "maria", "Ørjan", "Łukasz", "Đorđe", "Eva")
_LAST = ("Bērziņa", "O'Brien", "Smith-Jones", "Ægir", "Müller", "de la Cruz", "Nguyễn", "Kļaviņš", "Öz")
_INTERESTS = ("bags", "golf", "hats", "shoes", "wine")
_REMARKS = ("Blue eyes", "likes BLUE silk", "Jūras zils", "allergic to wool", "")


def invent(number: int, account: str, address_books: tuple[int, ...]) -> NewCustomer:
    """The customer with this number, the same each time. Not everybody has everything."""
    random = Random(number)
    values: dict[str, Value] = {"Brand": random.choice(("Fabrikam", "Contoso", "Northwind"))}
    if number % 5:
        values["Spend"] = Decimal(random.randrange(0, 500_000)) / 100
    if number % 3:
        values["Size"] = random.choice((Decimal(36), Decimal("37.5"), Decimal("38.5"), Decimal(40), Decimal(42)))
    if number % 4:
        values["VIP"] = random.random() < 0.4
    if number % 7:
        values["Interests"] = tuple(random.sample(_INTERESTS, random.randrange(1, 4)))
    if remark := random.choice(_REMARKS):
        values["Remarks"] = remark
    values["Visits"] = random.randrange(4)
    values["Member since"] = date(2026, 11, 20) - timedelta(days=random.randrange(600))
    values["Secret"] = f"secret {number}"
    dates = {}
    if number % 6:
        dates["Birthday"] = _birthday(number, random)
    return NewCustomer(
        account=account,
        name=f"{random.choice(_FIRST)} {random.choice(_LAST)}",
        kind=CustomerKind.ORGANIZATION if number % 11 == 0 else CustomerKind.PERSON,
        phones=(f"(212) 555-{number:04}", f"+371 2912 {number:04}")[: number % 3],
        emails=(f"customer.{number}@example.com", f"c{number}@Example.ORG")[: 1 + number % 2],
        cards=(f"LC-{number:04} {account}",) if number % 2 else (),
        addresses=(Address(f"{number} Harbour Street", "New York", f"1{number:04}", "NY", "US", "home", primary=True),),
        dates=dates,
        consents={Channel.EMAIL: bool(number % 2), Channel.PHONE: True} if number % 3 else {},
        address_books=address_books,
        values=values,
        measures={"Churn": Decimal(random.randrange(100)), "Next best action": "Call"} if number % 4 else {},
        score=random.randrange(101) if number % 3 else None,
    )


def _birthday(number: int, random: Random) -> YearlyDate:
    special = {
        1: YearlyDate(2, 29, 1988),
        2: YearlyDate(1, 1),
        3: YearlyDate(12, 31, 1970),
        4: YearlyDate(11, 20),
    }
    return special.get(number) or YearlyDate(random.randrange(1, 13), random.randrange(1, 29), 1980)


def add_customers(
    transaction: Transaction,
    entities: Mapping[str, LegalEntity],
    address_books: Mapping[str, int],
    known: Properties,
    at: datetime,
) -> dict[str, int]:
    """Write them all; their keys by account number, those of DEMF with "DEMF " before it."""
    wanted = [("USMF", number, f"C-{number:04}", "S01" if number <= 24 else "S02") for number in range(1, 37)]
    wanted += [("DEMF", 100 + number, f"D-{number:04}", "B01") for number in range(1, 9)]
    wanted += [("DEMF", 109, "C-0001", "B01")]
    customers = {}
    for entity, number, account, store in wanted:
        new = invent(number, account, (address_books[store],))
        name = account if entity == "USMF" else f"DEMF {account}"
        customers[name] = add_customer(transaction, entities[entity], new, known, at).id
    return customers


def add_history(
    transaction: Transaction,
    customers: Mapping[str, int],
    types: Mapping[str, ActivityType],
    workers: Mapping[str, Worker],
    stores: Mapping[str, Store],
    at: datetime,
) -> None:
    """Activities, notes and purchases: more for some customers than for others."""
    product = t.ProductRow(id=transaction.key(), sku="SKU-1", name="Silk scarf", price=Decimal("59.90"))
    transaction.add(product)
    transaction.flush()
    for place, (account, customer_id) in enumerate(customers.items()):
        prefix, store, worker = (
            ("DEMF ", stores["B01"], workers["006"])
            if account.startswith("DEMF")
            else ("", stores["S01"], workers["001"])
        )
        for number in range(place % 4):
            transaction.add(
                t.ActivityRow(
                    id=transaction.key(),
                    customer_id=customer_id,
                    type_id=types[f"{prefix}{('visit', 'phone', 'email')[number]}"].id,
                    text=f"activity {number}",
                    at=at - timedelta(days=10 * number + place),
                    worker_id=worker.id,
                    store_id=store.id,
                )
            )
        for number in range(place % 3):
            transaction.add(
                t.NoteRow(
                    id=transaction.key(),
                    customer_id=customer_id,
                    text=f"note {number}",
                    at=at - timedelta(days=7 * number + place),
                    worker_id=worker.id,
                )
            )
        for number in range(place % 5):
            _add_purchase(transaction, customer_id, store.id, product.id, number, at)
    transaction.flush()


def _add_purchase(
    transaction: Transaction, customer_id: int, store_id: int, product_id: int, number: int, at: datetime
) -> None:
    amount = Decimal("19.99") + number
    purchase = t.PurchaseRow(
        id=transaction.key(),
        customer_id=customer_id,
        store_id=store_id,
        order_number=f"SO-{number}",
        at=at - timedelta(days=30 * number),
        amount=amount * 2,
    )
    transaction.add(purchase)
    transaction.flush()
    for line in (1, 2):
        transaction.add(
            t.PurchaseLineRow(purchase_id=purchase.id, line=line, product_id=product_id, quantity=line, amount=amount)
        )
