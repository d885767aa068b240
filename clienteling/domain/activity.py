"""Activities, notes and the timeline they stand in."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from clienteling.domain.customer import PurchaseLine

LONGEST_TITLE = 200
LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class ActivityType:
    """Defined at headquarters per legal entity. `icon` is a Lucide name."""

    id: int
    code: str
    name: str
    icon: str


class Restriction(StrEnum):
    INTERNAL = "internal"
    EXTERNAL = "external"


class TimelineKind(StrEnum):
    ACTIVITY = "activity"
    NOTE = "note"
    PURCHASE = "purchase"


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """Something that happened. `at` is in UTC; `type` is set for activities, `restriction` for notes; for purchases the
    receipt's `amount` in `currency`, its `lines`, and its order number as `text`.
    """

    id: int
    kind: TimelineKind
    at: datetime
    title: str
    text: str
    worker: str
    store: str
    type: ActivityType | None = None
    restriction: Restriction | None = None
    amount: Decimal | None = None
    currency: str = ""
    lines: tuple[PurchaseLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of a timeline, newest first. `cursor` asks for the next page; None at the end."""

    items: tuple[TimelineItem, ...]
    cursor: tuple[datetime, int] | None


@dataclass(frozen=True, slots=True)
class TimelineCounts:
    """How many items of each kind, and of each activity type by its id."""

    kinds: dict[TimelineKind, int] = field(default_factory=dict)
    types: dict[int, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.kinds.values())
