"""Phone numbers: kept as typed, and as dialled (E.164) where they are valid.

The plans of all countries are read in when the first number is.
"""

from clienteling.domain.customer import Phone
from clienteling.domain.text import checked

LONGEST = 60


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
    style = phonenumbers.PhoneNumberFormat.E164
    dialled = phonenumbers.format_number(number, style) if phonenumbers.is_valid_number(number) else None
    return Phone(typed, dialled, label, primary)


def national(e164: str | None) -> str | None:
    """A number as it is dialled inside its country."""
    if e164 is None:
        return None
    import phonenumbers

    return phonenumbers.format_number(phonenumbers.parse(e164), phonenumbers.PhoneNumberFormat.NATIONAL)


def calling_code(country: str) -> str:
    """What is dialled before the numbers of a country: "+371"; "" for an unknown one."""
    import phonenumbers

    code = phonenumbers.country_code_for_region(country)
    return f"+{code}" if code else ""
