"""Phones, e-mails, addresses, loyalty cards and consents of a customer."""

import re
from random import Random

from clienteling.domain.text import fold
from clienteling.services.demo.clientele import Person
from clienteling.services.demo.dice import dice, filled, happens
from clienteling.services.demo.nation import Nation
from clienteling.services.demo.retailer import BALTIC, Row

# Domains that nobody can ever receive mail at.
_DOMAINS = ("example.org", "example.com", "example.net")
_ODD_PHONES = ("ask at the hotel", "same as husband", "67 22 33", "see card", "00 000 000")
_CHANNELS = {"phone": 0.62, "email": 0.7, "message": 0.5, "post": 0.42}
_LETTERS = re.compile("[a-z0-9]+")
_CARDS = 10**8


def contact_columns(seed: int, person: Person) -> Row:
    """The columns of a customer that say how to reach them."""
    throw = dice(seed, "contact", person.number)
    member = person.member
    emails = _emails(throw, person)
    phone, second = _phones(throw, person)
    return {
        "phone": member.phone if member else phone,
        "phone_label": "" if person.organization else "Mobile",
        "phone_2": member.phone_2 if member else second[0],
        "phone_2_label": member.phone_2_label if member else second[1],
        "email": member.email if member else emails[0],
        "email_2": member.email_2 if member else emails[1],
        **_address(throw, person.home),
        "loyalty_card": _loyalty_cards(throw, person),
        **{f"consent.{channel}": _consent(throw, person, channel) for channel in _CHANNELS},
    }


def _phones(throw: Random, person: Person) -> tuple[str, tuple[str, str]]:
    """The phone, and a second one with its label."""
    if happens(throw, 0.003):
        return throw.choice(_ODD_PHONES), ("", "")
    nation = person.home
    first = _phone(throw, nation, nation.landlines if person.organization else nation.mobiles, nation)
    if not happens(throw, 0.22):
        return first, ("", "")
    if happens(throw, 0.5):
        return first, (_phone(throw, nation, nation.landlines, nation), throw.choice(("Home", "Work")))
    return first, (
        _phone(throw, person.nation, person.nation.mobiles, nation),
        throw.choice(("Other", "Assistant")),
    )


def _phone(throw: Random, nation: Nation, patterns: tuple[str, ...], home: Nation) -> str:
    """A number as people at `home` write it: mostly with the country code, their own also as it is dialled there."""
    number = filled(throw, throw.choice(patterns))
    code = nation.calling_code
    style = throw.random()
    if style < 0.18 and nation == home:
        return f"{nation.trunk}{number}"
    if style < 0.3:
        return f"+{code}{number.replace(' ', '')}"
    if style < 0.35:
        return f"(+{code}) {number}"
    if style < 0.4:
        return f"+{code} {number.replace(' ', '-')}"
    return f"+{code} {number}"


def _emails(throw: Random, person: Person) -> tuple[str, str]:
    if person.organization:
        name = "-".join(_LETTERS.findall(fold(person.organization)))
        return f"{throw.choice(('info', 'office', 'reception'))}.{name}@{throw.choice(_DOMAINS)}", ""
    if happens(throw, 0.07):
        return "", ""
    first = "".join(_LETTERS.findall(fold(person.first_name)))
    last = "".join(_LETTERS.findall(fold(person.last_name))) or first
    names = (
        f"{first}.{last}",
        f"{first[0]}.{last}",
        f"{first}{last}",
        f"{last}.{first}",
        f"{first}_{last}",
        first,
    )
    name = throw.choice(names)
    if name == first or happens(throw, 0.35):
        name += str(throw.randint(1, 9999))
    second = f"{last}.{throw.randint(10, 99)}@{throw.choice(_DOMAINS)}" if happens(throw, 0.08) else ""
    return f"{name}@{throw.choice(_DOMAINS)}", second


def _address(throw: Random, nation: Nation) -> Row:
    place = nation.places[0] if happens(throw, 0.4) else throw.choice(nation.places)
    house = filled(throw, throw.choice(nation.houses))
    return {
        "street": nation.address.format(street=throw.choice(nation.streets), house=house),
        "city": place.city,
        "postal_code": filled(throw, place.postal_code),
        "state": place.state,
        "country": nation.country,
    }


def _loyalty_cards(throw: Random, person: Person) -> str:
    if not happens(throw, 0.7) and not person.member:
        return ""
    first = _card(person, 1)
    return f"{first}|{_card(person, 2)}" if happens(throw, 0.03) else first


def _card(person: Person, issue: int) -> str:
    """An EAN of 13 digits that no other card has. The factor has no divisor in common with the number of cards."""
    account = int(person.account[3:])
    digits = f"29{1 if person.entity == BALTIC else 2}{issue}{account * 73_939_133 % _CARDS:08d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _consent(throw: Random, person: Person, channel: str) -> str:
    if person.member:
        return "no" if channel in person.member.refuses else "yes"
    if happens(throw, 0.22):
        return ""
    return "yes" if happens(throw, _CHANNELS[channel] / 0.78) else "no"
