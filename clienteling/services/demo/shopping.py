"""What customers bought in the last three years."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from clienteling.services.demo.assortment import Product, assortment
from clienteling.services.demo.cast import Member
from clienteling.services.demo.clientele import Person
from clienteling.services.demo.dice import dice, happens, weighted
from clienteling.services.demo.retailer import ENTITIES, NORDIC, SHOPS, Entity
from clienteling.services.demo.tastes import Sizes, sizes_of

THREE_YEARS = 3 * 365
_MOST_RECEIPTS = 26
_RECEIPTS_A_DAY = 38
_NEWEST_RECEIPT = 101_432


@dataclass(frozen=True, slots=True)
class Line:
    """`cents` are hundredths of the legal entity's currency."""

    product: Product
    quantity: int
    cents: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """One purchase. `at` is in the store's time zone."""

    order_number: str
    at: datetime
    store: str
    lines: tuple[Line, ...]

    @property
    def cents(self) -> int:
        return sum(line.cents for line in self.lines)


class Shopping:
    """Throws receipts, the same ones for the same customer each time."""

    def __init__(self, seed: int, today: date) -> None:
        self._seed = seed
        self._today = today
        self._assortment = assortment()
        self._by_name = {product.name: product for product in self._assortment.products}
        self._entities = {entity.code: entity for entity in ENTITIES}
        self._zones = {shop.code: ZoneInfo(shop.time_zone) for shop in SHOPS}
        self._stores = {
            entity.code: tuple(shop.code for shop in SHOPS if shop.entity == entity.code) for entity in ENTITIES
        }

    @property
    def products(self) -> tuple[Product, ...]:
        return self._assortment.products

    def moment(self, store: str, days_ago: int, at: time) -> datetime:
        """A time of day at a store; in days to come if `days_ago` is negative."""
        return datetime.combine(self._today - timedelta(days=days_ago), at, self._zones[store])

    def receipts(self, person: Person) -> list[Receipt]:
        """All purchases of a customer, each on another day, newest first."""
        if person.member and person.member.baskets:
            return self._scripted(person, person.member)
        throw = dice(self._seed, "shopping", person.number)
        known = min((self._today - person.since).days, THREE_YEARS)
        days = sorted({1 + int((known - 1) * throw.random()) for _ in range(_how_many(throw, person))})
        sizes = sizes_of(self._seed, person)
        return [self._receipt(throw, person, sizes, days_ago) for days_ago in days]

    def _receipt(self, throw: Random, person: Person, sizes: Sizes, days_ago: int) -> Receipt:
        abroad = happens(throw, 0.06)
        store = throw.choice(self._stores[person.entity]) if abroad else person.store
        entity = self._entities[person.entity]
        lines = 1 + happens(throw, 0.34) + happens(throw, 0.16) + happens(throw, 0.05)
        number = _NEWEST_RECEIPT - _RECEIPTS_A_DAY * days_ago + int(_RECEIPTS_A_DAY * throw.random())
        return Receipt(
            order_number=str(number + (100_000 if person.entity == NORDIC else 0)),
            at=self.moment(store, days_ago, opening_time(throw)),
            store=store,
            lines=tuple(self._line(throw, person, sizes, entity) for _ in range(lines)),
        )

    def _line(self, throw: Random, person: Person, sizes: Sizes, entity: Entity) -> Line:
        style = weighted(throw, *self._assortment.choices[person.audience])
        product = style.fitting(sizes.clothing, sizes.shoes.partition(".")[0])
        quantity = throw.randint(2, 4) if product.price < 200 and happens(throw, 0.12) else 1
        reduced = throw.choice((10, 15, 20, 30)) if happens(throw, 0.12) else 0
        return Line(product, quantity, entity.price(product.price) * quantity * (100 - reduced))

    def _scripted(self, person: Person, member: Member) -> list[Receipt]:
        return [
            Receipt(
                order_number=basket.order_number,
                at=self.moment(person.store, basket.days_ago, time.fromisoformat(basket.time)),
                store=person.store,
                lines=tuple(
                    Line(product, 1, product.price * 100) for product in map(self._by_name.__getitem__, basket.products)
                ),
            )
            for basket in member.baskets
        ]


def opening_time(throw: Random) -> time:
    """A minute at which stores are open."""
    return time(10 + int(9 * throw.random()), int(60 * throw.random()))


def _how_many(throw: Random, person: Person) -> int:
    """Many buy little and few buy much; those in client books are few who buy much."""
    if person.member:
        return 4 + int(12 * throw.random())
    if person.holder:
        return min(1 + int(throw.lognormvariate(1.9, 0.6)), _MOST_RECEIPTS)
    return 0 if happens(throw, 0.12) else min(1 + int(throw.lognormvariate(0.5, 0.8)), _MOST_RECEIPTS)
