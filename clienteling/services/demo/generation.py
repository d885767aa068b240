"""The demo company as rows of the import kinds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clienteling.domain.importing import Kind
from clienteling.services.demo import definitions, retailer
from clienteling.services.demo.clientele import Clientele, Person
from clienteling.services.demo.contact_history import ContactHistory
from clienteling.services.demo.contacts import contact_columns
from clienteling.services.demo.dice import chunks
from clienteling.services.demo.insights import insights
from clienteling.services.demo.retailer import Row
from clienteling.services.demo.shopping import Shopping
from clienteling.services.demo.tastes import attribute_columns, date_columns

CHUNK = 2000  # rows that are in memory at a time


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one kind. They are made while one reads, the same ones each time."""

    kind: Kind
    make: Callable[[], Iterable[Row]]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.make())


def company(seed: int, customers: int, today: date) -> tuple[Rows, ...]:
    """A whole company, kind by kind in an order in which they can be imported.

    The same arguments give the same rows. `today` is the day on which the company looks alive.
    """
    thrown = _Thrown(seed, customers, today)
    return (
        Rows(Kind.LEGAL_ENTITIES, retailer.legal_entity_rows),
        Rows(Kind.STORES, retailer.store_rows),
        Rows(Kind.WORKERS, lambda: retailer.worker_rows(today)),
        Rows(Kind.ATTRIBUTES, definitions.attribute_rows),
        Rows(Kind.MEASURE_DEFINITIONS, definitions.measure_rows),
        Rows(Kind.ACTIVITY_TYPES, retailer.activity_type_rows),
        Rows(Kind.PRODUCTS, thrown.products),
        Rows(Kind.CUSTOMERS, thrown.customers),
        Rows(Kind.MEASURES, thrown.measures),
        Rows(Kind.SCORES, thrown.scores),
        Rows(Kind.PURCHASES, thrown.purchases),
        Rows(Kind.ACTIVITIES, thrown.activities),
        Rows(Kind.NOTES, thrown.notes),
        Rows(Kind.BOOKS, thrown.books),
    )


def generate(seed: int, customers: int, today: date) -> Iterator[tuple[Kind, list[Row]]]:
    """The rows of `company` in chunks, for those who take them piece by piece."""
    for rows in company(seed, customers, today):
        for chunk in chunks(rows, CHUNK):
            yield rows.kind, chunk


class _Thrown:
    """The rows of the kinds that are thrown. Customers are made anew for each kind, so that none need be kept."""

    def __init__(self, seed: int, customers: int, today: date) -> None:
        self._seed = seed
        self._today = today
        self._clientele = Clientele(seed, customers, today)
        self._shopping = Shopping(seed, today)
        self._history = ContactHistory(seed, today, self._shopping)

    def products(self) -> Iterator[Row]:
        for product in self._shopping.products:
            yield {
                "sku": product.sku,
                "name": product.name,
                "category": product.category,
                "subcategory": product.subcategory,
                "color": product.color,
                "price": str(product.price),
            }

    def customers(self) -> Iterator[Row]:
        for person in self._clientele:
            spent = sum(receipt.cents for receipt in self._shopping.receipts(person))
            yield {
                **_account(person),
                "store": person.store,
                "kind": "organization" if person.organization else "person",
                "title": person.title,
                "first_name": person.first_name,
                "last_name": person.last_name,
                "organization": person.organization,
                "language": person.language,
                "since": str(person.since),
                **contact_columns(self._seed, person),
                **date_columns(self._seed, person, self._today),
                **attribute_columns(self._seed, person, self._today),
                f"attribute.{definitions.LIFETIME_SPEND}": _money(spent) if spent else "",
            }

    def measures(self) -> Iterator[Row]:
        for person in self._clientele:
            for name, value, as_of in insights(self._seed, person, self._today).measures:
                yield {**_account(person), "measure": name, "value": value, "as_of": as_of.isoformat()}

    def scores(self) -> Iterator[Row]:
        for person in self._clientele:
            found = insights(self._seed, person, self._today)
            if found.score is not None:
                yield {**_account(person), "score": str(found.score), "as_of": found.scored.isoformat()}

    def purchases(self) -> Iterator[Row]:
        for person in self._clientele:
            for receipt in self._shopping.receipts(person):
                at = receipt.at.isoformat()
                for number, line in enumerate(receipt.lines, 1):
                    yield {
                        **_account(person),
                        "order_number": receipt.order_number,
                        "line": str(number),
                        "date": at,
                        "store": receipt.store,
                        "sku": line.product.sku,
                        "quantity": str(line.quantity),
                        "amount": _money(line.cents),
                    }

    def activities(self) -> Iterator[Row]:
        for person in self._clientele:
            for number, entry in enumerate(self._history.activities(person), 1):
                yield {
                    **_account(person),
                    "type": entry.kind,
                    "at": entry.at.isoformat(),
                    "title": entry.title,
                    "text": entry.text,
                    "personnel_number": entry.worker,
                    "store": entry.store,
                    "source": f"demo-{number}",
                }

    def notes(self) -> Iterator[Row]:
        for person in self._clientele:
            for number, entry in enumerate(self._history.notes(person), 1):
                yield {
                    **_account(person),
                    "at": entry.at.isoformat(),
                    "title": entry.title,
                    "text": entry.text,
                    "restriction": entry.kind,
                    "personnel_number": entry.worker,
                    "source": f"demo-{number}",
                }

    def books(self) -> Iterator[Row]:
        for person in self._clientele:
            if person.holder:
                yield {**_account(person), "personnel_number": person.holder, "since": str(person.held_since)}


def _account(person: Person) -> Row:
    return {"account_number": person.account, "legal_entity": person.entity}


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"
