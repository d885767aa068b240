"""Customers: people and organizations of a legal entity, and what is known of them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from clienteling.domain.dates import YearlyDate
from clienteling.domain.text import fold

BIRTHDAY = "Birthday"
"""The name of the important date that people are told apart by."""


class CustomerKind(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"


class Channel(StrEnum):
    """Ways to reach a customer, each with its own consent."""

    PHONE = "phone"
    EMAIL = "email"
    MESSAGE = "message"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number as it was typed, and as it is dialled: E.164, or None if it is no valid number."""

    typed: str
    e164: str | None
    label: str
    primary: bool


@dataclass(frozen=True, slots=True)
class Email:
    address: str
    label: str
    primary: bool


@dataclass(frozen=True, slots=True)
class Address:
    street: str
    city: str
    postal_code: str
    state: str
    country: str
    label: str
    primary: bool


@dataclass(frozen=True, slots=True)
class ImportantDate:
    """A day that comes round each year: "Birthday", "Anniversary", or the retailer's own name."""

    name: str
    day: YearlyDate


@dataclass(frozen=True, slots=True)
class Consent:
    """What a customer said to being contacted by a channel. Channels without an answer are not listed."""

    channel: Channel
    given: bool


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer's file, without attributes and timeline. One phone, e-mail and address each is primary."""

    id: int
    legal_entity_id: int
    account_number: str
    kind: CustomerKind
    title: str
    first_name: str
    last_name: str
    name: str
    language: str
    since: date | None
    phones: tuple[Phone, ...]
    emails: tuple[Email, ...]
    addresses: tuple[Address, ...]
    loyalty_cards: tuple[str, ...]
    important_dates: tuple[ImportantDate, ...]
    consents: tuple[Consent, ...]
    version: int = 1


Place = tuple[str, int]
"""Where a page of customers in name order ends: the key of the name, and that of the customer."""


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    sku: str
    name: str
    quantity: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Purchase:
    """A receipt. `amount` is the sum of its lines, in the currency of the store's legal entity."""

    id: int
    order_number: str
    at: datetime
    store: str
    currency: str
    amount: Decimal
    lines: tuple[PurchaseLine, ...]


def person_name(first_name: str, last_name: str) -> str:
    return f"{first_name} {last_name}".strip()


def name_key(name: str) -> str:
    """What names are ordered by: the name as it is shown, folded."""
    return fold(name)
