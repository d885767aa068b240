"""What stands in the state file of an enrichment."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.engagement.interactions import DAY, Kind
from clienteling.engagement.sorting import ranked

FORMAT = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run has processed within its window: distinct mails and meetings with accounts, addresses, days."""

    accounts: int = 0
    mails: int = 0
    meetings: int = 0
    addresses: int = 0
    days: int = 0


@dataclass(slots=True)
class State:
    """Names are those of files in its folder.

    A segment has its name, its first and last day, the last day of its legs, and the pieces of the pool that it was
    made of: chunk, first row, row behind the last.
    """

    format: int = FORMAT
    made: int = 0
    as_of: int = 0  # seconds since 1970, 0 before the first run
    done: dict[str, int] = field(default_factory=dict)  # rows of each chunk of the pool that are in segments
    gone: dict[str, str] = field(default_factory=dict)  # what of each chunk is in no segment, because it was withdrawn
    withdrawn: str | None = None  # the same as places of rows
    segments: list[list[Any]] = field(default_factory=list)
    pairs: str | None = None
    lately: str | None = None  # the pairs that came since those were written
    people: str | None = None  # the roles that people had, and the keys of the accounts
    seen: list[int] = field(default_factory=list)  # the chosen addresses that took part in something
    asked: str = ""  # what tells the pool and the directory that they were given by
    sides: str | None = None  # the same directory as numbers
    sums: str | None = None
    window: list[int] = field(default_factory=list)  # the days that the sums hold
    counted: int = 0  # segments that the sums hold
    touched: list[int] = field(default_factory=list)  # days that got something since the rows were made
    periods: dict[str, str] = field(default_factory=dict)
    day_counts: dict[str, list[int]] = field(default_factory=dict)  # mails and meetings by day

    @property
    def files(self) -> list[str]:
        """The files that are in use."""
        single = (self.pairs, self.lately, self.people, self.sides, self.sums, self.withdrawn)
        return [
            *(name for name in single if name),
            *(one[0] for one in self.segments),
            *(f"{name}.arrow" for name in self.periods.values() if name),
        ]

    def count_days(self, at: NDArray[np.int64], kind: NDArray[np.uint8], sign: int = 1) -> None:
        """Count mails and meetings by day, or take them away with `sign` -1."""
        days, inverse = ranked(at // DAY)
        counts = np.bincount(inverse * 2 + (kind == Kind.MEETING.number), minlength=len(days) * 2).reshape(-1, 2)
        for day, (mails, meetings) in zip(days.tolist(), counts.tolist(), strict=True):
            before = self.day_counts.get(str(day), [0, 0])
            self.day_counts[str(day)] = [before[0] + sign * mails, before[1] + sign * meetings]
