"""A customer as it is typed into a form.

Days are ISO 8601 ("1988-11-18", "--11-18" without a year) and numbers have a decimal point, where they were understood;
else they stand as they were typed, and are refused when they are read.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal

from clienteling.domain.attribute import MULTI_VALUE_SEPARATOR, Value
from clienteling.domain.customer import BIRTHDAY, Consent, Customer, CustomerKind, person_name
from clienteling.domain.dates import YearlyDate

_DAY = re.compile(r"(?:(\d{4})-|--)(\d\d)-(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A phone or an e-mail address as typed. A blank one is left out."""

    typed: str = ""
    label: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class AddressDraft:
    country: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    state: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether there is no more than a country, which stands there unasked."""
        return not any(part.strip() for part in (self.street, self.postal_code, self.city, self.state))


@dataclass(frozen=True, slots=True)
class DateDraft:
    name: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """What stands in the form. `values` are attributes by name, `strangers` customers who are somebody else."""

    kind: CustomerKind = CustomerKind.PERSON
    title: str = ""
    first_name: str = ""
    last_name: str = ""
    organization: str = ""
    language: str = ""
    phones: tuple[ContactDraft, ...] = ()
    emails: tuple[ContactDraft, ...] = ()
    address: AddressDraft = AddressDraft()
    dates: tuple[DateDraft, ...] = ()
    cards: tuple[str, ...] = ()
    consents: tuple[Consent, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    strangers: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The name that the customer would be shown by."""
        if self.kind is CustomerKind.ORGANIZATION:
            return self.organization.strip()
        return person_name(self.first_name.strip(), self.last_name.strip())


def new_draft(kind: CustomerKind, country: str, language: str) -> CustomerDraft:
    """An empty form, with what is likely filled in."""
    return CustomerDraft(kind=kind, language=language, address=AddressDraft(country))


def draft_of(customer: Customer, values: Mapping[str, Value | None], country: str) -> CustomerDraft:
    """The form of a customer, with the birthday before other dates; `country` is where an address would be."""
    first, last = customer.first_name, customer.last_name
    is_person = customer.kind is CustomerKind.PERSON
    if is_person and not (first or last):
        first, _, last = customer.name.partition(" ")
    address = next((a for a in customer.addresses if a.primary), None)
    return CustomerDraft(
        kind=customer.kind,
        title=customer.title,
        first_name=first,
        last_name=last,
        organization="" if is_person else customer.name,
        language=customer.language,
        phones=tuple(ContactDraft(phone.typed, phone.label, phone.primary) for phone in customer.phones),
        emails=tuple(ContactDraft(email.address, email.label, email.primary) for email in customer.emails),
        address=AddressDraft(address.country, address.street, address.postal_code, address.city, address.state)
        if address
        else AddressDraft(country),
        dates=tuple(
            DateDraft(d.name, day_text(d.day))
            for d in sorted(customer.important_dates, key=lambda d: d.name != BIRTHDAY)
        ),
        cards=customer.loyalty_cards,
        consents=customer.consents,
        values={name: value_text(value) for name, value in values.items() if value is not None},
    )


def rebased(draft: CustomerDraft, old: CustomerDraft, new: CustomerDraft) -> CustomerDraft:
    """What somebody typed into the form `old`, on top of the form `new`: fields they left alone are the new ones."""
    kept = {f.name: getattr(draft, f.name) for f in fields(draft) if getattr(draft, f.name) != getattr(old, f.name)}
    if "values" in kept:
        names = {**old.values, **draft.values, **new.values}
        mine = {n for n in names if draft.values.get(n, "") != old.values.get(n, "")}
        kept["values"] = {n: (draft if n in mine else new).values.get(n, "") for n in names}
    return replace(new, **kept)


def clashing(draft: CustomerDraft, old: CustomerDraft, new: CustomerDraft) -> tuple[str, ...]:
    """What was changed in `draft` and in `new`, each in another way: fields, and attributes by name."""
    clashes = [
        f.name
        for f in fields(draft)
        if f.name != "values" and _clash(getattr(draft, f.name), getattr(old, f.name), getattr(new, f.name))
    ]
    names = sorted({**old.values, **draft.values, **new.values})
    texts = ((n, *(values.get(n, "") for values in (draft.values, old.values, new.values))) for n in names)
    return (*clashes, *(name for name, mine, was, theirs in texts if _clash(mine, was, theirs)))


def yielding(draft: CustomerDraft, clashes: Collection[str], new: CustomerDraft) -> CustomerDraft:
    """The draft with what is `clashing` as it is in `new`."""
    theirs = {f.name: getattr(new, f.name) for f in fields(draft) if f.name in clashes}
    values = {n: (new if n in clashes else draft).values.get(n, "") for n in {**draft.values, **new.values}}
    return replace(draft, values=values, **theirs)


def _clash(mine: object, was: object, theirs: object) -> bool:
    return mine not in (was, theirs) and was != theirs


def day_parts(text: str) -> tuple[int, int, int | None] | None:
    """Month, day and year of what `day_text` has written, whether or not there is such a day."""
    match = _DAY.fullmatch(text)
    return (int(match[2]), int(match[3]), int(match[1]) if match[1] else None) if match else None


def day_text(day: YearlyDate) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}" if day.year else f"--{day.month:02}-{day.day:02}"


def value_text(value: Value) -> str:
    """A value as `parse_value` reads it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return MULTI_VALUE_SEPARATOR.join(value)
        case YearlyDate():
            return day_text(value)
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)


def without_values(draft: CustomerDraft, names: Iterable[str]) -> CustomerDraft:
    """The draft without the attributes that are as they were: those are not read again."""
    left_out = set(names)
    return replace(draft, values={name: text for name, text in draft.values.items() if name not in left_out})
