"""Phone numbers: kept as typed, and as dialled (E.164) where they are valid.

The plans of all countries are read in when the first number is.
"""

from typing import TYPE_CHECKING

from clienteling.domain.customer import Phone
from clienteling.domain.text import checked

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

LONGEST = 60
_MOST_KEPT = 10_000

_lately: "dict[str, PhoneNumber]" = {}
"""Numbers by how they are dialled: who is imported is indexed right afterwards, and to understand one takes long."""


def read_phone(typed: str, country: str, label: str = "", *, primary: bool = False) -> Phone:
    """A phone from what was typed in a country (ISO 3166). A number that is not valid there is kept as typed only.

    Raises `Invalid` with field "phone" if it cannot be stored at all.
    """
    import phonenumbers

    typed = checked("phone", typed, longest=LONGEST, required=True)
    try:
        number = phonenumbers.parse(typed, country or None)
    except phonenumbers.NumberParseException:
        return Phone(typed, None, label, primary)
    if not phonenumbers.is_valid_number(number):
        return Phone(typed, None, label, primary)
    dialled = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if number.extension is None:
        _keep(dialled, number)
    return Phone(typed, dialled, label, primary)


def national(e164: str | None) -> str | None:
    """A number as it is dialled inside its country."""
    if e164 is None:
        return None
    import phonenumbers

    number = _lately.get(e164)
    if number is None:
        number = phonenumbers.parse(e164)
        _keep(e164, number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


def calling_code(country: str) -> str:
    """What is dialled before the numbers of a country: "+371"; "" for an unknown one."""
    import phonenumbers

    code = phonenumbers.country_code_for_region(country)
    return f"+{code}" if code else ""


def _keep(e164: str, number: "PhoneNumber") -> None:
    if len(_lately) >= _MOST_KEPT:
        _lately.clear()
    _lately[e164] = number
