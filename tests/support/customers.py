"""Customers as tests describe them, and how they get into a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from clienteling.database import attributes, search_index
from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.attribute import Attribute, Value
from clienteling.domain.company import LegalEntity
from clienteling.domain.customer import (
    Address,
    Channel,
    Consent,
    Customer,
    CustomerKind,
    Email,
    ImportantDate,
    Phone,
    name_key,
)
from clienteling.domain.dates import YearlyDate
from clienteling.domain.phones import read_phone


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """What a test wants to know of a customer. `phones` are typed in the country of the legal entity."""

    account: str
    name: str
    kind: CustomerKind = CustomerKind.PERSON
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    dates: Mapping[str, YearlyDate] = field(default_factory=dict)
    consents: Mapping[Channel, bool] = field(default_factory=dict)
    address_books: tuple[int, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    measures: Mapping[str, Value] = field(default_factory=dict)
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """The attributes and measures of the company by name."""

    attributes: Mapping[str, Attribute]
    measures: Mapping[str, Attribute]


def customer_file(key: int, entity: LegalEntity, new: NewCustomer) -> Customer:
    """The domain's value of a new customer: the first phone, e-mail and address are primary."""
    return Customer(
        id=key,
        legal_entity_id=entity.id,
        account_number=new.account,
        kind=new.kind,
        title="",
        first_name="",
        last_name="",
        name=new.name,
        language="en",
        since=None,
        phones=tuple(
            read_phone(typed, entity.country, "home", primary=place == 0) for place, typed in enumerate(new.phones)
        ),
        emails=tuple(Email(address, "home", place == 0) for place, address in enumerate(new.emails)),
        addresses=new.addresses,
        loyalty_cards=new.cards,
        important_dates=tuple(ImportantDate(name, day) for name, day in new.dates.items()),
        consents=tuple(Consent(channel, given) for channel, given in new.consents.items()),
    )


def add_customer(
    transaction: Transaction, entity: LegalEntity, new: NewCustomer, known: Properties, at: datetime
) -> Customer:
    """Write a customer with everything that hangs on it; search finds it."""
    customer = customer_file(transaction.key(), entity, new)
    transaction.add(
        t.CustomerRow(
            id=customer.id,
            legal_entity_id=entity.id,
            account_number=new.account,
            kind=new.kind,
            name=new.name,
            name_key=name_key(new.name),
            language="en",
            created=at,
        )
    )
    transaction.flush()
    _add_contacts(transaction, customer, at)
    for address_book in new.address_books:
        transaction.add(t.CustomerAddressBookRow(customer_id=customer.id, address_book_id=address_book))
    transaction.flush()
    _add_values(transaction, customer.id, new, known, at)
    search_index.index(transaction, [customer])
    return customer


def _add_contacts(transaction: Transaction, customer: Customer, at: datetime) -> None:
    for phone in customer.phones:
        transaction.add(_phone(transaction.key(), customer.id, phone))
    for email in customer.emails:
        transaction.add(_email(transaction.key(), customer.id, email))
    for address in customer.addresses:
        transaction.add(_address(transaction.key(), customer.id, address))
    for number in customer.loyalty_cards:
        transaction.add(t.LoyaltyCardRow(id=transaction.key(), customer_id=customer.id, number=number))
    for date in customer.important_dates:
        transaction.add(
            t.ImportantDateRow(
                customer_id=customer.id,
                name=date.name,
                month=date.day.month,
                day=date.day.day,
                year=date.day.year,
            )
        )
    for consent in customer.consents:
        transaction.add(t.ConsentRow(customer_id=customer.id, channel=consent.channel, given=consent.given, at=at))


def _phone(key: int, customer_id: int, phone: Phone) -> t.PhoneRow:
    return t.PhoneRow(
        id=key,
        customer_id=customer_id,
        typed=phone.typed,
        e164=phone.e164,
        label=phone.label,
        is_primary=phone.primary,
    )


def _email(key: int, customer_id: int, email: Email) -> t.EmailRow:
    return t.EmailRow(
        id=key, customer_id=customer_id, address=email.address, label=email.label, is_primary=email.primary
    )


def _address(key: int, customer_id: int, address: Address) -> t.AddressRow:
    return t.AddressRow(
        id=key,
        customer_id=customer_id,
        street=address.street,
        city=address.city,
        postal_code=address.postal_code,
        state=address.state,
        country=address.country,
        label=address.label,
        is_primary=address.primary,
    )


def _add_values(transaction: Transaction, customer_id: int, new: NewCustomer, known: Properties, at: datetime) -> None:
    attributes.set_values(
        transaction, {(customer_id, known.attributes[name].id): value for name, value in new.values.items()}
    )
    for name, value in new.measures.items():
        ((text, number),) = attributes.stored(value)
        transaction.add(
            t.CustomerMeasureRow(
                customer_id=customer_id,
                measure_id=known.measures[name].id,
                text=text,
                number=number,
                as_of=at,
            )
        )
    if new.score is not None:
        transaction.add(t.ScoreRow(customer_id=customer_id, score=new.score, as_of=at))
    transaction.flush()
