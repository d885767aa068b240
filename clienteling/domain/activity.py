"""Activities, notes and the timeline they stand in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import IntEnum, StrEnum

from clienteling.domain.customer import PurchaseLine
from clienteling.domain.text import label_in

LONGEST_TITLE = 200
LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class ActivityType:
    """Defined at headquarters per legal entity. `icon` is a Lucide name, `labels` are translations by language tag."""

    id: int
    code: str
    name: str
    icon: str
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)

    def label(self, language: str) -> str:
        """The name in `language`, or the name itself."""
        return label_in(language, self.labels, self.name)


class Restriction(StrEnum):
    INTERNAL = "internal"
    EXTERNAL = "external"


class Audience(StrEnum):
    """Who sees a note: all, or its author and the next holder to whom the customer is handed over."""

    TEAM = "team"
    PRIVATE = "private"


class TimelineKind(StrEnum):
    ACTIVITY = "activity"
    NOTE = "note"
    PURCHASE = "purchase"


class Section(IntEnum):
    """The parts of a timeline from top to bottom. What is planned stands soonest first, the others newest first."""

    PINNED = 1
    PLANNED = 2
    PAST = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """Who changed a text when; `worker` is "" for somebody at the command line."""

    worker: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """Something that happened. `at` is in UTC; `type` is set for activities, `restriction` for notes; for purchases the
    receipt's `amount` in `currency`, its `lines`, and its order number as `text`.

    `worker_id` is the author's key; `version` counts the edits of an activity or a note, `edited` is the last of them.
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
    section: Section = Section.PAST
    worker_id: int | None = None
    version: int = 1
    edited: Edit | None = None
    audience: Audience = Audience.TEAM

    @property
    def is_pinned(self) -> bool:
        return self.section is Section.PINNED


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of a timeline ended. `now` tells what is planned from what has happened, for all pages alike."""

    section: Section
    at: datetime
    id: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of a timeline, section by section. `cursor` asks for the next page; None at the end."""

    items: tuple[TimelineItem, ...]
    cursor: Cursor | None


@dataclass(frozen=True, slots=True)
class Revision:
    """What an activity or a note said before `replaced`. `at` and `type` are an activity's."""

    version: int
    title: str
    text: str
    replaced: Edit
    at: datetime | None = None
    type: ActivityType | None = None
    restriction: Restriction | None = None


@dataclass(frozen=True, slots=True)
class TimelineCounts:
    """How many items of each kind, and of each activity type by its id."""

    kinds: dict[TimelineKind, int] = field(default_factory=dict)
    types: dict[int, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.kinds.values())
