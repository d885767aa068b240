"""Mails and meetings as they come from a source, one by one or in columns. No subject, no body."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

NO_END = -1
NO_TIME = -1
NO_KIND = 255
DAY = 86_400  # seconds


class Kind(StrEnum):
    """`number` is how a kind is stored."""

    MAIL = "mail"
    MEETING = "meeting"

    @property
    def number(self) -> int:
        return 0 if self is Kind.MAIL else 1


@dataclass(frozen=True, slots=True)
class Interaction:
    """A mail or a meeting. `at` is when it was sent or begins; `id` is the same in every mailbox that has it.

    `sender` is who wrote or organises, `recipients` those in To and Cc or the attendees without rooms. `is_single` is a
    meeting that takes place once, and is known by its ID wherever it moves. `is_cancelled` says that a meeting does not
    take place, `revision` how often its organizer has changed it: who is later, is right.
    """

    kind: Kind
    id: str
    conversation: str
    at: datetime
    sender: str
    recipients: tuple[str, ...]
    end: datetime | None = None
    is_single: bool = False
    is_cancelled: bool = False
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that cannot be taken: where it stands in its source, and why, without what stands there."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Interactions in columns. `at` and `end` are seconds since 1970.

    What cannot be read is `NO_KIND`, `NO_TIME` and `NO_END`, which mails have, too.

    `places` says where each row stands in its source, for rows that have to be rejected. `single` are meetings that
    take place once: where the pool has one of the same ID at another time, it has moved. `cancelled` are those that do
    not take place, whether the pool has them or gets them later with the same `revision`.
    """

    kind: NDArray[np.uint8]
    id: Any  # pyarrow.StringArray, as are conversation and sender
    conversation: Any
    at: NDArray[np.int64]
    end: NDArray[np.int64]
    sender: Any
    recipients: Any  # pyarrow.ListArray of strings
    places: NDArray[np.int64]
    single: NDArray[np.bool_] | None = None
    cancelled: NDArray[np.bool_] | None = None
    revision: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.kind)

    def at_places(self, places: NDArray[np.int64]) -> "Batch":
        """The rows at these places."""
        columns = ((one.name, getattr(self, one.name)) for one in fields(self))
        found: dict[str, Any] = {name: None if column is None else column.take(places) for name, column in columns}
        return Batch(**found)


def batch_of(found: Sequence[Interaction], places: Iterable[int] | None = None) -> Batch:
    """Single interactions as a batch."""
    return Batch(
        kind=np.array([one.kind.number for one in found], np.uint8),
        id=pa.array([one.id for one in found], pa.string()),
        conversation=pa.array([one.conversation for one in found], pa.string()),
        at=np.array([seconds(one.at) for one in found], np.int64),
        end=np.array([NO_END if one.end is None else seconds(one.end) for one in found], np.int64),
        sender=pa.array([one.sender for one in found], pa.string()),
        recipients=pa.array([list(one.recipients) for one in found], pa.list_(pa.string())),
        places=np.fromiter(range(1, len(found) + 1) if places is None else places, np.int64, len(found)),
        single=np.array([one.is_single for one in found], np.bool_) if any(one.is_single for one in found) else None,
        cancelled=np.array([one.is_cancelled for one in found], np.bool_)
        if any(one.is_cancelled for one in found)
        else None,
        revision=np.array([one.revision for one in found], np.int64) if any(one.revision for one in found) else None,
    )


def seconds(moment: datetime) -> int:
    """Seconds since 1970; a moment without a zone is in UTC."""
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
