"""The parameters of a legal entity: what can be chosen for it, within which bounds, and what holds if nobody chose.

CARD_PLACES.of(company.parameters(transaction, legal_entity_id))
"""

from collections.abc import Mapping
from dataclasses import dataclass

from clienteling.domain.errors import Invalid, NotFound, mark

_WORDS = {"yes": True, "on": True, "true": True, "1": True, "no": False, "off": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number between two others."""

    key: str
    default: int
    smallest: int
    largest: int
    description: str

    @property
    def choices(self) -> str:
        return f"{self.smallest} to {self.largest}"

    def read(self, text: str) -> int:
        """What somebody typed. Raises `Invalid` with the key as its field."""
        given = text.strip()
        number = int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else None
        if number is None or not self.smallest <= number <= self.largest:
            message = mark("“{value}” is no whole number from {smallest} to {largest}.")
            raise Invalid(self.key, message, value=given, smallest=self.smallest, largest=self.largest)
        return number

    def written(self, value: int) -> str:
        """How a value is stored and shown."""
        return str(value)

    def of(self, given: Mapping[str, str]) -> int:
        """The value among the stored parameters of a legal entity, or the default.

        So is what an older or a newer version stored and this one does not take.
        """
        try:
            return self.read(given.get(self.key, ""))
        except Invalid:
            return self.default


@dataclass(frozen=True, slots=True)
class Switch:
    """Something that is done or not."""

    key: str
    default: bool
    description: str

    @property
    def choices(self) -> str:
        return "yes or no"

    def read(self, text: str) -> bool:
        """What somebody typed. Raises `Invalid` with the key as its field."""
        value = _WORDS.get(text.strip().lower())
        if value is None:
            raise Invalid(self.key, mark("“{value}” is neither yes nor no."), value=text.strip())
        return value

    def written(self, value: bool) -> str:
        """How a value is stored and shown."""
        return "yes" if value else "no"

    def of(self, given: Mapping[str, str]) -> bool:
        """The value among the stored parameters of a legal entity, or the default.

        So is what an older or a newer version stored and this one does not take.
        """
        try:
            return self.read(given.get(self.key, ""))
        except Invalid:
            return self.default


Parameter = Number | Switch

IDLE_LOCK = Number(
    "idle-lock", 10, 0, 1440, mark("Minutes without a key or a touch after which a till locks itself; 0 is never")
)
BADGE_NEEDS_PASSWORD = Switch(
    "badge-needs-password", False, mark("Whether a badge only names its worker, who then types the password")
)
CARD_PLACES = Number("card-places", 3, 3, 6, mark("How many properties a customer card shows"))
CONTACT_PAUSE = Number(
    "contact-pause", 14, 0, 365, mark("Days after a contact until the next one is welcome; 0 is any")
)

PARAMETERS: Mapping[str, Parameter] = {p.key: p for p in (IDLE_LOCK, BADGE_NEEDS_PASSWORD, CARD_PLACES, CONTACT_PAUSE)}


def parameter(key: str) -> Parameter:
    """The parameter of this key. Raises `NotFound` with all there are."""
    found = PARAMETERS.get(key.strip().lower())
    if found is None:
        message = mark("There is no setting “{key}”. There are: {choices}.")
        raise NotFound(message, key=key, choices=", ".join(sorted(PARAMETERS)))
    return found


def written(parameter: Parameter, text: str) -> str:
    """What somebody typed as it is stored. Raises `Invalid` with the key as its field."""
    match parameter:
        case Number():
            return parameter.written(parameter.read(text))
        case Switch():
            return parameter.written(parameter.read(text))


def shown(parameter: Parameter, given: Mapping[str, str]) -> str:
    """The value that holds, as it is written."""
    match parameter:
        case Number():
            return parameter.written(parameter.of(given))
        case Switch():
            return parameter.written(parameter.of(given))
