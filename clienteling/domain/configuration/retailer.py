"""Legal entities, stores, registers and address books, as headquarters sets them up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clienteling.domain.configuration.item import Item, Reference, code_problems, key_of, text_problems
from clienteling.domain.errors import Invalid, mark

_COUNTRY = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class LegalEntity(Item):
    """A company of the retailer. `currency` is an ISO 4217 code, `country` an ISO 3166 one."""

    code: str
    name: str
    currency: str
    country: str

    @property
    def key(self) -> str:
        return self.code

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("code", self.code)
        if "#" in self.code or "&" in self.code:
            yield Invalid("code", mark("A code has no “#” and no “&”: numbers are made with them."))
        yield from text_problems("name", self.name, required=True)
        if not _CURRENCY.fullmatch(self.currency):
            yield Invalid("currency", mark("“{text}” is no currency like EUR."), text=self.currency)
        yield from country_problems(self.country, required=True)


@dataclass(frozen=True, slots=True)
class AddressBook(Item):
    """A named list that stores, workers and customers have in common."""

    code: str
    name: str

    @property
    def key(self) -> str:
        return self.code

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("code", self.code)
        yield from text_problems("name", self.name, required=True)


@dataclass(frozen=True, slots=True)
class Store(Item):
    """A shop of a legal entity, in which it stays.

    Search finds the customers of `customer_address_books`; `employee_address_books` say whose client books it sees.
    """

    code: str
    name: str
    legal_entity: str
    city: str = ""
    country: str = ""
    time_zone: str = "UTC"
    customer_address_books: tuple[str, ...] = ()
    employee_address_books: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.code

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("code", self.code)
        yield from text_problems("name", self.name, required=True)
        yield from text_problems("city", self.city)
        yield from country_problems(self.country)
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            yield Invalid("time_zone", mark("“{text}” is no time zone like Europe/Paris."), text=self.time_zone)

    def references(self) -> Iterator[Reference]:
        yield Reference("legal_entity", "legal_entities", self.legal_entity)
        for code in self.customer_address_books:
            yield Reference("customer_address_books", "address_books", code)
        for code in self.employee_address_books:
            yield Reference("employee_address_books", "address_books", code)


@dataclass(frozen=True, slots=True)
class Register(Item):
    """A till in a store."""

    store: str
    number: str
    name: str = ""

    @property
    def key(self) -> str:
        return key_of(self.store, self.number)

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("number", self.number)
        yield from text_problems("name", self.name)

    def references(self) -> Iterator[Reference]:
        yield Reference("store", "stores", self.store)


def country_problems(country: str, *, required: bool = False) -> Iterator[Invalid]:
    if (country or required) and not _COUNTRY.fullmatch(country):
        yield Invalid("country", mark("“{text}” is no country code like FR."), text=country)
