"""Phone numbers: kept as typed, and as dialled (E.164) where they are valid."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from clienteling.domain.customer import Phone
from clienteling.domain.text import checked

LONGEST = 60


def read_phone(typed: str, country: str, label: str = "", *, primary: bool = False) -> Phone:
    """A phone from what was typed in a country (ISO 3166). A number that is not valid there is kept as typed only.

    Raises `Invalid` with field "phone" if it cannot be stored at all.
    """
    typed = checked("phone", typed, longest=LONGEST, required=True)
    try:
        number = phonenumbers.parse(typed, country or None)
    except NumberParseException:
        return Phone(typed, None, label, primary)
    valid = phonenumbers.is_valid_number(number)
    return Phone(typed, phonenumbers.format_number(number, PhoneNumberFormat.E164) if valid else None, label, primary)


def national(e164: str | None) -> str | None:
    """A number as it is dialled inside its country."""
    return None if e164 is None else phonenumbers.format_number(phonenumbers.parse(e164), PhoneNumberFormat.NATIONAL)


def calling_code(country: str) -> str:
    """What is dialled before the numbers of a country: "+371"; "" for an unknown one."""
    code = phonenumbers.country_code_for_region(country)
    return f"+{code}" if code else ""
