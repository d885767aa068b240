"""Customer cards: contact data and a few properties.

`card_properties` is rule CARD-2: the chosen measures first, then the attributes of the client book attribute group by
display order, until the places are full.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clienteling.domain.attribute import Attribute, Value
from clienteling.domain.relationship.analytics import State, Trend

MOST_MEASURES = 3
OLD_AFTER = timedelta(days=2)  # a measure's age is shown from then on


@dataclass(frozen=True, slots=True)
class PropertyDefinition:
    """A property that a card or a filter can show. `key` is "attribute:<id>" or "measure:<id>"."""

    key: str
    attribute: Attribute
    is_measure: bool


@dataclass(frozen=True, slots=True)
class PropertyValue:
    """A value in a place of a card; None keeps the place with a dash. `as_of` is set for measures."""

    definition: PropertyDefinition
    value: Value | None
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """An engagement score from 0 to 100, and when it was computed.

    `parts` are the points of each, the most first; none where the score came from elsewhere.
    """

    value: int
    as_of: datetime
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class CardHealth:
    """How the relationship stands, as of the last computation: another number than the engagement score."""

    state: State
    trend: Trend
    score: int | None
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """The worker whose client book a customer is in. The `others` have them in theirs, too: this is the primary one."""

    worker_id: int
    name: str
    since: datetime | None = None
    others: tuple["Holder", ...] = ()

    @property
    def all(self) -> tuple["Holder", ...]:
        return (replace(self, others=()), *self.others) if self.others else (self,)

    def is_one(self, worker_id: int) -> bool:
        """Whether the customer is in the book of a worker."""
        return self.worker_id == worker_id or any(one.worker_id == worker_id for one in self.others)

    def led_by(self, worker_ids: Collection[int]) -> "Holder | None":
        """The same with the first one in front that is one of the workers; None if they do not have the customer."""
        first = next((one for one in self.all if one.worker_id in worker_ids), None)
        if first is None or first.worker_id == self.worker_id:
            return first and self
        return replace(first, others=tuple(one for one in self.all if one != first))


@dataclass(frozen=True, slots=True)
class Card:
    """A customer card. `phone` is as it is dialled (E.164) where it is valid, else as typed."""

    customer_id: int
    account_number: str
    name: str
    phone: str
    email: str
    score: Score | None
    properties: tuple[PropertyValue, ...]
    holder: Holder | None
    health: CardHealth | None = None


def card_properties(
    measures: Sequence[Attribute], attributes: Sequence[Attribute], places: int
) -> tuple[PropertyDefinition, ...]:
    """What the places of a card show. `attributes` come by display order."""
    chosen = [PropertyDefinition(f"measure:{m.id}", m, True) for m in measures[:MOST_MEASURES]]
    chosen += [PropertyDefinition(f"attribute:{a.id}", a, False) for a in attributes]
    return tuple(chosen[:places])


def is_old(as_of: datetime, now: datetime) -> bool:
    """Whether a measure is so old that its age is worth saying."""
    return now - as_of > OLD_AFTER
