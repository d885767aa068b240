"""What a row says of a customer, on top of what is known. Columns that the row does not have are left as they are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

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
    person_name,
)
from clienteling.domain.dates import YearlyDate
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.phones import read_phone
from clienteling.domain.text import checked
from clienteling.services.importing.company import country_of
from clienteling.services.importing.row import Row

DATE = "date."
CONSENT = "consent."
_ADDRESS = ("street", "city", "postal_code", "state", "country")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_WITHOUT_YEAR = re.compile(r"--(\d\d)-?(\d\d)", re.ASCII)

Contact = TypeVar("Contact", Phone, Email)


def new_customer(key: int, legal_entity: LegalEntity, account_number: str) -> Customer:
    """A customer of whom nothing is known but the number."""
    return Customer(
        id=key,
        legal_entity_id=legal_entity.id,
        account_number=account_number,
        kind=CustomerKind.PERSON,
        title="",
        first_name="",
        last_name="",
        name="",
        language="",
        since=None,
        phones=(),
        emails=(),
        addresses=(),
        loyalty_cards=(),
        important_dates=(),
        consents=(),
        version=1,
    )


def read_customer(row: Row, old: Customer, legal_entity: LegalEntity) -> Customer:
    """The customer as the row has it. Raises `Invalid` with the column that is wrong."""
    addresses = _addresses(row, old.addresses)
    country = next((address.country for address in addresses if address.primary), "") or legal_entity.country
    first_name = row.text("first_name", absent=old.first_name)
    last_name = row.text("last_name", absent=old.last_name)
    kind, name = _named(row, old, person_name(first_name, last_name))
    return replace(
        old,
        kind=kind,
        title=row.text("title", absent=old.title),
        first_name=first_name,
        last_name=last_name,
        name=name,
        language=row.text("language", absent=old.language, longest=35),
        since=row.day("since", absent=old.since),
        phones=_phones(row, old.phones, country),
        emails=_emails(row, old.emails),
        addresses=addresses,
        loyalty_cards=row.parts("loyalty_card", absent=old.loyalty_cards),
        important_dates=_important_dates(row, old.important_dates),
        consents=_consents(row, old.consents),
    )


def _named(row: Row, old: Customer, person: str) -> tuple[CustomerKind, str]:
    """The kind, and the name that is shown: of the organization, or of the person."""
    known = old.name if old.kind is CustomerKind.ORGANIZATION else ""
    organization = row.text("organization", absent=known)
    likely = CustomerKind.ORGANIZATION if organization else CustomerKind.PERSON
    kind = row.choice("kind", CustomerKind) or likely
    if kind is CustomerKind.ORGANIZATION and not organization:
        raise Invalid("organization", mark("An organization needs its name."))
    if kind is CustomerKind.PERSON and not person:
        raise Invalid("last_name", mark("A person needs a first or a last name."))
    return kind, organization if kind is CustomerKind.ORGANIZATION else person


def _phones(row: Row, old: Sequence[Phone], country: str) -> tuple[Phone, ...]:
    understood = {phone.typed: phone.e164 for phone in old}

    def read(column: str, before: Phone | None, primary: bool) -> Phone | None:
        typed = row.text(column)
        label = _label(row, column, before)
        try:
            phone = read_phone(typed, country, label, primary=primary) if typed else None
        except Invalid as problem:
            raise Invalid(column, problem.template, **problem.values) from None
        if phone is not None and phone.e164 is None:
            # It was typed in another country, where it was understood.
            return replace(phone, e164=understood.get(phone.typed))
        return phone

    return _contacts(_places(row.beginning_with("phone")), read, old, lambda phone: phone.typed)


def _emails(row: Row, old: Sequence[Email]) -> tuple[Email, ...]:
    def read(column: str, before: Email | None, primary: bool) -> Email | None:
        address = row.text(column, longest=254)
        if address and not _EMAIL.fullmatch(address):
            raise Invalid(column, mark("“{text}” is no e-mail address."), text=address)
        return Email(address, _label(row, column, before), primary) if address else None

    return _contacts(_places(row.beginning_with("email")), read, old, lambda email: email.address)


def _label(row: Row, column: str, before: Phone | Email | None) -> str:
    return row.text(f"{column}_label", absent=before.label if before else "", longest=60)


def _contacts(
    columns: Sequence[str],
    read: Callable[[str, Contact | None, bool], Contact | None],
    old: Sequence[Contact],
    name: Callable[[Contact], str],
) -> tuple[Contact, ...]:
    """Each column stands for a place: the first is the primary one. What stands behind the last column is kept."""
    if not columns:
        return tuple(old)
    found: dict[str, Contact] = {}
    for place, column in enumerate(columns):
        contact = read(column, old[place] if place < len(old) else None, not found)
        if contact is not None:
            found.setdefault(name(contact), contact)
    for contact in old[len(columns) :]:
        found.setdefault(name(contact), contact)
    return tuple(_primary(contact, place == 0) for place, contact in enumerate(found.values()))


def _primary(contact: Contact, primary: bool) -> Contact:
    return contact if contact.primary == primary else replace(contact, primary=primary)


@lru_cache
def _places(columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of contacts in the order of their places."""
    return tuple(sorted((c for c in columns if not c.endswith("_label")), key=_number))


def _number(column: str) -> int:
    """The place of a column: `phone` is the first, `phone_2` the second."""
    _, _, number = column.partition("_")
    return int(number or 1)


def _addresses(row: Row, old: Sequence[Address]) -> tuple[Address, ...]:
    """With the columns of an address the row gives the primary one."""
    if not any(row.has(column) for column in _ADDRESS):
        return tuple(old)
    first = old[0] if old else Address("", "", "", "", "", "", primary=True)
    given = Address(
        street=row.text("street", absent=first.street, longest=500),
        city=row.text("city", absent=first.city),
        postal_code=row.text("postal_code", absent=first.postal_code, longest=40),
        state=row.text("state", absent=first.state),
        country=country_of(row, absent=first.country),
        label=first.label,
        primary=True,
    )
    known = any((given.street, given.city, given.postal_code, given.state, given.country))
    return ((given,) if known else ()) + tuple(old[1:])


def _important_dates(row: Row, old: Sequence[ImportantDate]) -> tuple[ImportantDate, ...]:
    days = {important.name: important.day for important in old}
    for column in row.beginning_with(DATE):
        name, day = checked(column, column.removeprefix(DATE)), _yearly(row, column)
        if day is None:
            days.pop(name, None)
        else:
            days[name] = day
    order = sorted(days, key=lambda name: (days[name].month, days[name].day, name))
    return tuple(ImportantDate(name, days[name]) for name in order)


def _yearly(row: Row, column: str) -> YearlyDate | None:
    """A day with its year, or --MM-DD without."""
    text = row.text(column)
    if match := _WITHOUT_YEAR.fullmatch(text):
        try:
            return YearlyDate(int(match[1]), int(match[2]))
        except ValueError:
            raise Invalid(column, mark("“{text}” is no day of the year like --11-22."), text=text) from None
    day: date | None = row.day(column)
    return YearlyDate.of(day) if day else None


def _consents(row: Row, old: Sequence[Consent]) -> tuple[Consent, ...]:
    """An empty cell says nothing, so that an answer given at the till is not lost."""
    answers = {consent.channel: consent.given for consent in old}
    for column in row.beginning_with(CONSENT):
        given = row.yes(column)
        if given is not None:
            answers[Channel(column.removeprefix(CONSENT))] = given
    return tuple(Consent(channel, answers[channel]) for channel in Channel if channel in answers)
