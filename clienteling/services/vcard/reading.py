"""What a card says of a customer, as a row of a customers' file.

A customer is known by the account number where the card has one of ours (X-CLIENTELING-ACCOUNT, or our own UID), else
by the card's UID, else by name, phones, e-mail addresses, address and birthday together.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from clienteling.domain.customer import BIRTHDAY, CustomerKind
from clienteling.domain.errors import Invalid, mark
from clienteling.services.vcard.countries import country_code
from clienteling.services.vcard.labels import label_of
from clienteling.services.vcard.names import ACCOUNT, ANNIVERSARY, LANGUAGE, LOYALTY_CARD, OWN_UID, SINCE
from clienteling.services.vcard.properties import Card, Property

MOST_CONTACTS = 99
LONGEST_KEY = 200
_NO_YEAR = 1604  # what Apple and Google write for none: a leap year long ago
_NO_DATE = "4501-01-01"  # the same of Outlook, for a whole date
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?", re.ASCII | re.DOTALL)
_NO_YEAR_DAY = re.compile(r"--(\d\d)-?(\d\d)(?:[T ].*)?", re.ASCII | re.DOTALL)
_PART_OF_DAY = re.compile(r"\d{4}(-?\d\d)?|--\d\d|---\d\d", re.ASCII)  # 1985, 1985-04, --04, ---12
_IN_BRACKETS = re.compile(r"(?:.*\s)?<([^<>]*)>\s*", re.DOTALL)
_NO_ADDRESSES = frozenset({"x400", "aol", "applelink", "attmail", "cis", "eworld", "ibmmail", "mcimail", "prodigy"})
_ANNIVERSARIES = (
    *("ANNIVERSARY", "X-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY"),
    "X-KADDRESSBOOK-X-ANNIVERSARY",
)
_SILENT = frozenset(
    {"VERSION", "PRODID", "UID", "REV", "CLASS", "SOURCE", "NAME", "PROFILE", "SORT-STRING", "KIND"}
) | {
    *("CLIENTPIDMAP", "MAILER", "TZ", "GEO", "FN", "N", "LABEL", "XML", "LANG", "NOTE", "TEL", "EMAIL", "ADR", "BDAY"),
    *("ORG", "ANNIVERSARY"),
}


@dataclass(slots=True)
class CardReading:
    """`cells` are canonical columns. `left_out` counts, by property, what there is no place for."""

    cells: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def read_card(card: Card, legal_entity: str) -> CardReading:
    """A card as a row for a legal entity. Raises `Invalid` for what cannot be decoded."""
    reading = CardReading({"legal_entity": legal_entity})
    _read_name(card, reading)
    _read_contacts(card, reading)
    _read_address(card, reading)
    _read_dates(card, reading)
    _read_rest(card, reading)
    reading.cells |= _identity(card, legal_entity, reading.cells)
    reading.left_out.update(
        p.name for p in card.properties if p.name not in _SILENT and not p.name.startswith("X-") and p.raw.strip()
    )
    return reading


def _read_name(card: Card, reading: CardReading) -> None:
    name, full, company = card.first("N"), _first_text(card, "FN"), _first_part(card, "ORG")
    parts = name.parts(listed=True) if name else []
    last, first, more, title, suffix = (part.strip() for part in (*parts, *[""] * 5)[:5])
    first, last = _joined(first, more), _joined(last, suffix)
    is_company = _is_company(card) or bool(company and not first and not last and full in ("", company))
    cells = reading.cells
    if is_company:
        cells |= {"kind": CustomerKind.ORGANIZATION, "organization": company or full or _joined(first, last)}
    else:
        if not first and not last:
            first, _, last = full.rpartition(" ")
        cells["kind"] = CustomerKind.PERSON
        if company:
            reading.left_out["ORG"] += 1
    cells |= {"title": title, "first_name": first, "last_name": last}


def _is_company(card: Card) -> bool:
    kind, shown_as = _first_text(card, "KIND"), _first_text(card, "X-ABSHOWAS")
    return kind.casefold() in ("org", "organization") or shown_as.casefold() == "company"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _read_contacts(card: Card, reading: CardReading) -> None:
    phones = _distinct((_phone(p), p) for p in card.all("TEL"))
    emails = _distinct((_email(p), p) for p in card.all("EMAIL") if not p.types & _NO_ADDRESSES)
    reading.left_out["EMAIL"] += sum(bool(p.types & _NO_ADDRESSES) for p in card.all("EMAIL"))
    for column, contacts in (("phone", phones), ("email", emails)):
        for number, (text, of) in enumerate(contacts[:MOST_CONTACTS], 1):
            name = column if number == 1 else f"{column}_{number}"
            reading.cells |= {name: text, f"{name}_label": card.label(of) or label_of(of.types)}
    reading.left_out["TEL"] += len(phones[MOST_CONTACTS:])
    reading.left_out["EMAIL"] += len(emails[MOST_CONTACTS:])


def _distinct(contacts: Iterator[tuple[str, Property]]) -> list[tuple[str, Property]]:
    found: dict[str, Property] = {}
    for text, of in contacts:
        if text:
            found.setdefault(text, of)
    return list(found.items())


def _phone(of: Property) -> str:
    """As it was typed, or what a link to the phone has."""
    text = of.text().strip()
    if text[:4].lower() != "tel:":
        return text
    number, _, parameters = unquote(text[4:]).partition(";")
    extension = re.search(r"(?:^|;)ext=([^;]+)", parameters, re.IGNORECASE)
    return f"{number} ext. {extension[1]}" if extension else number


def _email(of: Property) -> str:
    text = of.text().strip()
    if text[:7].lower() == "mailto:":
        text = unquote(text[7:])
    bare = _IN_BRACKETS.fullmatch(text)
    return bare[1].strip() if bare else text


def _read_address(card: Card, reading: CardReading) -> None:
    """The preferred address that is not empty; there is a place for one."""
    addresses = [
        (of, parts) for of in card.all("ADR") if any(parts := [part.strip() for part in (*of.parts(), *[""] * 7)[:7]])
    ]
    reading.left_out["ADR"] += max(0, len(addresses) - 1)
    if not addresses:
        return
    of, (box, extended, street, city, state, postal_code, country) = addresses[0]
    code = next(iter(of.parameters.get("CC", ())), "") or country
    known = country_code(code) or country_code(_apple_country(card, of))
    if country and not known:
        reading.left_out["ADR (country)"] += 1
    street = "\n".join(part for part in (street, extended, box) if part)
    reading.cells |= {"street": street, "city": city, "state": state, "postal_code": postal_code, "country": known}


def _apple_country(card: Card, of: Property) -> str:
    if not of.group:
        return ""
    return next((p.text().strip() for p in card.properties if p.name == "X-ABADR" and p.group == of.group), "")


def _read_dates(card: Card, reading: CardReading) -> None:
    named = [(BIRTHDAY, of) for of in card.all("BDAY")]
    named += [(ANNIVERSARY, of) for name in _ANNIVERSARIES for of in card.all(name)]
    named += [(card.label(of) or "Date", of) for of in card.all("X-ABDATE")]
    days: dict[str, Property] = {}
    for name, of in named:
        if of.raw.strip():
            days.setdefault(name, of)
    for name, of in days.items():
        day = _day(of)
        if day:
            reading.cells[f"date.{name}"] = day
        elif day is None:
            reading.left_out[of.name] += 1


def _day(of: Property) -> str | None:
    """A day as files have it; "" for none at all, None for what is no whole day. What is wrong stays as it is."""
    text = of.text().strip()
    if _PART_OF_DAY.fullmatch(text) or of.has("VALUE", "text"):
        return None
    if match := _NO_YEAR_DAY.fullmatch(text):
        return f"--{match[1]}-{match[2]}"
    if match := _DAY.fullmatch(text):
        day = f"{match[1]}-{match[2]}-{match[3]}"
        omitted = next(iter(of.parameters.get("X-APPLE-OMIT-YEAR", ())), str(_NO_YEAR))
        if match[1] in (omitted, str(_NO_YEAR)):
            return f"--{match[2]}-{match[3]}"
        return "" if day == _NO_DATE else day
    return text


def _read_rest(card: Card, reading: CardReading) -> None:
    cells = reading.cells
    for column, names in (("language", (LANGUAGE, "LANG")), ("since", (SINCE,))):
        if text := next((text for name in names if (text := _first_text(card, name))), ""):
            cells[column] = text
    if cards := [text for p in card.all(LOYALTY_CARD) if (text := p.text().strip())]:
        cells["loyalty_card"] = "|".join(cards)
    if notes := [text for p in card.all("NOTE") if (text := p.text().strip())]:
        cells["note"] = "\n\n".join(notes)


def _identity(card: Card, legal_entity: str, cells: Mapping[str, str]) -> dict[str, str]:
    """What the customer is known by: an account number, or a key from outside."""
    account, uid = _first_text(card, ACCOUNT), _first_text(card, "UID")
    if uid.startswith(OWN_UID):
        company, _, known = uid.removeprefix(OWN_UID).partition(":")
        if unquote(company) != legal_entity:
            raise Invalid(
                "account_number",
                mark("This is the card of a customer of the legal entity {code}."),
                code=unquote(company),
            )
        account, uid = account or unquote(known), ""
    if account:
        return {"account_number": account}
    if not uid:
        telling = ("first_name", "last_name", "organization", "street", "postal_code", "city", f"date.{BIRTHDAY}")
        known_by = [cells.get(column, "") for column in telling]
        known_by += sorted(text for c, text in cells.items() if re.fullmatch(r"(phone|email)(_\d+)?", c))
        uid = f"card:{_digest(chr(0x1F).join(known_by))}"
    return {"account_number": "", "external_id": uid if len(uid) <= LONGEST_KEY else f"uid:{_digest(uid)}"}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _first_text(card: Card, name: str) -> str:
    return next((text for p in card.all(name) if (text := p.text().strip())), "")


def _first_part(card: Card, name: str) -> str:
    return next((text for p in card.all(name) if (text := p.parts()[0].strip())), "")
