"""Text as people type it, folded for comparing: no case, no accents, single spaces."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from clienteling.domain.errors import Invalid, mark

# Letters that Unicode does not decompose, as people without the key type them.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
        "ŋ": "n",
    }
)
_WORDS_KEPT = 4000  # texts whose words are remembered: names and cities come again and again
_WORD = re.compile(r"[^\W_]+")
_NO_DIGITS = bytes(set(range(128)) - set(b"0123456789"))
_SURROGATE = re.compile("[\ud800-\udfff]")


def fold(text: str) -> str:
    """`text` without case and accents and with single spaces: "Bērziņa  Ægir" is "berzina aegir"."""
    if not text.isascii():
        # Decomposing brings forth capitals ("№" is "No") and letters with strokes ("ǿ" is "ø" and an accent).
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)
    return " ".join(text.casefold().split())


@lru_cache(maxsize=_WORDS_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, in order."""
    return tuple(_WORD.findall(fold(text)))


def digits(text: str) -> str:
    """Only the decimal digits of `text`, in ASCII."""
    if text.isascii():
        return text.encode().translate(None, _NO_DIGITS).decode()
    return "".join(str(unicodedata.decimal(c)) for c in text if c.isdecimal())


def label_in(language: str, labels: Mapping[str, str], name: str) -> str:
    """A name in `language` ("lv", or "lv-LV"), or the name itself."""
    return labels.get(language) or labels.get(language.split("-", maxsplit=1)[0]) or name


def initials(name: str) -> str:
    """One or two capital letters that stand for a name: first and last word."""
    parts = [word for word in name.split() if word[0].isalnum()]
    if not parts:
        return "?"
    # A capital can be several letters ("ß"): the first stands for it.
    return "".join(word[0].upper()[0] for word in (parts[:1] + parts[1:][-1:]))


def checked(field: str, text: str, *, longest: int = 200, required: bool = False) -> str:
    """`text` without surrounding space, if it can be stored; `Invalid` otherwise.

    Refused are texts with a NUL or a lone surrogate (no database keeps them), texts longer than `longest`, and empty
    ones when something is required.
    """
    stripped = text.strip()
    if "\0" in stripped or (not stripped.isascii() and _SURROGATE.search(stripped)):
        raise Invalid(field, mark("There is a character that cannot be stored."))
    if len(stripped) > longest:
        raise Invalid(
            field,
            mark("At most {longest} characters fit, there are {length}."),
            longest=longest,
            length=len(stripped),
        )
    if required and not stripped:
        raise Invalid(field, mark("Please fill this in."))
    return stripped
