"""What Customer Insights knows: environments, measures, values of customers. One port, whatever the interface is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Protocol

from clienteling.domain.attribute import AttributeType, Value

_WORDS = {"true": True, "1": True, "1.0": True, "yes": True, "false": False, "0": False, "0.0": False, "no": False}
MOST_MEASURES = 3
BATCH = 99
"""Accounts that are asked for at once: a page has up to 100 rows, and a full one would need another call."""


@dataclass(frozen=True, slots=True)
class Environment:
    """An environment that the application may read. `kind` is production, sandbox, trial, ..."""

    id: str
    name: str
    kind: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class InsightMeasure:
    """A measure that the service lists. Only those of the kind *customer attribute* have one value per customer.

    `computed` is when it ran last; None if it never did.
    """

    name: str
    title: str
    type: AttributeType
    is_usable: bool = True
    computed: datetime | None = None


@dataclass(frozen=True, slots=True)
class UnifiedActivity:
    """Something that happened with a customer anywhere. `id` is the service's."""

    id: str
    kind: str
    title: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CustomerInsights:
    """What is known of the customer with an account number. `as_of` is when it was computed, if that is known."""

    account: str
    id: str
    values: Mapping[str, object] = field(default_factory=dict)
    score: int | None = None
    as_of: datetime | None = None
    activities: tuple[UnifiedActivity, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of each customer. `scores` is the table of engagement scores; "" if there is none."""

    environment: str
    alternate_id: str
    measures: tuple[str, ...]
    scores: str = ""
    activities: bool = True


class InsightsSource(Protocol):
    """An interface to Customer Insights. Raises problems of `domain.cloud_problems`; may be used by several threads."""

    def environments(self) -> tuple[Environment, ...]: ...
    def measures(self, environment: str) -> tuple[InsightMeasure, ...]: ...
    def alternate_ids(self, environment: str) -> tuple[str, ...]: ...
    def score_table(self, environment: str) -> str: ...
    def customers(self, question: Question, accounts: Sequence[str]) -> list[CustomerInsights]: ...


def read_value(kind: AttributeType, given: object) -> Value | None:
    """A value of a service as one of ours; None for none, and for what is of another type."""
    if given is None or given == "":
        return None
    match kind:
        case AttributeType.TEXT:
            return str(given).replace("\0", "") or None  # no database keeps it
        case AttributeType.BOOLEAN:
            return _truth(given)
        case AttributeType.DATE_TIME:
            moment = read_moment(given)
            return None if moment is None else date(moment.year, moment.month, moment.day)
        case AttributeType.INTEGER:
            number = _number(given)
            return None if number is None else round(number)
        case AttributeType.REFERENCE:
            return None
        case _:
            return _number(given)


def read_moment(given: object) -> datetime | None:
    """A moment or a day as services write them; UTC where no zone stands."""
    try:
        found = datetime.fromisoformat(str(given))
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def type_of(given: object) -> AttributeType:
    """The type that a value seems to have, where the service does not say it."""
    if isinstance(given, bool):
        return AttributeType.BOOLEAN
    if isinstance(given, int):
        return AttributeType.INTEGER
    if isinstance(given, float | Decimal):
        return AttributeType.DECIMAL
    is_day = isinstance(given, str) and len(given) >= 10 and given[4:5] == "-" and read_moment(given) is not None
    return AttributeType.DATE_TIME if is_day else AttributeType.TEXT


def read_score(given: object) -> int | None:
    """An engagement score, 0 to 100."""
    number = _number(given)
    return None if number is None else max(0, min(100, round(number)))


def _truth(given: object) -> bool | None:
    return _WORDS.get(str(given).strip().lower())


def _number(given: object) -> Decimal | None:
    if isinstance(given, bool):
        return None
    try:
        number = Decimal(str(given))
    except ArithmeticError:
        return None
    return number if number.is_finite() else None
