"""What people of a country are called, where they live and how their phones are numbered."""

from dataclasses import dataclass, field


def listed(text: str) -> tuple[str, ...]:
    """The items of a text, separated by commas."""
    return tuple(" ".join(item.split()) for item in text.split(",") if item.strip())


def surnames(text: str) -> tuple[tuple[str, str], ...]:
    """Surnames of men and women, separated by commas; "Ozols/Ozola" where the two differ."""
    forms = (item.split("/") for item in listed(text))
    return tuple((form[0], form[-1]) for form in forms)


@dataclass(frozen=True, slots=True)
class Place:
    """A city with the pattern of its postal codes, see `dice.filled`. `state` is a county or province."""

    city: str
    postal_code: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Nation:
    """`country` is ISO 3166, `language` BCP 47. `surnames` are pairs for men and women; `titles` are for women and men.

    Phones are patterns of the national number without trunk prefix. An `address` has the places {street} and {house};
    `company` the place {name}.
    """

    country: str
    language: str
    calling_code: str
    trunk: str
    mobiles: tuple[str, ...]
    landlines: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[tuple[str, str], ...]
    titles: tuple[str, str]
    places: tuple[Place, ...]
    streets: tuple[str, ...]
    address: str = "{street} {house}"
    houses: tuple[str, ...] = ("*", "*#", "1##")
    company: str = "{name}"
    family_first: bool = False
    mononyms: float = 0.0
    hyphenated: float = 0.03
    hyphen: str = field(default="-")
