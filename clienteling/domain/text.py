"""Text as people type it, folded for comparing: no case, no accents, single spaces."""

import re
import unicodedata

from clienteling.domain.errors import Invalid, mark

# Letters that Unicode does not decompose, as people without the key type them.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ŋ": "n"}
)
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """`text` without case and accents and with single spaces: "Bērziņa  Ægir" is "berzina aegir"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, in order."""
    return tuple(_WORD.findall(fold(text)))


def digits(text: str) -> str:
    """Only the decimal digits of `text`, in ASCII."""
    return "".join(str(unicodedata.decimal(c)) for c in text if c.isdecimal())


def initials(name: str) -> str:
    """One or two capital letters that stand for a name: first and last word."""
    parts = [word for word in name.split() if word[0].isalnum()]
    if not parts:
        return "?"
    letters = parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")
    return letters.upper()


def checked(field: str, text: str, *, longest: int = 200, required: bool = False) -> str:
    """`text` without surrounding space, if it can be stored; `Invalid` otherwise.

    Refused are texts with a NUL or a lone surrogate (no database keeps them), texts longer than `longest`, and empty
    ones when something is required.
    """
    stripped = text.strip()
    if "\0" in stripped or any("\ud800" <= c <= "\udfff" for c in stripped):
        raise Invalid(field, mark("There is a character that cannot be stored."))
    if len(stripped) > longest:
        raise Invalid(
            field, mark("At most {longest} characters fit, there are {length}."), longest=longest, length=len(stripped)
        )
    if required and not stripped:
        raise Invalid(field, mark("Please fill this in."))
    return stripped
