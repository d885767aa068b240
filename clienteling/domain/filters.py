"""Filters of a client book: what is asked, and what each answer would leave.

A criterion names a property by its key: "attribute:<id>", "measure:<id>", a customer field ("name", "phone", "email",
"card"), "holder", "score", or one of the keys in `history`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clienteling.domain.attribute import Attribute, DisplayControl

NAME, PHONE, EMAIL, CARD, HOLDER, SCORE = "name", "phone", "email", "card", "holder", "score"
FIELDS = (NAME, PHONE, EMAIL, CARD)
NEXT_DATE = "next_date"  # an order only: by the nearest of a customer's yearly dates
WINDOWS = (7, 30, 90)  # the days that a yearly date's window offers


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the values. Booleans are "true" and "false", holders their worker IDs, all as text."""

    key: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Between:
    """From `low` up to and including `high`; `below` excludes `high` itself. None is open. Days are ordinals."""

    key: str
    low: Decimal | None
    high: Decimal | None
    below: bool = False


@dataclass(frozen=True, slots=True)
class Ranges:
    """In any of several ranges of one property."""

    key: str
    parts: tuple[Between, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """A day that lies more than `days` back, or at most so many; counted from today, whenever it is asked.

    What never was lies further back than anything; what is still to come does not lie back at all.
    """

    key: str
    days: int
    more: bool


@dataclass(frozen=True, slots=True)
class NextDays:
    """A day that comes, or a yearly date that comes round, within `days` from today, today included."""

    key: str
    days: int


@dataclass(frozen=True, slots=True)
class YearlyBetween:
    """A yearly date between two days of the year; from December to January if `first` is later than `last`."""

    key: str
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Contains:
    """A text that has all the typed words in it, folded; for phones the digits."""

    key: str
    text: str


Criterion = OneOf | Between | Ranges | Since | NextDays | YearlyBetween | Contains


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice of a facet and how many customers it would leave. `criterion` is what choosing it alone sets."""

    value: str
    label: str
    count: int
    criterion: Criterion


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a slider: [low, high), the last one up to and including high."""

    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter as it is shown: its choices counted under the other filters, and what is set now.

    `bars`, `lowest` and `highest` are set for sliders. `attribute` is None for customer fields and the holder.
    """

    key: str
    label: str
    control: DisplayControl
    multi_value: bool
    attribute: Attribute | None
    values: tuple[FacetValue, ...] = ()
    bars: tuple[Bar, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    criterion: Criterion | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What a book is asked: criteria (at most one per property), and the property it is sorted by.

    `sort` is "name", "next_date" or the key of any property but the fields.
    """

    criteria: tuple[Criterion, ...] = ()
    sort: str = NAME
    descending: bool = False

    def with_criterion(self, criterion: Criterion) -> "Query":
        return Query((*self.without(criterion.key).criteria, criterion), self.sort, self.descending)

    def without(self, key: str) -> "Query":
        return Query(tuple(c for c in self.criteria if c.key != key), self.sort, self.descending)

    def criterion(self, key: str) -> Criterion | None:
        return next((c for c in self.criteria if c.key == key), None)


def day_value(day: date) -> Decimal:
    """A day as a number that `Between` compares."""
    return Decimal(day.toordinal())
