"""How what was typed into a form becomes a customer, and what is wrong with it."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TypeVar

from clienteling.domain.addresses import Part, problems_of
from clienteling.domain.attribute import Attribute, AttributeType, Value, parse_value
from clienteling.domain.customer import (
    BIRTHDAY,
    Address,
    Customer,
    CustomerKind,
    Email,
    ImportantDate,
    Phone,
    person_name,
)
from clienteling.domain.customer_draft import ContactDraft, CustomerDraft, day_parts
from clienteling.domain.dates import YearlyDate, wrong_day
from clienteling.domain.duplicates import Identity
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.phones import LONGEST as LONGEST_PHONE
from clienteling.domain.phones import read_phone
from clienteling.domain.text import checked

LONGEST_LABEL = 60
LONGEST_LANGUAGE = 35
LONGEST_EMAIL = 254
LONGEST_CARD = 100

Contact = TypeVar("Contact", Phone, Email)

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_LONGEST_PARTS = {Part.STREET: 500, Part.POSTAL_CODE: 40, Part.CITY: 200, Part.STATE: 200}


class WrongFields(Invalid):
    """Several fields are wrong; `problems` has all of them, and this is said of the first."""

    def __init__(self, problems: Sequence[Invalid]) -> None:
        first = problems[0]
        super().__init__(first.field, first.template, **first.values)
        self.problems = tuple(problems)


def validated(
    draft: CustomerDraft, old: Customer, country: str, today: date, attributes: Mapping[str, Attribute]
) -> tuple[Customer, dict[str, Value | None]]:
    """`old` with what stands in the form, and the values of the attributes that the form has.

    `country` is that of the legal entity, and counts for phones without a country's code. What `old` has and the form
    leaves as it is, is taken as it is. Raises `WrongFields` with everything that is wrong; the field of a problem is
    that of the draft, with a place where there are several: "phones.1", "dates.0.name", "values.Shoe size".
    """
    return _Reading(draft, old, country, today).customer(attributes)


class _Reading:
    """Reads a draft, and goes on after what is wrong."""

    def __init__(self, draft: CustomerDraft, old: Customer, country: str, today: date) -> None:
        self._draft = draft
        self._old = old
        self._country = draft.address.country if not draft.address.is_blank else country
        self._today = today
        self._problems: list[Invalid] = []

    def customer(self, attributes: Mapping[str, Attribute]) -> tuple[Customer, dict[str, Value | None]]:
        draft, old = self._draft, self._old
        organization = draft.kind is CustomerKind.ORGANIZATION
        title = self._text("title", draft.title)
        first_name = "" if organization else self._text("first_name", draft.first_name)
        last_name = "" if organization else self._text("last_name", draft.last_name)
        name = self._text("organization", draft.organization) if organization else person_name(first_name, last_name)
        if not name and not {problem.field for problem in self._problems} & {"first_name", "last_name", "organization"}:
            self._problems.append(
                Invalid("organization", mark("An organization needs its name."))
                if organization
                else Invalid("last_name", mark("A person needs a first or a last name."))
            )
        if name == old.name and draft.kind is old.kind and not (old.first_name or old.last_name):
            first_name, last_name = "", ""
        language = self._text("language", draft.language, LONGEST_LANGUAGE)
        phones, emails = self._phones(), self._emails()
        addresses = self._addresses()
        cards, dates = self._cards(), self._dates()
        values = self._values(attributes)
        if self._problems:
            raise WrongFields(self._problems)
        changed = replace(
            old,
            kind=draft.kind,
            title=title,
            first_name=first_name,
            last_name=last_name,
            name=name,
            language=language,
            phones=phones,
            emails=emails,
            addresses=addresses,
            loyalty_cards=cards,
            important_dates=dates,
            consents=draft.consents,
        )
        return changed, values

    def _text(self, field_name: str, text: str, longest: int = 200) -> str:
        try:
            return checked(field_name, text, longest=longest)
        except Invalid as problem:
            self._problems.append(problem)
            return ""

    def _phones(self) -> tuple[Phone, ...]:
        def read(contact: ContactDraft, label: str) -> Phone:
            # Somebody who moves to another country keeps the number as it is dialled.
            known = next((p for p in self._old.phones if p.typed == contact.typed.strip()), None)
            return replace(known, label=label) if known else read_phone(contact.typed, self._country, label)

        found = self._contacts("phones", self._draft.phones, LONGEST_PHONE, read, lambda p: p.e164 or p.typed)
        return tuple(replace(phone, primary=primary) for phone, primary in found)

    def _emails(self) -> tuple[Email, ...]:
        known = {email.address for email in self._old.emails}

        def read(contact: ContactDraft, label: str) -> Email:
            address = contact.typed.strip()
            if address not in known and not _EMAIL.fullmatch(address):
                raise Invalid("", mark("“{text}” is no e-mail address."), text=address)
            return Email(address, label, primary=False)

        found = self._contacts("emails", self._draft.emails, LONGEST_EMAIL, read, lambda e: e.address)
        return tuple(replace(email, primary=primary) for email, primary in found)

    def _contacts(
        self,
        name: str,
        contacts: Sequence[ContactDraft],
        longest: int,
        read: Callable[[ContactDraft, str], Contact],
        key: Callable[[Contact], str],
    ) -> list[tuple[Contact, bool]]:
        """Those that are not blank, the primary one first; each with whether it is that one."""
        found: list[tuple[Contact, bool]] = []
        seen: set[str] = set()
        for place, contact in enumerate(contacts):
            if not contact.typed.strip():
                continue
            field_name = f"{name}.{place}"
            label = self._text(f"{field_name}.label", contact.label, LONGEST_LABEL)
            try:
                checked(field_name, contact.typed, longest=longest)
                one = read(contact, label)
                if key(one) in seen:
                    raise Invalid("", mark("This stands here twice."))
            except Invalid as problem:
                self._problems.append(Invalid(field_name, problem.template, **problem.values))
                continue
            seen.add(key(one))
            found.append((one, contact.primary))
        chosen = next((place for place, (_, primary) in enumerate(found) if primary), 0)
        return [(one, True) for one, _ in found[chosen : chosen + 1]] + [
            (one, False) for place, (one, _) in enumerate(found) if place != chosen
        ]

    def _addresses(self) -> tuple[Address, ...]:
        typed = self._draft.address
        others = tuple(a for a in self._old.addresses if not a.primary)
        before = next((a for a in self._old.addresses if a.primary), None)
        if typed.is_blank:
            bare = before is not None and _is_bare(before) and before.country == typed.country
            return ((before,) if before is not None and bare else ()) + others
        texts = {part: self._text(part, getattr(typed, part), longest) for part, longest in _LONGEST_PARTS.items()}
        address = Address(
            street=texts[Part.STREET],
            city=texts[Part.CITY],
            postal_code=texts[Part.POSTAL_CODE],
            state=texts[Part.STATE],
            country=typed.country,
            label=before.label if before else "",
            primary=True,
        )
        if address != before:
            wrong = {problem.field for problem in self._problems}
            self._problems += [problem for problem in problems_of(address) if problem.field not in wrong]
        return (address, *others)

    def _cards(self) -> tuple[str, ...]:
        found: list[str] = []
        for place, typed in enumerate(self._draft.cards):
            card = self._text(f"cards.{place}", typed, LONGEST_CARD)
            if card and card in found:
                self._problems.append(Invalid(f"cards.{place}", mark("This stands here twice.")))
            elif card:
                found.append(card)
        return tuple(found)

    def _dates(self) -> tuple[ImportantDate, ...]:
        days: dict[str, YearlyDate] = {}
        for place, typed in enumerate(self._draft.dates):
            name = self._text(f"dates.{place}.name", typed.name)
            text = self._text(f"dates.{place}", typed.day)
            if not text:
                continue
            try:
                day = read_day(f"dates.{place}", text)
                if name == BIRTHDAY and day.year and date(day.year, day.month, day.day) > self._today:
                    raise Invalid(f"dates.{place}", mark("This day is still to come."))
                if not name:
                    raise Invalid(f"dates.{place}.name", mark("Please fill this in."))
                if name in days:
                    raise Invalid(f"dates.{place}.name", mark("This stands here twice."))
                days[name] = day
            except Invalid as problem:
                self._problems.append(problem)
        order = sorted(days, key=lambda name: (days[name].month, days[name].day, name))
        return tuple(ImportantDate(name, days[name]) for name in order)

    def _values(self, attributes: Mapping[str, Attribute]) -> dict[str, Value | None]:
        found: dict[str, Value | None] = {}
        for name, text in self._draft.values.items():
            attribute = attributes.get(name)
            if attribute is None or attribute.type is AttributeType.REFERENCE:
                continue
            try:
                found[name] = parse_value(attribute, text) if text.strip() else None
            except Invalid as problem:
                self._problems.append(Invalid(f"values.{name}", problem.template, **problem.values))
        return found


def _is_bare(address: Address) -> bool:
    """Whether an address is no more than a country."""
    return not any((address.street, address.postal_code, address.city, address.state))


def problems_in(problem: Invalid) -> tuple[Invalid, ...]:
    """All problems that a refusal tells of."""
    return problem.problems if isinstance(problem, WrongFields) else (problem,)


def read_day(field_name: str, text: str) -> YearlyDate:
    """A day with or without its year. Raises `Invalid`."""
    parts = day_parts(text)
    if parts is not None:
        try:
            return YearlyDate(*parts)
        except ValueError:
            raise wrong_day(field_name, *parts) from None
    raise Invalid(field_name, mark("“{text}” is no date. Write day, month and year."), text=text)


def identity_in(draft: CustomerDraft, country: str) -> Identity:
    """Whom a form is about, as far as it can be read. `country` is that of the legal entity."""
    if not draft.address.is_blank:
        country = draft.address.country
    phones = []
    for contact in draft.phones:
        with suppress(Invalid):
            phone = read_phone(contact.typed, country)
            phones.append(phone.e164 or phone.typed)
    birth_date: YearlyDate | None = None
    for important in draft.dates:
        with suppress(Invalid):
            birth_date = read_day("", important.day.strip()) if important.name == BIRTHDAY else birth_date
    emails = tuple(contact.typed.strip() for contact in draft.emails if contact.typed.strip())
    return Identity(draft.name, birth_date, tuple(phones), emails)
