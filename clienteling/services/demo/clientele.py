"""Who the customers are: the cast first, then people and organizations from a seed, each made on their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from clienteling.services.demo.assortment import ANYONE, MEN, WOMEN
from clienteling.services.demo.cast import CAST, MAN, WOMAN, Member
from clienteling.services.demo.dice import dice, happens, weighted
from clienteling.services.demo.nation import Nation
from clienteling.services.demo.nations import NATIONS, crowds
from clienteling.services.demo.organizations import organization_name
from clienteling.services.demo.retailer import BALTIC, EMPLOYEES, ENTITIES, NORDIC, RIGA, SHOPS

FULL_SIZE = 3000  # from this number of customers on, client books are as big as `Employee.book` says
_LONGEST = 14 * 365


@dataclass(frozen=True, slots=True)
class Person:
    """A customer, or an organization if it has that name. They live in `home` and have a name of `nation`.

    `number` is the place among all customers and what the dice are thrown for; `holder` the personnel number of the
    worker in whose book they are since `held_since`.
    """

    number: int
    account: str
    entity: str
    store: str
    nation: Nation
    home: Nation
    gender: str
    organization: str
    title: str
    first_name: str
    last_name: str
    language: str
    since: date
    holder: str
    held_since: date
    member: Member | None = None

    @property
    def audience(self) -> str:
        return {WOMAN: WOMEN, MAN: MEN}.get(self.gender, ANYONE)


class Clientele:
    """All customers of a demo company. Iterating makes them one at a time, the same ones each time."""

    def __init__(self, seed: int, customers: int, today: date) -> None:
        self.seed = seed
        self.today = today
        self._count = customers
        self._crowds = crowds()
        self._shops = {entity.code: _shops(entity.code) for entity in ENTITIES}
        self._accounts = {entity.code: entity.accounts for entity in ENTITIES}
        self._home_stores = {employee.number: employee.stores[0] for employee in EMPLOYEES}
        self._taken = sorted(int(member.account[3:]) for member in CAST)
        self._holders = dict(self._hold())

    def __iter__(self) -> Iterator[Person]:
        return map(self.person, range(self._count))

    def person(self, number: int) -> Person:
        if number < len(CAST):
            return self._of_the_cast(number, CAST[number])
        throw = dice(self.seed, "person", number)
        place = number - len(CAST)
        entity = NORDIC if place % 3 == 2 else BALTIC
        holder = self._holders.get(place, "")
        store = self._home_stores[holder] if holder else weighted(throw, *self._shops[entity])
        crowd = self._crowds[store]
        nation = crowd.one(throw)
        home = nation if happens(throw, 0.6) else crowd.local
        gender = WOMAN if happens(throw, 0.63) else MAN
        organization = organization_name(throw, nation) if happens(throw, 0.04) else ""
        first_name, last_name = ("", "") if organization else _name(throw, nation, gender)
        days = 2 + int((_LONGEST - 2) * throw.random() ** 1.3)
        return Person(
            number=number,
            account=f"{self._accounts[entity]}-{self._account_number(place):06d}",
            entity=entity,
            store=store,
            nation=nation,
            home=home,
            gender="" if organization else gender,
            organization=organization,
            title=nation.titles[gender == MAN] if not organization and happens(throw, 0.4) else "",
            first_name=first_name,
            last_name=last_name,
            language=nation.language if happens(throw, 0.85) else "en",
            since=self.today - timedelta(days=days),
            holder=holder,
            held_since=self.today - timedelta(days=1 + int(min(days - 1, 1500) * throw.random())),
        )

    def _of_the_cast(self, number: int, member: Member) -> Person:
        nation = NATIONS[member.country]
        since = self.today - timedelta(days=round(member.since_years * 365.25))
        return Person(
            number=number,
            account=member.account,
            entity=BALTIC,
            store=RIGA,
            nation=nation,
            home=nation,
            gender=member.gender,
            organization="",
            title="",
            first_name=member.first_name,
            last_name=member.last_name,
            language=nation.language,
            since=since,
            holder=member.holder,
            held_since=self.today - timedelta(days=round(member.book_years * 365.25)),
            member=member,
        )

    def _account_number(self, place: int) -> int:
        number = place + 1
        for taken in self._taken:
            if taken > number:
                break
            number += 1
        return number

    def _hold(self) -> Iterator[tuple[int, str]]:
        """Who is in whose book, as (place behind the cast, personnel number). Two in three places are Baltic."""
        places = max(self._count - len(CAST), 0)
        nordic = places // 3
        throw = dice(self.seed, "books")
        free = {
            BALTIC: iter(throw.sample([p for p in range(places) if p % 3 != 2], places - nordic)),
            NORDIC: iter(throw.sample(range(2, places, 3), nordic)),
        }
        entities = {shop.code: shop.entity for shop in SHOPS}
        for employee in EMPLOYEES:
            size = round(employee.book * min(self._count / FULL_SIZE, 1.0))
            size -= sum(member.holder == employee.number for member in CAST[: self._count])
            for _, place in zip(range(size), free[entities[employee.stores[0]]], strict=False):
                yield place, employee.number


def _shops(entity: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The stores of a legal entity with cumulated weights."""
    shops = [shop for shop in SHOPS if shop.entity == entity]
    return tuple(shop.code for shop in shops), tuple(accumulate(shop.share for shop in shops))


def _name(throw: Random, nation: Nation, gender: str) -> tuple[str, str]:
    """First and last name, in the order in which they are said."""
    man = gender == MAN
    given = throw.choice(nation.men if man else nation.women)
    if nation.mononyms and happens(throw, nation.mononyms):
        return given, ""
    form = 0 if man else 1
    family = throw.choice(nation.surnames)[form]
    if nation.hyphenated and happens(throw, nation.hyphenated):
        other = throw.choice(nation.surnames)[form]
        family = family if other == family or " " in other + family else f"{family}-{other}"
    return (family, given) if nation.family_first else (given, family)
