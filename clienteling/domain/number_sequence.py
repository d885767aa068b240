"""Number sequences: constants, and places that count on: # is a digit, & a letter.

`CB-&&-###` begins with CB-AA-001 and ends with CB-ZZ-999. Behind a backslash, # and & are constants too.
"""

import re
from math import prod

from clienteling.domain.errors import Invalid, mark

LONGEST_FORMAT = 60
_PLACES = {"#": "0123456789", "&": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_PART = re.compile(r"\\[#&]|.", re.DOTALL)
_SIGN = re.compile(r"[#&]")


def constant(text: str) -> str:
    """`text` as a part of a format that does not count."""
    return _SIGN.sub(r"\\\g<0>", text)


def capacity(form: str) -> int:
    """The last number that has a place in a format."""
    return prod(len(_PLACES[part]) for part in _PART.findall(form) if part in _PLACES) - 1


def numbered(form: str, number: int) -> str:
    """A number as it is written in a format; the rightmost place counts first."""
    written = []
    for part in reversed(_PART.findall(form)):
        signs = _PLACES.get(part)
        if signs is None:
            written.append(part[-1])
        else:
            number, place = divmod(number, len(signs))
            written.append(signs[place])
    return "".join(reversed(written))


def is_decimal(form: str) -> bool:
    """Whether the numbers end in one run of digits, and nothing else counts."""
    return bool(re.fullmatch(r"(?:[^#&]|\\[#&])*?#+", form))


def check_format(form: str, least: int = 1) -> None:
    """Raise `Invalid` for a format without enough places for `least` numbers."""
    if len(form) > LONGEST_FORMAT:
        raise Invalid("format", mark("At most {longest} characters, please."), longest=LONGEST_FORMAT)
    if not any(part in _PLACES for part in _PART.findall(form)):
        raise Invalid("format", mark("A format needs places that count on: # for digits, & for letters."))
    if capacity(form) < least:
        message = mark("“{format}” ends with {last}: too few places. Give it more # or &.")
        raise Invalid("format", message, format=form, last=numbered(form, capacity(form)))
