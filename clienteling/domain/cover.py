"""Cover: a book that is lent to a colleague until a day, and goes back by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from clienteling.domain.errors import Conflict, Invalid, mark

LONGEST_COVER = 366
_SUBJECT, _ENDED = "cover ", " ended"


@dataclass(frozen=True, slots=True)
class Cover:
    """`worker` works in the book of `owner` to the end of the day `until`, or to `ended_at` if it was ended before."""

    id: int
    owner_id: int
    owner: str
    worker_id: int
    worker: str
    since: datetime
    until: date
    ended_at: datetime | None = None
    reason: str = ""
    version: int = 1

    def runs(self, today: date) -> bool:
        """Whether the book is lent on a day at the store."""
        return self.ended_at is None and today <= self.until


class Event(StrEnum):
    """What happens with a book that is lent."""

    LENT = "lent"
    GIVEN_BACK = "given back"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Lending:
    """What a record says of a lent book. `newer` is the latest one of the same cover afterwards, perhaps its undo.

    `is_over`: the last day has passed, so nothing of it can be changed any more.
    """

    event: Event
    cover: Cover
    newer: int | None = None
    newer_is_undo: bool = False
    is_over: bool = False


def subjects_of(cover_id: int) -> tuple[str, str]:
    """What the records of a cover are about: that it began, and that it ended."""
    return f"{_SUBJECT}{cover_id}", f"{_SUBJECT}{cover_id}{_ENDED}"


def cover_of(subject: str) -> int:
    """The key of the cover that the subject of a change names; 0 if it names none."""
    number = subject.removeprefix(_SUBJECT).removesuffix(_ENDED)
    return int(number) if subject.startswith(_SUBJECT) and number.isdecimal() else 0


def check_cover(owner_id: int, worker_id: int, until: date, today: date, running: Iterable[Cover]) -> None:
    """Refuse a cover that makes no sense: of oneself, over already, too long, or of a book that is lent."""
    if owner_id == worker_id:
        raise Invalid("to", mark("Choose somebody else than the one whose book it is."))
    if until < today:
        raise Invalid("until", mark("This day is over. Please choose today or a later one."))
    if until > today + timedelta(days=LONGEST_COVER):
        raise Invalid("until", mark("A book is lent for a year at most. For longer, reassign it."))
    for cover in running:
        if cover.owner_id == owner_id and cover.runs(today):
            message = mark("The book of {owner} is lent to {worker} already, until {until}.")
            raise Conflict(message, owner=cover.owner, worker=cover.worker, until=cover.until)
