"""Cards as services give them, with few words."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from clienteling.domain.attribute import Attribute, AttributeType, Option, Value
from clienteling.domain.card import Card, Holder, PropertyDefinition, PropertyValue, Score
from clienteling.domain.dates import YearlyDate

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)

RISK = Attribute(
    1, "Churn risk", AttributeType.TEXT, options=tuple(map(Option, ("Low", "Medium", "High"))), levels=True
)
ACTION = Attribute(2, "Next best action", AttributeType.TEXT)
BORN = YearlyDate(11, 23)
BIRTHDAY = Attribute(3, "Birthday", AttributeType.REFERENCE, reference="Birthday")


def clock() -> datetime:
    return NOW


def properties(
    risk: str | None = "Low", action: str | None = "Call", birthday: YearlyDate | None = BORN
) -> tuple[PropertyValue, ...]:
    def measure(attribute: Attribute, value: Value | None) -> PropertyValue:
        definition = PropertyDefinition(f"measure:{attribute.id}", attribute, True)
        return PropertyValue(definition, value, NOW - timedelta(days=3))

    born = PropertyValue(PropertyDefinition("attribute:3", BIRTHDAY, False), birthday)
    return measure(RISK, risk), measure(ACTION, action), born


def card(customer_id: int, name: str = "", **more: object) -> Card:
    """A card whose properties are those above, unless told otherwise."""
    values: dict[str, object] = {
        "account_number": f"C-{customer_id}",
        "name": name or f"Customer {customer_id}",
        "phone": "+37120123456",
        "email": "anna@example.org",
        "score": Score(78, NOW),
        "properties": properties(),
        "holder": Holder(5, "Jens Kjær"),
    }
    return Card(customer_id, **{**values, **more})  # type: ignore[arg-type]


class Shelf:
    """Where a view gets its cards: it remembers what was asked, and answers when told, or at once."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.at_once = at_once
        self.asked: list[list[int]] = []
        self.waiting: list[tuple[list[int], Callable[[Sequence[Card]], None]]] = []

    def fetch(self, ids: Sequence[int], then: Callable[[Sequence[Card]], None]) -> None:
        self.asked.append(list(ids))
        if self.at_once:
            then([card(key) for key in ids])
        else:
            self.waiting.append((list(ids), then))

    def answer(self, *, without: frozenset[int] = frozenset()) -> None:
        """Answer the oldest question."""
        ids, then = self.waiting.pop(0)
        then([card(key) for key in ids if key not in without])
