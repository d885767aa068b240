"""Customers as vCards, 3.0 and 4.0: what an import reads from them is what was there.

Notes, consents and attributes stay in the company.
"""

from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import quote

from clienteling.domain.customer import BIRTHDAY, Address, Customer, CustomerKind, ImportantDate
from clienteling.services.vcard.labels import types_of
from clienteling.services.vcard.names import ACCOUNT, ANNIVERSARY, LANGUAGE, LOYALTY_CARD, OWN_UID, SINCE

_FOLDED_AT = 75  # bytes of a line, without its end
_NO_YEAR = 1604


class Version(StrEnum):
    V3 = "3.0"
    V4 = "4.0"


def card_text(customer: Customer, legal_entity: str, version: Version) -> str:
    """A customer of a legal entity (its code) as a vCard, with the ends of lines that vCards have."""
    lines = ["BEGIN:VCARD", f"VERSION:{version}", *_CardLines(customer, legal_entity, version).lines(), "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


class _CardLines:
    """The properties of a customer. Those that belong together share a group, which is counted."""

    def __init__(self, customer: Customer, legal_entity: str, version: Version) -> None:
        self._customer = customer
        self._legal_entity = legal_entity
        self._version = version
        self._groups = 0

    def lines(self) -> Iterator[str]:
        customer = self._customer
        yield "PRODID:-//Clienteling//vCard//EN"
        # The colon between the codes is the only one: those within are quoted.
        yield f"UID:{OWN_UID}{quote(self._legal_entity, safe='')}:{quote(customer.account_number, safe='')}"
        yield from self._name()
        for number, phone in enumerate(customer.phones, 1):
            yield from self._labelled("TEL", phone.label, _escaped(phone.typed), number)
        for number, email in enumerate(customer.emails, 1):
            yield from self._labelled("EMAIL", email.label, _escaped(email.address), number)
        for number, address in enumerate(customer.addresses, 1):
            yield from self._labelled("ADR", address.label, _address(address), number)
        for important in customer.important_dates:
            yield from self._date(important)
        yield from self._own()

    def _name(self) -> Iterator[str]:
        customer = self._customer
        yield f"FN:{_escaped(customer.name)}"
        yield f"N:{_structured(customer.last_name, customer.first_name, '', customer.title, '')}"
        is_organization = customer.kind is CustomerKind.ORGANIZATION
        if is_organization:
            yield f"ORG:{_escaped(customer.name)}"
            yield "X-ABShowAs:COMPANY"
        if self._version is Version.V4:
            yield f"KIND:{'org' if is_organization else 'individual'}"

    def _labelled(self, name: str, label: str, value: str, number: int) -> Iterator[str]:
        types = types_of(label)
        group = self._group() if types is None else ""
        yield f"{group}{name}{self._parameters(types or (), preferred=number == 1)}:{value}"
        if group:
            yield f"{group}X-ABLabel:{_escaped(label)}"

    def _parameters(self, types: tuple[str, ...], *, preferred: bool) -> str:
        if self._version is Version.V4:
            given = "".join(f";TYPE={kind}" for kind in types)
            return f";PREF=1{given}" if preferred else given
        return "".join(f";TYPE={kind.upper()}" for kind in (*types, *(["pref"] if preferred else [])))

    def _date(self, important: ImportantDate) -> Iterator[str]:
        day = important.day
        without_year = f";X-APPLE-OMIT-YEAR={_NO_YEAR}:{_NO_YEAR:04}-{day.month:02}-{day.day:02}"
        value = without_year if day.year is None else f":{day.year:04}-{day.month:02}-{day.day:02}"
        own = {BIRTHDAY: "BDAY"} | ({ANNIVERSARY: "ANNIVERSARY"} if self._version is Version.V4 else {})
        if important.name not in own:
            group = self._group()
            label = f"_$!<{ANNIVERSARY}>!$_" if important.name == ANNIVERSARY else important.name
            yield f"{group}X-ABDATE{value}"
            yield f"{group}X-ABLabel:{_escaped(label)}"
        elif self._version is Version.V4:
            year = "--" if day.year is None else f"{day.year:04}"
            yield f"{own[important.name]}:{year}{day.month:02}{day.day:02}"
        else:
            yield f"{own[important.name]}{value}"

    def _own(self) -> Iterator[str]:
        customer = self._customer
        yield f"{ACCOUNT}:{_escaped(customer.account_number)}"
        if customer.since is not None:
            yield f"{SINCE}:{customer.since.isoformat()}"
        if customer.language:
            yield f"{LANGUAGE}:{_escaped(customer.language)}"
        yield from (f"{LOYALTY_CARD}:{_escaped(number)}" for number in customer.loyalty_cards)

    def _group(self) -> str:
        self._groups += 1
        return f"item{self._groups}."


def _address(address: Address) -> str:
    return _structured("", "", address.street, address.city, address.state, address.postal_code, address.country)


def _structured(*parts: str) -> str:
    return ";".join(_escaped(part) for part in parts)


def _escaped(text: str) -> str:
    for sign, escaped in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
        text = text.replace(sign, escaped)
    return text


def _folded(line: str) -> str:
    """A line of which each part fits; letters of several bytes are not divided."""
    parts, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _FOLDED_AT:
            parts.append("")
            size = 1  # the space that the part begins with
        parts[-1] += letter
        size += width
    return "\r\n ".join(parts)
